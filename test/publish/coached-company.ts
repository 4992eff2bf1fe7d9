import type {Cells, Given} from "../models/given.js";

const DAY = 86_400_000;
/** So many days after 1 June 2026; data end on 5 October. */
const day = (index: number): string => new Date(Date.UTC(2026, 5, 1) + index * DAY).toISOString().slice(0, 10);

const sdr = (person_id: string, name: string, more: Cells = {}): Cells => ({
  person_id, name, role: "sdr", team: "North", manager_id: "p-mo", started_on: "2024-01-01", ...more,
}); // prettier-ignore

/** Handoffs of one SDR, every fourth day from June on, to three AEs in turn; every third rated, by the AE's own lights. */
function handoffsOf(sdr_id: string, n = 24, more: (index: number) => Cells = () => ({})): Cells[] {
  return Array.from({length: n}, (_, index) => ({
    handoff_id: `${sdr_id}-${index}`, sdr_id, ae_id: ["p-eve", "p-ida", "p-joe"][index % 3]!, account_id: `acct-${index % 6}`,
    booked_at: `${day(index * 4)} 08:00:00`, meeting_at: `${day(index * 4 + 2)} 10:00:00`, meeting_status: index % 6 === 5 ? "no_show" : "held",
    budget: "set aside for this year, the CFO has signed it off", pain_primary: `They lose ${index + 2} renewals a month to manual checks`, ...more(index),
  })); // prettier-ignore
}
/** Three of four of Ada's leave the budget out. */
const blank = (index: number): Cells => (index % 4 ? {budget: null} : {});

const answersOf = (sdr_id: string, missing: (index: number) => Cell): Cells[] =>
  [0, 1, 2, 3, 4, 6, 7, 8, 9].map((index) => ({
    feedback_id: `f-${sdr_id}-${index}`, handoff_id: `${sdr_id}-${index}`, ae_id: ["p-eve", "p-ida", "p-joe"][index % 3]!,
    submitted_at: `${day(index * 4 + 2)} 15:00:00`, quality_score: 5 + (index % 4), most_valuable_context: "pain_points", missing: missing(index) ?? null,
  })); // prettier-ignore
type Cell = string | null;

/**
 * A team in which Ada leaves budgets out, with everybody whose page is odd: Nia is new with three handoffs, Fay is away for a quarter, Moe
 * changed team, Ann has left, and Hal is an SDR who takes handoffs too.
 */
export const COACHED: Given = {
  people: [
    sdr("p-ada", "Ada Osei"), sdr("p-bo", "Bo Lind"), sdr("p-cy", "Cy Park"), sdr("p-dee", "Dee Roy"), sdr("p-eli", "Eli Sand"), sdr("p-flo", "Flo Kim"),
    sdr("p-nia", "Nia Blum", {started_on: "2026-09-01"}),
    sdr("p-fay", "Fay Holt", {absent_from: "2026-07-27", absent_to: "2026-10-30"}),
    sdr("p-moe", "Moe Adler", {valid_from: "2024-01-01", team: "South"}), sdr("p-moe", "Moe Adler", {valid_from: "2026-07-15"}),
    sdr("p-ann", "Ann Vega", {ended_on: "2026-09-01"}),
    sdr("p-hal", "Hal Reed"),
    ...["p-eve", "p-ida", "p-joe"].map((person_id) => ({person_id, name: {"p-eve": "Eve Tran", "p-ida": "Ida Noor", "p-joe": "Joe Katz"}[person_id]!, role: "ae", team: "Sales"})),
    {person_id: "p-mo", name: "Mo Díaz", role: "manager"},
  ],
  accounts: Array.from({length: 6}, (_, index) => ({account_id: `acct-${index}`, name: `Account ${index}`})),
  handoffs: [
    ...handoffsOf("p-ada", 24, blank),
    ...["p-bo", "p-cy", "p-dee", "p-eli", "p-flo", "p-moe", "p-ann"].flatMap((id) => handoffsOf(id)),
    ...handoffsOf("p-nia", 3, (index) => ({booked_at: `${day(100 + index)} 08:00:00`, meeting_at: `${day(104 + index)} 10:00:00`})),
    ...handoffsOf("p-fay", 12),
    ...handoffsOf("p-hal", 20),
    // What Hal passed on to himself is nobody's handoff to judge.
    ...handoffsOf("p-hal", 4).map((row, index) => ({...row, handoff_id: `own-${index}`, ae_id: "p-hal", budget: null})),
    {handoff_id: "next", sdr_id: "p-ada", ae_id: "p-eve", account_id: "acct-1", booked_at: "2026-10-01 08:00:00", meeting_at: "2026-10-07 10:00:00", meeting_status: "scheduled", pain_primary: "Audits take weeks"},
  ],
  feedback: [
    ...answersOf("p-ada", (index) => (index % 2 ? "No word on budget" : "Timeline was thin")),
    ...answersOf("p-bo", (index) => (index === 3 ? "Timeline was thin" : null)),
    // Two AEs alone rated Cy.
    ...answersOf("p-cy", () => null).filter(({ae_id}) => ae_id !== "p-joe"),
  ],
  calls: [{call_id: "k1", handoff_id: "p-ada-9", started_at: "2026-09-03 10:00:00", duration_seconds: 900, url: "https://calls.example.com/k1"}],
  commitments: [
    {sdr_id: "p-bo", behaviour: "budget", agreed_on: "2026-08-03", review_on: "2026-09-14", status: "done", note: "Ask it first"},
    {sdr_id: "p-cy", behaviour: "budget", agreed_on: "2026-09-21", status: "open"},
    {sdr_id: "p-dee", behaviour: "pain_primary", agreed_on: "2026-08-03", status: "dismissed"},
    {sdr_id: "nobody", behaviour: "budget", agreed_on: "2026-09-07"},
    {sdr_id: "p-eli", behaviour: "charm", agreed_on: "2026-09-07"},
  ],
}; // prettier-ignore

/** Its configuration. */
export const COACHED_CONFIG = {
  brief: [
    {field: "budget", required: true},
    {field: "pain_primary", required: true},
  ],
  coaching: {
    commitment_form_url: "https://forms.example.com/c?s={sdr_id}&b={behaviour}&on={agreed_on}&review={review_on}&status={status}",
    dispute_form_url: "https://forms.example.com/d?r={record_id}&by={raised_by}",
  },
};

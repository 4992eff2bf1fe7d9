import {BRIEF_FIELDS} from "../../pipeline/contract/brief.js";
import type {Cells, Given} from "../models/given.js";
import {COMPANY} from "../publish/company.js";

/** Prose as a diligent SDR writes it: two sentences for every field. */
const PROSE =
  "They renew 640 contracts a year by hand and lost two large ones in spring. The CFO wants it mended before the audit in March.";
const full = Object.fromEntries(
  BRIEF_FIELDS.filter(({entity}) => entity === "handoffs").map(({column, narrative}) => [
    column,
    narrative ? PROSE : "Confirmed on the phone",
  ]),
);
const day = (offset: number) => new Date(Date.UTC(2026, 9, 5) + offset * 86_400_000).toISOString().slice(0, 10);

/**
 * The small company with what a brief can be at its worst and at its fullest: `full` has every field, many touches, weeks and people;
 * `odd` has scripts, right-to-left text, 200 KB and 10,000 lines; `bare` has a time and an SDR alone.
 */
export const BRIEF_COMPANY: Given = {
  ...COMPANY,
  accounts: [{account_id: "acme", name: "Acme Holdings of Greater London", industry: "B2B SaaS", employees: 900, annual_revenue: 123e6, currency: "EUR", country: "Germany", website: "acme.example.com"}],
  handoffs: [
    ...(COMPANY.handoffs as Cells[]).map((row) => ({...row, account_id: "acme", ...(row["handoff_id"] === "h11" && {pain_primary: PROSE})})),
    {
      ...full, handoff_id: "full", meeting_id: "mf", sdr_id: "p-ada", ae_id: "p-eve", account_id: "acme", contact_id: "c1", opportunity_id: "o1", motion: "product_led",
      source: "event", segment: "Enterprise", region: "EMEA", booked_at: "2026-09-28 10:00:00", handed_off_at: "2026-09-29 10:00:00", invite_accepted_at: "2026-09-29 12:00:00",
      meeting_at: "2026-10-08 10:00:00", duration_minutes: 45, meeting_status: "scheduled", meeting_link: "https://meet.example.com/acme", committee_size: 5,
      champion: "Pat Buyer, CFO", key_moments: "2026-09-20: asked for a price\n2026-09-22 - named the CFO\nLaughed at the word transformation",
    },
    {
      handoff_id: "odd", meeting_id: "mo", sdr_id: "p-ada", ae_id: "p-eve", account_id: "acme", contact_id: "c1", meeting_at: "2026-10-09 10:00:00", meeting_status: "scheduled",
      meeting_link: "javascript:alert(1)", pain_primary: `<script>window.hacked = 1</script><img src=x onerror="window.hacked = 1"> ${"pain and more pain ".repeat(11_000)}`,
      current_solution: Array.from({length: 10_000}, (_, n) => `line ${n}`).join("\n"), limitations: "عملية بطيئة جدا 🐢 ‮gnihton", timeline: "Q1\u0007 2027", budget: "b".repeat(4000),
      champion: "would not say",
    },
    {handoff_id: "bare", sdr_id: "p-bo", account_id: null, meeting_at: "2026-10-06 12:00:00", meeting_status: "scheduled"},
  ],
  activities: Array.from({length: 60}, (_, n) => ({
    activity_id: `t${n}`, contact_id: "c1", actor_id: "p-ada", channel: ["email", "call", "linkedin", "meeting"][n % 4]!, direction: n % 5 ? "out" : "in",
    occurred_at: `${day(-60 + n)} 09:00:00`, subject: "A subject line of some length", outcome: "opened",
  })),
  stakeholders: (["champion", "economic_buyer", "technical_buyer", "end_user", "other", "other"] as const).map((role, n) => ({
    handoff_id: "full", role, name: `Person Number ${n} With a Long Name`, title: "Senior Director of Everything", agreed_to_meet: n < 2,
  })),
  calls: [{call_id: "k1", handoff_id: "full", started_at: "2026-09-22 10:00:00", duration_seconds: 1500, url: "https://calls.example.com/k1", talk_ratio: 0.4}],
  product_signals: Array.from({length: 20}, (_, n) => ({account_id: "acme", week: day(-140 + 7 * n), seats: 20 + n, active_users: 5 + n, logins: 40, features_adopted: 3})),
}; // prettier-ignore

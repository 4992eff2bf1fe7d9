import {beforeAll, describe, expect, test} from "vitest";
import {givenAsAsked as given} from "./as-asked.js";
import type {Cells, Given} from "./given.js";

const ACCOUNT = {account_id: "acme", name: "Acme", industry: "Computer Software", employees: 400, annual_revenue: 50e6, currency: "USD", country: "Germany"}; // prettier-ignore
const CONTACT = {contact_id: "c", account_id: "acme", name: "Pat Buyer", title: "VP Sales", department: "Sales", is_budget_owner: false}; // prettier-ignore
/** A handoff that meets every criterion; the meeting is on 10 September 2026 at 10:00 UTC. */
const HANDOFF = {
  handoff_id: "h", meeting_id: "m", contact_id: "c", ae_id: "ae", opportunity_id: "o", meeting_at: "2026-09-10 10:00:00", meeting_status: "held",
  duration_minutes: 45, invite_accepted_at: "2026-09-08 10:00:00", decision_involvement: "decides", active_evaluation: true,
  decision_by: "2026-12-01", budget_cycle: "confirmed", invite_stakeholders: "CFO", brief_updated_at: "2026-09-09 10:00:00",
  pain_primary: "Forecast off by 26%", limitations: "Nobody sees stalled deals", business_impact: "Two hires put off", next_steps: "Send the list",
  talking_points: "Forecast accuracy",
}; // prettier-ignore
interface Changes {
  account?: Cells;
  contact?: Cells;
  handoff?: Cells;
}

/** State and sight of criteria of the one handoff, by name. */
async function judge({account, contact, handoff}: Changes, config: object = {}, more: Given = {}) {
  const db = await given(
    {
      accounts: [{...ACCOUNT, ...account}],
      contacts: [{...CONTACT, ...contact}],
      handoffs: [{...HANDOFF, ...handoff}],
      opportunities: [{opportunity_id: "o", created_at: "2026-09-09 10:00:00"}],
      ...more,
    },
    config,
  );
  const rows = await db.rows<{criterion: string; state: string; saw: string | null}>(
    "select criterion, state, saw from marts.criteria left join marts.criteria_seen using (handoff_id, checklist, criterion)",
  );
  const [totals] = await db.rows(
    "select is_msq_compliant as msq, msq_unknown, is_ready as ready, ready_unknown from marts.handoffs",
  );
  return {of: new Map(rows.map(({criterion, state, saw}) => [criterion, [state, saw]])), totals};
}
const see = async (criterion: string, changes: Changes, config?: object, more?: Given) =>
  (await judge(changes, config, more)).of.get(criterion);

test("an instant is told by its day where the company is", async () => {
  const afterMidnight = {handoff: {invite_accepted_at: "2026-09-07 22:38:00", meeting_at: "2026-09-09 22:30:00"}};
  const config = {
    timezone: "Europe/Berlin",
    qualification: [{criterion: "own", label: "Own", rule: "meeting_at is not null and invite_accepted_at is not null"}],
  };
  const {of} = await judge(afterMidnight, {timezone: "Europe/Berlin"});
  expect([of.get("invitation"), of.get("meeting")]).toEqual([
    ["met", "accepted 8 Sept 2026"],
    ["met", "accepted 8 Sept 2026"],
  ]);
  expect(await see("own", afterMidnight, config)).toEqual(["met", "meeting 10 Sept 2026, accepted 8 Sept 2026"]);
});

test("a handoff that meets every criterion is compliant", async () => {
  const {of, totals} = await judge({});
  expect([...of.entries()].filter(([, [state]]) => state !== "met").map(([name]) => name)).toEqual(["routing"]);
  // Until the routing rules have spoken the AE's assignment is unknown, and unknown is no success.
  expect(totals).toEqual({msq: true, msq_unknown: 0, ready: false, ready_unknown: 1});
});

/** [criterion, what is changed, state, what it saw] */
type Case = [string, Changes, string, string | null];
const account = (criterion: string, cells: Cells, state: string, saw: string | null): Case => [
  criterion,
  {account: cells},
  state,
  saw,
];
const contact = (criterion: string, cells: Cells, state: string, saw: string | null): Case => [
  criterion,
  {contact: cells},
  state,
  saw,
];
const handoff = (criterion: string, cells: Cells, state: string, saw: string | null): Case => [
  criterion,
  {handoff: cells},
  state,
  saw,
];

describe("each criterion is met, not met or unknown, and tells what it saw:", () => {
  const cases: Case[] = [
    account("employees", {employees: 250}, "met", "employees 250"),
    account("employees", {employees: 2500}, "met", "employees 2,500"),
    account("employees", {employees: 249}, "not_met", "employees 249"),
    account("employees", {employees: 2501}, "not_met", "employees 2,501"),
    account("employees", {employees: null}, "unknown", null),
    account("industry", {industry: "B2B SaaS"}, "met", "B2B SaaS"),
    account("industry", {industry: "MANAGEMENT_CONSULTING"}, "met", "MANAGEMENT_CONSULTING"),
    account("industry", {industry: "Unternehmensberatung"}, "met", "Unternehmensberatung"),
    account("industry", {industry: "Biotechnology"}, "not_met", "Biotechnology"),
    account("industry", {industry: "n/a"}, "unknown", null),
    account("revenue", {annual_revenue: 25e6}, "met", "25,000,000 USD"),
    account("revenue", {annual_revenue: 500e6}, "met", "500,000,000 USD"),
    account("revenue", {annual_revenue: 24_999_999}, "not_met", "24,999,999 USD"),
    account("revenue", {currency: null}, "met", "50,000,000 USD"),
    account("revenue", {currency: "EUR"}, "unknown", "50,000,000 EUR"),
    account("geography", {country: "US"}, "met", "US"),
    account("geography", {country: "Österreich"}, "met", "Österreich"),
    account("geography", {country: null, state: "ON"}, "met", "ON"),
    account("geography", {country: "Brazil", state: "Ontario"}, "not_met", "Ontario, Brazil"),
    account("geography", {country: "Georgia"}, "not_met", "Georgia"),
    account("geography", {country: null}, "unknown", null),
    contact("seniority", {title: "Head of IT"}, "met", "Head of IT, budget owner no"),
    contact("seniority", {title: "Sales Analyst", is_budget_owner: true}, "met", "Sales Analyst, budget owner yes"),
    contact("seniority", {title: "Sales Analyst"}, "not_met", "Sales Analyst, budget owner no"),
    contact("seniority", {title: "Sales Analyst", is_budget_owner: null}, "unknown", "Sales Analyst"),
    contact("department", {department: "Information Technology"}, "met", "Information Technology"),
    contact("department", {department: "Legal"}, "not_met", "Legal"),
    contact("department", {department: null}, "met", "VP Sales"),
    contact("department", {department: null, title: "General Counsel"}, "unknown", "General Counsel"),
    handoff("decision_involvement", {decision_involvement: "Signs off every tool"}, "met", "Signs off every tool"),
    handoff("decision_involvement", {decision_involvement: "uses"}, "not_met", "uses"),
    handoff("decision_involvement", {decision_involvement: ""}, "not_met", null),
    handoff("pain", {pain_primary: "tbd"}, "not_met", null),
    handoff("solution_gap", {limitations: ""}, "not_met", null),
    handoff("business_impact", {business_impact: "", pain_primary: "Wants to be faster"}, "not_met", "Wants to be faster"),
    handoff("business_impact", {business_impact: ""}, "met", "Forecast off by 26%"),
    // A long text is cut between words: half a number would be another one.
    handoff("business_impact", {business_impact: "", pain_primary: `Our deals slip ${"and slip ".repeat(11)}in 41903 of 52000 cases`}, "met", `Our deals slip ${"and slip ".repeat(11)}in…`),
    handoff("active_evaluation", {active_evaluation: false}, "not_met", "active evaluation no"),
    handoff("active_evaluation", {active_evaluation: null}, "unknown", null),
    handoff("decision_date", {decision_by: "2027-03-10"}, "met", "decision by 10 Mar 2027"),
    handoff("decision_date", {decision_by: "2027-03-11"}, "not_met", "decision by 11 Mar 2027"),
    handoff("decision_date", {decision_by: "2026-09-09"}, "not_met", "decision by 9 Sept 2026"),
    handoff("decision_date", {decision_by: null}, "unknown", null),
    handoff("budget_cycle", {budget_cycle: "investigated"}, "met", "investigated"),
    handoff("budget_cycle", {budget_cycle: "not asked."}, "not_met", "not asked."),
    handoff("duration", {duration_minutes: 30}, "met", "30 minutes"),
    handoff("duration", {duration_minutes: 60}, "not_met", "60 minutes"),
    handoff("duration", {duration_minutes: null}, "unknown", null),
    handoff("invitation", {invite_accepted_at: "2026-09-10 10:00:01"}, "not_met", "accepted 10 Sept 2026"),
    handoff("invitation", {invite_accepted_at: null}, "not_met", null),
    handoff("stakeholders", {invite_stakeholders: "-"}, "not_met", null),
    handoff("stakeholders", {invite_stakeholders: "", prospect_attendees: "CIO, two analysts"}, "met", "CIO, two analysts"),
    handoff("crm_records", {contact_id: "gone"}, "not_met", "Acme"),
    handoff("opportunity", {opportunity_id: "gone"}, "not_met", "no opportunity when the meeting began, notes there"),
    handoff("meeting", {invite_accepted_at: null}, "not_met", null),
    handoff("routing", {ae_id: null}, "not_met", "no_rule"),
    handoff("notes", {next_steps: "tbd"}, "not_met", "0 of 1 required fields"),
    handoff("talking_points", {talking_points: "", focus_area: "Forecast"}, "met", "Forecast"),
    handoff("talking_points", {talking_points: ""}, "not_met", null),
    handoff("opportunity", {next_steps: "tbd"}, "not_met", "opportunity o, no qualification notes"),
    // Documented is not met: 60 minutes are written down.
    handoff("criteria_documented", {duration_minutes: 60}, "met", "documented 16 of 16"),
    handoff("criteria_documented", {pain_primary: ""}, "not_met", "documented 15 of 16; missing: Specific pain named"),
    handoff("criteria_documented", {decision_by: null, invite_stakeholders: ""}, "not_met", "documented 14 of 16; missing: Decision within 6 months of the meeting; Stakeholders named for the meeting"),
    handoff("criteria_documented", {decision_by: null}, "unknown", "documented 15 of 16; missing: Decision within 6 months of the meeting"),
  ]; // prettier-ignore
  let seen: {criterion: string; state: string; saw: string | null}[];
  // One warehouse for all: the handoff of each case has an account and a contact of its own.
  beforeAll(async () => {
    const own = (index: number) => ({account_id: `a${index}`, contact_id: `c${index}`});
    const db = await given({
      accounts: cases.map(([, {account}], index) => ({...ACCOUNT, ...account, account_id: `a${index}`})),
      contacts: cases.map(([, {contact}], index) => ({...CONTACT, ...contact, ...own(index)})),
      handoffs: cases.map(([, {handoff}], index) => ({...HANDOFF, ...own(index), ...handoff, handoff_id: `h${index}`, meeting_id: `m${index}`})),
      opportunities: [{opportunity_id: "o", created_at: "2026-09-09 10:00:00"}],
    }); // prettier-ignore
    const rows = await db.rows<{handoff_id: string; criterion: string; state: string; saw: string | null}>(
      "from marts.criteria left join marts.criteria_seen using (handoff_id, checklist, criterion)",
    );
    seen = cases.map(([wanted], index) =>
      rows.find(({handoff_id, criterion}) => handoff_id === `h${index}` && criterion === wanted)!,
    );
  });
  test.each(cases.map((each, index) => [each[0], each[1], index] as const))("%s with %j", (_, __, index) => {
    const [, , state, saw] = cases[index]!;
    expect(seen[index]).toMatchObject({state, saw});
  });
});

describe("a director or above", () => {
  const titles = async (list: string[]) => {
    const db = await given({
      contacts: list.map((title, index) => ({contact_id: `c${index}`, title, is_budget_owner: false})),
      handoffs: list.map((_, index) => ({handoff_id: `h${index}`, contact_id: `c${index}`, meeting_at: "2026-09-10 10:00:00", meeting_status: "held"})), // prettier-ignore
    });
    const rows = await db.rows<{title: string}>(
      "select title from intermediate.int_criteria_facts where is_director order by handoff_id",
    );
    return rows.map(({title}) => title);
  };
  test("is told by its title in English, German, French and Spanish", async () => {
    const all = ["Vice President, Sales", "CRO", "Co-Founder & CEO", "Vertriebsleiterin", "Bereichsleiter IT", "Geschäftsführer", "Leitung Vertrieb", "Directrice commerciale", "Directora de Marketing"]; // prettier-ignore
    expect((await titles(all)).sort()).toEqual([...all].sort());
  });
  test("is no assistant, associate, product owner or team lead", async () => {
    expect(
      await titles([
        "Assistant to the Director",
        "Associate Director",
        "Product Owner",
        "Teamleiter Vertrieb",
        "Indirect Sales Rep",
      ]),
    ).toEqual([]);
  });
});

test("revenue in another currency is told by the exchange rates, whichever currency is the configured one", async () => {
  const euros = {account: {currency: "EUR", annual_revenue: 24e6}};
  expect(await see("revenue", euros, {exchange_rates: {EUR: 1.1}})).toEqual(["met", "24,000,000 EUR"]);
  expect(await see("revenue", euros, {currency: "EUR", exchange_rates: {USD: 0.9}})).toEqual(["met", "24,000,000 EUR"]);
  expect(await see("revenue", euros, {currency: "EUR"})).toEqual(["unknown", "24,000,000 EUR"]);
});

test("what no export could tell is unknown, not missed: no handoff is compliant, and how many are unknown is said", async () => {
  const db = await given({handoffs: [{handoff_id: "h", meeting_at: "2026-09-10 10:00:00", meeting_status: "held"}]});
  expect(await db.rows("select distinct state from marts.criteria where criterion <> 'routing'")).toEqual([{state: "unknown"}]);
  expect(await db.rows("select is_msq_compliant, msq_unknown, is_ready, ready_unknown from marts.handoffs")).toEqual([
    {is_msq_compliant: false, msq_unknown: 16, is_ready: false, ready_unknown: 6},
  ]);
});

test("the decision's six months run from the meeting's day in the configured zone", async () => {
  const late = {handoff: {meeting_at: "2026-09-10 22:30:00", decision_by: "2027-03-11"}};
  expect(await see("decision_date", late, {timezone: "Europe/Berlin"})).toEqual(["met", "decision by 11 Mar 2027"]);
  expect(await see("decision_date", late)).toEqual(["not_met", "decision by 11 Mar 2027"]);
});

test("stakeholders recorded for the handoff or its opportunity are named ones", async () => {
  const none = {handoff: {invite_stakeholders: ""}};
  const stakeholders = [{handoff_id: "h", name: "Pat", role: "champion"}];
  expect(await see("stakeholders", none, {}, {stakeholders})).toEqual(["met", "1 recorded"]);
  expect(await see("stakeholders", none, {}, {stakeholders: [{opportunity_id: "o", name: "Pat"}]})).toEqual([
    "met",
    "1 recorded",
  ]);
});

describe("as of the meeting's start", () => {
  test("an account is judged by what it was then, and not by what it became", async () => {
    const file = (exported: string, employees: number) => ({rows: [{...ACCOUNT, employees}], exported_at: exported, source: 0});
    const accounts = [file("2026-09-01 06:00:00", 200), file("2026-10-05 06:00:00", 300)];
    expect(await see("employees", {}, {}, {accounts})).toEqual(["not_met", "employees 200"]);
  });
  test("field history tells it where there is one, of the brief and of the CRM's fields", async () => {
    const change = (field: string, old_value: string | null) => ({
      entity: "handoffs", record_id: "h", field, changed_at: "2026-09-11 09:00:00", old_value, new_value: "later",
    }); // prettier-ignore
    const field_changes = [change("pain_primary", null), change("decision_involvement", "uses")];
    const {of} = await judge({}, {brief: [{field: "pain_primary"}]}, {field_changes});
    expect([of.get("pain"), of.get("decision_involvement")]).toEqual([
      ["not_met", null],
      ["not_met", "uses"],
    ]);
  });
  test("an opportunity created after it was not there", async () => {
    const opportunities = [{opportunity_id: "o", created_at: "2026-09-10 10:00:01"}];
    expect((await see("opportunity", {}, {}, {opportunities}))![0]).toBe("not_met");
  });
});

describe("configuration", () => {
  test("replaces one criterion and keeps the others it names", async () => {
    const {of, totals} = await judge(
      {account: {employees: 5000}},
      {qualification: [{criterion: "employees", rule: "employees >= 1000"}, {criterion: "pain"}], readiness: []},
    );
    expect([...of]).toEqual([
      ["employees", ["met", "employees 5,000"]],
      ["pain", ["met", "Forecast off by 26%"]],
    ]);
    expect(totals).toEqual({msq: true, msq_unknown: 0, ready: null, ready_unknown: 0});
  });
  test("says what a criterion shows, and which words tell an industry", async () => {
    const config = {
      qualification: [{criterion: "industry", shows: "upper(industry)"}],
      criteria_words: {technology: ["robotics"]},
    };
    expect(await see("industry", {account: {industry: "Robotics"}}, config)).toEqual(["met", "ROBOTICS"]);
    expect(await see("industry", {account: {industry: "Software"}}, config)).toEqual(["not_met", "SOFTWARE"]);
  });
});

test("the criteria read as BANT", async () => {
  const db = await given({handoffs: [HANDOFF]});
  const rows = await db.rows(
    "select letter, string_agg(criterion, ' ' order by position) as criteria from marts.criteria where letter is not null group by letter order by letter",
  );
  expect(rows).toEqual([
    {letter: "A", criteria: "seniority department decision_involvement"},
    {letter: "B", criteria: "budget_cycle"},
    {letter: "N", criteria: "pain solution_gap business_impact"},
    {letter: "T", criteria: "active_evaluation decision_date"},
  ]);
});

test("only handoffs that were held, missed or are to come are judged", async () => {
  const slot = (id: string, at: string, meeting_status: string) => ({
    handoff_id: id,
    meeting_at: `${at} 10:00:00`,
    meeting_status,
  });
  const handoffs = [
    slot("canceled", "2026-09-10", "canceled"),
    slot("missed", "2026-09-10", "no_show"),
    slot("ahead", "2026-10-10", "scheduled"),
  ];
  const db = await given({handoffs});
  expect(await db.rows("select handoff_id from marts.handoffs where is_msq_compliant is not null order by all")).toEqual([
    {handoff_id: "ahead"},
    {handoff_id: "missed"},
  ]);
});

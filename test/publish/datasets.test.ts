import {beforeAll, describe, expect, it} from "vitest";
import type {
  CompanyData,
  CubeRow,
  FeedbackData,
  FunnelData,
  HandoffFact,
  Manifest,
  NarrowedData,
  SdrData,
  TeamData,
} from "../../pipeline/contract/datasets.js";
import {filterFunnel, findCube, type Filters} from "../../src/components/funnel/cube.js";
import {pickMonth} from "../../src/components/funnel/cube-month.js";
import {COMPANY} from "./company.js";
import {published, type Published} from "./published.js";

const BRIEF = {brief: [{field: "budget", required: true}, {field: "timeline"}]};
let site: Published;
beforeAll(async () => {
  site = await published(COMPANY, BRIEF);
});

describe("the files of a site", () => {
  it("are one per team, SDR and AE beside those of the company, and briefs by SDR and AE", () => {
    const files = site.files.filter(
      (path) => !path.startsWith("briefs/index/") && !path.startsWith("facts/company/") && !path.startsWith("search/all"),
    );
    expect(files).toEqual([
      "ae-team/sales.json", "ae/eve-tran.json", "briefs/ada-osei/eve-tran-1.json", "briefs/ada-osei/eve-tran-2.json", "briefs/bo-lind/eve-tran-1.json", "coming/ae/eve-tran.ics", "coming/ae/eve-tran.json", "coming/company.json",
      "coming/sdr/ada-osei.ics", "coming/sdr/ada-osei.json", "coming/sdr/bo-lind.ics", "coming/sdr/bo-lind.json", "coming/team/north.json",
      "coming/team/sales.json",
      "company.json", "cube/2026-09.arrow", "cube/2026-10.arrow", "cube/source-1.arrow", "cube/source-2.arrow", "cube/team-1.arrow", "dictionary.json", "documentation.json", "facts/ada-osei.arrow", "facts/ae/eve-tran.arrow", "facts/bo-lind.arrow",
      "facts/handoffs/ada-osei.arrow", "facts/handoffs/bo-lind.arrow", "facts/rater/eve-tran.arrow", "facts/team/north.arrow", "facts/team/sales.arrow", "feedback.json",
      "focuses.json", "funnel.json", "health.json", "health/rejects.arrow", "health/steps.arrow", "incidence.json", "manifest.json", "narrowed/source.json", "one-on-one/ada-osei.json", "one-on-one/bo-lind.json", "playbook.json", "practices.json", "raters.json", "routing.json", "sdr/ada-osei.json", "sdr/bo-lind.json", "search/ae/eve-tran.json", "search/sdr/ada-osei.json", "search/sdr/bo-lind.json", "search/team/north.json", "search/team/sales.json", "team/north.json", "team/sales.json",
    ]); // prettier-ignore
  });

  it("hold the records behind the company's numbers in a file per metric that its pages show, and one for counts", () => {
    const files = site.files.filter((path) => path.startsWith("facts/company/"));
    expect(files).toContain("facts/company/handoffs.arrow");
    expect(files).toContain("facts/company/show_rate.arrow");
    expect(files).not.toContain("facts/company/first_slot_show_rate.arrow");
  });

  it("never hold a contact's address or number, nor a colleague's e-mail", () => {
    for (const path of site.files) {
      expect(site.text(path), path).not.toContain("acme.example.com");
      expect(site.text(path), path).not.toContain("555-0199");
      expect(site.text(path), path).not.toContain("ada@test");
    }
  });

  it("have the same version for the same exports and another one for others", async () => {
    const again = await published(COMPANY, BRIEF);
    const other = await published(COMPANY, {...BRIEF, company: "Other"});
    expect(again.version).toBe(site.version);
    expect(again.files.filter((path) => again.text(path) !== site.text(path))).toEqual([]);
    expect(other.version).not.toBe(site.version);
  });
});

describe("the manifest", () => {
  it("says which exports are missing and what they would bring", () => {
    const manifest = site.json<Manifest>("manifest.json");
    expect(manifest.missing.map(({entity}) => entity)).toEqual([
      "stage_changes", "activities", "stakeholders", "calls", "product_signals", "territories", "field_changes", "commitments", "disputes",
    ]); // prettier-ignore
    expect(manifest.missing.every(({brings}) => brings.length > 20)).toBe(true);
    expect(manifest.absent_metrics.map(({metric}) => metric)).toContain("touches_to_meeting");
    expect(manifest.version).toBe(site.version);
  });

  it("links to no script", async () => {
    const {json} = await published({}, {links: {account: "javascript:alert(1)//{id}", person: "https://crm.example.com/{id}"}});
    expect(json<Manifest>("manifest.json").links).toEqual({person: "https://crm.example.com/{id}"});
  });
});

describe("the funnel", () => {
  it("counts who came into each stage, and leaves out a stage that nobody came into", () => {
    const {all} = site.json<FunnelData>("funnel.json");
    expect(all.map(({stage, count}) => [stage, count])).toEqual([
      ["lead", 2], ["conversation", 1], ["qualified", 1], ["booked", 12], ["held", 6], ["accepted", 3], ["sql", 1], ["opportunity", 1],
    ]); // prettier-ignore
  });

  it("takes the step into a stage from the metric that defines it", () => {
    const held = site.json<FunnelData>("funnel.json").all.find(({stage}) => stage === "held")!;
    // Six held and one no-show; cancelled, unknown, ours and those ahead are in no rate.
    expect(held.conversion).toMatchObject({metric: "show_rate", numerator: 6, denominator: 7, value: 0.857143, in_flight: 0});
    const sql = site.json<FunnelData>("funnel.json").all.find(({stage}) => stage === "sql")!;
    // 1 October has not had its 14 days.
    expect(sql.conversion).toMatchObject({metric: "meeting_to_sql_rate", numerator: 1, denominator: 5, in_flight: 1});
    expect(sql.median_days).toBe(2);
  });

  it("has the counts of each value of a dimension, and leaves out a dimension nobody filled", () => {
    const {by} = site.json<FunnelData>("funnel.json");
    expect(by.map(({dimension}) => dimension)).toEqual(["team", "source"]);
    const sources = by.find(({dimension}) => dimension === "source")!.groups;
    expect(sources.map(({id, stages}) => [id, stages.find(({stage}) => stage === "booked")!.count])).toEqual([["event", 2], ["inbound", 2]]); // prettier-ignore
  });

  it("and the numbers of a source are the models' own, for an overview narrowed to it", () => {
    const {groups} = site.json<NarrowedData>("narrowed/source.json");
    const {by} = site.json<FunnelData>("funnel.json");
    expect(groups.map(({id, funnel}) => [id, funnel])).toEqual(by.find(({dimension}) => dimension === "source")!.groups.map(({id, stages}) => [id, stages])); // prettier-ignore
    expect(groups.flatMap(({id, headlines}) => headlines.flatMap(({trailing}) => (trailing ? [[trailing.scope, trailing.scope_id === id]] : []))).every(([scope, isOwn]) => scope === "source" && isOwn)).toBe(true); // prettier-ignore
  });
  it("follows a month's meetings from booking on", () => {
    const {cohorts} = site.json<FunnelData>("funnel.json");
    expect(cohorts.map(({month, stages}) => [month, stages[0]!.stage, stages[0]!.count])).toEqual([
      ["2026-09-01", "booked", 9],
      ["2026-10-01", "booked", 3],
    ]);
  });

  it("adds up from the cube", () => {
    const cube = ["2026-09", "2026-10"].flatMap((month) => site.table(`cube/${month}.arrow`));
    const sum = (metric: string, column: string) =>
      cube.filter((cell) => cell["metric"] === metric).reduce((total, cell) => total + (cell[column] as number), 0);
    expect([sum("stage:booked", "numerator"), sum("show_rate", "numerator"), sum("show_rate", "denominator")]).toEqual([
      12, 6, 7,
    ]);
    expect(sum("meeting_to_sql_rate", "in_flight")).toBe(1);
  });
});

describe("the funnel that a page adds up from the cube", () => {
  const read = (whole: FunnelData, filters: Filters) => site.table(findCube(whole, filters)!) as unknown as CubeRow[];
  it("is that of the documents, for every value of a dimension and every month, to the digit", () => {
    const whole = site.json<FunnelData>("funnel.json");
    const manifest = site.json<Manifest>("manifest.json");
    const count = (stages: FunnelData["all"]) =>
      stages.map(({stage, count, conversion}) => [stage, count, conversion && [conversion.numerator, conversion.denominator, conversion.in_flight, round(conversion.lower), round(conversion.upper)]]); // prettier-ignore
    const round = (value: number | null) => value && Number(value.toFixed(5));
    for (const {dimension, groups} of whole.by)
      for (const {id, stages} of groups) {
        const only = {[dimension]: id};
        expect(count(filterFunnel(whole, read(whole, only), only, manifest).all), id).toEqual(count(stages));
      }
    for (const {month, stages} of whole.cohorts) {
      const {cohorts} = filterFunnel(whole, read(whole, {period: month.slice(0, 7)}), {}, manifest);
      expect(cohorts.map((own) => [own.month, count(own.stages)])).toEqual([[month, count(stages)]]);
    }
  });
  it("of two choices is the same from the file of either", () => {
    const whole = site.json<FunnelData>("funnel.json");
    const manifest = site.json<Manifest>("manifest.json");
    const team = whole.by.find(({dimension}) => dimension === "team")!.groups[0]!.id;
    const only = {team, source: "event"};
    const [first, second] = [{team}, {source: "event"}].map((one) => filterFunnel(whole, read(whole, one), only, manifest).all);
    expect(first!.find(({stage}) => stage === "booked")!.count).toBeGreaterThan(0);
    expect(first).toEqual(second);
  });
  it("of a month is that of its teams added up, stage by stage, and each stage has its records", () => {
    const whole = site.json<FunnelData>("funnel.json");
    const manifest = site.json<Manifest>("manifest.json");
    const facts = site.table("facts/company/handoffs.arrow") as unknown as HandoffFact[];
    const letters = {booked: "b", held: "h", accepted: "a", sql: "s", opportunity: "o", won: "w"} as Record<string, string>;
    for (const {month, stages} of whole.cohorts) {
      const period = month.slice(0, 7);
      const {by} = pickMonth(whole, read(whole, {period}), {period}, manifest);
      const teams = by.find(({dimension}) => dimension === "team")!.groups;
      for (const {stage, count} of stages) {
        const ofTeams = teams.map((team) => team.stages.find((each) => each.stage === stage)!.count);
        expect([stage, ofTeams.reduce((sum, each) => sum + each, 0)]).toEqual([stage, count]);
        const behind = facts.filter(({stages, dated_at}) => stages.includes(letters[stage]!) && dated_at.startsWith(period));
        expect([stage, behind.length]).toEqual([stage, count]);
      }
    }
  });
});

describe("the overview", () => {
  it("names the latest month with enough meetings and what unknown outcomes could mean", () => {
    const {lead, show_rate_bounds} = site.json<CompanyData>("company.json");
    // September: five held, one no-show, one unknown; October has only one meeting.
    expect(lead).toMatchObject({period_start: "2026-09-01", due: 6, held: 5, unknown: 1, most_missed_field: "budget"});
    expect(show_rate_bounds).toEqual({worst: 0.714286, best: 0.857143});
  });

  it("tells where handoffs stopped by the first recorded cause", () => {
    const {losses} = site.json<CompanyData>("company.json");
    expect(losses.map(({cause, reason, count}) => [cause, reason, count])).toEqual([
      ["our_side", "", 1],
      ["no_show", "", 1],
      ["canceled", "", 1],
      ["rejected", "No need", 1],
      ["disqualified", "No budget", 1],
      // h4 was never decided; h5 was accepted and then nothing. h10 still has time, h9 is unknown.
      ["no_decision", "", 1],
      ["not_explained", "", 1],
    ]);
  });

  it("counts what is in no rate apart", () => {
    expect(site.json<CompanyData>("company.json").counts).toEqual({
      sdrs: 2,
      aes: 1,
      handoffs: 12,
      pending: 2,
      waiting: 0,
      unknown: 1,
      our_side: 1,
      canceled: 1,
      put_off: 0,
    });
  });

  it("counts heads of the people export only, where there is one; everybody named without", async () => {
    const meeting = (id: string, status: string) => ({handoff_id: id, sdr_id: id, ae_id: "p-eve", meeting_at: "2026-09-01 10:00:00", meeting_status: status}); // prettier-ignore
    const handoffs = [meeting("p-ada", "canceled"), meeting("ghost", "rescheduled")];
    const people = [{person_id: "p-ada", name: "Ada", role: "sdr"}];
    const settings = {as_of: "2026-12-01T00:00:00Z"};
    const counts = async (given: object) => (await published(given as never, settings)).json<CompanyData>("company.json").counts;
    // The one put off in September was never booked again by December.
    expect(await counts({people, handoffs})).toMatchObject({sdrs: 1, aes: 0, handoffs: 2, canceled: 1, put_off: 1});
    expect(await counts({handoffs})).toMatchObject({sdrs: 2, aes: 1});
  });
});

describe("an SDR's page", () => {
  it("lists the last handoffs, newest first, and apart from them what is coming", () => {
    const sdr = site.json<SdrData>("sdr/ada-osei.json");
    expect(sdr.recent.map((line) => line.handoff_id)).toEqual(["h10", "h9", "h8", "h7", "h6", "h5", "h4", "h3", "h2", "h1"]);
    expect(sdr.coming).toMatchObject([{handoff_id: "h11", contact: "Pat Buyer", contact_title: "CFO", account: "Acme"}]);
  });

  it("shows the brief's fields in the template's order", () => {
    const line = site.json<SdrData>("sdr/ada-osei.json").recent.at(-1)!;
    expect([line.handoff_id, line.fields]).toEqual(["h1", "fn"]);
  });

  it("has the AEs' words, newest first, and what they valued", () => {
    const sdr = site.json<SdrData>("sdr/ada-osei.json");
    expect(sdr.words.map(({handoff_id, missing, helpful}) => [handoff_id, missing, helpful])).toEqual([
      ["h2", "No budget named", null],
      ["h1", null, "Crisp notes"],
    ]);
    expect(sdr.valued).toEqual([{context: "timeline", count: 2}, {context: "pain_points", count: 1}]); // prettier-ignore
    // Three names in two answers.
    expect(sdr.valued_answers).toBe(2);
  });

  it("compares with nobody where fewer than five others are there", () => {
    expect(site.json<SdrData>("sdr/ada-osei.json")).toMatchObject({team_people: 0, team_fields: []});
  });

  it("can explain each of its numbers by the records behind it", () => {
    const facts = site.table("facts/ada-osei.arrow").filter((fact) => fact["metric"] === "show_rate");
    expect(facts.map((fact) => [fact["record_id"], fact["numerator"]])).toEqual([
      ["h1", 1], ["h2", 1], ["h3", 1], ["h4", 1], ["h5", 1], ["h6", 0], ["h10", 1],
    ]); // prettier-ignore
    expect(facts[0]).toMatchObject({
      account: "Acme",
      ae: "Eve Tran",
      dated_at: "2026-09-01T10:00:00Z",
      is_mature: true,
      denominator: 1,
    });
  });

  it("holds nothing of a colleague's records", () => {
    expect(site.text("facts/bo-lind.arrow")).not.toContain("h1");
    expect(site.text("facts/handoffs/bo-lind.arrow")).not.toContain("Ada");
    expect(site.text("facts/team/sales.arrow")).not.toContain("Ada");
    expect(site.text("sdr/bo-lind.json")).not.toContain("Ada");
  });
});

describe("a team's page", () => {
  it("has a row for each present SDR, by name, the new one marked", () => {
    const team = site.json<TeamData>("team/north.json");
    expect(team.scorecard.map(({name, tenure_days, is_ramping, handoffs}) => [name, tenure_days, is_ramping, handoffs])).toEqual([
      ["Ada Osei", 60, true, 11],
      ["Bo Lind", 2469, false, 1],
    ]);
    expect(team.manager_name).toBe("Mo Díaz");
    expect(team.coming.map((line) => line.handoff_id)).toEqual(["h12", "h11"]);
  });
});

describe("the feedback page", () => {
  it("counts answers, and what became of forecasts only once their time is over", () => {
    const feedback = site.json<FeedbackData>("feedback.json");
    expect(feedback.accuracy).toEqual([{answer: "full", count: 1}, {answer: "partial", count: 0}, {answer: "not", count: 1}]); // prettier-ignore
    // Two answers name three pieces of context between them.
    expect([feedback.valued_answers, feedback.valued.reduce((sum, {count}) => sum + count, 0)]).toEqual([2, 3]);
    expect(feedback.ratings.filter(({count}) => count > 0)).toEqual([{score: 4, count: 1}, {score: 9, count: 1}]); // prettier-ignore
    expect(feedback.advance).toEqual([{answer: "yes", count: 1, advanced: 0, decided: 0}, {answer: "no", count: 1, advanced: 0, decided: 0}]); // prettier-ignore
  });

  it("shows how often an AE answers and never how that AE rates", () => {
    const {response} = site.json<FeedbackData>("feedback.json");
    // The meeting of Thursday 1 October has until Monday evening.
    expect(response).toMatchObject([
      {scope_name: "Eve Tran", metric: "feedback_response_rate", numerator: 2, denominator: 5, in_flight: 1},
    ]);
  });
});

describe("a company that exports opportunities alone", () => {
  it("gets the end of the funnel from them", async () => {
    const opportunities = [1, 2, 3].map((n) => ({
      opportunity_id: `o${n}`,
      created_at: "2026-01-05 10:00:00",
      ...(n === 1 && {is_closed: true, is_won: true, closed_at: "2026-01-25 10:00:00"}),
    }));
    const {all} = (await published({opportunities})).json<FunnelData>("funnel.json");
    expect(all.map(({stage, count}) => [stage, count])).toEqual([
      ["opportunity", 3],
      ["won", 1],
    ]);
    expect(all[1]).toMatchObject({
      conversion: {metric: "opportunity_to_win_rate", numerator: 1, denominator: 3},
      median_days: 20,
    });
  });
});

describe("a company that accepts before the meeting", () => {
  it("has the stages in that order", async () => {
    const stage_order = ["booked", "accepted", "held"];
    const {json} = await published(COMPANY, {...BRIEF, stage_order});
    expect(json<FunnelData>("funnel.json").all.map(({stage}) => stage)).toEqual(stage_order);
  });
});

describe("a company without any export", () => {
  it("still gets its documents, all of them empty", async () => {
    const {json, files} = await published({});
    expect(files).toContain("company.json");
    expect(json<CompanyData>("company.json")).toMatchObject({
      headlines: [],
      funnel: [],
      losses: [],
      lead: null,
      show_rate_bounds: null,
    });
    expect(json<FunnelData>("funnel.json")).toEqual({all: [], by: [], cohorts: []});
    expect(json<Manifest>("manifest.json").missing).toHaveLength(16);
  });
});

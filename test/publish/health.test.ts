import {beforeAll, describe, expect, it} from "vitest";
import type {CompanyData, HealthData} from "../../pipeline/contract/datasets.js";
import {expectToAddUp} from "./adds-up.js";
import {published, type Published} from "./published.js";

const handoff = (handoff_id: string, meeting_at: string, more = {}) => ({
  handoff_id,
  sdr_id: "p-ada",
  account_id: "a1",
  meeting_at,
  meeting_status: "held",
  ...more,
});

describe("data health", () => {
  let site: Published;
  let health: HealthData;
  beforeAll(async () => {
    site = await published(
      {
        people: [{person_id: "p-ada", name: "Ada Osei", role: "sdr"}],
        accounts: [{account_id: "a1", name: "Acme"}],
        leads: [{lead_id: "l1", sdr_id: "p-ada", created_at: "2026-09-05 00:00:00", first_touch_at: "2026-09-06 00:00:00"}],
        handoffs: [
          handoff("h1", "2026-09-01 10:00:00", {ae_id: "p-gone", lead_id: "l1", booked_at: "2026-08-30 10:00:00"}),
          handoff("h2", "2026-09-02 10:00:00", {ae_id: "p-gone", account_id: "a9"}),
          handoff("h3", "2026-09-03 10:00:00", {meeting_status: "rescheduled", booked_at: "2026-08-30 10:00:00"}),
          handoff("h3", "2026-09-08 10:00:00", {booked_at: "2026-09-03 09:00:00"}),
          handoff("h4", "2026-09-04 10:00:00", {meeting_status: "scheduled"}),
          handoff("h5", "2026-09-07 10:00:00", {meeting_status: ""}),
        ],
        disputes: [
          {record_id: "h1", metric: "show_rate", raised_by: "p-ada", raised_at: "2026-09-20 10:00:00", reason: "was a no-show"},
          {record_id: "h9", metric: "show_rate", raised_at: "2026-09-19 10:00:00"},
          {record_id: "h2", metric: "show_rate", raised_at: "2026-09-19 10:00:00", resolved_at: "2026-09-21 10:00:00"},
        ],
        feedback: [
          {feedback_id: "f1", submitted_at: "2026-09-04 10:00:00", account: "Nowhere", meeting_on: "2026-09-04"},
          {feedback_id: "f2", submitted_at: "2026-09-07 12:00:00", handoff_id: "h5", showed_up: "no"},
          {
            feedback_id: "f3",
            submitted_at: "2026-09-02 12:00:00",
            ae_id: "p-gone",
            account: "ACME, Inc.",
            meeting_on: "2026-09-01",
          },
        ],
      },
      {},
      `insert into raw.rejects
       select file_id, path, 'handoffs', line, 'booked_at', value, 'is no time', 'write 2026-09-01 10:00', effect
       from (values (7, 'yesterday', 'cell'), (3, 'soon', 'cell'), (9, 'never', 'row')) as entries (line, value, effect)
       cross join (select file_id, path from raw.files where entity = 'handoffs') as files;
       insert into raw.unread_headers select file_id, unnest(['Zone', 'Deal desk']) from raw.files where entity in ('handoffs', 'leads')`,
    );
    health = site.json<HealthData>("health.json");
  });

  it("groups problems, what costs a row first, each with its first line", () => {
    expect(health.problems.map(({effect, count, example, first_line}) => [effect, count, example, first_line])).toEqual([
      ["row", 1, "never", 9],
      ["cell", 2, "soon", 3],
    ]);
    expect(health.files.find(({entity}) => entity === "handoffs")!.bad_cells).toBe(2);
  });

  it("tells the headers of each file that nothing is read from, each list once", () => {
    const unread = Object.fromEntries(health.files.map((file) => [file.entity, health.unread_headers[file.unread]]));
    expect(unread).toMatchObject({people: [], handoffs: ["Zone", "Deal desk"], leads: ["Zone", "Deal desk"]});
    expect(health.unread_headers).toHaveLength(2);
  });

  it("keeps every single entry in the table beside it", () => {
    expect(site.table("health/rejects.arrow").map((entry) => [entry["line"], entry["value"], entry["effect"]])).toEqual([
      [3, "soon", "cell"],
      [7, "yesterday", "cell"],
      [9, "never", "row"],
    ]);
  });

  it("names people who are in no export of people, and where they occur", () => {
    expect(health.unmatched_people).toEqual([
      {id: "p-gone", used_in: "handoffs.ae_id", rows: 2},
      {id: "p-gone", used_in: "feedback.ae_id", rows: 1},
    ]);
  });

  it("names ids that lead nowhere, but only into exports that are there", () => {
    expect(health.orphans).toEqual([
      {entity: "handoffs", column: "account_id", references: "accounts", rows: 1, rejected: 0, example: "a9"},
    ]);
  });

  it("counts the slots of meeting chains and the outcomes nobody recorded", () => {
    expect(health.chains).toEqual([{slots: 1, handoffs: 4}, {slots: 2, handoffs: 1}]); // prettier-ignore
    expect(health.unknown_outcomes).toEqual([{sdr: "Ada Osei", count: 1, of: 5}]);
  });

  it("leads from the rows of each kind to what the funnel counts, and names the records of each step", () => {
    expectToAddUp(health.bridge, site.json<CompanyData>("company.json"));
    expect(health.bridge.map(({entity, steps}) => [entity, steps[0]!.count, steps.at(-1)!.count])).toEqual([["leads", 1, 1], ["handoffs", 6, 5]]); // prettier-ignore
    expect(site.table("health/steps.arrow")).toMatchObject([
      {entity: "handoffs", step: "same_handoff", handoff_id: "h3", dated_at: "2026-09-08T10:00:00Z"},
    ]);
  });

  it("lists SDRs with open outcomes by name, not by number", async () => {
    const open = (id: string, sdr_id: string) => handoff(id, "2026-09-01 10:00:00", {sdr_id, meeting_status: "scheduled"});
    const people = [{person_id: "p-zoe", name: "Zoe", role: "sdr"}, {person_id: "p-ada", name: "Ada", role: "sdr"}]; // prettier-ignore
    const handoffs = [open("h1", "p-zoe"), open("h2", "p-zoe"), open("h3", "p-ada")];
    const {json} = await published({people, handoffs}, {as_of: "2026-10-05T06:00:00Z"});
    expect(json<HealthData>("health.json").unknown_outcomes.map(({sdr, count}) => [sdr, count])).toEqual([["Ada", 1], ["Zoe", 2]]); // prettier-ignore
  });

  it("names answers that belong to no handoff", () => {
    expect(health.unmatched_feedback).toMatchObject([{feedback_id: "f1", account: "Nowhere"}]);
  });

  it("says how answers came to their handoff, and how many open meetings they closed", () => {
    expect(health.feedback_matches).toEqual([
      {how: "ae_similar_account_day", count: 1},
      {how: "handoff_id", count: 1},
      {how: "none_fits", count: 1},
    ]);
    expect(health.answered_outcomes).toEqual([{answer: "no", count: 1}]);
  });

  it("lists open disputes, and whether their record is there", () => {
    expect(health.disputes.map(({record_id, raised_by, is_found}) => [record_id, raised_by, is_found])).toEqual([
      ["h1", "Ada Osei", true],
      ["h9", "", false],
    ]);
  });

  it("marks a disputed record among those behind the number it is disputed in, and no other", () => {
    const facts = site.table("facts/ada-osei.arrow").filter((fact) => fact["is_disputed"]);
    expect(facts.map(({metric, record_id}) => [metric, record_id])).toEqual([["show_rate", "h1"]]);
  });

  it("tells the newest export of each source and entity", () => {
    expect(health.sources.find(({entity}) => entity === "handoffs")).toEqual({
      source: "given",
      entity: "handoffs",
      files: 1,
      rows: 6,
      exported_at: "2026-10-05T06:00:00Z",
    });
  });

  it("names times that cannot be", () => {
    // h1 was booked on 30 August, its lead created on 5 September.
    expect(health.impossible_times).toEqual([{check: "Meeting booked before its lead was created", count: 1, example: "h1"}]);
  });
});

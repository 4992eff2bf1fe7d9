import {beforeAll, describe, expect, it} from "vitest";
import {parseConfig} from "../../pipeline/config.js";
import {METRICS} from "../../pipeline/contract/metrics.js";
import {OTHER_PRACTICES} from "../../pipeline/contract/behaviours-practice.js";
import {findBehaviour, listBehaviours} from "../../pipeline/contract/behaviours.js";
import type {Database} from "../../pipeline/db.js";
import {coach} from "../../pipeline/inference/coaching.js";
import {put} from "../../pipeline/inference/put.js";
import {given, type Cells, type Given} from "../models/given.js";

const CONFIG = {
  brief: [
    {field: "budget", required: true},
    {field: "pain_primary", required: true},
  ],
};

/** Focus tables of a few rows; `themes` are rows of marts.comment_themes. */
async function coached(
  entities: Given,
  {config = CONFIG, themes = []}: {config?: object; themes?: [handoff: string, theme: string][]} = {},
): Promise<Database> {
  const db = await given(entities, config);
  for (const name of ["associations", "practices"] as const) await put(db, name, []);
  if (themes.length > 0)
    await db.run(`create or replace table marts.comment_themes as select * from (values ${themes.map(([handoff, theme]) => `('f-${handoff}', '${handoff}', '${theme}')`).join(", ")}) as themes(feedback_id, handoff_id, theme)`); // prettier-ignore
  await coach(db, parseConfig(JSON.stringify({company: "Test", ...config}), "/test/baton.config.yaml"));
  return db;
}
const held = (handoff_id: string, sdr_id: string, day: string, more: Cells = {}): Cells => ({handoff_id, sdr_id, ae_id: "eve", account_id: `acme-${handoff_id}`, booked_at: `${day} 08:00:00`, meeting_at: `${day} 10:00:00`, meeting_status: "held", budget: "50k", pain_primary: "Renewals take 3 days", ...more}); // prettier-ignore
const day = (index: number) => new Date(Date.UTC(2026, 5, 1) + index * 86_400_000).toISOString().slice(0, 10);
const sdr = (person_id: string, more: Cells = {}): Cells => ({
  person_id,
  name: person_id,
  role: "sdr",
  team: "North",
  started_on: "2024-01-01",
  ...more,
});

describe("what is counted of a behaviour", () => {
  const copied = "We struggle with manual contract work across several teams and want one place for it all";
  const blank = (id: string, many: number) => Array.from({length: 30}, (_, index) => held(`${id}${index}`, id, day(index % 25), index < many ? {budget: null} : {})); // prettier-ignore
  let db: Database;
  beforeAll(async () => {
    db = await coached(
      {
        people: [
          ...["ada", "bo", "cy", "dee", "gil"].map((id) => sdr(id)),
          sdr("fay", {absent_from: "2026-07-06", absent_to: "2026-08-07"}),
          sdr("eli", {started_on: "2026-06-01"}),
          sdr("hal", {started_on: "2026-06-01"}),
        ],
        accounts: [{account_id: "acme-c1", name: "A", employees: 500}, {account_id: "acme-c2", name: "B", employees: 9000}, {account_id: "acme-c3", name: "C"}], // prettier-ignore
        handoffs: [
          held("h1", "ada", "2026-09-01"),
          held("h2", "ada", "2026-09-02", {budget: null}),
          held("h3", "ada", "2026-09-03", {budget: "tbd"}),
          ...["h4", "h5", "h6"].map((id, index) => held(id, "ada", `2026-09-0${7 + index}`, {pain_primary: copied})),
          held("h7", "ada", "2026-09-10", {pain_primary: "Looking to improve"}),
          held("b1", "bo", "2026-09-01", {confirmation_sent_at: "2026-08-31 10:00:00"}),
          held("b2", "bo", "2026-09-02", {meeting_status: "no_show"}),
          held("b3", "bo", "2026-09-03", {confirmation_sent_at: "2026-09-03 11:00:00"}),
          held("b4", "bo", "2026-09-04", {meeting_status: "canceled", canceled_at: "2026-08-01 10:00:00"}),
          ...["c1", "c2", "c3"].map((id, index) => held(id, "cy", `2026-09-0${1 + index}`)),
          ...["2026-06-30", "2026-07-07", "2026-08-04", "2026-08-11", "2026-10-05"].map((date, index) =>
            held(`f${index}`, "fay", date),
          ),
          held("own", "fay", "2026-08-12", {ae_id: "fay"}),
          held("d1", "dee", "2026-08-04", {budget: null}),
          held("d2", "dee", "2026-08-11"),
          held("d3", "dee", "2026-08-18", {budget: null}),
          ...blank("eli", 20),
          ...blank("hal", 20),
          ...blank("gil", 0),
        ],
        leads: [
          {lead_id: "l1", sdr_id: "cy", assigned_at: "2026-09-01 08:00:00", first_touch_at: "2026-09-01 09:00:00"},
          {lead_id: "l2", sdr_id: "cy", assigned_at: "2026-09-01 08:00:00", first_touch_at: "2026-09-03 09:00:00"},
        ],
        feedback: [{feedback_id: "f-d1", handoff_id: "d1", ae_id: "eve", submitted_at: "2026-08-04 12:00:00", missing: "Budget"}],
      },
      {config: {...CONFIG, qualification: [{criterion: "employees"}]}, themes: [["d1", "budget"]]},
    );
  });
  const weeksOf = (sdr_id: string, behaviour: string) =>
    db.rows(`select strftime(week_start, '%Y-%m-%d') as week, eligible, done from marts.behaviour_weeks where sdr_id = '${sdr_id}' and behaviour = '${behaviour}' order by week`); // prettier-ignore
  const weeks = ["2026-08-31", "2026-09-07"];
  const two = (...counts: [eligible: number, done: number][]) => counts.map(([eligible, done], index) => ({week: weeks[index], eligible, done})); // prettier-ignore

  it("is a field that is filled, of the briefs that leave it blank or fill it; placeholders and copies count under their own names", async () => {
    expect(await weeksOf("ada", "budget")).toEqual(two([2, 1], [4, 4]));
    expect(await weeksOf("ada", "placeholders")).toEqual(two([3, 2], [4, 4]));
    expect(await weeksOf("ada", "copied_texts")).toEqual(two([3, 3], [4, 3]));
    expect(await weeksOf("ada", "pain_primary")).toEqual(two([3, 3], [3, 3]));
    expect(await weeksOf("ada", "specificity")).toEqual(two([3, 3], [3, 2]));
  });
  it("is a practice only where an export tells of it, of meetings held or missed", async () => {
    expect(await weeksOf("bo", "confirmation_sent")).toEqual(two([3, 1]));
    expect([await weeksOf("bo", "verbal_sync"), await weeksOf("bo", "touches_before_booking")]).toEqual([[], []]);
  });
  it("is a first touch within a day of the lead's assignment, and companies none of whose known criteria failed", async () => {
    expect(await weeksOf("cy", "speed_to_lead")).toEqual(two([2, 1]));
    expect(await weeksOf("cy", "fit")).toEqual(two([2, 1]));
  });
  it("leaves out weeks away, the week that the data end in, and what one person passed on to themselves", async () => {
    expect(await weeksOf("fay", "budget")).toEqual([
      {week: "2026-06-29", eligible: 1, done: 1},
      {week: "2026-08-10", eligible: 1, done: 1},
    ]);
  });
  it("is an AE's comment that the next brief answers", async () => {
    expect(await weeksOf("dee", "feedback_response")).toEqual([{week: "2026-08-10", eligible: 1, done: 1}]);
  });
  it("stands beside what others do in the same months in the job: a starter's beside a starter's", async () => {
    const rates = await db.rows<{sdr_id: string; expected: number}>("select sdr_id, sum(expected) / sum(eligible) as expected from marts.behaviour_weeks where behaviour = 'budget' and sdr_id in ('eli', 'gil') group by sdr_id order by sdr_id"); // prettier-ignore
    // Of Hal's thirty ten are filled; nobody else is new.
    expect(rates[0]!.expected).toBeLessThan(0.55);
    expect(rates[1]!.expected).toBeGreaterThan(rates[0]!.expected);
  });
});

/** Six SDRs with twenty handoffs each since June; Ada leaves the budget out of most, the others of none. */
const handoffsOf = (id: string, n = 20, more: Cells = {}) => Array.from({length: n}, (_, index) => held(`${id}-${index}`, id, day(index * 4), ["ada", "moe"].includes(id) && index % 5 ? {budget: null, ...more} : more)); // prettier-ignore

describe("marts.focuses and what stands beside them", () => {
  let db: Database;
  beforeAll(async () => {
    const others = ["bo", "cy", "dee", "eli", "flo"];
    db = await coached(
      {
        people: [
          ...["ada", ...others].map((id) => sdr(id)),
          sdr("ann", {ended_on: "2026-09-01"}),
          sdr("new", {started_on: "2026-09-01"}),
          sdr("gil", {valid_from: "2024-01-01"}),
          {...sdr("gil"), role: "ae", valid_from: "2026-01-05"},
          {...sdr("hal"), role: "ae"},
          sdr("moe", {valid_from: "2024-01-01", team: "South"}),
          sdr("moe", {valid_from: "2026-07-01"}),
        ],
        handoffs: [
          ...["ada", ...others, "ann", "moe"].flatMap((id) => handoffsOf(id)),
          ...handoffsOf("new", 3),
          held("old", "gil", "2025-12-01"),
          ...handoffsOf("hal", 20, {budget: null}),
        ],
        feedback: ["ada-1", "bo-1"].map((id) => ({feedback_id: `f-${id}`, handoff_id: id, ae_id: "eve", submitted_at: "2026-06-10 12:00:00", missing: "x", quality_score: 7})), // prettier-ignore
        commitments: [
          {sdr_id: "bo", behaviour: "Pain primary", agreed_on: "2026-09-07", status: "open"},
          {sdr_id: "nobody", behaviour: "budget", agreed_on: "2026-09-07"},
          {sdr_id: "cy", behaviour: "charm", agreed_on: "2026-09-07"},
          {sdr_id: "dee", behaviour: "verbal_sync", agreed_on: "2026-09-07"},
        ],
      },
      {themes: [["ada-1", "budget"], ["bo-1", "other"]]}, // prettier-ignore
    );
  });
  const focusOf = async (id: string) => (await db.rows<Record<string, unknown>>(`select * from marts.focuses where sdr_id = '${id}' and place = 1`))[0]; // prettier-ignore

  it("name the behaviour, what it was chosen by, and the handoffs behind it", async () => {
    expect(await focusOf("ada")).toMatchObject({behaviour: "budget", since: "2026-07-13", eligible: 20, done: 4, quartile_of: "team", people: 7, comments: 1, commented: 1, reason: null}); // prettier-ignore
    expect(await focusOf("eli")).toMatchObject({behaviour: null, reason: "nothing_stands_out"});
    const evidence = await db.rows(
      "select kind, handoff_id from marts.focus_evidence where sdr_id = 'ada' and place = 1 order by kind, position",
    );
    expect(evidence).toEqual([
      {kind: "comment", handoff_id: "ada-1"},
      {kind: "good", handoff_id: "ada-15"},
      {kind: "good", handoff_id: "ada-10"},
      // Of the first the AE said that the budget was missing.
      ...[1, 19, 18].map((index) => ({kind: "missed", handoff_id: `ada-${index}`})),
    ]);
  });
  it("are none of who left, is an AE now, or has three handoffs; who is both SDR and AE has one", async () => {
    const found = await Promise.all(["ann", "gil", "new"].map(async (id) => (await focusOf(id))?.["reason"]));
    expect(found).toEqual(["left", "other_role", "starter"]);
    expect(await focusOf("hal")).toMatchObject({behaviour: "budget"});
  });
  it("hold who changed team of late against the company", async () => {
    expect(await focusOf("moe")).toMatchObject({behaviour: "budget", quartile_of: "company"});
  });
  it("keep every commitment, follow those they can, and say of the others why not", async () => {
    expect(await db.rows("select sdr_id, behaviour, status, problem from marts.commitments order by sdr_id")).toEqual([
      {sdr_id: "bo", behaviour: "pain_primary", status: "open", problem: null},
      {sdr_id: "cy", behaviour: null, status: "open", problem: "unknown_behaviour"},
      {sdr_id: "dee", behaviour: "verbal_sync", status: "open", problem: "not_counted"},
      {sdr_id: "nobody", behaviour: "budget", status: "open", problem: "unknown_sdr"},
    ]);
    expect(await focusOf("bo")).toMatchObject({behaviour: "pain_primary", since: "2026-09-07", commitment: 1});
    expect(await db.rows("select sdr_id, verdict, why from marts.commitment_verdicts")).toEqual([{sdr_id: "bo", verdict: "too_early", why: "short_baseline"}]); // prettier-ignore
  });
  it("show of what was missed first what an AE has words on, then what was held, and what is to come or was cancelled last", async () => {
    const three = [1, 2, 3].map((index) => ({activity_id: `t${index}`, actor_id: "ada", account_id: "acme-kept", channel: "call", direction: "out", occurred_at: `2026-08-0${index} 08:00:00`})); // prettier-ignore
    const read = async (more: Cells[]) => {
      const other = await coached(
        {
          people: [sdr("ada")],
          handoffs: [held("kept", "ada", "2026-08-10"), ...more],
          activities: three,
          feedback: [{feedback_id: "f-said", handoff_id: "said", ae_id: "eve", submitted_at: "2026-09-20 12:00:00", helpful: "Knew who signs"}], // prettier-ignore
          commitments: [{sdr_id: "ada", behaviour: "touches_before_booking", agreed_on: "2026-09-07", status: "open"}],
        },
        {themes: [["kept", "other"]]},
      );
      const rows = await other.rows("select handoff_id from marts.focus_evidence where place = 1 and kind = 'missed' order by position"); // prettier-ignore
      return rows.map(({handoff_id}) => handoff_id);
    };
    const off = {meeting_status: "canceled", canceled_at: "2026-09-13 10:00:00"};
    const next = {meeting_at: "2026-10-20 10:00:00", meeting_status: "scheduled"};
    const idle = [held("off", "ada", "2026-09-14", off), held("next", "ada", "2026-09-15", next)];
    const absent = held("absent", "ada", "2026-09-12", {meeting_status: "no_show"});
    expect(await read([held("said", "ada", "2026-09-02"), held("held", "ada", "2026-09-10"), absent, ...idle])).toEqual(["said", "held", "absent"]); // prettier-ignore
    expect(await read([absent, held("held", "ada", "2026-09-10"), ...idle])).toEqual(["held", "absent", "next"]);
  });
  it("are none of a company without handoffs", async () => {
    const empty = await coached({});
    expect(await empty.rows("select * from marts.focuses union all by name select * from marts.focus_evidence")).toEqual([]);
  });
});

describe("the catalogue", () => {
  const behaviours = listBehaviours(parseConfig("company: Test", "/test/baton.config.yaml"));
  it("has leading behaviours alone: no result of a meeting, and no metric of one", () => {
    const lagging = METRICS.filter((metric) => !("leading" in metric && metric.leading)).map(({name}) => name as string);
    expect(behaviours.filter(({behaviour}) => lagging.includes(behaviour))).toEqual([]);
    const counted = JSON.stringify(behaviours.map(({counted}) => ("done" in counted ? counted.done : counted)));
    expect(counted).not.toMatch(/is_held|outcome|sql_at|accepted|rejected|quality_score|opportunity_at|won/);
  });
  it("has an entry per field and per criterion, each once, with something to do about it", () => {
    const ids = behaviours.map(({behaviour}) => behaviour);
    expect(new Set(ids).size).toBe(ids.length);
    for (const {practice, weight} of behaviours) expect([practice.length > 20, weight > 0]).toEqual([true, true]);
    for (const id of Object.keys(OTHER_PRACTICES)) expect(ids).toContain(id);
  });
  it("is known by id and by label, whatever the case and the signs between", () => {
    const find = (name: string) => findBehaviour(name, behaviours)?.behaviour;
    expect(["champion", "Next steps", "brief-lead-time", "Talk with the AE before the meeting", "Economic buyer"].map(find)).toEqual(["champion", "next_steps", "brief_lead_time", "verbal_sync", "economic_buyer"]); // prettier-ignore
    expect(find("charm")).toBeUndefined();
  });
});

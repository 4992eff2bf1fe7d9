import {describe, expect, test} from "vitest";
import {givenAsAsked as given} from "./as-asked.js";
import {readHandoffs, type Cells} from "./given.js";

const meeting = (id: string, more: Cells = {}): Cells => ({
  handoff_id: `h${id}`,
  meeting_id: `m${id}`,
  contact_id: `c${id}`,
  account_id: "a1",
  ae_id: "ae1",
  meeting_at: "2026-09-08 22:30:00",
  meeting_status: "held",
  ...more,
});
const PEOPLE = [{person_id: "ae1", name: "Ada", email: "ada@example.com", role: "ae"}];
const ACCOUNTS = [{account_id: "a1", name: "Acme Ltd"}];

async function match(feedback: Cells, handoffs: Cells[] = [meeting("1")], config: object = {}) {
  const db = await given(
    {
      handoffs,
      people: PEOPLE,
      accounts: ACCOUNTS,
      feedback: [{feedback_id: "f", submitted_at: "2026-09-09 10:00:00", ...feedback}],
    },
    config,
  );
  const matched = await db.rows<{handoff_id: string}>("select handoff_id from marts.handoffs where feedback_id is not null");
  const unmatched = await db.rows<{reason: string}>("select reason from marts.unmatched_feedback");
  return [...matched.map((row) => row.handoff_id), ...unmatched.map((row) => row.reason)];
}

test("the last answer for a handoff wins, the first one dates the response", async () => {
  const answers = [
    {
      feedback_id: "f2",
      handoff_id: "h1",
      submitted_at: "2026-09-12 10:00:00",
      quality_score: 4,
      most_valuable_context: "timeline;pain_points",
    },
    {feedback_id: "f1", handoff_id: "h1", submitted_at: "2026-09-09 10:00:00", quality_score: 9, missing: "budget"},
  ];
  const db = await given({handoffs: [meeting("1")], feedback: answers});
  expect(
    await readHandoffs(
      db,
      "feedback_id",
      "feedback_first_at",
      "feedback_last_at",
      "quality_score",
      "missing",
      "most_valuable_context",
    ),
  ).toEqual([
    {
      feedback_id: "f2",
      feedback_first_at: "2026-09-09 10:00:00",
      feedback_last_at: "2026-09-12 10:00:00",
      quality_score: 4,
      missing: null,
      most_valuable_context: ["timeline", "pain_points"],
    },
  ]);
});

describe("an answer is matched", () => {
  test("by the handoff's id, or by the meeting's", async () => {
    expect(await match({handoff_id: "h1"})).toEqual(["h1"]);
    expect(await match({handoff_id: "m1"})).toEqual(["h1"]);
  });
  test("by AE, account and local day: ids, or e-mail and name in any case", async () => {
    expect(await match({ae_id: "ae1", account: "a1", meeting_on: "2026-09-08"})).toEqual(["h1"]);
    expect(await match({ae_email: "Ada@Example.com", account: " acme LTD", meeting_on: "2026-09-08"})).toEqual(["h1"]);
    // 22:30 UTC is half past midnight of the 9th in Berlin.
    expect(
      await match({ae_id: "ae1", account: "a1", meeting_on: "2026-09-09"}, [meeting("1")], {timezone: "Europe/Berlin"}),
    ).toEqual(["h1"]);
  });
  test("by the AE's name, and by an account's name without regard to legal form, punctuation and accents", async () => {
    expect(await match({ae_id: "ada ", account: "a1", meeting_on: "2026-09-08"})).toEqual(["h1"]);
    expect(await match({ae_email: "Ada", account: "ACME, Limited", meeting_on: "2026-09-08"})).toEqual(["h1"]);
    expect(await match({ae_id: "ae1", account: "Acme", meeting_on: "2026-09-08"})).toEqual(["h1"]);
    expect(await match({ae_id: "ae1", account: "Acme Robotics", meeting_on: "2026-09-08"})).toEqual(["none_fits"]);
  });
  test("rather by the very name than by one like it", async () => {
    const handoffs = [meeting("1"), meeting("2", {account_id: "a2"})];
    const db = await given({
      handoffs, people: PEOPLE, accounts: [...ACCOUNTS, {account_id: "a2", name: "Acme Inc."}],
      feedback: ["Acme Inc.", "Acme"].map((account, index) => ({feedback_id: `f${index}`, submitted_at: "2026-09-09 10:00:00", ae_id: "ae1", account, meeting_on: "2026-09-08"})),
    }); // prettier-ignore
    expect(
      await db.rows("select row_key, handoff_id, matched_by from intermediate.int_feedback_matches order by row_key"),
    ).toEqual([
      {row_key: "f0", handoff_id: "h2", matched_by: "ae_account_day"},
      {row_key: "f1", handoff_id: null, matched_by: "several_fit"},
    ]);
  });
  test("by any slot of the chain", async () => {
    const slots = [
      meeting("1", {meeting_id: "m0", meeting_at: "2026-09-02 10:00:00", meeting_status: "rescheduled"}),
      meeting("1"),
    ];
    expect(await match({ae_id: "ae1", account: "a1", meeting_on: "2026-09-02"}, slots)).toEqual(["h1"]);
  });
});

describe("an answer is left unmatched, and listed,", () => {
  test("when several handoffs fit", async () => {
    expect(await match({ae_id: "ae1", account: "a1", meeting_on: "2026-09-08"}, [meeting("1"), meeting("2")])).toEqual([
      "several_fit",
    ]);
  });
  test("when none fits, or the id it names is unknown", async () => {
    expect(await match({ae_id: "ae2", account: "a1", meeting_on: "2026-09-08"})).toEqual(["none_fits"]);
    expect(await match({ae_id: "ae1", account: "a1", meeting_on: "2026-09-07"})).toEqual(["none_fits"]);
    expect(await match({handoff_id: "gone"})).toEqual(["unknown_handoff"]);
  });
});

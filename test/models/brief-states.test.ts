import {describe, expect, test} from "vitest";
import {givenAsAsked as given} from "./as-asked.js";
import type {Cells} from "./given.js";

const held = (number: number, more: Cells = {}): Cells => ({
  handoff_id: `h${number}`,
  meeting_id: `m${number}`,
  account_id: `a${number}`,
  meeting_at: `2026-09-${String(number).padStart(2, "0")} 10:00:00`,
  meeting_status: "held",
  ...more,
});

/** State of one field for each of the texts. */
async function judge(texts: (string | null)[], field: object = {field: "budget"}): Promise<unknown[]> {
  const column = (field as {field: string}).field;
  const db = await given({handoffs: texts.map((text, index) => held(index + 1, {[column]: text}))}, {brief: [field]});
  const rows = await db.rows<{state: string}>("select state from marts.brief_fields order by meeting_at");
  return rows.map((row) => row.state);
}

describe("a field is missing", () => {
  test("when it is blank or a placeholder, in any case and with closing punctuation", async () => {
    const states = await judge([null, "TBD", "tbd.", "N/A", "n.a.", "?", "-", "Unknown!", "...", "None", "nothing."]);
    expect(new Set(states)).toEqual(new Set(["missing"]));
  });
  test("when it holds only signs or empty markup", async () => {
    expect(await judge(["****", "<p>&nbsp;</p>", "<br>", " — "])).toEqual(["missing", "missing", "missing", "missing"]);
  });
  test("when the template's own hint was left in place", async () => {
    expect(await judge(["[Confirmed/Estimated budget range or process]", "[Name, Title] - Will sponsor internally", "{budget}", "Focus discovery on [specific area]"])).toEqual([
      "missing", "missing", "missing", "missing",
    ]); // prettier-ignore
    expect(await judge(["[confirmed] 40k this year"])).toEqual(["filled"]);
  });
  test("when it has fewer words than it needs", async () => {
    expect(await judge(["forty thousand", "forty thousand euros", "forty - - -", "<b>forty</b> thousand euros", "forty\u00a0thousand\u00a0euros"], {field: "budget", min_words: 3})).toEqual([
      "missing", "filled", "missing", "filled", "filled",
    ]); // prettier-ignore
  });
});

describe("a field is filled", () => {
  test("when it says something, a placeholder's word within a sentence included", async () => {
    expect(await judge(["40k", "0", "unknown to finance so far, owner is the CFO", "< 50k", "Größe: 10 Sitze"])).toEqual(
      Array(5).fill("filled"),
    );
  });
  test("by none, where none is an answer", async () => {
    expect(await judge(["None", "none.", "n/a"], {field: "objections"})).toEqual(["filled", "filled", "missing"]);
  });
});

test("not disclosed is asked and not told: it counts as filled and is shown apart", async () => {
  expect(await judge(["Not disclosed", "would not say before the demo", "wouldn’t share", "<i>Declined to say</i>", "undisclosedly"])).toEqual([
    "not_disclosed", "not_disclosed", "not_disclosed", "not_disclosed", "filled",
  ]); // prettier-ignore
  const db = await given({handoffs: [held(1, {budget: "undisclosed"})]}, {brief: [{field: "budget"}]});
  expect(await db.rows("select required_filled, is_fully_documented from marts.handoffs")).toEqual([
    {required_filled: 1, is_fully_documented: true},
  ]);
});

test("the words for not disclosed are configuration", async () => {
  const db = await given(
    {handoffs: [held(1, {budget: "top secret (really)"})]},
    {brief: [{field: "budget"}], not_disclosed_words: ["Top secret (really)"]},
  );
  expect(await db.rows("select state from marts.brief_fields")).toEqual([{state: "not_disclosed"}]);
});

describe("copies", () => {
  const TWELVE = "They lose ten hours a week to manual reports in every team";
  const ELEVEN = "They lose ten hours a week to manual reports in teams";
  const pain = {field: "pain_primary"};
  const judgeAll = async (rows: Cells[], brief: object[] = [pain]) => {
    const db = await given({handoffs: rows}, {brief});
    return (await db.rows<{state: string}>("select state from marts.brief_fields order by meeting_at")).map((row) => row.state);
  };
  test("the third and later use of a text of twelve words for other accounts is missing, by meeting time", async () => {
    const rows = [4, 2, 1, 3].map((number) => held(number, {pain_primary: TWELVE}));
    expect(await judgeAll(rows)).toEqual(["filled", "filled", "missing", "missing"]);
  });
  test("texts that differ in case, spacing, markup and closing punctuation are the same", async () => {
    const texts = [TWELVE, `${TWELVE}.`, `<p>${TWELVE.replace("ten", "TEN").replace(" a ", "  a ")}</p>`, `${TWELVE.replaceAll(" ", "\u00a0")}…`]; // prettier-ignore
    expect(await judgeAll(texts.map((text, index) => held(index + 1, {pain_primary: text})))).toEqual([
      "filled",
      "filled",
      "missing",
      "missing",
    ]);
  });
  test("what is missing anyway is taken off once; asked and not told stays so, however often it is said in the same words", async () => {
    const count = async (text: string, more: object = {}) => {
      const handoffs = [1, 2, 3].map((number) => held(number, {pain_primary: text, budget: "40k"}));
      const db = await given({handoffs}, {brief: [{...pain, ...more}, {field: "budget"}]});
      const rows = await db.rows<{required_filled: number}>("select required_filled from marts.handoffs order by meeting_at");
      return rows.map((row) => row.required_filled);
    };
    expect(await count(TWELVE, {min_words: 15})).toEqual([1, 1, 1]);
    expect(await count(`[${TWELVE}]`)).toEqual([1, 1, 1]);
    expect(await count(`Would not share: ${TWELVE}`)).toEqual([2, 2, 2]);
  });
  test("eleven words may be alike by chance", async () => {
    expect(await judgeAll([1, 2, 3].map((number) => held(number, {pain_primary: ELEVEN})))).toEqual([
      "filled",
      "filled",
      "filled",
    ]);
  });
  test("copies for the same account do not count", async () => {
    expect(await judgeAll([1, 2, 3].map((number) => held(number, {account_id: "a1", pain_primary: TWELVE})))).toEqual([
      "filled",
      "filled",
      "filled",
    ]);
    const returning = [
      held(1, {pain_primary: TWELVE}),
      held(2, {pain_primary: TWELVE}),
      held(3, {account_id: "a1", pain_primary: TWELVE}),
      held(4, {pain_primary: TWELVE}),
    ];
    expect(await judgeAll(returning)).toEqual(["filled", "filled", "filled", "missing"]);
  });
  test("another SDR's brief is no copy, and fields that are no narrative have none", async () => {
    expect(
      await judgeAll([1, 2, 3].map((number) => held(number, {sdr_id: number === 3 ? "other" : "sdr", pain_primary: TWELVE}))),
    ).toEqual(["filled", "filled", "filled"]);
    expect(
      await judgeAll(
        [1, 2, 3].map((number) => held(number, {timeline: TWELVE})),
        [{field: "timeline"}],
      ),
    ).toEqual(["filled", "filled", "filled"]);
  });
});

test("fields of account and contact are judged too, and the mart has every field of handoffs held, missed or to come", async () => {
  const handoffs = [
    held(1, {contact_id: "c1"}),
    held(2, {meeting_status: "canceled"}),
    held(3, {meeting_status: "no_show"}),
    held(4, {meeting_at: "2026-10-20 10:00:00", meeting_status: null}),
    held(5, {meeting_status: null}),
  ];
  const entities = {
    handoffs,
    accounts: [{account_id: "a1", name: "Acme", employees: 40}],
    contacts: [{contact_id: "c1", title: "tbd"}],
  };
  const db = await given(entities, {brief: [{field: "company"}, {field: "size"}, {field: "contact_title"}]});
  expect(
    await db.rows(
      "select field, state, value from marts.brief_fields left join marts.brief_values using (handoff_id, field) where handoff_id = 'h1' order by field",
    ),
  ).toEqual([
    {field: "company", state: "filled", value: "Acme"},
    {field: "contact_title", state: "missing", value: "tbd"},
    {field: "size", state: "filled", value: "40"},
  ]);
  expect(await db.rows("select handoff_id, count(*) as fields from marts.brief_fields group by all order by all")).toEqual([
    {handoff_id: "h1", fields: 3},
    {handoff_id: "h3", fields: 3},
    {handoff_id: "h4", fields: 3},
  ]);
});

test("required and weighted completeness", async () => {
  const brief = [
    {field: "budget", weight: 2},
    {field: "timeline", weight: 1},
    {field: "objections", weight: 0.5},
  ];
  const db = await given({handoffs: [held(1, {budget: "40k", objections: "price"})]}, {brief});
  expect(
    await db.rows(
      "select required_fields, required_filled, total_weight, filled_weight, is_fully_documented from marts.handoffs",
    ),
  ).toEqual([{required_fields: 2, required_filled: 1, total_weight: 3.5, filled_weight: 2.5, is_fully_documented: false}]);
});

test("the default template asks for fifteen required fields", async () => {
  const db = await given({handoffs: [held(1)]}, {brief: undefined});
  expect(await db.rows("select required_fields, required_filled from marts.handoffs")).toEqual([
    {required_fields: 15, required_filled: 0},
  ]);
});

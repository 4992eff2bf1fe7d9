import {describe, expect, test} from "vitest";
import {givenAsAsked as given} from "./as-asked.js";
import type {Cells} from "./given.js";

const held = (number: number, more: Cells = {}): Cells => ({
  handoff_id: `h${number}`,
  meeting_id: `m${number}`,
  account_id: `a${number}`,
  ae_id: "ae",
  meeting_at: `2026-09-${String(number).padStart(2, "0")} 10:00:00`,
  brief_updated_at: "2026-08-01 10:00:00",
  meeting_status: "held",
  ...more,
});
const brief = [{field: "budget"}, {field: "access_status"}, {field: "usage_summary"}];
const COUNTS =
  "select handoff_id, required_fields, required_filled, is_fully_documented, is_brief_on_time from marts.handoffs order by 1";

describe("a variant of the brief", () => {
  test("asks for more of the handoffs that its rule is for, and of no others", async () => {
    const handoffs = [held(1, {motion: "enterprise", budget: "40k"}), held(2, {motion: "mid_market", budget: "40k"})];
    const db = await given({handoffs}, {brief, brief_variants: ["enterprise"]}).catch((error: Error) => error.message);
    expect(db).toContain('the brief has no field "champion"');
    const whole = await given({handoffs}, {brief: [...brief, {field: "champion", required: false}, {field: "economic_buyer", required: false}], brief_variants: ["enterprise"]}); // prettier-ignore
    expect(await whole.rows(COUNTS)).toEqual([
      {handoff_id: "h1", required_fields: 4, required_filled: 1, is_fully_documented: false, is_brief_on_time: false},
      {handoff_id: "h2", required_fields: 1, required_filled: 1, is_fully_documented: true, is_brief_on_time: true},
    ]);
    expect(await whole.rows("select handoff_id, variant, variant_label from marts.brief_notes order by 1")).toEqual([
      {handoff_id: "h1", variant: "enterprise", variant_label: "Enterprise"},
      {handoff_id: "h2", variant: null, variant_label: null},
    ]);
    expect(
      await whole.rows("select handoff_id, field from marts.brief_fields where required and field <> 'budget' order by all"),
    ).toEqual([
      {handoff_id: "h1", field: "access_status"},
      {handoff_id: "h1", field: "champion"},
      {handoff_id: "h1", field: "economic_buyer"},
    ]);
  });

  test("knows its motion in any spelling", async () => {
    const spellings = ["product_led", "Product-led", "PRODUCT LED", "productled ", "product", null];
    const handoffs = spellings.map((motion, index) => held(index + 1, {motion, budget: "40k"}));
    const db = await given(
      {handoffs},
      {brief, brief_variants: ["product_led", {variant: "product", required: ["access_status"]}]},
    );
    expect(await db.rows("select variant from marts.brief_notes order by handoff_id")).toEqual(
      [...Array<string>(4).fill("product_led"), "product", null].map((variant) => ({variant})),
    );
  });

  test("is off unless the configuration names it", async () => {
    const db = await given({handoffs: [held(1, {motion: "enterprise", budget: "40k"})]}, {brief});
    expect(await db.rows(COUNTS)).toMatchObject([{required_fields: 1, required_filled: 1}]);
  });

  test("may be the company's own: its rule, what it drops, other weights; the first whose rule holds counts", async () => {
    const brief_variants = [
      {variant: "large", when: "employees > 1000 and region = 'EMEA'", optional: ["budget"], required: ["access_status"], weights: {access_status: 3}},
      {variant: "rest", when: "true", required: ["usage_summary"]},
    ]; // prettier-ignore
    const entities = {
      handoffs: [held(1, {region: "EMEA", access_status: "CFO agreed"}), held(2, {region: "EMEA", budget: "40k"})],
      accounts: [
        {account_id: "a1", employees: 5000},
        {account_id: "a2", employees: 50},
      ],
    };
    const db = await given(entities, {brief, brief_variants});
    expect(await db.rows("select handoff_id, required_fields, required_filled, total_weight, filled_weight from marts.handoffs order by 1")).toEqual([
      {handoff_id: "h1", required_fields: 1, required_filled: 1, total_weight: 5, filled_weight: 3},
      {handoff_id: "h2", required_fields: 2, required_filled: 1, total_weight: 3, filled_weight: 1},
    ]); // prettier-ignore
  });

  test("whose rule names a column that does not exist is refused, with its place and what there is", async () => {
    const brief_variants = [{variant: "x", when: "sise > 3"}];
    const db = await given({handoffs: [held(1)]}, {brief, brief_variants});
    await expect(db.rows("from marts.brief_fields")).rejects.toThrow(
      /brief_variants\[0\]\.when: sise > 3\n.*does not work:.*sise[\s\S]*name motion, source/,
    );
  });
});

describe("what another export tells", () => {
  test("stands for product usage that the brief leaves out: the newest week that had begun by the meeting", async () => {
    const week = (day: string, active_users: number) => ({
      account_id: "a9",
      week: `2026-${day}`,
      seats: 40,
      active_users,
      features_adopted: 5,
    });
    const entities = {
      handoffs: [
        held(9, {motion: "product_led", budget: "x9k"}),
        held(10, {motion: "product_led", budget: "x9k", usage_summary: "80 logins"}),
      ],
      product_signals: [week("08-24", 9), week("09-07", 12), week("09-14", 30)],
    };
    const db = await given(entities, {brief, brief_variants: ["product_led"]});
    expect(
      await db.rows(
        "select handoff_id, state, value, came_from from marts.brief_fields left join marts.brief_values using (handoff_id, field) where field = 'usage_summary' order by 1",
      ),
    ).toEqual([
      {handoff_id: "h10", state: "filled", value: "80 logins", came_from: "column"},
      {
        handoff_id: "h9",
        state: "filled",
        value: "12 of 40 seats active, 5 features adopted, week of 7 Sept 2026",
        came_from: "evidence",
      },
    ]);
    expect(await db.rows(COUNTS)).toMatchObject([
      {required_fields: 2, required_filled: 2},
      {required_fields: 2, required_filled: 2, is_brief_on_time: true},
    ]);
  });

  test("is no copy, however many accounts it reads the same for", async () => {
    const week = {week: "2026-08-31", seats: 40, active_users: 12, features_adopted: 5, logins: 80};
    const entities = {
      handoffs: [7, 8, 9].map((number) => held(number, {motion: "product_led", budget: "x9k"})),
      product_signals: [7, 8, 9].map((number) => ({account_id: `a${number}`, ...week})),
    };
    const db = await given(entities, {brief, brief_variants: ["product_led"]});
    expect(await db.rows(COUNTS)).toMatchObject(Array(3).fill({required_fields: 2, required_filled: 2}));
  });

  test("stands for related accounts: those the AE owned or had met by the meeting, in the same country or under the same domain", async () => {
    const entities = {
      accounts: [
        {account_id: "a5", name: "Five", country: "NO", website: "https://five.example.com/x"},
        {account_id: "a1", name: "One", country: "NO"},
        {account_id: "a2", name: "Two", country: "SE"},
        {account_id: "a3", name: "Three", country: "SE", website: "shop.example.com", owner_id: "ae"},
        {account_id: "a8", name: "Eight", country: "NO"},
      ],
      handoffs: [1, 2, 5, 8].map((number) => held(number, {motion: "mid_market", budget: "40k", regional_context: "x"})),
    };
    const template = [...brief, {field: "regional_context", required: false}];
    const db = await given(entities, {brief: template, brief_variants: ["mid_market"]});
    expect(
      await db.rows(
        "select handoff_id, state, value from marts.brief_fields left join marts.brief_values using (handoff_id, field) where field = 'related_accounts' order by 1",
      ),
    ).toEqual([
      {handoff_id: "h1", state: "missing", value: null},
      {handoff_id: "h2", state: "filled", value: "Three"},
      {handoff_id: "h5", state: "filled", value: "One, Three"},
      {handoff_id: "h8", state: "filled", value: "Five, One"},
    ]);
  });
});

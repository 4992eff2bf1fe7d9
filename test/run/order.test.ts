import {describe, expect, test} from "vitest";
import {findModels} from "../../pipeline/run/find.js";
import {orderModels, parseHeader, type Model} from "../../pipeline/run/order.js";

const model = (name: string, ...reads: string[]): Model => ({
  name,
  path: `models/${name}.sql`,
  grain: "",
  key: ["id"],
  why: "",
  reads,
  ground: [],
  write: async () => "select 1 as id",
});

describe("order", () => {
  test("each model comes after what it reads", () => {
    const models = [model("marts.c", "intermediate.b"), model("intermediate.b", "staging.a"), model("staging.a")];
    expect(orderModels(models).map(({name}) => name)).toEqual(["staging.a", "intermediate.b", "marts.c"]);
  });
  test("a circle is refused, naming its models in order", () => {
    const models = [model("marts.a", "marts.b"), model("marts.b", "marts.c"), model("marts.c", "marts.a")];
    expect(() => orderModels(models)).toThrow(
      "marts.a: models read each other in a circle: marts.a → marts.b → marts.c → marts.a",
    );
  });
  test("an unknown reference is refused, naming the model and the closest one", () => {
    expect(() => orderModels([model("marts.handoffs", "intermediate.int_slot"), model("intermediate.int_slots")])).toThrow(
      "marts.handoffs (models/marts.handoffs.sql): reads intermediate.int_slot, which no model makes; closest: intermediate.int_slots",
    );
  });
});

describe("header", () => {
  test("grain, key and why stand in three comment lines; references in the text, comments not counted", () => {
    const text =
      "-- grain: one row per x\n-- key: a, b\n-- why: because\nselect a -- not marts.z\nfrom staging.stg_x join marts.y using (a) join staging.stg_x cross join config.settings";
    expect(parseHeader("x.sql", text)).toEqual({
      grain: "one row per x",
      key: ["a", "b"],
      why: "because",
      reads: ["staging.stg_x", "marts.y"],
      isView: false,
      ground: ["config.settings"],
    });
    expect(parseHeader("x.sql", `-- made: as a view, since it says nothing new\n${text}`).isView).toBe(true);
  });
  test("a missing line is told", () => {
    expect(() => parseHeader("x.sql", "-- grain: x\nselect 1")).toThrow("x.sql: header lacks key, why");
  });
});

test("intermediate models read no marts, and only staging reads raw", async () => {
  const models = await findModels();
  expect(models.length).toBeGreaterThan(20);
  const wrong = models.filter(
    ({name, reads}) => name.startsWith("intermediate.") && reads.some((read) => read.startsWith("marts.")),
  );
  expect(wrong.map(({name}) => name)).toEqual([]);
});

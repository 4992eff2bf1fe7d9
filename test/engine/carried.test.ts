import {expect, it} from "vitest";
import {findUncarried} from "../../pipeline/engine/carried.js";
import {openSample, sampleConfig} from "../sample.js";

it("every model, check and metric of the sample company can be carried to ClickHouse", async () => {
  const {db} = await openSample();
  expect(await findUncarried(db, sampleConfig)).toEqual([]);
});

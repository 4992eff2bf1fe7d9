import {expect, it} from "vitest";
import {listBehaviours} from "../../pipeline/contract/behaviours.js";
import {parseConfig} from "../../pipeline/config.js";
import {tellAssociation} from "../../pipeline/publish/coaching.js";

const BEHAVIOURS = listBehaviours(parseConfig("company: Test", "/test/baton.config.yaml"));
const tell = (behaviour: string, association: number, association_lower: number, association_upper: number) =>
  tellAssociation(
    {association, association_lower, association_upper},
    BEHAVIOURS.find((entry) => entry.behaviour === behaviour),
  );

it("an association with SQL is told with its interval, and only where that lies above zero, as on the practices page", () => {
  expect(tell("budget", 0.025, 0.001, 0.051)).toEqual({difference: 0.025, lower: 0.001, upper: 0.051});
  expect(tell("budget", 0.025, -0.0004, 0.051)).toBeNull();
  expect(tell("budget", 0.025, 0, 0.05)).toBeNull();
  expect(tell("budget", -0.03, -0.05, -0.01)).toBeNull();
});

it("what is known of the field of the pain is told of that field, not of how the pain is written", () => {
  expect(tell("pain_primary", 0.04, 0.01, 0.07)).not.toBeNull();
  expect(tell("specificity", 0.04, 0.01, 0.07)).toBeNull();
  expect(tell("copied_texts", 0.04, 0.01, 0.07)).toBeNull();
});

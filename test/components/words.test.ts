import {expect, it} from "vitest";
import {say} from "../../src/components/words.js";

it("a sentence chooses the form its number asks for, however the number is written", () => {
  expect(say("status_not_separable_on", {n: 1})).toBe("no different from target on 1 handoff");
  expect(say("status_not_separable_on", {n: 9})).toBe("no different from target on 9 handoffs");
  expect(say("row_count", {n: "1,000"})).toBe("1,000 rows");
});

it("values are put in as they are, even where they look like a pattern", () => {
  expect(say("no_match", {text: "$& {n}"})).toBe("Nothing matches “$& {n}”.");
});

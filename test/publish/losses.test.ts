import {expect, it} from "vitest";
import {findOwner} from "../../pipeline/contract/loss-owners.js";

it("a loss is laid where it can be mended: by its reason, else by its cause", () => {
  expect(findOwner("no_show", "")).toBe("sdr");
  expect(findOwner("our_side", "")).toBe("ae");
  expect(findOwner("not_explained", "")).toBe("nobody");
  expect(findOwner("rejected", "Wrong territory")).toBe("routing");
  expect(findOwner("rejected", "Not enough context")).toBe("sdr");
  expect(findOwner("rejected", "Bad timing")).toBe("buyer");
  expect(findOwner("disqualified", "Kein Budget")).toBe("buyer");
  expect(findOwner("disqualified", "Not our kind of company")).toBe("sdr");
  expect(findOwner("disqualified", "???")).toBe("buyer");
  for (const word of ["constructor", "__proto__", "toString"]) expect(findOwner("rejected", word, {}), word).toBe("sdr");
});

it("the configuration's word stands above the default one, a reason above a cause", () => {
  const own = {rejected: "ae", "bad timing": "sdr"} as const;
  expect(findOwner("rejected", "Wrong territory", own)).toBe("ae");
  expect(findOwner("rejected", "Bad Timing ", own)).toBe("sdr");
});

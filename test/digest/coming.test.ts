import {expect, it} from "vitest";
import {writeComing, type Desk} from "../../pipeline/digest/parts.js";
import {makeMeeting} from "../components/brief.js";

const desk: Desk = {zone: "Europe/Berlin", asOf: "2025-10-01T04:00:00Z", brief_fields: [], metrics: [], linkOf: () => null};

it("a mail says of a coming meeting what was before at its account, and nothing where nothing was", () => {
  const before = {at: "2025-05-12T08:00:00Z", outcome: "no_show" as const, is_same_ae: true};
  const [met, first] = writeComing([makeMeeting({before}), makeMeeting()], desk, () => "");
  expect(met!.under![0]).toBe("Earlier here: 12 May, no-show, with the same AE.");
  expect(met!.under!.slice(1)).toEqual(first!.under);
});

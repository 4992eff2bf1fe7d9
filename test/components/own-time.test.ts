// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {OwnTime, OwnTimeWithin, tellOwnTime, withOwnTime} from "../../src/components/base/own-time.js";

const berlin = {timezone: "Europe/Berlin"};

describe("the reader's own time", () => {
  it("is told where their clock shows another than the company's", () => {
    expect(tellOwnTime("2026-10-01T14:00:00Z", berlin, "America/New_York")).toBe("10:00");
    expect(OwnTime("2026-10-01T14:00:00Z", berlin, "America/New_York")?.textContent).toBe(" Berlin · 10:00 your time");
    expect(OwnTimeWithin("2026-10-01T14:00:00Z", berlin, "America/New_York")?.textContent).toBe(" (10:00 your time)");
  });

  it("has its day where that is another one", () => {
    expect(tellOwnTime("2026-10-01T22:30:00Z", berlin, "America/New_York")).toBe("Thu 1 Oct, 18:30");
    expect(tellOwnTime("2026-10-01T20:00:00Z", berlin, "Asia/Tokyo")).toBe("Fri 2 Oct, 05:00");
  });

  it.each([["Europe/Berlin"], ["Europe/Paris"], [""], ["Nowhere/Land"]])(
    "is left out where it is the same or unknown: %s",
    (own) => {
      expect(OwnTime("2026-10-01T14:00:00Z", berlin, own)).toBeNull();
      expect(OwnTimeWithin("2026-10-01T14:00:00Z", berlin, own)).toBeNull();
    },
  );

  it("goes by the instant, as clocks change on different days", () => {
    expect(tellOwnTime("2026-10-26T13:00:00Z", berlin, "America/New_York")).toBe("09:00");
    expect(tellOwnTime("2026-11-02T13:00:00Z", berlin, "America/New_York")).toBe("08:00");
    expect(tellOwnTime("2026-07-01T13:00:00Z", {timezone: "Europe/London"}, "UTC")).toBe("13:00");
    expect(tellOwnTime("2026-12-01T13:00:00Z", {timezone: "Europe/London"}, "UTC")).toBe("");
  });

  it("names a zone by its place, and one without a place as it is", () => {
    const at = (timezone: string) => OwnTime("2026-10-01T14:00:00Z", {timezone}, "Asia/Tokyo")?.textContent;
    expect(at("America/Argentina/Buenos_Aires")).toBe(" Buenos Aires · 23:00 your time");
    expect(at("UTC")).toBe(" UTC · 23:00 your time");
    expect(at("Etc/GMT+5")).toBe(" Etc/GMT+5 · 23:00 your time");
  });

  it("stays on the screen, and its dot is not read out", () => {
    const told = OwnTime("2026-10-01T14:00:00Z", berlin, "America/New_York")!;
    expect(told.classList.contains("on-screen")).toBe(true);
    expect(told.querySelector("[aria-hidden]")?.textContent).toBe(" · ");
  });

  it("stands within a sentence behind the time that it is of", () => {
    const text = "2 meetings ahead, the first 1 Oct, 16:00 with Acme.";
    const told = withOwnTime(text, "2026-10-01T14:00:00Z", berlin, "America/New_York") as HTMLElement;
    expect(told.textContent).toBe("2 meetings ahead, the first 1 Oct, 16:00 (10:00 your time) with Acme.");
    expect(withOwnTime(text, "2026-10-01T14:00:00Z", berlin, "Europe/Rome")).toBe(text);
    expect(withOwnTime(text, undefined, berlin, "America/New_York")).toBe(text);
    expect(withOwnTime("Nothing.", "2026-10-01T14:00:00Z", berlin, "America/New_York")).toBe("Nothing.");
  });
});

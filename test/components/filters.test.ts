// @vitest-environment jsdom
import {afterEach, beforeEach, describe, expect, it, vi} from "vitest";
import {chooseAddress, followChoices, readEntry, writeAddress} from "../../src/components/frame/address.js";
import {carryFilters, findKind, listIgnored} from "../../src/components/frame/filters.js";
import {followLinks, isSamePlace, Unfiltered} from "../../src/components/frame/ways.js";
import {makeManifest} from "./fixtures.js";

const SITE = "https://x.example/company/";
const carry = (to: string, from: string) => carryFilters(SITE + to, SITE + from).slice(SITE.length);
const text = (node: Node | null) => node?.textContent?.replace(/\s+/g, " ").trim();

describe("filters", () => {
  it("follow to every page of the site, also to those that do not narrow by them, so that they are not lost on the way", () => {
    expect(carry("pages/funnel.html", "index.html?source=event&period=2026-08")).toBe("pages/funnel.html?period=2026-08&source=event"); // prettier-ignore
    expect(carry("pages/glossary.html#show_rate", "?source=event")).toBe("pages/glossary.html?source=event#show_rate");
    expect(carry("pages/team.html", "pages/funnel.html?team=emea")).toBe("pages/team.html?team=emea");
  });
  it("give way to what a link says itself, and leave every other address alone", () => {
    expect(carry("pages/funnel.html?source=web", "pages/funnel.html?source=event&by=team")).toBe("pages/funnel.html?source=web"); // prettier-ignore
    expect(carry("_file/data/coming/sdr/ada.ics", "index.html?source=event")).toBe("_file/data/coming/sdr/ada.ics");
    expect(carryFilters("https://crm.example/pages/funnel.html", `${SITE}?source=event`)).toBe("https://crm.example/pages/funnel.html"); // prettier-ignore
  });
  it("hold no team that a page is about, but for pages that narrow by it", () => {
    expect(carry("pages/funnel.html", "pages/team.html?team=emea")).toBe("pages/funnel.html?team=emea");
    expect(carry("pages/team.html", "pages/team.html?team=emea")).toBe("pages/team.html");
    expect(carry("pages/feedback.html", "pages/team.html?team=emea&source=event")).toBe("pages/feedback.html?source=event");
    expect(carry("pages/sdr.html?sdr=ada", "pages/brief.html?handoff=h&from=team&team=emea")).toBe("pages/sdr.html?sdr=ada");
  });
  it("that a page does not narrow by are told, but where nothing could be", () => {
    const free = makeManifest({holds: ["cube"]});
    expect(listIgnored("documentation", "?team=emea&source=event", free)).toEqual(["team", "source"]);
    expect(listIgnored("funnel", "?team=emea&source=event", free)).toEqual([]);
    expect(listIgnored("funnel", "?period=2026-08&source=event", makeManifest({holds: []}))).toEqual(["source"]);
    // The overview by one thing at a time.
    expect(listIgnored("overview", "?segment=smb&source=event&period=2026-08", free)).toEqual(["period", "segment"]);
    expect(listIgnored("overview", "?source=event", makeManifest({holds: []}))).toEqual(["source"]);
    expect(listIgnored("sdr", "?sdr=ada&team=emea", free)).toEqual([]);
    expect(listIgnored("glossary", "?source=event", free)).toEqual([]);
  });
});

describe("the line about them", () => {
  afterEach(() => history.replaceState(null, "", "/"));
  it("names what was chosen as the page shows it, leads to the page that narrows, and takes it out of the address", () => {
    history.replaceState(null, "", "/company/pages/feedback.html?team=emea&source=event&x=1");
    const line = Unfiltered(makeManifest({holds: ["cube"], pages: null}))!;
    expect(text(line)).toBe(
      "This page does not narrow by team “EMEA”, source “event”. The team has a page of its own. The funnel does. Drop this choice",
    );
    line.querySelector("button")!.click();
    expect(location.search).toBe("?x=1");
  });
  it("stands on data health too, and tells a month as people say it", () => {
    history.replaceState(null, "", "/company/pages/data-health.html?team=emea&period=2026-08");
    expect(text(Unfiltered(makeManifest({pages: ["health"]})))).toContain("by month “August 2026”, team “EMEA”.");
    history.replaceState(null, "", "/company/pages/data-health.html?period=2026-8x");
    expect(text(Unfiltered(makeManifest({pages: ["health"]})))).toContain("month “2026-8x”.");
  });
  it("goes by the page that a site starts with", () => {
    history.replaceState(null, "", "/company/index.html?team=emea");
    expect(text(Unfiltered(makeManifest({pages: ["team", "sdr"]})))).toBeUndefined();
    expect(text(Unfiltered(makeManifest({pages: ["overview"]})))).toContain("team “EMEA”. Drop this choice");
    // Where a team's page answers, the funnel need not.
    expect(text(Unfiltered(makeManifest({holds: ["cube"], pages: ["overview", "team", "funnel"]})))).toContain(
      "“EMEA”. The team has a page of its own. Drop this choice",
    );
  });
});

describe("a choice", () => {
  const isDrawnAnew = vi.fn();
  followChoices(isDrawnAnew);
  beforeEach(() => (isDrawnAnew.mockClear(), history.replaceState(null, "", "/pages/funnel.html"), writeAddress({})));
  const back = async () => {
    const gone = new Promise((resolve) => globalThis.addEventListener("popstate", resolve, {once: true}));
    history.back();
    await gone;
  };
  it("is undone by the way back, which draws the page by what it showed before", async () => {
    const before = history.length;
    chooseAddress({team: "emea"});
    chooseAddress({source: "event"});
    expect([location.search, history.length - before, readEntry().choices]).toEqual(["?team=emea&source=event", 2, 2]);
    await back();
    expect([location.search, readEntry().choices]).toEqual(["?team=emea", 1]);
    expect(isDrawnAnew).toHaveBeenCalledTimes(1);
  });
  it("that changes nothing, and what the page itself puts right, is no step of its own", () => {
    chooseAddress({team: "emea"});
    const before = history.length;
    chooseAddress({team: "emea"});
    writeAddress({team: ""});
    expect([location.search, history.length]).toEqual(["", before]);
  });
  it("is left alone where the way back leads to another place of the page as it is", async () => {
    history.pushState(null, "", "#months");
    await back();
    expect(isDrawnAnew).not.toHaveBeenCalled();
  });
});

it("a breadcrumb to where one came from goes back over the choices made since", () => {
  followLinks();
  history.replaceState(null, "", "/pages/funnel.html");
  history.pushState(null, "", "/pages/funnel.html");
  sessionStorage.setItem("baton:step", JSON.stringify({from: `${location.origin}/index.html`, to: location.href}));
  for (const team of ["emea", ""]) chooseAddress({team});
  document.body.innerHTML = `<nav class="crumbs"><a href="${location.origin}/index.html">Overview</a></nav>`;
  const go = vi.spyOn(history, "go").mockImplementation(() => {});
  document.querySelector("a")!.click();
  expect(go).toHaveBeenCalledWith(-3);
  go.mockRestore();
});

it("a page is known by its path, wherever the site is served from", () => {
  expect(["/", "/a/b/", "/a/index.html", "/a/pages/team.html", "/a/pages/ae-team", "/a/x.html"].map(findKind)).toEqual(["overview", "overview", "overview", "team", "ae_team", undefined]); // prettier-ignore
});

it("the way back is the page one came from, however it was unfolded and narrowed since", () => {
  const page = `${SITE}pages/board.html?team=emea`;
  expect(isSamePlace(page, `${page}&later=open&source=event`)).toBe(true);
  expect(isSamePlace(page, `${SITE}pages/board.html?team=apac`)).toBe(false);
});

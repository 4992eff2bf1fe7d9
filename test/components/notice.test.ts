// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {NoticePage} from "../../src/components/guide/notice-page.js";
import {makeManifest} from "./fixtures.js";

const textOf = (changes: Parameters<typeof makeManifest>[0] = {}): string =>
  NoticePage(makeManifest(changes)).textContent!.replace(/\s+/g, " ");

describe("the notice", () => {
  it("says what is measured, why, who sees it, how long, and what one can ask for", () => {
    const heads = [...NoticePage(makeManifest()).querySelectorAll("h2")].map((head) => head.textContent);
    expect(heads).toEqual(["What is measured", "Why", "Who sees it", "How long", "What you can ask for"]);
    expect(textOf()).toContain("Not for pay, warnings or dismissal");
  });
  it("goes by the settings of the last build", () => {
    const {protection} = makeManifest();
    expect(textOf()).toContain("Leadership company, teams and segments; no single person");
    expect(textOf()).toContain("E-mail addresses and telephone numbers of contacts are on no page.");
    expect(textOf()).toContain("No brief is shown to others as an example.");
    expect(textOf()).not.toContain("switched off");
    const open = textOf({is_team_only: true, protection: {...protection, min_people: 8, exec_sees_people: true, contact_details: true, has_exemplars: true}}); // prettier-ignore
    expect(open).toContain("Numbers about single people are switched off, for everybody.");
    expect(open).toContain("colleagues only as sums over at least 8 people");
    expect(open).toContain("company, teams, segments, and people by name");
    expect(open).toContain("are shown to the AE of that handoff, and to nobody else");
    expect(open).toContain("where their authors agreed");
  });
});

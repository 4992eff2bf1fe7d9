// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {CommentThemes} from "../../src/components/company/comment-themes.js";
import {FeedbackPage} from "../../src/components/company/feedback-page.js";
import {MarkedText} from "../../src/components/base/marked-text.js";
import {SdrPage} from "../../src/components/people/sdr-page.js";
import {makeDataFiles, makeManifest, SDR, THEMES} from "./fixtures.js";

const MANIFEST = makeManifest();
const texts = (node: Element, selector: string) =>
  [...node.querySelectorAll(selector)].map((found) => found.textContent!.replace(/\s+/g, " ").trim());

describe("a comment with marks", () => {
  it("shows the words that matched as marks, and everything as text", () => {
    const node = MarkedText("<i>no</i> budget & price", [[10, 16], [19, 24]]); // prettier-ignore
    expect(texts(node, "mark")).toEqual(["budget", "price"]);
    expect([node.textContent, node.querySelector("i")]).toEqual(["<i>no</i> budget & price", null]);
  });
  it("shows control characters, and counts as JavaScript does", () => {
    const node = MarkedText("🙈\r\n\u0007budget\u202e", [[5, 11]]);
    expect([node.textContent, texts(node, "mark")]).toEqual(["🙈\n␇budget␦", ["budget"]]);
  });
  it("of 5,000 signs opens where the first mark stands, and on demand as a whole", () => {
    const text = `${"word ".repeat(600)}budget ${"word ".repeat(400)}price`;
    const node = MarkedText(text, [[3000, 3006], [5007, 5012]]); // prettier-ignore
    expect(texts(node, "mark")).toEqual(["budget"]);
    expect(node.querySelector("q")!.textContent!.length).toBeLessThan(500);
    node.querySelector("button")!.click();
    expect([node.querySelector("q")!.textContent, texts(node, "mark")]).toEqual([text, ["budget", "price"]]);
  });
});

describe("comments by theme", () => {
  it("count each theme of all comments, and list what fits none", () => {
    const node = CommentThemes(THEMES, MANIFEST)!;
    expect(texts(node, "summary")).toEqual(["Budget 2 comments, 67 %", "Timeline 1 comment, 33 %", "Other 1 comment, 33 %"]);
    expect(texts(node, "[data-theme=budget] .muted").at(-1)).toBe("2 comments, 67 %. The newest 1.");
    expect(texts(node, "[data-theme=budget] mark")).toEqual(["pays", "budget"]);
    expect(texts(node, "[data-theme=other] q")).toEqual(["<b>cake</b>"]);
    expect(node.querySelector("b, details[open]")).toBeNull();
  });
  it("stand on the feedback page closed, on an SDR's page with what is said most open", () => {
    const feedback = FeedbackPage(makeDataFiles()["feedback.json"] as Parameters<typeof FeedbackPage>[0], MANIFEST);
    expect(feedback.querySelectorAll(".themes details")).toHaveLength(3);
    const page = SdrPage(SDR, MANIFEST);
    expect([...page.querySelectorAll(".themes details[open]")].map((node) => node.getAttribute("data-theme"))).toEqual(["budget", "timeline"]); // prettier-ignore
    expect(texts(SdrPage({...SDR, themes: {comments: 0, themes: []}}, MANIFEST), "p")).toContain("No AE named anything missing.");
  });
});

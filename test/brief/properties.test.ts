import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {takeApart} from "../../pipeline/brief/index.js";
import {BRIEF_FIELDS} from "../../pipeline/contract/brief.js";

/** Words of a text, how often each. */
function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
const headingWords = new Set(
  BRIEF_FIELDS.flatMap(({headings, label}) => [
    ...headings,
    label,
    "pain points",
    "account overview",
    "qualification summary",
  ]).flatMap((text) => [...countWords(text).keys()]),
);

const word = fc.constantFrom("acme", "zebra", "qux", "42", "Juli", "Ünlü", "дом", "שלום", "ok", "x1", "vrooom");
const prose = fc.array(word, {minLength: 1, maxLength: 8}).map((list) => list.join(" "));
const heading = fc.constantFrom(
  "Budget", "TIMELINE", "Pain points", "Champion", "Next steps", "Company", "Account overview", "Nächste Schritte", "Name", "Size",
); // prettier-ignore
const line = fc.oneof(
  prose,
  fc
    .tuple(heading, fc.constantFrom(":", " -", " –", " =", "|", "", ":\n"), prose)
    .map(([head, mark, text]) => `${head}${mark} ${text}`),
  fc.tuple(fc.constantFrom("- ", "* ", "• ", "1. ", "  - ", "<li>", "**"), prose).map(([bullet, text]) => bullet + text),
  fc.tuple(prose, heading, prose).map(([before, head, after]) => `${before}; ${head}: ${after}`),
  fc.constantFrom("", "───", "| --- | --- |", "<p>", "</p>", "<br>", "&nbsp;", "[Company Name]"),
);
const note = fc.array(line, {maxLength: 25}).chain((lines) => fc.constantFrom("\n", "\r\n", "\r").map((end) => lines.join(end)));

describe("taking a note apart", () => {
  it("never throws and is sure between 0 and 1, whatever the note holds", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({unit: "binary", maxLength: 400}), fc.string({unit: "grapheme", maxLength: 400}), note),
        (text) => {
          const {fields, unplaced, certainty} = takeApart(text, BRIEF_FIELDS);
          expect(certainty).toBeGreaterThanOrEqual(0);
          expect(certainty).toBeLessThanOrEqual(1);
          for (const part of [...Object.values(fields), ...unplaced]) expect(part.trim()).not.toBe("");
        },
      ),
      {numRuns: 400},
    );
  });

  it("loses no word but those of headings and hints, and makes none up", () => {
    const hints = new Set(["company", "name", "nbsp", "p", "br", "li"]);
    fc.assert(
      fc.property(note, (text) => {
        const {fields, unplaced} = takeApart(text, BRIEF_FIELDS);
        const before = countWords(text);
        const after = countWords([...Object.values(fields), ...unplaced].join("\n"));
        for (const [one, count] of before) {
          // The number of a list's item is no word; a lone 1 is never part of the prose above.
          if (headingWords.has(one) || hints.has(one) || one === "1") continue;
          expect(`${one} ${after.get(one) ?? 0}`).toBe(`${one} ${count}`);
        }
        for (const one of after.keys()) expect(before.has(one)).toBe(true);
      }),
      {numRuns: 500},
    );
  });

  it("reads the same note the same way, whatever was read before", () => {
    fc.assert(
      fc.property(note, note, (first, second) => {
        const once = takeApart(first, BRIEF_FIELDS);
        takeApart(second, BRIEF_FIELDS);
        expect(takeApart(first, BRIEF_FIELDS)).toEqual(once);
      }),
      {numRuns: 50},
    );
  });
});

// Two megabytes take a second or two. Whatever takes time in proportion to the square of the length would not be done with the first of
// these before the test's own time is up.
describe("a note of two megabytes comes to an end", () => {
  const times = (text: string, bytes: number) => text.repeat(Math.ceil(bytes / text.length));
  it.each([
    ["200 KB of HTML", '<p><strong>Budget:</strong> 40k &amp; more <span style="color:red">text</span></p>'],
    ["10,000 lines of headings", "Budget: 40k\nUnknown label 7: text\n- Timeline\n"],
    ["opening brackets", "["],
    ["opening tags", "<p"],
    ["quotes in tags", "<p a=\"<p a='>"],
    ["empty blocks", "<div> <p> "],
    ["colons", "a: "],
    ["semicolons", "; Budget - x"],
    ["stars", "**"],
    ["stars and words", "**a __b "],
    ["unclosed scripts", "<script>"],
    ["comments", "<!-- "],
    ["ampersands", "&am"],
    ["blanks", " \t"],
    ["blank lines", "\n"],
    ["dashes", "x - "],
    ["brackets in brackets", "(a [b "],
    ["pipes", "| Budget "],
    ["capitals with colons", "Foo Bar Baz: "],
    ["emoji", "😩🏆 "],
    ["right-to-left", "שלום עולם: "],
    ["numbers", "1) "],
    ["words", "Budget timeline champion "],
  ])("%s", (_, piece) => {
    const {certainty} = takeApart(times(piece, 2_000_000), BRIEF_FIELDS);
    expect(certainty).toBeGreaterThanOrEqual(0);
  });
});

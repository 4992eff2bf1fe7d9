import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {readConfig} from "../../pipeline/config.js";
import {listBehaviours} from "../../pipeline/contract/behaviours.js";
import {METRICS} from "../../pipeline/contract/metrics.js";
import {SHEET_WORDS} from "../../pipeline/sheet/words.js";
import {TERMS} from "../../src/components/words/terms.js";
import {WORDS} from "../../src/components/words/words.js";
import {findNeverSaid} from "./never-said.js";

const config = readConfig(join(import.meta.dirname, "../../baton.config.yaml"));

it("no sentence of the catalogue, of the metrics or of the behaviours says what may never be said", () => {
  const sentences = Object.entries({...WORDS, ...SHEET_WORDS}).map(([key, text]): [string, string] => [
    key,
    text.replaceAll(/\{\w+(\|[^}]*)?\}/g, "…"),
  ]);
  const labels = listBehaviours(config).flatMap(({behaviour, label, practice}): [string, string][] => [
    [behaviour, label],
    [behaviour, practice],
  ]);
  const metrics = METRICS.flatMap(({name, label, meaning, formula}): [string, string][] => [
    [name, label],
    [name, meaning],
    [name, formula],
  ]);
  const terms = TERMS.flatMap((term) =>
    Object.values(term)
      .filter((text) => typeof text === "string")
      .map((text): [string, string] => [term.name, text]),
  );
  expect(findNeverSaid([...sentences, ...labels, ...metrics, ...terms], [])).toEqual([]);
});

describe("the list tells what may not be said from what may", () => {
  const find = (text: string, quoted: string[] = []) => findNeverSaid([["here", text]], quoted).length;
  it.each([
    "The best SDR",
    "ranked third",
    "a red flag",
    "Ada failed to ask",
    "1 handoffs",
    "12 meeting not ready",
    "well done!",
    "great 🎉",
    "of {n} left",
    "NaN %",
    "[object Object]",
    "below average",
    "a poor performer",
  ])("%s", (text) => {
    expect(find(text)).toBeGreaterThan(0);
  });
  it.each([
    "no different from target on 9 meetings",
    "1 handoff",
    "11 handoffs",
    "1 of 9 meetings",
    "2,001 meetings",
    "Who can act is not who is to blame",
    "▲ exceeds ● on track",
  ])("%s", (text) => {
    expect(find(text)).toBe(0);
  });
  it("what an AE wrote is the AE’s", () => {
    expect(find("Missing was: 1 handoffs, poor notes!", ["1 handoffs, poor notes!"])).toBe(0);
  });
});

import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {takeApart} from "../../pipeline/brief/index.js";
import {BRIEF_FIELDS} from "../../pipeline/contract/brief.js";

const INPUT = join(import.meta.dirname, "input");
const OUTPUT = join(import.meta.dirname, "output");

/** What a careful reader says of each note, written down before the machine was asked. */
interface Expected {
  fields: Record<string, string>;
  unplaced: string[];
  /** Bounds of the certainty. */
  sure?: [number, number];
}

describe("a brief in one note is taken apart as a careful reader would", () => {
  it.each(readdirSync(INPUT).sort())("%s", (name) => {
    const note = readFileSync(join(INPUT, name), "utf8");
    const expected = JSON.parse(readFileSync(join(OUTPUT, name.replace(/\.\w+$/, ".json")), "utf8")) as Expected;
    const {fields, unplaced, certainty} = takeApart(note, BRIEF_FIELDS);
    expect({fields, unplaced}).toEqual({fields: expected.fields, unplaced: expected.unplaced});
    const [least, most] = expected.sure ?? [0.7, 1];
    expect(certainty).toBeGreaterThanOrEqual(least);
    expect(certainty).toBeLessThanOrEqual(most);
  });
});

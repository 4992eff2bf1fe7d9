import {mkdtempSync, readFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {openShelf, roundNumber} from "../../pipeline/publish/write.js";

const folder = () => mkdtempSync(join(tmpdir(), "baton-shelf-"));

describe("numbers in documents", () => {
  it("keep six significant digits, whole numbers all of theirs, and large amounts their cents", () => {
    expect(roundNumber(2 / 3)).toBe(0.666667);
    expect(roundNumber(0.000123456789)).toBe(0.000123457);
    expect(roundNumber(1234567890)).toBe(1234567890);
    expect(roundNumber(1234567.891)).toBe(1234567.89);
    expect(roundNumber(7.25)).toBe(7.25);
  });

  it("are null rather than infinite", () => {
    expect(roundNumber(Infinity)).toBeNull();
    expect(roundNumber(NaN)).toBeNull();
  });
});

describe("the version of a set of documents", () => {
  it("is the same for the same contents, in whatever order they were written", () => {
    const [first, second] = [openShelf(folder()), openShelf(folder())];
    first.putJson("a.json", {n: 1});
    first.putJson("b/c.json", {n: 2});
    second.putJson("b/c.json", {n: 2});
    second.putJson("a.json", {n: 1});
    expect(second.hashContents("last")).toBe(first.hashContents("last"));
  });

  it("changes with any content, with a name, and with what comes last", () => {
    const versions = [
      ["a.json", 1, "last"],
      ["a.json", 2, "last"],
      ["b.json", 1, "last"],
      ["a.json", 1, "other"],
    ].map(([path, n, last]) => {
      const shelf = openShelf(folder());
      shelf.putJson(path as string, {n});
      return shelf.hashContents(last);
    });
    expect(new Set(versions).size).toBe(4);
  });

  it("goes with a count of files and bytes that the folder bears out", () => {
    const out = folder();
    const shelf = openShelf(out);
    shelf.putJson("team/a.json", {name: "é"});
    expect(readFileSync(join(out, "team/a.json"), "utf8")).toBe('{"name":"é"}');
    expect(shelf.count()).toEqual({files: 1, bytes: 13});
  });
});

import {expect, it} from "vitest";
import {decodeBase64} from "../../pipeline/leaks/unpack.js";

const texts = (bytes: Uint8Array, from: number, to: number, least?: number) => decodeBase64(bytes, from, to, least).decoded.map((plain) => Buffer.from(plain).toString()); // prettier-ignore

it("a word of base64 is decoded from wherever in its run it may begin; an id is nothing", () => {
  const encoded = Buffer.from("Ada Osei was here").toString("base64").replace(/=+$/, "");
  const run = Buffer.from(`/a/${encoded}`);
  expect(texts(run, 3, run.length)).toContain("Ada Osei was here");
  expect(texts(Buffer.from("00QHs0000001abcIAA"), 0, 18)).toEqual([]);
});

it("nothing is read that stands before the piece a word is in: cells of a table lie next to each other", () => {
  const ids = Buffer.from("00QHs0000001abcIAA".repeat(1000));
  expect(texts(ids, 999 * 18, ids.length, 999 * 18)).toEqual([]);
  expect(decodeBase64(ids, 999 * 18, ids.length).decoded.length).toBeGreaterThan(0);
});

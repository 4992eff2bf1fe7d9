import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, expect, it} from "vitest";
import {copyLines} from "../../pipeline/ingest/copy-lines.js";

const folder = mkdtempSync(join(tmpdir(), "baton-copy-"));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

function copy(text: string, lines: readonly number[]): string {
  const [from, to] = [join(folder, "from.csv"), join(folder, "to.csv")];
  writeFileSync(from, text);
  copyLines(from, to, lines, ";");
  return readFileSync(to, "utf8");
}

it("lines are copied as they stand, each behind its number", () => {
  expect(copy("id;name\r\n1;Ann\r\n2;Björn\r\n3;Cy", [3, 4])).toBe("3;2;Björn\r\n4;3;Cy");
  expect(copy("id;name\n1;Ann\n", [2])).toBe("2;1;Ann\n");
});

it("a line that lies across two pieces of a long file is copied whole, once", () => {
  const long = "x".repeat(5 << 20);
  expect(copy(`id\na\n${long}\nb\nc\n`, [2, 3, 5]) === `2;a\n3;${long}\n5;c\n`).toBe(true);
});

import {mkdtempSync, readFileSync, rmSync, statSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, onTestFinished, test} from "vitest";
import {openShelf} from "../../pipeline/publish/write.js";

test("of the datasets only files whose content has changed are written again", () => {
  const folder = mkdtempSync(join(tmpdir(), "baton-shelf-"));
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
  const put = (name: string, show: number, before?: string) => {
    const shelf = openShelf(join(folder, name), before && join(folder, before));
    shelf.putJson("sdr/ann.json", {show});
    shelf.putJson("sdr/ben.json", {show: 7});
    return shelf.hashContents({});
  };
  const inode = (path: string) => statSync(join(folder, path)).ino;
  const first = put("first", 5);
  const second = put("second", 6, "first");
  expect(inode("second/sdr/ben.json")).toBe(inode("first/sdr/ben.json"));
  expect(inode("second/sdr/ann.json")).not.toBe(inode("first/sdr/ann.json"));
  expect(readFileSync(join(folder, "first/sdr/ann.json"), "utf8")).toBe('{"show":5}');
  expect(second).not.toBe(first);
  expect(put("third", 6, "second")).toBe(second);
});

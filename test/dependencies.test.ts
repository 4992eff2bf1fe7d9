import {readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";

interface Package {
  license?: string;
  integrity?: string;
  resolved?: string;
  inBundle?: boolean;
  hasInstallScript?: boolean;
}
const {packages} = JSON.parse(readFileSync(join(import.meta.dirname, "../package-lock.json"), "utf8")) as {
  packages: Record<string, Package>;
};
const ours = Object.entries(packages).filter(([path]) => path !== "");

test("every package of the lock file is pinned by a hash, whichever mirror serves it, and none comes from a repository or a folder", () => {
  const loose = ours.filter(([, {integrity, inBundle}]) => !inBundle && !integrity?.startsWith("sha512-"));
  expect(loose.map(([path]) => path)).toEqual([]);
  const elsewhere = ours.filter(
    ([, {resolved}]) => resolved !== undefined && !resolved.startsWith("https://registry.npmjs.org/"),
  );
  expect(elsewhere.map(([path]) => path)).toEqual([]);
});

test("every licence goes with MIT", () => {
  // MPL-2.0 is of tools for tests alone, and of files we do not change.
  const allowed =
    /^(MIT|MIT-0|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|Unlicense|CC0-1\.0|Python-2\.0|MPL-2\.0|\(MIT AND Zlib\)|\(MIT OR GPL-3\.0-or-later\))$/;
  expect(ours.filter(([, {license}]) => !allowed.test(license ?? "")).map(([path, {license}]) => `${path}: ${license}`)).toEqual(
    [],
  );
});

test("only esbuild has a script that runs on install, and it does without", () => {
  const scripts = ours.filter(([, {hasInstallScript}]) => hasInstallScript).map(([path]) => path.split("node_modules/").at(-1));
  expect([...new Set(scripts)]).toEqual(["esbuild"]);
});

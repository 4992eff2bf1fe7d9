import {mkdir, mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {encodeArrow} from "../../pipeline/publish/arrow.js";
import {assembleSite} from "../../pipeline/publish/shell/shell.js";
import {makeDataFiles} from "../components/fixtures.js";
import {makeFactFiles} from "./fact-files.js";
import {SHELL} from "./serve.js";
import {buildSharedShell} from "./shared-shell.js";

export interface FixtureSite {
  folder: string;
  remove(): Promise<void>;
}

/** The real shell with the data of the component tests, whose every number is known. */
export async function makeFixtureSite(): Promise<FixtureSite> {
  const folder = await mkdtemp(join(tmpdir(), "baton-shell-"));
  const data = join(folder, "data");
  const write = async (path: string, content: string | Uint8Array) => {
    await mkdir(dirname(join(data, path)), {recursive: true});
    await writeFile(join(data, path), content);
  };
  for (const [path, document] of Object.entries(makeDataFiles())) await write(path, JSON.stringify(document));
  await write("cube/team-1.arrow", encodeArrow(makeCube(), 3));
  for (const [path, bytes] of Object.entries(makeFactFiles())) await write(`facts/${path}.arrow`, bytes);
  await write("health/rejects.arrow", encodeArrow(makeRejects(), 1));
  await buildSharedShell();
  await assembleSite({shell: SHELL, data, out: join(folder, "site")});
  return {folder: join(folder, "site"), remove: () => rm(folder, {recursive: true, force: true})};
}

/** Counts of EMEA in one month: 12 booked, 6 of 8 held. */
function makeCube() {
  const same = (value: string) => ({text: [value, value, value]});
  return {
    month: same("2025-09-01"),
    team: same("emea"),
    ...Object.fromEntries(["source", "motion", "segment", "region"].map((name) => [name, same("")])),
    metric: {text: ["stage:booked", "stage:held", "show_rate"]},
    numerator: {number: [12, 6, 6]},
    denominator: {number: [0, 0, 8]},
    in_flight: {number: [0, 0, 0]},
  };
}

/** One cell of the ledger that a spreadsheet would take for a formula. */
function makeRejects() {
  const cells = {path: "exports/handoffs.csv", entity: "handoffs", column: "meeting_at", value: "=1+1", reason: "is no time", hint: "set dates", effect: "cell", record: ""}; // prettier-ignore
  return {...Object.fromEntries(Object.entries(cells).map(([name, text]) => [name, {text: [text]}])), line: {number: [7]}};
}

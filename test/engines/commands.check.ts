import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, it} from "vitest";
import {makeCompany} from "../../sample-data/company.js";
import {writeFiles} from "../../sample-data/generate.js";
import {writeShape} from "../../sample-data/shapes/index.js";
import {callBaton, type Said} from "../cli/baton.js";
import {SMALL_SETTINGS} from "../small-settings.js";
import {openChdb} from "./chdb.js";
import {serveChdb, type Served} from "./serve.js";

const PLACES = ["here", "there"] as const;
type Place = (typeof PLACES)[number];
const folder = mkdtempSync(join(tmpdir(), "baton-engine-commands-"));
const chdb = openChdb();
let served: Served;

/** The same exports twice: for a build of its own, and for one whose engine is a server. */
beforeAll(async () => {
  await chdb.command("CREATE DATABASE baton");
  served = await serveChdb(chdb, {baton: "secret"});
  process.env.BATON_CLICKHOUSE_PASSWORD = "secret";
  const files = writeShape("canonical", makeCompany({seed: 5, sdrs: 4, months: 4}));
  for (const place of PLACES) {
    mkdirSync(join(folder, place));
    writeFiles(join(folder, place), files);
    const path = join(folder, place, "baton.config.yaml");
    const engine = `engine: {clickhouse: {url: "${served.url}", database: baton, user: baton}}\n`;
    writeFileSync(path, `sources: [{files: "canonical/*.csv"}]\n${SMALL_SETTINGS}${place === "there" ? engine : ""}`);
  }
});
afterAll(async () => {
  delete process.env.BATON_CLICKHOUSE_PASSWORD;
  await served.close();
  await chdb.close();
  rmSync(folder, {recursive: true, force: true});
});

const at = (place: Place, ...path: string[]) => join(folder, place, ...path);
const run = (place: Place, ...words: string[]): Promise<Said> =>
  callBaton(...words, "--config", at(place, "baton.config.yaml"), "--build-dir", at(place, "build"));
/** Runs a command on both: what it prints is the same. */
async function expectSame(...words: string[]): Promise<string> {
  const [here, there] = [await run("here", ...words), await run("there", ...words)];
  const plain = ({status, stdout}: Said) => ({
    status,
    // Doubles may differ in the last of their digits: the engines add in other orders.
    stdout: stdout.replace(/-?\d+\.\d{8,}/g, (number) => Number(number).toPrecision(10)),
  });
  expect(there.stderr + there.stdout).not.toContain("secret");
  expect(plain(there), there.stderr).toEqual(plain(here));
  return there.stdout;
}
const refresh = async (...words: string[]): Promise<void> => {
  for (const place of PLACES) {
    const {status, stderr} = await run(place, "refresh", "--quiet", "--out", at(place, "published"), ...words);
    expect(status, stderr).toBe(0);
  }
};
const change = (file: string, act: (lines: string[]) => string[]): void => {
  for (const place of PLACES) {
    const path = at(place, "canonical", file);
    writeFileSync(path, `${act(readFileSync(path, "utf8").trimEnd().split("\n")).join("\n")}\n`);
  }
};

it("metrics, explain and check say the same of a server's work as of this machine's", async () => {
  expect(await expectSame("metrics", "--scope", "sdr", "--format", "json")).toContain("show_rate");
  expect(JSON.parse(await expectSame("explain", "show_rate", "--format", "json")).members.length).toBeGreaterThan(10);
  expect(JSON.parse(await expectSame("check", "--format", "json"))).toMatchObject({ok: true});
});

it("who was forgotten stands in no table of the server any more, nor in what builds that broke off have left", async () => {
  await expectSame("metrics", "--scope", "company", "--format", "json");
  const contact = readFileSync(at("there", "canonical/contacts.csv"), "utf8").split("\n")[1]!.split(",")[0]!;
  for (const table of ["raw_contacts__aside", "temp_3_names", "marts_of_an_older_version"])
    await chdb.command(
      `CREATE TABLE baton.${table} ENGINE = MergeTree ORDER BY tuple() COMMENT 'made by Baton' AS SELECT * FROM baton.raw_contacts`,
    );
  expect(await findOnServer(contact)).toEqual(expect.arrayContaining(["raw_contacts", "marts_of_an_older_version"]));
  for (const place of PLACES) {
    const {status, stderr} = await run(place, "forget", contact, "--quiet");
    expect(status, stderr).toBe(0);
  }
  expect(await findOnServer(contact)).toEqual([]);
  await expectSame("metrics", "--scope", "company", "--format", "json");
});

it("refresh publishes the same builds, diff tells the same of them, and the quick pass before meetings goes by way of the server too", async () => {
  await refresh();
  change("handoffs.csv", (lines) => lines.slice(0, -3));
  await refresh("--accept");
  const differences = [];
  for (const place of PLACES) {
    const {stdout} = await run(place, "diff", "--format", "json", "--out", at(place, "published"));
    differences.push(JSON.parse(stdout, (key, value: unknown) => (key === "name" || key === "made_at" ? 0 : value)));
  }
  expect(JSON.stringify(differences[0])).toContain("handoffs");
  expect(differences[1]).toEqual(differences[0]);
  change("handoffs.csv", (lines) => lines.slice(0, -1));
  await refresh("--only", "handoffs");
  for (const folder of ["build/data", "build/handoffs/data"]) {
    const [here, there] = PLACES.map((place) => readFileSync(at(place, folder, "manifest.json"), "utf8"));
    expect(JSON.parse(there!).version).toBe(JSON.parse(here!).version);
  }
});

it("publish makes the same trees", async () => {
  for (const place of PLACES) {
    const {status, stderr} = await run(place, "publish", "--quiet", "--out", at(place, "trees"));
    expect(status, stderr).toBe(0);
  }
  const [here, there] = PLACES.map((place) => JSON.parse(readFileSync(at(place, "build/data/manifest.json"), "utf8")).version as string); // prettier-ignore
  expect(there).toBe(here);
});

/** Tables in which a text is a cell, or in a list of one. */
async function findOnServer(text: string): Promise<string[]> {
  const {data} = await chdb.query(
    "SELECT table, groupArray((name, type)) FROM system.columns WHERE database = 'baton' AND type LIKE '%String%' GROUP BY table ORDER BY table",
  );
  const found: string[] = [];
  for (const [table, columns] of data as [string, [string, string][]][]) {
    const where = columns.map(([name]) => `has(splitByRegexp('[^A-Za-z0-9_-]', toString(\`${name}\`)), '${text}')`).join(" OR ");
    const counted = await chdb.query(`SELECT count() FROM baton.\`${table}\` WHERE ${where.replaceAll("toString(`", "ifNull(toString(`").replaceAll("`))", "`), ''))")}`); // prettier-ignore
    if (Number(counted.data[0]![0]) > 0) found.push(table);
  }
  return found;
}

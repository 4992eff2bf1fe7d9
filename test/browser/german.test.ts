import {copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Browser} from "playwright-core";
import {afterAll, beforeAll, expect, it, inject} from "vitest";
import {parseConfig} from "../../pipeline/config.js";
import {NOT_DISCLOSED_WORDS} from "../../pipeline/contract/brief.js";
import {QUALIFICATION, READINESS} from "../../pipeline/contract/criteria.js";
import type {Manifest} from "../../pipeline/contract/datasets.js";
import {openDatabase, type Database} from "../../pipeline/db.js";
import {exportDigests} from "../../pipeline/digest/export-digests.js";
import {speak} from "../../pipeline/language.js";
import {assembleSite, buildShell} from "../../pipeline/publish/shell/shell.js";
import {publishDatasets} from "../../pipeline/publish/datasets.js";
import {writeSettings} from "../../pipeline/run/settings.js";
import {CATALOGUES} from "../../src/components/words/catalogues.js";
import {listContractTexts} from "../contract-texts.js";
import {openSample, sampleConfig} from "../sample.js";
import {openBrowser} from "./browser.js";
import {serveSite, SHELL, type Served} from "./serve.js";
import {VIEWS, visit} from "./visit.js";
import {openKinds, pickBriefs} from "../end-to-end/draw-kinds.js";

const out = mkdtempSync(join(tmpdir(), "baton-german-"));
const data = join(out, "data");
let db: Database;
let manifest: Manifest;
let browser: Browser;
let served: Served;
const pages = new Map<string, string>();

/**
 * What the exports or the warehouse say: the warehouse is the one of the English sample, and what its checklists are called, and what
 * their rules saw, was written when it was built.
 */
const THEIRS = new Set(["agreed to meet", ...[...QUALIFICATION, ...READINESS].map(({label}) => label)]);

/** The sample company's warehouse, published once more in German. */
beforeAll(async () => {
  await openSample();
  copyFileSync(join(inject("shared"), "sample.duckdb"), join(out, "german.duckdb"));
  db = await openDatabase(join(out, "german.duckdb"));
  const text = readFileSync(sampleConfig.path, "utf8");
  const config = parseConfig(`language: de\n${text}`, sampleConfig.path);
  await writeSettings(db, config);
  await publishDatasets(db, config, {out: data});
  manifest = JSON.parse(readFileSync(join(data, "manifest.json"), "utf8")) as Manifest;
  const read = <T>(path: string) => JSON.parse(readFileSync(join(data, path), "utf8")) as T;
  const kinds = await openKinds(pickBriefs(data, 1));
  for (const [kind, draw] of Object.entries(kinds)) pages.set(kind, draw(read, manifest).map(readPage).join("\n"));
  const people = {
    sdr: manifest.people.find(({has_one_on_one}) => has_one_on_one),
    ae: manifest.people.find(({has_ae_page}) => has_ae_page),
  };
  for (const audience of ["sdr", "ae"] as const) {
    const options = {audience, format: "text", person: people[audience]!.slug} as const;
    const [mail] = await exportDigests(db, config, join(out, "digest"), options);
    pages.set(`mail ${audience}`, readFileSync(join(out, "digest", audience, mail!.files.text!), "utf8"));
  }
  await buildShell({root: join(import.meta.dirname, "..", ".."), out: `${SHELL}-de`, language: "de"});
  await assembleSite({shell: `${SHELL}-de`, data, out: join(out, "site")});
  served = await serveSite(join(out, "site"));
  browser = await openBrowser();
  const [calendar] = readdirSync(join(data, "coming/sdr")).filter((file) => file.endsWith(".ics"));
  pages.set("calendar", readFileSync(join(data, "coming/sdr", calendar!), "utf8").replaceAll("\r\n ", ""));
});
afterAll(async () => {
  speak("en");
  await browser?.close();
  await served?.close();
  db?.close();
  rmSync(out, {recursive: true, force: true});
});

/** All that a page says, to the eye and to the ear, but for what exports said. */
function readPage(page: Node | string | null): string {
  if (!page || typeof page === "string") return page ?? "";
  const root = page as Element;
  const told = ["aria-label", "title", "placeholder"].flatMap((name) =>
    [...root.querySelectorAll(`[${name}]`)].map((each) => each.getAttribute(name)),
  );
  return [root.textContent, ...told].join("\n").replaceAll(/\s+/g, " ");
}

/** Runs of three words or more of a sentence: what stands between the values that are put into it. */
const partsOf = (sentence: string): string[] =>
  sentence
    .split(/\{[^}]*\}/)
    .map((part) => part.trim())
    .filter((part) => part.split(/\s+/).filter((word) => /\p{L}{2}/u.test(word)).length >= 3);

// What Baton recognises in a brief is quoted as it is to be written.
const RECOGNISED: readonly string[] = NOT_DISCLOSED_WORDS;
const isTheirs = (sentence: string) => [...THEIRS].some((theirs) => theirs.includes(sentence));

it("no page, mail or calendar says a sentence of the English catalogue", () => {
  const {words, pages: names, terms} = CATALOGUES.en;
  const sentences = [
    ...Object.values(words),
    ...Object.values(names).map(({question}) => question),
    ...terms.map(({meaning}) => meaning),
    ...listContractTexts(),
  ].flatMap(partsOf);
  const found = [...pages].flatMap(([page, text]) =>
    sentences
      .filter((sentence) => !isTheirs(sentence) && !RECOGNISED.includes(sentence) && text.includes(sentence))
      .map((sentence) => `${page}: ${sentence}`),
  );
  expect(found).toEqual([]);
});

it("numbers, dates and what is counted are written as in German", () => {
  expect(pages.get("overview")).toMatch(
    /Von 287 Terminen, die im September 2026 anstanden, wurden 226 wahrgenommen \(79 %, 75–82 %\)/,
  );
  expect(pages.get("overview")).toMatch(/4\.963 Übergaben/);
  expect(pages.get("sdr")).toMatch(/\d,\d von 10 \(\d,\d–\d,\d\)/);
  for (const [page, text] of pages) expect([page, /\d\.\d %/.exec(text)?.[0]]).toEqual([page, undefined]);
});

it("longer words fit: no page is wider than a telephone, and browsers are told the language", async () => {
  const first = <T extends {slug: string}>(list: readonly T[], is: (one: T) => boolean) => list.find(is)!.slug;
  const [team, sdr, ae] = [
    first(manifest.teams, ({sdr_count}) => sdr_count > 3),
    first(manifest.people, ({has_one_on_one, is_current}) => has_one_on_one && is_current),
    first(manifest.people, ({has_ae_page, is_current}) => has_ae_page && is_current),
  ];
  for (const page of [
    "index.html",
    "pages/funnel.html",
    `pages/team.html?team=${team}`,
    `pages/sdr.html?sdr=${sdr}`,
    `pages/one-on-one.html?sdr=${sdr}`,
    `pages/ae.html?ae=${ae}`,
    "pages/data-health.html",
  ]) {
    const {page: open, complaints, close} = await visit(browser, served.url + page, VIEWS[2]);
    expect([page, ...complaints]).toEqual([page]);
    expect(await open.evaluate(() => document.documentElement.lang)).toBe("de");
    await close();
  }
});

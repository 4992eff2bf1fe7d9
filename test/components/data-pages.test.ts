// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import type {DictionaryData, HealthData} from "../../pipeline/contract/datasets.js";
import {METRICS} from "../../pipeline/contract/metrics.js";
import {Dictionary} from "../../src/components/guide/dictionary.js";
import {Glossary} from "../../src/components/guide/glossary.js";
import {askUnread} from "../../src/components/explain/explain-rows.js";
import {HealthPage} from "../../src/components/health/health-page.js";
import {TERMS} from "../../src/components/words/terms.js";
import {makeDataFiles, makeManifest} from "./fixtures.js";

const texts = (node: Element, selector: string) =>
  [...node.querySelectorAll(selector)].map((found) => found.textContent!.replace(/\s+/g, " ").trim());
const HEALTH = makeDataFiles()["health.json"] as HealthData;

describe("data health", () => {
  it("opens with what became of every row, and counts kinds of problem as their table does", () => {
    const page = HealthPage(
      HEALTH,
      makeManifest({ledger: {rows_read: 100_000, loaded: 99_999, merged: 0, rejected: 1, set_aside: 0}}),
    );
    expect(texts(page, ".finding p")[0]).toBe("Of 100,000 rows read from 1 file, 99,999 were loaded, 1 rejected.");
    // One row of problems; Bo's two meetings and the win before its creation stand in tables of their own.
    expect(texts(page, ".finding p")[1]).toBe(
      "1 kind of thing to look at, the worst first. Further down: 2 past meetings without an outcome, 1 time that cannot be.",
    );
  });
  it("says how each file's export time was found, and what to do where it was inferred", () => {
    const [file] = HEALTH.files;
    const froms = ["configuration", "name", "newest event"];
    const files = froms.map((exported_at_from) => ({...file!, path: exported_at_from, exported_at_from}));
    const page = HealthPage({...HEALTH, files, problems: []}, makeManifest());
    expect(texts(page, "td .sub")).toEqual(
      expect.arrayContaining([
        "as the configuration says",
        "from the file’s name",
        "inferred from its newest event; set exported_at for this source",
      ]),
    );
  });
  it("counts the headers of each file that nothing is read from, and names them to who asks", () => {
    const [file] = HEALTH.files;
    const {title, value, entries} = askUnread(file!.path, HEALTH.unread_headers[file!.unread]!, makeManifest());
    expect([title, value]).toEqual(["Headers not read, exports/handoffs.csv", "2"]);
    expect(entries.map(([, text]) => text)).toContain("Region, Segment");
    const tables = [...HealthPage(HEALTH, makeManifest()).querySelectorAll("table")];
    const table = tables.find((found) => found.caption?.textContent?.includes("Files"))!;
    const place = texts(table, "thead th").findIndex((head) => head.startsWith("Headers not read"));
    expect(texts(table, "tbody tr > *")[place]).toBe("2");
  });
  it("lists kinds of problem as they come, the worst first, with an example and what to do", () => {
    const problem = {path: "deals.csv", entity: "opportunities", reason: "is no time", count: 3, first_line: 1965, record: ""};
    const problems = [
      {...problem, column: "created_at", effect: "row", hint: "set dates", example: "<b>soon</b>", record: "o7"},
      {...problem, column: "owner_id", effect: "orphan", hint: "", example: "p9"},
    ];
    const page = HealthPage({...HEALTH, problems}, makeManifest());
    const rows = [...page.querySelectorAll("section:nth-of-type(1) tbody tr")].map((row) => texts(row, "th, td"));
    // A line is a name, not an amount; the record that the row would have been stands below.
    expect(rows[0]).toEqual(["row rejected", "deals.csvcreated_at", "<b>soon</b> is no timerecord o7", "set dates", "3", "1965"]);
    expect(rows[1]![0]).toBe("leads nowhere");
  });
  it("leads from the rows of a kind of record to what the funnel counts, each step to be asked about", () => {
    const page = HealthPage(HEALTH, makeManifest());
    const table = [...page.querySelectorAll("table")].find((found) => found.caption?.textContent?.includes("From rows"))!;
    expect(texts(table, "tbody tr")).toEqual([
      "rows read1,000",
      "repeated in the same file− 8",
      "rejected− 2",
      "rows loaded= 990",
      "further meetings of a handoff− 40",
      "handoffs in the funnel= 950",
    ]);
    expect(table.querySelectorAll("tbody button")).toHaveLength(6);
  });
  it("shows open disputes, records that changed hands, long chains and how new each source is, each as a table to sort and take along", () => {
    const page = HealthPage(
      {
        ...HEALTH,
        disputes: [
          {record_id: "h1", metric: "show_rate", raised_by: "Ann Orr", raised_at: "2026-09-02T08:00:00Z", reason: "<i>it was held</i>", is_found: false},
        ],
        reassigned: [{record_id: "h2", entity: "handoffs", from: "Ann Orr", to: "Cid Poe"}],
        reschedules: [
          {handoff_id: "h3", account: "Acme", sdr: "Ann Orr", slots: 4, first_slot_at: "2026-08-01T08:00:00Z", meeting_at: "2026-09-01T08:00:00Z", outcome: "no_show"},
        ],
        chains: [{slots: 1, handoffs: 700}, {slots: 3, handoffs: 2}, {slots: 4, handoffs: 1}],
        totals: {...HEALTH.totals, disputes: 431, reassigned: 202},
        sources: [{source: "exports/*.csv", entity: "handoffs", exported_at: "2026-09-30T04:00:00Z", files: 2, rows: 1234}],
      } as HealthData,
      makeManifest(),
    ); // prettier-ignore
    const table = (caption: string) =>
      [...page.querySelectorAll("table")].find((found) => found.querySelector("caption")?.textContent?.includes(caption))!;
    expect(texts(table("In dispute"), "tbody th, tbody td")).toEqual(
      expect.arrayContaining(["h1", "Ann Orr", "<i>it was held</i>", "no"]),
    );
    expect(texts(table("changed hands"), "tbody th, tbody td")).toEqual(["h2", "handoffs", "Ann Orr", "Cid Poe"]);
    expect(texts(table("three"), "tbody th, tbody td").slice(0, 3)).toEqual(["Acme", "Ann Orr", "4"]);
    // Of what is listed only up to a number it is told how many there are.
    expect(texts(page, ".shown")).toEqual(["The newest 1 of 431.", "The table has the 1 that took most meetings, of 3.", "1 of 202, by kind and id."]); // prettier-ignore
    expect(texts(table("How fresh each source"), "tbody th, tbody td")).toEqual(
      expect.arrayContaining(["exports/*.csv", "2", "1,234"]),
    );
  });
  it("tells which exports are stale or were never supplied, and what those would bring", () => {
    const source = {entity: "handoffs", label: "Handoffs", files: 1, rows: 9, exported_at: "2025-09-20T04:00:00Z"};
    const page = HealthPage(HEALTH, makeManifest({sources: [source]}));
    expect(page.textContent).toContain("11 days");
    expect(page.textContent).toContain("not supplied: what AEs think of the handoffs.");
  });
});

describe("the glossary", () => {
  it("has an address for every metric, and a word for each of its groups", () => {
    const [info] = makeManifest().metrics;
    const metrics = METRICS.map(({name, label, group}) => ({...info!, name, label, group}));
    const page = Glossary(makeManifest({metrics}));
    for (const {name} of METRICS) expect(page.querySelector(`[id="${name}"]`), name).not.toBeNull();
    expect(texts(page, "h2").filter((title) => /^[a-z_]+$/.test(title))).toEqual([]);
  });
  it("says of a number that cannot be computed what it would need", () => {
    const [info] = makeManifest().metrics;
    const page = Glossary(makeManifest({metrics: [{...info!, name: "speed_to_lead_hours"}]}));
    expect(page.textContent).toContain("Not computed here: leads have no created_at.");
  });
  it("leads from a word to the metric that measures it, which exists", () => {
    const names = new Set<string>(METRICS.map(({name}) => name));
    expect(TERMS.filter(({metric}) => metric && !names.has(metric))).toEqual([]);
    expect(new Set(TERMS.map(({id}) => id)).size).toBe(TERMS.length);
  });
});

describe("the data dictionary", () => {
  it("names each entity's columns, which are supplied, and how to get an empty file", () => {
    const page = Dictionary(makeDataFiles()["dictionary.json"] as DictionaryData, makeManifest());
    expect(texts(page, ".finding")).toEqual(["1 of 1 kinds of export are supplied. Any subset will do; what is missing is said where it would show."]); // prettier-ignore
    expect(texts(page, "#handoffs p code")).toEqual(["npm run --silent baton -- template handoffs > handoffs.csv"]);
    expect(texts(page, "#handoffs tbody td")).toEqual(["text", "Identifier. required", "yes"]);
  });
});

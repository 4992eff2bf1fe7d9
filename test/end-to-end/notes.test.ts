import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import Papa from "papaparse";
import {afterAll, expect, it} from "vitest";
import {fillWarehouse} from "../../pipeline/build-data.js";
import {readConfig} from "../../pipeline/config.js";
import {openDatabase} from "../../pipeline/db.js";
import {readMetricRows} from "../../pipeline/metrics/index.js";

const folder = mkdtempSync(join(tmpdir(), "baton-notes-"));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

type Brief = Record<string, string>;
const ENGLISH: Brief = {
  pain_primary: "Primary pain", pain_secondary: "Second pain", business_impact: "Business impact", current_solution: "Current solution",
  limitations: "Limitations", timeline: "Timeline", budget: "Budget", champion: "Champion", economic_buyer: "Economic buyer",
  first_contact: "First contact", next_steps: "Next steps", focus_area: "Focus for the AE", objections: "Objections",
}; // prettier-ignore
const GERMAN: Brief = {
  pain_primary: "Hauptproblem", pain_secondary: "Schmerzpunkt 2", business_impact: "Auswirkungen", current_solution: "Aktuelle Lösung",
  limitations: "Einschränkungen", timeline: "Zeitplan", budget: "Budget", champion: "Fürsprecher", economic_buyer: "Entscheider",
  first_contact: "Erstkontakt", next_steps: "Nächste Schritte", focus_area: "Schwerpunkt", objections: "Einwände",
}; // prettier-ignore
const WHOLE: Brief = {
  pain_primary: "Forecasts are wrong every month", pain_secondary: "Nobody trusts the pipeline", business_impact: "Costs 20k a month",
  current_solution: "Spreadsheets & e-mail", limitations: "No history of changes", timeline: "Decision in Q3", budget: "40k",
  champion: "Jane Doe", economic_buyer: "The CFO", first_contact: "Call on 1 February", next_steps: "She sends a data sample",
  focus_area: "Forecast accuracy", objections: "None",
}; // prettier-ignore
const COPIED = "The team wants better forecasts because the board asks every single month";

/** The ways in which a note is written; each handoff has one of them. */
const DRESSES: ((brief: Brief) => string)[] = [
  (brief) => each(brief, ENGLISH, (label, text) => `${label}: ${text}`).join("\n"),
  (brief) => `<div>${each(brief, ENGLISH, (label, text) => `<p style="margin:0;"><strong>${label}:</strong>&nbsp;${text.replace("&", "&amp;")}</p>`).join("")}</div>`, // prettier-ignore
  (brief) => each(brief, GERMAN, (label, text) => `${label}: ${text}`).join("\r\n"),
  (brief) => `# Handoff brief\n\n${each(brief, ENGLISH, (label, text) => `## ${label}\n${text}`).join("\n\n")}`,
  (brief) => each(brief, ENGLISH, (label, text) => `- **${label}**: ${text}`).join("\n"),
  (brief) => `<ul>${each(brief, GERMAN, (label, text) => `<li><b>${label}</b><br>${text.replace("&", "&amp;")}</li>`).join("")}</ul>`, // prettier-ignore
];
function each(brief: Brief, labels: Brief, write: (label: string, text: string) => string): string[] {
  return Object.entries(brief).flatMap(([field, text]) => (text === "" ? [] : [write(labels[field]!, text)]));
}

/** What each handoff's brief said in the export of 12 March, and in that of 31 March where that is something else. */
const BRIEFS: [first: Partial<Brief>, later?: Partial<Brief>][] = [
  [{}],
  [{budget: "TBD", champion: "?"}, {}],
  [{budget: "not disclosed", timeline: ""}],
  [{next_steps: "", economic_buyer: "unknown"}, {next_steps: "She sends a data sample"}],
  [{}, {budget: "", limitations: "none"}],
  [{pain_primary: COPIED}],
  [{pain_primary: `${COPIED}.`, objections: ""}],
  [{pain_primary: COPIED.toUpperCase()}],
  [Object.fromEntries(Object.keys(WHOLE).map((field) => [field, ""]))],
];

function writeCompany(target: string, isNote: boolean): void {
  const row = (index: number, changes: Partial<Brief>) => {
    const brief = {...WHOLE, ...changes} as Brief;
    const day = String(8 + index).padStart(2, "0");
    return {
      handoff_id: `h${index}`, sdr_id: index === 3 ? "cid" : "ann", ae_id: "bob", account_id: `a${index}`, contact_id: `c${index}`,
      booked_at: "2026-03-01T10:00:00Z", meeting_at: `2026-03-${day}T10:00:00Z`, meeting_status: index === 2 ? "no_show" : "held",
      brief_updated_at: index === 1 ? "2026-03-07T10:00:00Z" : "",
      ...(isNote ? {brief_text: DRESSES[index % DRESSES.length]!(brief)} : brief),
    }; // prettier-ignore
  };
  const write = (name: string, rows: object[]) => writeFileSync(join(target, name), Papa.unparse(rows));
  const day = (column: 0 | 1) => BRIEFS.map((brief, index) => row(index, brief[column] ?? brief[0]));
  write("handoffs_2026-03-12.csv", day(0));
  // An export of what changed only, as most daily ones are.
  write(
    "handoffs_2026-03-31.csv",
    day(1).filter((_, index) => BRIEFS[index]![1]),
  );
  write(
    "accounts.csv",
    BRIEFS.map((_, index) => ({account_id: `a${index}`, name: `Firm ${index}`, industry: "Software", employees: index === 5 ? "" : 400})),
  ); // prettier-ignore
  write(
    "contacts.csv",
    BRIEFS.map((_, index) => ({contact_id: `c${index}`, name: `Person ${index}`, title: "VP Sales"})),
  );
  const sources = ["handoffs_*.csv", "accounts.csv", "contacts.csv"].map((files) => `  - files: "${files}"\n`);
  writeFileSync(
    join(target, "baton.config.yaml"),
    `company: Small Ltd\nas_of: "2026-06-01T00:00:00Z"\nsources:\n${sources.join("")}`,
  );
}

async function measure(isNote: boolean): Promise<unknown[]> {
  const target = mkdtempSync(join(folder, "company-"));
  writeCompany(target, isNote);
  const db = await openDatabase();
  await fillWarehouse(db, readConfig(join(target, "baton.config.yaml")));
  const rows = await readMetricRows(db, {});
  const cells = await db.rows(
    "select handoff_id, field, state, value, after_value from marts.brief_fields left join marts.brief_values using (handoff_id, field) order by all",
  );
  db.close();
  return [...rows, ...cells];
}

it("a company whose briefs are one note each has the numbers to the digit that it has with a column for each field", async () => {
  const [columns, notes] = [await measure(false), await measure(true)];
  expect(columns.length).toBeGreaterThan(500);
  expect(notes).toEqual(columns);
  const find = (name: string) => {
    const row = columns.find((row) => {
      const {metric, scope, period} = row as {metric?: string; scope?: string; period?: string};
      return metric === name && scope === "company" && period === "all";
    }) as {numerator: number; denominator: number; value: number};
    return [row.numerator, row.denominator, row.value];
  };
  // By hand: 15 13 14 13 15 14 15 14 5 of fifteen; one account has no size, and the third of the same texts is a copy.
  expect(find("documentation_completeness").slice(0, 2)).toEqual([118, 9 * 15]);
  expect(find("weighted_documentation").slice(0, 2)).toEqual([18 + 16 + 17 + 16 + 18 + 17 + 17 + 17 + 5, 9 * 46]);
  expect(find("fully_documented_rate").slice(0, 2)).toEqual([3, 9]);
  // The export of 12 March was made 10 hours before one whole brief's meeting, and 58 before another's.
  expect(find("brief_on_time_rate").slice(0, 2)).toEqual([1, 9]);
  expect(find("brief_lead_time_hours")[2]).toBe(34);
});

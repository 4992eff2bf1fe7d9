/** Exports whose every text is one that breaks pages, runs as a script, or is taken for a formula by a spreadsheet. */
import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import Papa from "papaparse";
import {ENTITIES, type EntityName} from "../../pipeline/contract/entities.js";

const SHARED = join(import.meta.dirname, "../../../shared/real-inputs");
export const HAS_SHARED = existsSync(join(SHARED, "naughty_strings/blns.json"));

/** Some of each kind, for a clone with nothing beside it. */
const SCRIPTS = [
  "<script>window.ran = 1</script>",
  "<img src=x onerror=\"window.ran = 1\">",
  "\"><svg onload=window.ran=1>",
  "'-window.ran++-'",
  "</script><script>window.ran=1</script>",
  "<iframe src=\"javascript:window.ran=1\"></iframe>",
  "<a href=\"javascript:window.ran=1\">press here</a>",
  "javascript:window.ran=1",
  "${(window.ran=1)}",
  "{{constructor.constructor('window.ran=1')()}}",
  "<style>body{display:none}</style>",
  "<!--<base href=//evil.example.com/>-->",
]; // prettier-ignore
const FORMULAS = ["=1+1", "=HYPERLINK(\"http://evil.example.com\",\"press\")", "+1+1+cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0", "@SUM(1+9)*cmd|' /C calc'!A0", "\t=1+1", "\r=1+1", "=cmd|'/c calc'!A1", "+49 30 1234", "-", "=", "@me"]; // prettier-ignore
const SHAPES = ["W".repeat(300), "مرحبا \u202egnihton 🐢", "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘", "a\u0001b\u0007c\u007f", "\u200b\u200e", "__proto__", "constructor", "NaN", "undefined", "null", "../../../etc/passwd%00", "line\n".repeat(40)]; // prettier-ignore
const OWN = [...SCRIPTS, ...FORMULAS, ...SHAPES];

/** The strings that a company is made of. */
export function listStrings(): string[] {
  if (!HAS_SHARED) return OWN;
  const naughty = JSON.parse(readFileSync(join(SHARED, "naughty_strings/blns.json"), "utf8")) as string[];
  const formulas = readFileSync(join(SHARED, "csv_injection/csv-payload.txt"), "utf8").split("\n");
  return [...new Set([...OWN, ...formulas, ...naughty])].filter((text) => text.trim() !== "");
}

const day = (n: number) => new Date(Date.parse("2026-07-01T09:00:00Z") + n * 3_600_000).toISOString();
/** Columns that numbers are split by: hundreds of groups would be a test of patience. */
const SPLIT = new Set(["source", "segment", "region", "country"]);
const GROUPS = 12;
const SDRS = 6;
const AES = 4;

/** Exports as CSV, by file: each string in each text column, and where ids may be any text, in those. */
export function makeHostileExports(strings: readonly string[]): Record<string, string> {
  const count = strings.length;
  const at = (n: number) => strings[n % count]!;
  // An id is never blank, and each is another.
  const id = (letter: string, n: number) => `${at(n)} ${letter}${n}`;
  const pair = (n: number) => ({sdr_id: id("s", n % SDRS), ae_id: id("a", (n * 3) % AES)});
  const where = (n: number) => ({account_id: id("c", n), contact_id: id("p", n)});
  const isAhead = (n: number) => n % 12 === 5;
  const own: Partial<Record<EntityName, (n: number) => Record<string, unknown>>> = {
    // Those who work first; everybody else only stands in lists.
    people: (n) => ({
      person_id: n < SDRS ? id("s", n) : n < SDRS + AES ? id("a", n - SDRS) : id("m", n),
      role: n < SDRS ? "sdr" : n < SDRS + AES ? "ae" : "manager",
      ...(n < SDRS + AES && {team: n < SDRS ? at(n % 2) : at(2), manager_id: id("m", SDRS + AES + (n < SDRS ? n % 2 : 2))}),
      email: `${n}@seller.example.com`,
    }),
    accounts: (n) => ({account_id: id("c", n), owner_id: pair(n).ae_id, employees: at(n), annual_revenue: at(n), currency: "EUR"}),
    contacts: (n) => ({contact_id: id("p", n), account_id: id("c", n)}),
    leads: (n) => ({lead_id: id("l", n), ...where(n), sdr_id: pair(n).sdr_id, created_at: day(n - 300), first_touch_at: day(n - 200), conversation_at: day(n - 100), qualified_at: n % 3 ? day(n - 90) : ""}),
    handoffs: (n) => ({
      handoff_id: id("h", n), meeting_id: id("m", n), opportunity_id: id("o", n), lead_id: id("l", n), ...where(n), ...pair(n), booked_at: day(n - 120), handed_off_at: day(n - 110), motion: "product_led",
      meeting_at: isAhead(n) ? `2026-10-${String(5 + (n % 20)).padStart(2, "0")}T10:00:00Z` : day(n), meeting_status: isAhead(n) ? "scheduled" : n % 4 ? "held" : "no_show", accepted_at: n % 4 === 1 ? day(n + 2) : "", rejected_at: n % 4 === 2 ? day(n + 2) : "", sql_at: n % 4 === 1 ? day(n + 20) : "",
    }),
    opportunities: (n) => ({opportunity_id: id("o", n), account_id: id("c", n), owner_id: pair(n).ae_id, sdr_id: pair(n).sdr_id, amount: 1000 + n, currency: "EUR", created_at: day(n + 30), closed_at: n % 2 ? day(n + 200) : "", is_closed: n % 2, is_won: n % 6 === 1}),
    stage_changes: (n) => ({opportunity_id: id("o", n), changed_at: day(n + 40), changed_by: pair(n).ae_id}),
    activities: (n) => ({activity_id: id("t", n), ...where(n), opportunity_id: id("o", n), actor_id: pair(n).sdr_id, channel: "email", direction: n % 2 ? "in" : "out", occurred_at: day(n - 130)}),
    stakeholders: (n) => ({handoff_id: id("h", n), contact_id: id("p", n), role: ["champion", "economic_buyer", "end_user"][n % 3]}),
    feedback: (n) => ({feedback_id: id("f", n), submitted_at: day(n + 5), handoff_id: id("h", n), ae_id: pair(n).ae_id, qualification_accuracy: "partial", will_advance: "yes", quality_score: 5 + (n % 5), most_valuable_context: "timeline"}),
    calls: (n) => ({call_id: id("k", n), handoff_id: id("h", n), person_id: pair(n).sdr_id, started_at: day(n - 125), duration_seconds: 600}),
    product_signals: (n) => ({account_id: id("c", n), week: day(n - 200).slice(0, 10), seats: 5}),
    territories: (n) => ({ae_id: id("a", n % AES)}),
    field_changes: (n) => ({entity: "handoffs", record_id: id("h", n), field: "pain_primary", changed_at: day(n - 115), changed_by: pair(n).sdr_id}),
    commitments: (n) => ({sdr_id: pair(n).sdr_id, agreed_on: "2026-09-01", review_on: "2026-10-20", status: "open", behaviour: "budget"}),
    disputes: (n) => ({record_id: id("h", n), metric: "show_rate", raised_by: pair(n).sdr_id, raised_at: day(n + 9), resolved_at: n % 2 ? day(n + 30) : ""}),
  }; // prettier-ignore
  return Object.fromEntries(
    Object.entries(own).map(([entity, make]) => {
      const columns = ENTITIES[entity as EntityName].columns.filter(({derived}) => !derived);
      const texts = columns.filter(({type}) => type === "text");
      const rows = strings.map((_, n) => ({
        ...Object.fromEntries(texts.map(({name}, k) => [name, at(SPLIT.has(name) ? (n % GROUPS) + k : n + 17 * k)])),
        ...make(n),
      }));
      return [`${entity}.csv`, Papa.unparse(rows, {columns: columns.map(({name}) => name), quotes: true})];
    }),
  );
}

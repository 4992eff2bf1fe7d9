import {ENTITIES, ENTITY_NAMES, listExported, type Column, type EntityName} from "../contract/entities.js";
import {isSalesforceObject, normaliseHeader, PROFILES} from "../profiles/index.js";
import {guessTime} from "./day-and-time.js";
import {compareTexts} from "./questions.js";
import {COMMON_VALUES} from "./values.js";

/** A header with the first values under it. */
export interface Candidate {
  header: string;
  samples: readonly string[];
}

/** Canonical columns and the headers that may be meant for them. */
export interface Guess {
  entity: EntityName;
  columns: Map<string, string>;
  score: number;
  /** Columns that it cannot do without, and whose headers are merely like their names. */
  doubtful: string[];
  /** Of a kind of export that many a tool makes: what it is, columns that expressions give, which rows count, what it says little without. */
  tool?: {what: string; sql: Map<string, string>; where?: string; needs: readonly string[]};
}

const LEAST = 0.55;
/** So near a name must be for somebody's rows to be loaded by it without being asked. */
export const LEAST_SURE = 0.8;
/** A record's own id under a name merely like it is more likely another record's: ContactID is no account's. */
const LEAST_OWN_ID = 0.8;

/** Whose id, or who of two sides, such a name does not tell. */
const ANYBODYS: ReadonlySet<string> = new Set(["id", "owner"]);

/** A table of people has each of them once; one that names somebody again and again is of what they do. */
function isRepeated(entity: EntityName, {name}: Column, header: string, candidates: readonly Candidate[]): boolean {
  if (entity !== "people" || name !== "person_id") return false;
  const samples = candidates.find((candidate) => candidate.header === header)!.samples;
  return new Set(samples).size < samples.length;
}

/** What people call columns in tables of their own. */
const OWN_WORDS: Readonly<Record<string, readonly string[]>> = {
  sdr_id: ["Rep", "Sales rep", "Seller", "Booked by", "Set by", "SDR name", "SDR email"],
  ae_id: ["Closer", "Account executive", "AE name", "AE email"],
  account_id: ["Company", "Customer", "Prospect company", "Account"],
  meeting_at: [
    "Meeting",
    "Meeting date",
    "Meeting time",
    "Meeting when",
    "Start",
    "Start date time",
    "Appointment",
    "Demo date",
    "Date of demo",
  ],
  team: ["Sales team", "Division", "Department"],
  meeting_status: ["Outcome", "Status", "Result"],
  opportunity_id: ["Deal number", "Deal no", "Deal id", "Deal"],
  amount: ["Value", "Deal value", "Estimated value", "Worth", "Revenue"],
  stage: ["Phase", "Pipeline stage", "Sales stage", "Deal status"],
  closed_at: ["Closed", "Close date", "Closing date"],
  occurred_at: ["Date", "When", "Due date", "Activity date"],
  channel: ["Type", "Activity type", "Kind"],
};

/** The headers nearest in name to the columns, each used once, best first, and only where the values may be such. @param least how near those of columns that are not required must be */
export function guessColumns(
  entity: EntityName,
  columns: readonly string[],
  candidates: readonly Candidate[],
  least = LEAST,
): Guess {
  const pairs = listExported(entity)
    .filter(({name}) => columns.includes(name))
    .flatMap((column) => {
      const names = listNames(entity, column.name);
      return candidates
        .filter(({header, samples}) => fits(column, samples) && !(column.references && normaliseHeader(header) === "id"))
        .map(({header}) => ({column, header, score: Math.max(...names.map((name) => compareNames(name, header)))}));
    })
    .filter(({column: {type, required, references}, score}) => {
      const isOwnId = type === "id" && required && !references;
      return score >= (isOwnId ? LEAST_OWN_ID : required ? LEAST : least);
    })
    .sort((a, b) => b.score - a.score);
  const found = new Map<string, string>();
  const doubtful: string[] = [];
  let total = 0;
  for (const {column, header, score} of pairs) {
    if (found.has(column.name) || [...found.values()].includes(header)) continue;
    found.set(column.name, header);
    total += column.required ? 2 * score : score;
    if (column.required && (score < LEAST_SURE || ANYBODYS.has(normaliseHeader(header)) || isRepeated(entity, column, header, candidates)))
      doubtful.push(column.name); // prettier-ignore
  }
  for (const column of listExported(entity)) {
    const header = found.get(column.name);
    if (header !== undefined) found.set(column.name, guessTime(column, header, candidates, [...found.values()]));
  }
  return {entity, columns: found, score: total, doubtful};
}

/** The entity whose columns the headers are most like; what it cannot do without and is in doubt, or is not there, counts against it. */
export function guessEntity(candidates: readonly Candidate[]): Guess {
  return ENTITY_NAMES.map((entity) => {
    const columns = listExported(entity);
    const guess = guessColumns(
      entity,
      columns.map(({name}) => name),
      candidates,
    );
    const lacking = columns.filter(({name, required}) => required && !guess.columns.has(name)).length;
    return {...guess, score: guess.score - lacking - guess.doubtful.length};
  }).sort((a, b) => b.score - a.score)[0]!;
}

/** Whether enough of the headers are near to those of some entity that a block to paste is of use: half of them, or all that it cannot do without. */
export function isLikeAnExport({entity, columns}: Guess, candidates: readonly Candidate[]): boolean {
  // Salesforce has hundreds of objects; those that Baton reads it knows.
  if (isSalesforceObject(candidates.map(({header}) => header))) return false;
  const required = ENTITIES[entity].columns.filter((column) => column.required);
  const hasRequired = required.length > 0 && required.every(({name}) => columns.has(name));
  return columns.size >= 2 && (hasRequired || columns.size >= candidates.length / 2);
}

const names = new Map<string, string[]>();

/** What the systems Baton knows call a column. */
function listNames(entity: EntityName, column: string): string[] {
  const key = `${entity}.${column}`;
  if (!names.has(key)) names.set(key, collectNames(entity, column));
  return names.get(key)!;
}

function collectNames(entity: EntityName, column: string): string[] {
  const labels = Object.values(PROFILES).flatMap(({files}) =>
    files.flatMap(({parts}) => parts.filter((part) => part.entity === entity).flatMap((part) => part.columns[column] ?? [])),
  );
  return [
    column.replaceAll("_", " "),
    ...(OWN_WORDS[column] ?? []),
    ...new Set(labels.filter((label) => !label.startsWith("="))),
  ];
}

function compareNames(name: string, header: string): number {
  const [a, b] = [normaliseHeader(name), normaliseHeader(header)];
  return a === b ? 1 : compareTexts(split(name), split(header));
}

/** "LeadSource" is two words. */
const split = (text: string) => text.replace(/([a-z])([A-Z])/g, "$1 $2").replace(RECORDING, "recorded-call");

/** What is recorded is no record. */
const RECORDING = /\brecordings?\b/gi;

/** Whether the first values may be what the column holds; blank ones may be anything. */
export function fits({type}: Column, samples: readonly string[]): boolean {
  if (type === "boolean") return samples.every((text) => COMMON_VALUES.boolean![text.toLowerCase()] !== undefined);
  // Nobody starts a job at half past nine.
  if (type === "date" && samples.some((text) => /\d:\d\d/.test(text))) return false;
  if (type === "time" || type === "date")
    return samples.every((text) => /\d{1,4}[-/.]\d|\d [A-Za-z]{3}|[a-z]{3} \d|^(\d{8}|\d{10}|\d{13})$/.test(text));
  if (type === "integer" || type === "number") return samples.every((text) => /\d/.test(text) && !/\d[-/]\d+[-/]\d/.test(text));
  return true;
}

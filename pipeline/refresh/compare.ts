/** What differs between two builds, and what of that is too much. Pure. */
import {isToldByCells} from "../contract/supplied.js";
import {combineDifference, newcombeDifference} from "../stats/proportion.js";
import {groupBy} from "../group-by.js";
import type {ValueCount} from "./values.js";
import type {BuildRecord} from "./build-record.js";
import {compareValues} from "./compare-values.js";
import type {ClosedNumber, Figures, SuppliedColumn} from "./figures.js";

export interface Limits {
  min_rows: number;
  rows_lost_share: number;
  rows_gained_share: number;
  rejected_share: number;
  people_gone_share: number;
  closed_numbers: number;
  same_file: "refuse" | "notice" | "off";
  ahead_hours: number;
}

export type DifferenceKind = "rows" | "rejects" | "column" | "value" | "people" | "team" | "metric" | "number" | "file" | "date";

/** One thing that is not as it was. `before` and `after` are counts, shares (0–1) or values. */
export interface Difference {
  kind: DifferenceKind;
  /** Entity, source, metric with scope and period, or file. */
  what: string;
  before: number | null;
  after: number | null;
  /** Beyond the thresholds of the configuration; of a number: more than noise. */
  is_beyond: boolean;
  /** What kind of change can have caused it. */
  cause: Cause;
}
export type Cause = "data" | "definitions" | "code" | "definitions and code" | "data and the rest" | "nothing";

/** What changed between two builds: their exports, the settings that numbers depend on, our own code. */
export function findCause(a: Pick<BuildRecord, "exports" | "definitions" | "code">, b: typeof a): Cause {
  const [data, definitions, code] = [a.exports !== b.exports, a.definitions !== b.definitions, a.code !== b.code];
  if (data && (definitions || code)) return "data and the rest";
  if (data) return "data";
  if (definitions && code) return "definitions and code";
  return definitions ? "definitions" : code ? "code" : "nothing";
}

/** Everything that differs, what is beyond the limits first. */
export function compareBuilds(
  a: BuildRecord,
  b: BuildRecord,
  limits: Limits,
  isWorked: (from: string, to: string) => boolean,
): Difference[] {
  const cause = findCause(a, b);
  const differences = [
    ...compareRows(a.figures, b.figures, limits),
    ...compareRejects(a.figures, b.figures, limits),
    ...compareColumns(a.figures, b.figures),
    ...findShifts(a.figures, b.figures, limits),
    ...comparePeople(a.figures, b.figures, limits),
    ...compareTeams(a.figures, b.figures, limits),
    ...findGone(a.figures, b.figures, limits),
    ...compareFiles(a.figures, b.figures, limits, isWorked),
    ...compareDates(a.figures, b, limits),
    ...compareNumbers(a.figures.numbers, b.figures.numbers),
  ];
  // What a metric that is gone was made of is told with it, however few rows had it.
  const isLost = differences.some(({kind, is_beyond}) => kind === "metric" && is_beyond);
  const told = differences.map((difference) => ({...difference, is_beyond: difference.is_beyond || (isLost && difference.kind === "column"), cause})); // prettier-ignore
  return told.sort((x, y) => Number(y.is_beyond) - Number(x.is_beyond));
}

/** Those that a refresh stops for. */
export function findTooMuch(differences: readonly Difference[], limits: Limits): Difference[] {
  const beyond = differences.filter(({is_beyond}) => is_beyond);
  const moved = beyond.filter(({kind}) => kind === "number");
  return [...beyond.filter(({kind}) => kind !== "number"), ...(moved.length > limits.closed_numbers ? moved : [])];
}

type Found = Omit<Difference, "cause">;

function compareRows(a: Figures, b: Figures, limits: Limits): Found[] {
  // What was recorded by an earlier version has no records.
  const before = a.records as Figures["records"] | undefined;
  if (!before) return [];
  return [
    ...compareCounts(sumRecords(before, "entity"), sumRecords(b.records, "entity"), "", limits),
    ...compareCounts(sumRecords(before, "source"), sumRecords(b.records, "source"), "source ", limits),
  ];
}

function compareCounts(before: Map<string, number>, after: Map<string, number>, prefix: string, limits: Limits): Found[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((name) => {
    const [was, is] = [before.get(name) ?? 0, after.get(name) ?? 0];
    if (was === is) return [];
    const isMuch = Math.abs(is - was) >= limits.min_rows;
    // What was not there before is new, and no change.
    const is_beyond = isMuch && was > 0 && (was - is > limits.rows_lost_share * was || is - was > limits.rows_gained_share * was);
    return [{kind: "rows" as const, what: `${prefix}${name}`, before: was, after: is, is_beyond}];
  });
}

function sumRecords(records: Figures["records"], by: "entity" | "source"): Map<string, number> {
  const sums = new Map<string, number>();
  for (const row of records) sums.set(row[by], (sums.get(row[by]) ?? 0) + row.records);
  return sums;
}

function compareRejects(a: Figures, b: Figures, limits: Limits): Found[] {
  const sum = ({rows}: Figures, entity: string) =>
    rows
      .filter((row) => row.entity === entity)
      .reduce(([rejected, read], row) => [rejected + row.rejected, read + row.read] as [number, number], [0, 0] as [
        number,
        number,
      ]);
  return [...new Set(b.rows.map(({entity}) => entity))].flatMap((entity) => {
    const [[rejectedA, readA], [rejectedB, readB]] = [sum(a, entity), sum(b, entity)];
    const [before, after] = [readA > 0 ? rejectedA / readA : 0, readB > 0 ? rejectedB / readB : 0];
    if (before === after) return [];
    const is_beyond = after - before > limits.rejected_share && rejectedB - rejectedA >= Math.min(limits.min_rows, readB);
    return [{kind: "rejects" as const, what: entity, before, after, is_beyond}];
  });
}

/**
 * Columns that the newest exports of a source do not have any more; too much, where many rows had something in one. What is made of it is then made of
 * nothing, and no row is missing.
 */
function compareColumns(a: Figures, b: Figures): Found[] {
  // What was recorded by an earlier version says nothing of columns.
  const [before = [], after = []] = [a.columns as SuppliedColumn[] | undefined, b.columns as SuppliedColumn[] | undefined];
  const supplied = groupBy(after, ({entity, source}) => `${entity}\u001f${source}`);
  return before.flatMap(({entity, source, column, files, is_filled}): Found[] => {
    const own = supplied.get(`${entity}\u001f${source}`);
    // That no export is there any more is told by its rows.
    if (!own || own.some((other) => other.column === column)) return [];
    if (isToldByCells(entity, column, new Set(own.map((other) => other.column)))) return [];
    const what = `${entity}.${column} of source ${source}, newest exports that have it`;
    return [{kind: "column", what, before: files, after: 0, is_beyond: is_filled}];
  });
}

/** A refresh does not stop for what records say, but for what follows from it; it is told with that. */
function findShifts(a: Figures, b: Figures, {min_rows}: Limits): Found[] {
  // What was recorded by an earlier version says nothing of values.
  const before = (a.values as ValueCount[] | undefined) ?? [];
  return compareValues(before, b.values, min_rows).map((shift) => ({kind: "value", ...shift, is_beyond: false}));
}

/** A person or two leave in any week. */
const ALWAYS_GONE = 2;

function comparePeople(a: Figures, b: Figures, limits: Limits): Found[] {
  const there = new Set(b.people);
  const gone = a.people.filter((person) => !there.has(person));
  if (gone.length === 0 && a.people.length === b.people.length) return [];
  const is_beyond = gone.length > Math.max(ALWAYS_GONE, limits.people_gone_share * a.people.length);
  return [
    {
      kind: "people",
      what: `SDRs and AEs, ${gone.length} of them gone`,
      before: a.people.length,
      after: b.people.length,
      is_beyond,
    },
  ];
}

/** Teams that nobody is in any more lose their pages, and their managers what they see. One at a time may be merged. */
function compareTeams(a: Figures, b: Figures, limits: Limits): Found[] {
  const before = (a.teams as string[] | undefined) ?? [];
  const gone = before.filter((team) => !b.teams.includes(team));
  if (gone.length === 0) return [];
  const is_beyond = b.teams.length === 0 || gone.length > Math.max(1, limits.people_gone_share * before.length);
  return [{kind: "team", what: `teams with somebody in them, ${gone.length} of them gone`, before: before.length, after: b.teams.length, is_beyond}]; // prettier-ignore
}

/** Exports whose kind is not there any more at all. */
function findGone(a: Figures, b: Figures, limits: Limits): Found[] {
  const there = new Set(b.files.map(({entity}) => entity));
  return a.files
    .filter(({entity}) => !there.has(entity))
    .map((file) => ({
      kind: "file",
      what: `${file.path} is gone, and with it the last export of ${file.entity}`,
      before: file.rows,
      after: null,
      is_beyond: file.rows >= limits.min_rows,
    }));
}

/** Entities whose every worked day leaves a trace; a list of accounts may well stay what it was. */
const EVENTS = ["handoffs", "leads", "activities", "opportunities"];

function compareFiles(a: Figures, b: Figures, limits: Limits, isWorked: (from: string, to: string) => boolean): Found[] {
  const known = new Set(a.files.map(({path}) => path));
  return b.files.flatMap((file) => {
    if (limits.same_file === "off" || known.has(file.path) || !EVENTS.includes(file.entity)) return [];
    const same = [...a.files, ...b.files].find(
      (other) =>
        other.path !== file.path &&
        other.hash === file.hash &&
        other.exported_at !== null &&
        file.exported_at !== null &&
        other.exported_at < file.exported_at &&
        isWorked(other.exported_at, file.exported_at),
    );
    return same
      ? [
          {
            kind: "file" as const,
            what: `${file.path} holds what ${same.path} held`,
            before: same.rows,
            after: file.rows,
            is_beyond: limits.same_file === "refuse" && file.rows >= limits.min_rows,
          },
        ]
      : [];
  });
}

const HOUR = 3_600_000;

/** Exports dated ahead of the clock, unless they were served so already. One wrong date makes everything else late and stale at once. */
function compareDates(a: Figures, {figures, made_at}: Pick<BuildRecord, "figures" | "made_at">, limits: Limits): Found[] {
  const known = new Set(a.files.map(({path, exported_at}) => `${path}\u001f${exported_at}`));
  const ahead = figures.files.filter(
    ({path, exported_at}) =>
      exported_at !== null &&
      Date.parse(exported_at) > Date.parse(made_at) + limits.ahead_hours * HOUR &&
      !known.has(`${path}\u001f${exported_at}`),
  );
  // Files that nothing dates are dated by the others.
  return [...groupBy(ahead, ({exported_at}) => exported_at!)].map(([exported_at, files]): Found => {
    const more = files.length > 1 ? ` and ${files.length - 1} more` : "";
    const hours = Math.round((Date.parse(exported_at) - Date.parse(made_at)) / HOUR);
    return {
      kind: "date",
      what: `${files[0]!.path}${more}, dated ${exported_at}: hours ahead of the clock`,
      before: 0,
      after: hours,
      is_beyond: true,
    };
  });
}

/** So many closed numbers a metric has to have had: a late entry may open one or two again. */
const MANY_CLOSED = 3;

/**
 * Numbers that were closed in the earlier build: those that moved at all, and whether by more than noise. A metric of which none is left is told once: what
 * it is made of is not there any more, or goes by another name.
 */
function compareNumbers(a: readonly ClosedNumber[], b: readonly ClosedNumber[]): Found[] {
  const after = new Map(b.map((number) => [keyOf(number), number]));
  const left = new Set(b.map(({metric}) => metric));
  return [...groupBy(a, ({metric}) => metric)].flatMap(([metric, numbers]): Found[] => {
    if (left.has(metric)) return numbers.flatMap((was) => compareNumber(was, after.get(keyOf(was))));
    const {length} = numbers;
    return [{kind: "metric", what: `${metric}, closed numbers`, before: length, after: 0, is_beyond: length >= MANY_CLOSED}];
  });
}

function compareNumber(was: ClosedNumber, is: ClosedNumber | undefined): Found[] {
  if (is && was.numerator === is.numerator && was.denominator === is.denominator && was.value === is.value) return [];
  const what = `${was.metric} ${was.scope === "company" ? "company" : `${was.scope} ${was.scope_id}`} ${was.period} ${was.period_start}`;
  return [
    {
      kind: "number",
      what,
      before: was.value,
      after: is?.value ?? null,
      is_beyond: is !== undefined && isMoreThanNoise(was, is),
    },
  ];
}

const keyOf = ({metric, scope, scope_id, period, period_start, currency}: ClosedNumber): string =>
  [metric, scope, scope_id, period, period_start, currency].join("\u001f");

/**
 * Whether two estimates of one number differ by more than their intervals allow. Both stand on much the same members, so that the interval
 * for independent ones is wider than need be: what goes beyond even that is no late entry.
 */
function isMoreThanNoise(a: ClosedNumber, b: ClosedNumber): boolean {
  if (a.value === null || b.value === null) return false;
  const difference =
    isRate(a) && isRate(b)
      ? newcombeDifference(countOf(a), countOf(b))
      : hasInterval(a) && hasInterval(b)
        ? combineDifference(a, b)
        : null;
  return difference !== null && (difference.lower > 0 || difference.upper < 0);
}

const isRate = ({numerator, denominator, value}: ClosedNumber): boolean =>
  numerator !== null &&
  denominator !== null &&
  value !== null &&
  numerator <= denominator &&
  Number.isInteger(numerator) &&
  Math.abs(value - numerator / denominator) < 1e-9;
const countOf = ({numerator, denominator}: ClosedNumber) => ({successes: numerator!, n: denominator!});
const hasInterval = (number: ClosedNumber): number is ClosedNumber & {value: number; lower: number; upper: number} =>
  number.value !== null && number.lower !== null && number.upper !== null;

import type {Database} from "../db.js";
import type {Problem} from "../errors.js";
import type {Style} from "./convert.js";
import {convertNumber, type NumberStyle} from "./numbers.js";
import type {Outcome} from "./count-rows.js";
import type {Plan, PlannedColumn} from "./plan.js";
import {convertDate, convertTime, firstOf, isOpenDate, isShortDate, isYear, lastOf, type TimeStyle} from "./times.js";
import {settleShort} from "./short-dates.js";
import type {FoundFile, Landing, Mapping, Recognition} from "./types.js";

/** What is said of dates that no cell of the file settles. */
export const OPEN_DATES = "could be day-first or month-first";
export type Styles = Map<string, Style>;

const isTime = ({definition}: PlannedColumn) => definition.type === "time" || definition.type === "date";
const isNumber = ({definition}: PlannedColumn) => definition.type === "number" || definition.type === "integer";
const TIME_STYLES = ["day-first", "month-first", "epoch", "year-first"] as const;
const NUMBER_STYLES: readonly Exclude<NumberStyle, "plain">[] = [".", ","];

/** The style of each column as far as configuration and profile fix it: else ISO times and bare numbers. */
export function startStyles({source}: FoundFile, recognition: Recognition, mapping: Mapping): Styles {
  const dates = source.dates;
  const time: TimeStyle =
    dates === undefined ? "iso" : dates === "iso" || dates === "day-first" || dates === "month-first" ? dates : {format: dates};
  const common = {
    time,
    number: source.decimal ?? ("plain" as const),
    zone: recognition.zone,
    dayZone: recognition.dayZone,
    hasSalesforceIds: recognition.hasSalesforceIds,
  };
  return new Map(mapping.columns.map(({column}) => [column, {...common, values: mapping.values[column] ?? {}}]));
}

/** Up to so many odd lines are copied out of a file instead of going through all of it. */
const FEW_LINES = 50_000;

/**
 * Takes the odd rows with their cells into the temporary table `odd`: from there on nothing needs another pass over the file.
 * @returns the columns with bad cells.
 */
export async function collectOddRows(db: Database, landing: Landing, plan: Plan, outcome: Outcome): Promise<PlannedColumn[]> {
  const {odd, rows, suspects} = outcome;
  if (odd === 0) return [];
  // What others name a rejected meeting by is told of it, too.
  const wanted = plan.columns.filter((column) => suspects.includes(column) || column.column === "handoff_id");
  const cells = wanted.map(({column}) => `, "r_${column}", "v_${column}"`).join("");
  const doubtful = suspects.filter(({bad}) => bad !== undefined);
  const picked = odd <= FEW_LINES && odd <= rows / 4 ? landing.pick?.(await listOddLines(db)) : undefined;
  try {
    await db.run(
      `create or replace temp table odd as ${plan.writeOdd(picked?.table)} select _line, _key, _is_ok${cells} from converted where _aside is null`,
    );
  } finally {
    picked?.close();
  }
  if (doubtful.length === 0) return [];
  const counts = doubtful.map(({column, bad}) => `count(*) filter (${bad}) as "${column}"`);
  const [row] = await db.rows<Record<string, number>>(`select ${counts.join(", ")} from odd`);
  return doubtful.filter(({column}) => row![column]! > 0);
}

const listOddLines = async (db: Database): Promise<number[]> =>
  (await db.rows<{line: number}>("select distinct line from temp.main.odd_lines order by line")).map(({line}) => line);

/** A column whose dates no cell of the file settles, for the ledger. */
export interface Doubt {
  column: string;
  line: number;
  value: string;
  rows: number;
  reason: string;
  hint: string;
}

/**
 * Changes `styles` to what reads most of the cells that failed: one style for a whole column. What the configuration says stays.
 * @returns whether a style changed, and what could not be told from the data.
 */
export async function improveStyles(
  db: Database,
  file: FoundFile,
  recognition: Recognition,
  failed: readonly PlannedColumn[],
  styles: Styles,
): Promise<{isChanged: boolean; problems: Problem[]; doubts: Doubt[]}> {
  const times = file.source.dates === undefined ? failed.filter(isTime) : [];
  const numbers = file.source.decimal === undefined ? failed.filter(isNumber) : [];
  if (times.length + numbers.length === 0) return {isChanged: false, problems: [], doubts: []};
  const get = await countReadable(db, times, numbers);
  const before = new Map(styles);
  const {open, style, yearFirst} = chooseTimes(recognition, times, get, styles);
  chooseNumbers(numbers, get, styles);
  const isChanged = failed.some(({column}) => before.get(column) !== styles.get(column));
  const told = yearFirst.map((column) => ({
    where: file.name,
    what: `${column} has years of two digits, and is read with the year first`,
    hint: `if the day or month stands first, say so under sources[${file.sourceIndex}].dates`,
  }));
  if (open.length === 0) return {isChanged, problems: told, doubts: []};
  const hint = `say which under sources[${file.sourceIndex}].dates${adviseOn(style, recognition.zone)}`;
  const what = `${open.map(({column}) => column).join(", ")} ${OPEN_DATES}; read as ${style}`;
  return {isChanged, problems: [...told, {where: file.name, what, hint}], doubts: await locate(db, open, style, hint)};
}

/** Where people are who write the day first, a guess to the contrary is said to be odd. */
function adviseOn(style: string, zone: string): string {
  const writesDayFirst = /^(Europe|Africa|Australia)\//.test(zone);
  return style === "month-first" && writesDayFirst ? `; in ${zone} most write the day first` : "";
}

/** The first line of each open column, for the data health page: a build goes on, and whoever reads the site must still hear of it. */
async function locate(db: Database, open: readonly PlannedColumn[], style: string, hint: string): Promise<Doubt[]> {
  const list: Doubt[] = [];
  for (const {column, bad} of open) {
    const [found] = await db.rows<Pick<Doubt, "line" | "value" | "rows">>(
      `select min(_line)::integer as line, arg_min("r_${column}", _line) as value, count(*)::integer as rows from odd where ${bad}`,
    );
    list.push({column, ...found!, reason: `${OPEN_DATES}; read as ${style}`, hint});
  }
  return list;
}

export type Count = (column: string, style: string) => number;

async function countReadable(db: Database, times: readonly PlannedColumn[], numbers: readonly PlannedColumn[]): Promise<Count> {
  const counts: string[] = [];
  const count = (column: string, style: string, condition: string) =>
    counts.push(`count(*) filter (${condition}) as "${column} ${style}"`);
  for (const {column, definition} of times) {
    const x = `"x_${column}"`;
    for (const style of TIME_STYLES)
      count(column, style, `(${definition.type === "date" ? convertDate(x, style) : convertTime(x, style, "UTC")}) is not null`);
    count(column, "open", isOpenDate(x));
    const [first, last] = [firstOf(x), lastOf(x)];
    count(column, "short", isShortDate(x));
    count(column, "dashed", `${isShortDate(x)} and contains(left(${x}, 3), '-')`);
    count(column, "year at the beginning", isYear(first));
    count(column, "year at the end", isYear(last));
    const spread = (part: string) => `max(${part}) - min(${part}) as`;
    counts.push(`${spread(first)} "${column} spread at the beginning", ${spread(last)} "${column} spread at the end"`);
  }
  for (const {column, definition} of numbers) {
    for (const style of NUMBER_STYLES) count(column, style, `(${convertNumber(`"x_${column}"`, style, definition)}) is not null`);
  }
  // Every style reads what the plain one reads: only the cells that failed it decide.
  const cells = [...times, ...numbers].map(({column, bad}) => `case when ${bad} then "r_${column}" end as "x_${column}"`);
  const [found] = await db.rows<Record<string, number>>(
    `with failed as (select ${cells.join(", ")} from odd) select ${counts.join(", ")} from failed`,
  );
  return (column, style) => Number(found![`${column} ${style}`] ?? 0);
}

/** So many times as much must the file's other columns show for one's own cells to be taken for slips. */
const SLIP = 5;

/** Sets the style of each column of times. @returns the columns that neither cells nor profile settle, and how they are read; and those whose year of two digits stands first. */
function chooseTimes(
  recognition: Recognition,
  all: readonly PlannedColumn[],
  get: Count,
  styles: Styles,
): {open: PlannedColumn[]; style: string; yearFirst: string[]} {
  const short = settleShort(get, all.map(({column}) => column)); // prettier-ignore
  const yearFirst = [...short].flatMap(([column, verdict]) => (verdict === "year-first" ? [column] : []));
  for (const column of yearFirst) styles.set(column, {...styles.get(column)!, time: "year-first"});
  // Where nothing tells where the year stands, the cells are left out, and say why.
  const times = all.filter(({column}) => !short.has(column));
  // Columns of one file are written alike: what one of them settles holds for those that leave it open.
  const dayFirst = sum(times, ({column}) => get(column, "day-first"));
  const monthFirst = sum(times, ({column}) => get(column, "month-first"));
  const fallback =
    dayFirst > monthFirst ? "day-first" : monthFirst > dayFirst ? "month-first" : (recognition.dates ?? "month-first");
  const open: PlannedColumn[] = [];
  for (const planned of times) {
    const {column} = planned;
    const [day, month, epoch] = TIME_STYLES.map((style) => get(column, style)) as [number, number, number];
    if (day + month + epoch === 0) continue;
    // A slip of the pen in one column does not outweigh what the others settle.
    const [own, others] = [day - month, dayFirst - monthFirst - (day - month)];
    const isSlip = own * others < 0 && Math.abs(own) * SLIP <= Math.abs(others);
    const style = epoch > day && epoch > month ? "epoch" : isSlip || own === 0 ? fallback : own > 0 ? "day-first" : "month-first";
    styles.set(column, {...styles.get(column)!, time: style});
    if (day === month && dayFirst === monthFirst && recognition.dates === undefined && get(column, "open") > 0)
      open.push(planned);
  }
  // The file's other entities are written alike too.
  if (dayFirst !== monthFirst) recognition.dates ??= dayFirst > monthFirst ? "day-first" : "month-first";
  return {open, style: fallback, yearFirst};
}

function chooseNumbers(numbers: readonly PlannedColumn[], get: Count, styles: Styles): void {
  const hasCommas = sum(numbers, ({column}) => get(column, ",")) > sum(numbers, ({column}) => get(column, "."));
  for (const {column} of numbers) {
    const [points, commas] = [get(column, "."), get(column, ",")];
    if (points + commas === 0) continue;
    styles.set(column, {...styles.get(column)!, number: commas > points || (commas === points && hasCommas) ? "," : "."});
  }
}

const sum = <T>(list: readonly T[], value: (item: T) => number) => list.reduce((total, item) => total + value(item), 0);

import type {Column} from "../contract/entities.js";
import {type Database} from "../db.js";
import type {Problem} from "../errors.js";
import type {Style} from "./convert.js";
import type {NumberStyle} from "./numbers.js";
import {convertNumber} from "./numbers.js";
import {planEntity, type Plan} from "./plan.js";
import {convertDate, convertTime, isOpenDate, type TimeStyle} from "./times.js";
import type {FoundFile, Landing, Mapping, Recognition} from "./types.js";

/** What one pass over a landed file finds out about an entity's rows. */
export interface Survey {
  rows: number;
  aside: number;
  ok: number;
  keys: number;
  newest: string | null;
  /** Bad cells by column. */
  bad: Map<string, number>;
}

/** The style of each column as far as configuration and profile fix it. */
export function startStyles(file: FoundFile, recognition: Recognition, mapping: Mapping): Map<string, Style> {
  const {source} = file;
  const dates = source.dates;
  const time: TimeStyle = dates === undefined ? "iso" : dates === "iso" || dates === "day-first" || dates === "month-first" ? dates : {format: dates};
  return new Map(
    mapping.columns.map(({column}) => [
      column,
      {time, number: source.decimal ?? "plain", zone: recognition.zone, hasSalesforceIds: recognition.hasSalesforceIds, values: mapping.values[column] ?? {}},
    ]),
  );
}

/** Plans a file's conversion: styles as given, else the one under which most cells of a column can be read. */
export async function decidePlan(
  db: Database, file: FoundFile, landing: Landing, recognition: Recognition, mapping: Mapping,
): Promise<{plan: Plan; survey: Survey; problems: Problem[]}> {
  const styles = startStyles(file, recognition, mapping);
  const styleOf = (column: Column) => styles.get(column.name)!;
  let plan = planEntity(landing, mapping, styleOf);
  let survey = await surveyRows(db, plan);
  const doubtful = plan.columns.filter(({column, definition}) => survey.bad.get(column)! > 0 && isOpen(definition, file));
  if (doubtful.length === 0) return {plan, survey, problems: []};
  const problems = await chooseStyles(db, file, recognition, plan, doubtful, styles);
  plan = planEntity(landing, mapping, styleOf);
  survey = await surveyRows(db, plan);
  return {plan, survey, problems};
}

const isTime = ({type}: Column) => type === "time" || type === "date";
const isNumber = ({type}: Column) => type === "number" || type === "integer";
const isOpen = (column: Column, {source}: FoundFile) => (isTime(column) && source.dates === undefined) || (isNumber(column) && source.decimal === undefined);

async function surveyRows(db: Database, plan: Plan): Promise<Survey> {
  const bad = plan.columns.map(({column, conversion}) =>
    conversion.bad === undefined ? `0 as "bad_${column}"` : `count(*) filter (_aside is null and ${conversion.bad}) as "bad_${column}"`,
  );
  const past = plan.columns.filter(({definition}) => definition.past).map(({column}) => `max("v_${column}") filter (_is_ok)`);
  const [row] = await db.rows<Record<string, number | string | null>>(
    `${plan.with} select count(*) as rows, count(_aside) as aside, count(*) filter (_is_ok) as ok, count(distinct _key) filter (_is_ok) as keys,
      ${past.length > 0 ? `greatest(${past.join(", ")})` : "null"} as newest, ${bad.join(", ")} from converted`,
  );
  const {rows, aside, ok, keys, newest} = row as unknown as Omit<Survey, "bad">;
  return {rows, aside, ok, keys, newest, bad: new Map(plan.columns.map(({column}) => [column, Number(row![`bad_${column}`])]))};
}

const TIME_STYLES = ["day-first", "month-first", "epoch"] as const;
const NUMBER_STYLES: readonly Exclude<NumberStyle, "plain">[] = [".", ","];

async function chooseStyles(
  db: Database, file: FoundFile, recognition: Recognition, plan: Plan, doubtful: Plan["columns"], styles: Map<string, Style>,
): Promise<Problem[]> {
  const counts: string[] = [];
  for (const {column, definition} of doubtful) {
    const x = `"r_${column}"`;
    const count = (name: string, condition: string) => counts.push(`count(*) filter (_aside is null and ${condition}) as "${column} ${name}"`);
    if (isTime(definition)) {
      for (const style of TIME_STYLES) count(style, `(${definition.type === "date" ? convertDate(x, style) : convertTime(x, style, "UTC")}) is not null`);
      count("open", isOpenDate(x));
    } else for (const style of NUMBER_STYLES) count(style, `(${convertNumber(x, style, {...definition, min: undefined, max: undefined})}) is not null`);
  }
  const [found] = await db.rows<Record<string, number>>(`${plan.with} select ${counts.join(", ")} from cells`);
  const get = (column: string, name: string) => Number(found![`${column} ${name}`] ?? 0);
  const times = doubtful.filter(({definition}) => isTime(definition));
  const numbers = doubtful.filter(({definition}) => isNumber(definition));
  // Columns of one file are written alike: what one of them settles holds for those that leave it open.
  const dayFirst = sum(times, ({column}) => get(column, "day-first"));
  const monthFirst = sum(times, ({column}) => get(column, "month-first"));
  const fallback = dayFirst > monthFirst ? "day-first" : monthFirst > dayFirst ? "month-first" : (recognition.dates ?? "month-first");
  const problems: Problem[] = [];
  const open: string[] = [];
  for (const {column} of times) {
    const [day, month, epoch] = TIME_STYLES.map((style) => get(column, style)) as [number, number, number];
    const style = epoch > day && epoch > month ? "epoch" : day > month ? "day-first" : month > day ? "month-first" : fallback;
    styles.set(column, {...styles.get(column)!, time: style});
    if (day === month && dayFirst === monthFirst && recognition.dates === undefined && get(column, "open") > 0) open.push(column);
  }
  if (open.length > 0) {
    problems.push({
      where: file.name,
      what: `${open.join(", ")} could be day-first or month-first; read as ${fallback}`,
      hint: `say which under sources[${file.sourceIndex}].dates`,
    });
  }
  const commas = sum(numbers, ({column}) => get(column, ",")) > sum(numbers, ({column}) => get(column, "."));
  for (const {column} of numbers) {
    const [points, comma] = [get(column, "."), get(column, ",")];
    styles.set(column, {...styles.get(column)!, number: comma > points || (comma === points && commas) ? "," : "."});
  }
  return problems;
}

const sum = <T>(list: readonly T[], value: (item: T) => number) => list.reduce((total, item) => total + value(item), 0);

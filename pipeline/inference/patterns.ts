import {findMetric, type MetricName} from "../contract/metrics.js";
import type {Database} from "../db.js";
import {termsOf, type MemberRules} from "../metrics/index.js";
import type {Pattern} from "../stats/patterns.js";
import {numberOf, readNames, type Coded} from "./members.js";

/** What is held fixed beside the AE when practices and fields are compared. */
export const STRATA = ["source", "segment"] as const;

/** A pattern of handoffs of one motion. */
export interface MotionPattern extends Pattern {
  motion: string;
}

/** Handoffs whose AE is known, by number: what became of them, and what was there. */
export interface HandoffRows {
  length: number;
  /** By metric: 1 for a success, 0 for none, `NOT_COUNTED` for no mature member. */
  outcomes: ReadonlyMap<MetricName, Float64Array>;
  /** In the order asked for. */
  marks: readonly Float64Array[];
  /** Number of what is held fixed and the AE (and the motion), and what each number stands for. */
  place: Int32Array;
  places: readonly Pick<MotionPattern, "motion" | "strata" | "ae_id">[];
}

export const NOT_COUNTED = 2;

/**
 * Reads handoffs once for several comparisons.
 * @param marks SQL of whole numbers, never null, over `marts.handoffs` and what is joined to it by `from`
 * Needs the codes of `gatherMembers`.
 */
export async function readHandoffs(
  db: Database,
  rules: MemberRules,
  {
    metrics,
    marks,
    from = "",
    withMotion = false,
  }: {metrics: readonly MetricName[]; marks: readonly string[]; from?: string; withMotion?: boolean},
): Promise<HandoffRows> {
  const outcomes = metrics.map((name) => {
    const {members, dated_by, mature, success} = termsOf(findMetric(name)!, rules);
    return `case when (${members}) and ${dated_by} is not null and ${mature} then coalesce(${success}, false)::utinyint else ${NOT_COUNTED} end as ${name}`;
  });
  const coded: Coded[] = [...STRATA, "ae_id", ...(withMotion ? (["motion"] as const) : [])];
  const {length, ...columns} = await db.columns<string>(`
    with counted as (
      select ${coded.map((column) => numberOf(column, `handoffs.${column}`)).join(", ")}, ${outcomes.join(", ")}
        ${marks.map((mark, index) => `, (${mark})::integer as mark_${index}`).join("")}
      from marts.handoffs as handoffs ${from} where handoffs.ae_id is not null
    )
    select * from counted where least(${metrics.join(", ")}) < ${NOT_COUNTED}`);
  const names = await Promise.all(coded.map((column) => readNames(db, column)));
  const numbers = coded.map((column) => columns[column]!);
  const {group, firsts} = groupAlike(length, numbers);
  return {
    length,
    outcomes: new Map(metrics.map((name) => [name, columns[name]!])),
    marks: marks.map((_, index) => columns[`mark_${index}`]!),
    place: group,
    places: firsts.map((row) => {
      const [source, segment, ae_id, motion = ""] = numbers.map((column, k) => names[k]![column[row]!]!);
      return {motion, strata: [source!, segment!], ae_id: ae_id!};
    }),
  };
}

/** Rows alike in all columns get one number; `firsts` is the first row of each. */
export function groupAlike(length: number, columns: readonly ArrayLike<number>[]): {group: Int32Array; firsts: number[]} {
  const group = new Int32Array(length);
  let firsts: number[] = length > 0 ? [0] : [];
  for (const column of columns) {
    // Numbers of the columns before and of this one make one number: small enough to be exact, whatever there is.
    const known = new Map<number, number>();
    const before = firsts.length;
    firsts = [];
    for (let row = 0; row < length; row++) {
      const key = column[row]! * before + group[row]!;
      let number = known.get(key);
      if (number === undefined) {
        known.set(key, (number = known.size));
        firsts.push(row);
      }
      group[row] = number;
    }
  }
  return {group, firsts};
}

/** Counts handoffs alike in place and marks; `presentOf` tells what was there from a row, the same list for the same marks. */
export function countPatterns(
  rows: HandoffRows,
  metric: MetricName,
  {
    marks,
    presentOf,
    isIn = () => true,
  }: {marks: readonly ArrayLike<number>[]; presentOf: (row: number) => readonly boolean[]; isIn?: (row: number) => boolean},
): MotionPattern[] {
  const outcome = rows.outcomes.get(metric)!;
  const {group, firsts} = groupAlike(rows.length, [rows.place, ...marks]);
  const [n, successes] = [new Int32Array(firsts.length), new Int32Array(firsts.length)];
  for (let row = 0; row < rows.length; row++) {
    if (outcome[row] === NOT_COUNTED || !isIn(row)) continue;
    n[group[row]!]!++;
    successes[group[row]!]! += outcome[row]!;
  }
  return firsts.flatMap((row, k) => {
    if (n[k] === 0) return [];
    const {motion, strata, ae_id} = rows.places[rows.place[row]!]!;
    return [{present: presentOf(row), motion, strata, ae_id, n: n[k]!, successes: successes[k]!}];
  });
}

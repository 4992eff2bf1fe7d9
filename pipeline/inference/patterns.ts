import {findMetric, type MetricName} from "../contract/metrics.js";
import type {Database} from "../db.js";
import {termsOf, type MemberRules} from "../metrics/index.js";
import type {NumberedPatterns} from "../stats/patterns.js";
import {numberOf, readNames} from "./members.js";

/** What is held fixed beside the AE when practices and fields are compared. */
export const STRATA = ["source", "segment"] as const;

/** Handoffs by number: what became of them, and what was there. */
export interface HandoffRows {
  length: number;
  /** By metric: 1 for a success, 0 for none, `NOT_COUNTED` for no mature member. */
  outcomes: ReadonlyMap<MetricName, Float64Array>;
  /** In the order asked for. */
  marks: readonly Float64Array[];
  /** Places among the names. */
  motion: Float64Array;
  ae: Int32Array;
  /** Rows in order of the AEs. */
  byAe: Int32Array;
  stratum: Int32Array;
  motions: readonly string[];
  aes: readonly string[];
  /** Source and segment. */
  strata: readonly (readonly string[])[];
}

const NOT_COUNTED = 2;
const AE_KNOWN = "handoffs.ae_id is not null";

/**
 * Reads handoffs once for several comparisons.
 * @param where which of them, counted or not; left out: those that count and whose AE is known
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
    where = AE_KNOWN,
  }: {metrics: readonly MetricName[]; marks: readonly string[]; from?: string; where?: string},
): Promise<HandoffRows> {
  const outcomes = metrics.map((name) => {
    const {members, dated_by, mature, success} = termsOf(findMetric(name)!, rules);
    return `case when (${members}) and ${dated_by} is not null and ${mature} then coalesce(${success}, false)::utinyint else ${NOT_COUNTED} end as ${name}`;
  });
  const coded = ["source", "segment", "ae_id", "motion"] as const;
  const {length, ...columns} = await db.columns<string>(`
    with counted as (
      select ${coded.map((column) => numberOf(column, `handoffs.${column}`)).join(", ")}, ${outcomes.join(", ")}
        ${marks.map((mark, index) => `, (${mark})::integer as mark_${index}`).join("")}
      from marts.handoffs as handoffs ${from} where ${where}
    )
    select * from counted${where === AE_KNOWN ? ` where least(${metrics.join(", ")}) < ${NOT_COUNTED}` : ""}`);
  const [sources, segments, aes, motions] = await Promise.all(coded.map((column) => readNames(db, column)));
  const ae = Int32Array.from(columns["ae_id"]!);
  const [source, segment] = [columns["source"]!, columns["segment"]!];
  return {
    length,
    outcomes: new Map(metrics.map((name) => [name, columns[name]!])),
    marks: marks.map((_, index) => columns[`mark_${index}`]!),
    motion: columns["motion"]!,
    ae,
    byAe: inOrder(ae, aes!.length),
    stratum: Int32Array.from(source, (place, row) => place * segments!.length + segment[row]!),
    motions: motions!,
    aes: aes!,
    strata: sources!.flatMap((own) => segments!.map((other) => [own, other])),
  };
}

/** Rows in order of a key below `keys` (counting sort). */
function inOrder(keyOf: Int32Array, keys: number): Int32Array {
  const places = new Int32Array(keys + 1);
  for (const key of keyOf) places[key + 1]!++;
  for (let k = 0; k < keys; k++) places[k + 1]! += places[k]!;
  const order = new Int32Array(keyOf.length);
  keyOf.forEach((key, row) => (order[places[key]!++] = row));
  return order;
}

/** What was there at each handoff, as a place among the different lists; -1 where nobody can tell. */
export interface Presence {
  lists: readonly (readonly boolean[])[];
  of: Int32Array;
}

/** Counts the mature members of a metric that are alike, or lists them one by one where hardly two would be. */
export function countPatterns(rows: HandoffRows, metric: MetricName, {lists, of}: Presence, motion?: number): NumberedPatterns {
  const {stratum, ae, strata, aes} = rows;
  const outcome = rows.outcomes.get(metric)!;
  const kinds = lists.length * strata.length * aes.length;
  const places = kinds <= FEW_KINDS * rows.length ? new Int32Array(kinds).fill(-1) : null;
  const found = {
    presentOf: new Int32Array(rows.length),
    stratumOf: new Int32Array(rows.length),
    aeOf: new Int32Array(rows.length),
  };
  const [n, successes] = [new Float64Array(rows.length), new Float64Array(rows.length)];
  let count = 0;
  // By AE: what is added up of one lies together then, there and here.
  for (const row of rows.byAe) {
    if (outcome[row] === NOT_COUNTED || of[row] === -1 || (motion !== undefined && rows.motion[row] !== motion)) continue;
    const kind = (of[row]! * strata.length + stratum[row]!) * aes.length + ae[row]!;
    let place = places ? places[kind]! : -1;
    if (place === -1) {
      place = count++;
      if (places) places[kind] = place;
      found.presentOf[place] = of[row]!;
      found.stratumOf[place] = stratum[row]!;
      found.aeOf[place] = ae[row]!;
    }
    n[place]!++;
    successes[place]! += outcome[row]!;
  }
  const {presentOf, stratumOf, aeOf} = found;
  return {
    present: lists,
    strata,
    aes,
    presentOf: presentOf.slice(0, count),
    stratumOf: stratumOf.slice(0, count),
    aeOf: aeOf.slice(0, count),
    n: n.slice(0, count),
    successes: successes.slice(0, count),
  };
}

/** Kinds of patterns there may be for each handoff before counting them is no use. */
const FEW_KINDS = 8;

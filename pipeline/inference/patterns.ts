import type {MetricName} from "../contract/metrics.js";
import {countUp, inOrder} from "../stats/crossed-design.js";
import type {NumberedPatterns} from "../stats/patterns.js";

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
  ae: Float64Array;
  source: Float64Array;
  segment: Float64Array;
  motions: readonly string[];
  aes: readonly string[];
  sources: readonly string[];
  segments: readonly string[];
}

/** Handoffs in order of their AEs, so that what is added up of one lies together, with their strata by number. */
export interface SortedRows extends HandoffRows {
  stratum: Int32Array;
  /** Source and segment. */
  strata: readonly (readonly string[])[];
}

export function sortByAe(rows: HandoffRows): SortedRows {
  const {length, aes, sources, segments} = rows;
  const order = inOrder(countUp(length), rows.ae, aes.length);
  const sort = (column: Float64Array) => (column.length === 0 ? column : pick(column, order));
  const [source, segment] = [sort(rows.source), sort(rows.segment)];
  const stratum = new Int32Array(length);
  for (let row = 0; row < length; row++) stratum[row] = source[row]! * segments.length + segment[row]!;
  return {
    ...rows,
    outcomes: new Map([...rows.outcomes].map(([name, outcome]) => [name, sort(outcome)])),
    marks: rows.marks.map(sort),
    motion: sort(rows.motion),
    ae: sort(rows.ae),
    source,
    segment,
    stratum,
    strata: sources.flatMap((own) => segments.map((other) => [own, other])),
  };
}

/** An outcome of what is no mature member. */
export const NOT_COUNTED = 2;

/** What was there at each handoff, as a place among the different lists; -1 where nobody can tell. */
export interface Presence {
  lists: readonly (readonly boolean[])[];
  of: Int32Array;
}

/** Counts the mature members of a metric that are alike, or lists them one by one where hardly two would be. */
export function countPatterns(rows: SortedRows, metric: MetricName, {lists, of}: Presence, motion?: number): NumberedPatterns {
  const {ae, aes, stratum, strata} = rows;
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
  for (let row = 0; row < rows.length; row++) {
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

function pick(column: Float64Array, order: Int32Array): Float64Array {
  const sorted = new Float64Array(order.length);
  for (let k = 0; k < order.length; k++) sorted[k] = column[order[k]!]!;
  return sorted;
}

import type {MetricName} from "../contract/metrics.js";
import type {Database} from "../db.js";
import {numberOf, readNames} from "./members.js";
import type {HandoffRows} from "./patterns.js";

/**
 * Reads handoffs as columns, once for several comparisons, in an order of their own: several threads leave tables in any, and sums of fractions
 * end in another digit the other way round. Needs the codes of `gatherMembers`.
 * @param from what stands after `from`: has `source`, `segment`, `ae_id`, and `motion` where it is asked for
 * @param outcomes SQL of each metric's outcome, never null
 * @param marks SQL of whole numbers, never null
 */
export async function readRows(
  db: Database,
  {
    from,
    where,
    outcomes,
    marks,
    withMotion = false,
  }: {
    from: string;
    where: string;
    outcomes: readonly (readonly [MetricName, string])[];
    marks: readonly string[];
    withMotion?: boolean;
  },
): Promise<HandoffRows> {
  const coded = ["source", "segment", "ae_id", ...(withMotion ? (["motion"] as const) : [])] as const;
  const {length, ...columns} = await db.columns<string>(`
    select ${coded.map((column) => numberOf(column)).join(", ")},
      ${outcomes.map(([name, outcome]) => `(${outcome})::utinyint as ${name}`).join(", ")},
      ${marks.map((mark, index) => `(${mark})::integer as mark_${index}`).join(", ")}
    from ${from} where ${where} order by all`);
  return {
    length,
    outcomes: new Map(outcomes.map(([name]) => [name, columns[name]!])),
    marks: marks.map((_, index) => columns[`mark_${index}`]!),
    motion: columns["motion"] ?? new Float64Array(0),
    ae: columns["ae_id"]!,
    source: columns["source"]!,
    segment: columns["segment"]!,
    motions: withMotion ? await readNames(db, "motion") : [],
    aes: await readNames(db, "ae_id"),
    sources: await readNames(db, "source"),
    segments: await readNames(db, "segment"),
  };
}

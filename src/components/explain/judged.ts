import type {MetricRow, PersonCell} from "../../../pipeline/contract/datasets.js";
import {kindOfFair, nameKind} from "../base/kinds.js";
import {say} from "../words/words.js";

/** Statuses that judge a team, the company or another group by the target, by the value alone. */
export const JUDGING: readonly string[] = ["exceeds", "on_track", "improving", "slipping", "off_track"];

/**
 * That such a status stands on so few that the interval still holds the target; empty where it does not, or where nothing is judged. How many
 * they are stands beside it wherever a status does.
 */
export function describeHeld(row: Pick<MetricRow, "status" | "lower" | "upper" | "target"> | null): string {
  if (!row || !JUDGING.includes(row.status)) return "";
  const {lower, upper, target} = row;
  if (lower === null || upper === null || target === null || target < lower || target > upper) return "";
  return say("target_held");
}

/** Of a person whom the count alone would have above or below the target, that nothing of it is left once chance or AEs are allowed for; else empty. */
export function describeOnlyCounted(row: PersonCell): string {
  return row.as_counted ? say(`only_counted_${row.as_counted}`, {kind: nameKind(kindOfFair(row))}) : "";
}

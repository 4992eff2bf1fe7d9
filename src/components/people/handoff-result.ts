import type {HandoffLine} from "../../../pipeline/contract/datasets.js";
import {NOTHING} from "../base/format.js";
import {say} from "../words/words.js";

type ResultLine = Pick<HandoffLine, "outcome" | "is_sql" | "is_sql_over" | "rejection_reason" | "disqualification_reason">;

/** Whether the AE took it on, or why not; nothing while there was no meeting. */
export function nameResult({outcome, is_sql, is_sql_over, rejection_reason, disqualification_reason}: ResultLine): string {
  if (is_sql) return say("sql_yes");
  if (rejection_reason) return say("rejected_for", {reason: rejection_reason});
  if (disqualification_reason) return say("disqualified_for", {reason: disqualification_reason});
  return outcome === "held" ? say(is_sql_over ? "sql_over" : "sql_open") : NOTHING;
}

/** The same with what it is of, where no head says so: "SQL: not in time". Empty where there is nothing to say. */
export function tellResult(line: ResultLine): string {
  const text = nameResult(line);
  return text === NOTHING ? "" : [headOfResult(line), text].filter(Boolean).join(" ");
}

/** What stands before the result where no heads are seen: those that name what they are of need none. */
export function headOfResult({
  is_sql,
  rejection_reason,
  disqualification_reason,
}: Pick<ResultLine, "is_sql" | "rejection_reason" | "disqualification_reason">): string | null {
  return is_sql || rejection_reason || disqualification_reason ? null : say("sql_of");
}

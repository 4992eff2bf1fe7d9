/** SQL of what became of a handoff whose time is over, over `marts.handoffs as handoffs` and `config.settings as settings`. */
import type {Config} from "../config.js";
import {findMetric} from "../contract/metrics.js";
import {windowDays} from "../metrics/index.js";
import {IS_ASKED} from "./asked.js";

/** Not answered, and no longer asked for. */
export const IS_CLOSED = `(handoffs.feedback_id is null and not ${IS_ASKED})`;

/** Held without an SQL, and the export that would show one is younger than the time in which it counts. */
export function writeSqlOver({windows}: Pick<Config, "windows">): string {
  const days = windowDays(findMetric("meeting_to_sql_rate")!, windows) ?? 0;
  return `(handoffs.outcome = 'held' and handoffs.sql_at is null and coalesce(handoffs.sql_known_at >= handoffs.meeting_at + interval ${days} day, false))`;
}

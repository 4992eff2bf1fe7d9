/** What stands beside the plain numbers of people when they are explained. */
import type {Beside, MetricRow, PersonCell} from "../contract/datasets.js";
import {groupBy, type Ground} from "./ground.js";
import {FEWEST_RATERS, readRaters} from "./raters.js";

export interface BesideBook {
  /** The row with what is known beside it; nothing for months, of which pages show no person's. */
  add<T extends MetricRow>(row: T): T & PersonCell;
  /** Whether the row may stand beside the others: not the adjusted score of an SDR whom few AEs rated. */
  isShown(row: Pick<MetricRow, "metric" | "scope" | "scope_id" | "period">): boolean;
}

type Row = Beside & Pick<MetricRow, "metric" | "scope" | "scope_id" | "period">;

/**
 * Reads it for everybody at once, over all time and the last 90 days. What others did is left out where they are too few, and the adjusted
 * score where few AEs gave the ratings: beside the plain one it would tell how they rate.
 */
export async function readBesides({db, config}: Pick<Ground, "db" | "config">): Promise<BesideBook> {
  const ratersOf = await readRaters({db});
  const rows = await db.rows<Row>(`
    with mix as (
      select metric, 'sdr' as scope, sdr_id as scope_id, period, expected, difference, lower, upper from marts.mix_expected
      qualify count(*) over (partition by metric, period) > ${config.publish.min_people}
    )
    select 1 as place, metric, scope, scope_id, period, 'shrunk' as what, shrunk_value as value, shrunk_lower as lower, shrunk_upper as upper, prob_below_target
    from marts.person_rates where period in ('all', 'trailing_90d')
    union all
    select 2, 'handoff_quality_score', scope, scope_id, period, 'adjusted', value, lower, upper, null
    from marts.metrics where metric = 'adjusted_quality_score' and period in ('all', 'trailing_90d')
    union all
    select 3, metric, scope, scope_id, period, 'mix_expected', expected, null, null, null from mix
    union all
    select 4, metric, scope, scope_id, period, 'against_mix', difference, lower, upper, null from mix
    order by place, metric, scope_id`);
  const isTelling = ({scope, scope_id, period}: Pick<Row, "scope" | "scope_id" | "period">) =>
    scope === "sdr" && ratersOf(scope_id, period) < FEWEST_RATERS;
  const found = groupBy(
    rows.filter((row) => row.what !== "adjusted" || !isTelling(row)),
    keyOf,
  );
  return {
    isShown: (row) => row.metric !== "adjusted_quality_score" || !isTelling(row),
    add(row) {
      const beside = (found.get(keyOf(row)) ?? []).map(({what, value, lower, upper, prob_below_target}): Beside => ({
        what, value, lower, upper, ...(what === "shrunk" && {prob_below_target: prob_below_target ?? null}),
      })); // prettier-ignore
      return beside.length > 0 ? {...row, ...judgeBoth(row, beside), beside} : row;
    },
  };
}

/**
 * Whether a person is above or below a target is said where the interval as counted and the one with chance or AEs allowed for both are, so that
 * no two numbers of one thing say it differently; nothing to change otherwise.
 */
export function judgeBoth(
  {status, value, target}: Pick<MetricRow, "status" | "value" | "target">,
  beside: readonly Beside[],
): Pick<PersonCell, "status" | "as_counted"> | null {
  const fair = beside.find(({what}) => what === "adjusted" || what === "shrunk");
  if ((status !== "above_target" && status !== "below_target") || !fair || value === null || target === null) return null;
  const end = value < target ? fair.upper : fair.lower;
  const holds = end === null || (value < target ? end >= target : end <= target);
  return holds ? {status: "not_separable", as_counted: status} : null;
}

const keyOf = ({metric, scope, scope_id, period}: Pick<MetricRow, "metric" | "scope" | "scope_id" | "period">): string =>
  [metric, scope, scope_id, period].join("\t");

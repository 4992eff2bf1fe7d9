/** The funnel of one scope, from counts and metric rows. */
import {COHORT_METRICS, FUNNEL_STAGES, STAGE_LABELS, STAGE_METRICS, type Stage} from "../../contract/funnel.js";
import type {Conversion, FunnelStage, MetricRow} from "../../contract/datasets.js";
import {inLanguage} from "../../contract/language.js";
import type {Scope} from "../../contract/vocabulary.js";
import {wilson} from "../../stats/proportion.js";
import type {MetricIndex} from "../metric-rows.js";
import type {FunnelScope, StageCount} from "./stage-counts.js";

/** Metrics whose median is the time since the stage before. */
export const STAGE_DAYS: Partial<Record<Stage, string>> = {
  sql: "days_to_sql",
  opportunity: "days_to_opportunity",
  won: "days_to_close",
};

export interface Funnels {
  /** Stages with data in the company, in the configured order. */
  stages: Stage[];
  of(scope: FunnelScope, id: string): FunnelStage[];
  /** Values of a dimension that any stage has, sorted. */
  list(scope: FunnelScope): string[];
}

/** Makes the funnels findable. A stage that nobody in the company came into is absent everywhere, never zero. */
export function makeFunnels(counts: readonly StageCount[], metrics: MetricIndex, order: readonly string[]): Funnels {
  const byKey = new Map(counts.map((count) => [`${count.scope}\0${count.scope_id}\0${count.stage}`, count]));
  const stages = order.filter(
    (stage): stage is Stage => FUNNEL_STAGES.includes(stage as Stage) && byKey.has(`company\0\0${stage}`),
  );
  const hasStage = new Set(counts.map((count) => `${count.scope}\0${count.stage}`));
  return {
    stages,
    list: (scope) => [...new Set(counts.filter((count) => count.scope === scope).map((count) => count.scope_id))].sort(),
    of(scope, id) {
      // Absent, not zero: a month's handoffs have no leads of their own, and leads may name no motion or SDR.
      const own = stages.filter((stage) => hasStage.has(`${scope}\0${stage}`));
      return own.map((stage, index) => {
        const counted = byKey.get(`${scope}\0${id}\0${stage}`);
        const before = index > 0 ? (byKey.get(`${scope}\0${id}\0${own[index - 1]}`)?.count ?? 0) : null;
        const conversion = before === null ? null : findConversion(metrics, scope, id, stage, counted?.count ?? 0, before);
        const metric = STAGE_DAYS[stage];
        const row = scope === "cohort" || !metric ? undefined : metrics.find(scope as Scope, id, metric, "all");
        return {
          stage,
          label: inLanguage(STAGE_LABELS[stage]),
          count: counted?.count ?? 0,
          conversion,
          ...(index === 0 ? {median_days: null} : findDays(row, counted)),
        };
      });
    },
  };
}

/** The metric's own median where there is one; else that of all who came into the stage. */
function findDays(row: MetricRow | undefined, counted: StageCount | undefined): Pick<FunnelStage, "median_days" | "days"> {
  if (row && row.value !== null) {
    const {metric, value, in_flight, lower, upper} = row;
    return {median_days: value, days: {metric, n: row.n ?? row.denominator ?? 0, in_flight, lower, upper}};
  }
  if (counted?.median_days == null) return {median_days: null};
  return {median_days: counted.median_days, days: {metric: "", n: counted.days_n, in_flight: 0, lower: null, upper: null}};
}

function findConversion(
  metrics: MetricIndex,
  scope: FunnelScope,
  id: string,
  stage: Stage,
  count: number,
  before: number,
): Conversion | null {
  if (stage === "conversation") return makeShare(count, before);
  if (scope === "cohort") {
    const metric = COHORT_METRICS[stage];
    const row = metric ? metrics.find("company", "", metric, "month", id) : undefined;
    return row ? toConversion(row) : null;
  }
  const metric = STAGE_METRICS[stage].find((name) => metrics.has(name));
  const row = metric ? metrics.find(scope, id, metric, "all") : undefined;
  return row ? toConversion(row) : null;
}

const toConversion = ({metric, numerator, denominator, value, lower, upper, in_flight}: MetricRow): Conversion => ({
  metric, numerator: numerator ?? 0, denominator: denominator ?? 0, value, lower, upper, in_flight,
}); // prettier-ignore

/** The plain share of two counts; nothing when more came into a stage than into the one before. */
function makeShare(numerator: number, denominator: number): Conversion | null {
  const share = numerator > denominator ? null : wilson(numerator, denominator);
  return share && {metric: "", numerator, denominator, ...share, in_flight: 0};
}

import type {MetricRow} from "../../pipeline/contract/datasets.js";
import type {Period} from "../../pipeline/contract/vocabulary.js";
import {indexRows, type MetricIndex} from "../../pipeline/publish/metric-rows.js";
import {wilson} from "../../pipeline/stats/proportion.js";

/** A company's show rate by month with its Wilson interval, unless something else is said. */
export function row(period_start: string, numerator: number, denominator: number, more: Partial<MetricRow> = {}): MetricRow {
  const {value, lower, upper} = wilson(numerator, denominator) ?? {value: null, lower: null, upper: null};
  return {
    metric: "show_rate", scope: "company", scope_id: "", scope_name: "Test", period: "month", period_start, numerator, denominator, value, lower, upper,
    in_flight: 0, maturity: denominator < 5 ? "too_few" : "final", target: null, previous_value: null, status: "no_target", currency: "", ...more,
  }; // prettier-ignore
}

/** An index of rows whose changes all count as more than noise. */
export const index = (rows: MetricRow[], opening: Period = "month"): MetricIndex =>
  indexRows(
    rows.map((each) => ({...each, is_change_signal: true})),
    opening,
  );

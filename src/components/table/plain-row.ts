import type {MetricRow} from "../../../pipeline/contract/datasets.js";

/** A row that stands for a number which comes with less than a metric's row: what is not named is not known. */
export function makePlainRow(values: Partial<MetricRow>): MetricRow {
  return {
    metric: "",
    scope: "company",
    scope_id: "",
    scope_name: "",
    period: "all",
    period_start: "",
    numerator: null,
    denominator: null,
    value: null,
    lower: null,
    upper: null,
    in_flight: 0,
    maturity: "final",
    target: null,
    previous_value: null,
    status: "no_target",
    currency: "",
    ...values,
  };
}

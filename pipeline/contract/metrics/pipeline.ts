import type {MetricEntry} from "./metric.js";
import {NEEDS} from "./needs.js";

/** Money, per currency; currencies are added up only at the configured exchange rates. */
export const PIPELINE_METRICS = [
  {
    name: "pipeline_created", label: "Pipeline created", short: "Pipeline", group: "pipeline",
    direction: "up", unit: "money", kind: "sum",
    meaning: "The amounts of the opportunities that came into being.",
    formula: "sum of amounts of opportunities", counted: "opportunities",
    from: "marts.opportunities", members: "opportunity_at is not null and amount is not null", dated_by: "opportunity_at", value: "amount",
    needs: [NEEDS.opportunities, NEEDS.amounts],
  },
  {
    name: "pipeline_won", label: "Pipeline won", short: "Won", group: "pipeline",
    direction: "up", unit: "money", kind: "sum",
    meaning: "The amounts of the opportunities that were won.",
    formula: "sum of amounts of opportunities won", counted: "opportunities won",
    from: "marts.opportunities", members: "won_at is not null and amount is not null", dated_by: "won_at", value: "amount",
    needs: [NEEDS.won, NEEDS.amounts],
  },
  {
    name: "pipeline_velocity", label: "Pipeline velocity", short: "Velocity", group: "pipeline",
    direction: "up", unit: "money_per_day", kind: "velocity", window_days: 180, window_of: "opportunity_to_win_rate",
    meaning: "What the opportunities bring in per day, as they are won.",
    formula: "opportunities × win rate × mean amount ÷ median days to close", counted: "opportunities",
    from: "marts.opportunities", members: "opportunity_at is not null", dated_by: "opportunity_at", due: "opportunity_at + {window}",
    known: "known_at", success: "won_at <= {due}", value: "epoch(won_at - opportunity_at) / 86400",
    needs: [NEEDS.opportunities, NEEDS.won, NEEDS.amounts],
  },
] as const satisfies readonly MetricEntry[];

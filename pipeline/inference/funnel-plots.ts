/** `marts.funnel_plots`: where each SDR lies among chance's limits; it stands in for a league table. */
import type {Metric} from "../contract/metrics.js";
import {quoteText, type Database} from "../db.js";
import {fitFunnel, funnelLimits, placeInFunnel} from "../stats/funnel.js";

export interface FunnelPlotRow {
  metric: string;
  period: "trailing_90d" | "all";
  sdr_id: string;
  n: number;
  value: number;
  centre: number;
  lower_95: number;
  upper_95: number;
  lower_998: number;
  upper_998: number;
  /** Mean squared z-score: above 1, people differ by more than chance. */
  dispersion: number;
  place: "inside" | "outside_95" | "outside_998";
}

/** SDRs' rates (by metric rows) about the rate of all of them. Clustered rates are left out: their members do not vary by the binomial law. */
export async function plotFunnels(db: Database, metrics: readonly Metric[]): Promise<FunnelPlotRow[]> {
  const rates = metrics.filter(({kind, headline}) => kind === "rate" && headline).map(({name}) => quoteText(name));
  if (rates.length === 0) return [];
  const rows = await db.rows<{metric: string; period: "trailing_90d" | "all"; sdr_id: string; successes: number; n: number}>(
    `select metric, period, scope_id as sdr_id, numerator as successes, denominator as n from marts.metrics
    where scope = 'sdr' and period in ('trailing_90d', 'all') and metric in (${rates.join(", ")}) and denominator > 0 order by metric, period, scope_id`,
  );
  const plots = new Map<string, typeof rows>();
  for (const row of rows) {
    const key = `${row.metric}\t${row.period}`;
    const known = plots.get(key);
    if (known) known.push(row);
    else plots.set(key, [row]);
  }
  return [...plots.values()].flatMap((own): FunnelPlotRow[] => {
    const sum = (key: "successes" | "n") => own.reduce((total, row) => total + row[key], 0);
    const centre = sum("successes") / sum("n");
    const funnel = fitFunnel(own.map(({successes, n}) => ({value: successes / n, n})), centre, "rate"); // prettier-ignore
    if (!funnel) return [];
    return own.map(({metric, period, sdr_id, successes, n}) => {
      const limits = funnelLimits(funnel, n);
      const value = successes / n;
      return {
        metric,
        period,
        sdr_id,
        n,
        value,
        centre,
        ...limits,
        dispersion: funnel.dispersion,
        place: placeInFunnel(value, limits),
      };
    });
  });
}

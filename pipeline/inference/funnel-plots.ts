/** `marts.funnel_plots`: where each SDR lies among chance's limits; it stands in for a league table. */
import type {Metric} from "../contract/metrics.js";
import {quoteText, type Database} from "../db.js";
import {groupBy} from "../group-by.js";
import {incompleteBeta} from "../stats/beta.js";
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

/** Who answers is the AE's affair and says nothing of the SDR. */
const OF_AES = "feedback_response_rate";

/**
 * SDRs' rates about the rate of all of them, with the mix allowed for: the common rate and what the own one differs from that of others in
 * the same sources, segments and AEs. Needs `marts.mix_expected`. Clustered rates are left out: their members do not vary by the
 * binomial law.
 */
export async function plotFunnels(db: Database, metrics: readonly Metric[]): Promise<FunnelPlotRow[]> {
  const rates = metrics
    .filter(({name, kind, headline}) => kind === "rate" && headline && name !== OF_AES)
    .map(({name}) => quoteText(name));
  if (rates.length === 0) return [];
  const rows =
    await db.rows<{metric: string; period: "trailing_90d" | "all"; sdr_id: string; successes: number; n: number; against_mix: number | null}>( // prettier-ignore
      `select metrics.metric, metrics.period, scope_id as sdr_id, numerator as successes, denominator as n, mix.difference as against_mix
    from marts.metrics as metrics
    left join (select metric, period, sdr_id, difference from marts.mix_expected) as mix
      on mix.metric = metrics.metric and mix.period = metrics.period and mix.sdr_id = metrics.scope_id
    where scope = 'sdr' and metrics.period in ('trailing_90d', 'all') and metrics.metric in (${rates.join(", ")}) and denominator > 0
    order by metrics.metric, metrics.period, scope_id`,
    );
  const plots = groupBy(rows, ({metric, period}) => `${metric}\t${period}`);
  return [...plots.values()].flatMap((own): FunnelPlotRow[] => {
    const sum = (key: "successes" | "n") => own.reduce((total, row) => total + row[key], 0);
    const centre = sum("successes") / sum("n");
    const valueOf = ({successes, n, against_mix}: (typeof own)[number]) =>
      against_mix === null ? successes / n : Math.min(1, Math.max(0, centre + against_mix));
    const funnel = fitFunnel(own.map((row) => ({value: valueOf(row), n: row.n})), centre, "rate"); // prettier-ignore
    if (!funnel) return [];
    return own.map((row) => {
      const {metric, period, sdr_id, n} = row;
      const limits = funnelLimits(funnel, n);
      const value = valueOf(row);
      // Interpolated limits run below what few members can exceed at all: 2 of 2 is no wonder.
      const isWonder = tail(value * n, n, centre) < 0.025;
      const place = isWonder ? placeInFunnel(value, limits) : "inside";
      return {metric, period, sdr_id, n, value, centre, ...limits, dispersion: funnel.dispersion, place};
    });
  });
}

/** Chance of so many successes or more (above the centre), or so few or fewer. */
function tail(successes: number, n: number, centre: number): number {
  if (successes / n >= centre) return successes === 0 ? 1 : incompleteBeta(centre, successes, n - successes + 1);
  return 1 - incompleteBeta(centre, successes + 1, n - successes);
}

/** `marts.person_rates`: people's rates shrunk towards their role's, beside the raw ones. */
import {betaOf, posteriorOf} from "../stats/shrinkage.js";
import {recombineShared, type SharedPart} from "../stats/shared-skill.js";
import {fitSpread, type Spread} from "../stats/spread.js";
import type {PersonCell, PersonScope} from "./person-cells.js";

export interface PersonRate {
  metric: string;
  scope: PersonScope;
  scope_id: string;
  period: PersonCell["period"];
  step: number;
  shrunk_value: number;
  shrunk_lower: number;
  shrunk_upper: number;
  prob_below_target: number | null;
}

/** A cell as so many independent members: fields of one handoff are filled together, so that they count for fewer. */
interface Sized {
  cell: PersonCell;
  successes: number;
  n: number;
}

/** What is believed of anyone's rate in a source and period: before own members are seen, and after. */
interface Belief {
  variance: number;
  after(member: {successes: number; n: number}): {mean: number; variance: number};
}

/**
 * Shrunk rates of everyone, for each metric and period. How much people of one role differ within one source is learned from all
 * time (a month holds too few to tell), the level is each period's own; sources are put together again by the person's own mix.
 * @param targetOf the confirmed target of a metric, or null
 */
export function shrinkPersonRates(cells: readonly PersonCell[], targetOf: (metric: string) => number | null): PersonRate[] {
  const rates: PersonRate[] = [];
  for (const ofMetric of group(cells, ({metric, scope}) => `${metric}\t${scope}`)) {
    const sized = size(ofMetric);
    const ever = sized.filter(({cell}) => cell.period === "all");
    const spreads = new Map(group(ever, ({cell}) => cell.source).map((list) => [list[0]!.cell.source, fitSpread(list)]));
    for (const ofPeriod of group(sized, ({cell}) => `${cell.period}\t${cell.step}`)) {
      const beliefs = new Map<string, Belief>();
      for (const list of group(ofPeriod, ({cell}) => cell.source)) {
        const [{cell}] = list as [Sized];
        const spread = spreads.get(cell.source);
        if (spread) beliefs.set(cell.source, cell.period === "all" ? believe(spread) : borrow(spread, pool(list)));
      }
      for (const own of group(ofPeriod, ({cell}) => cell.person_id)) {
        const parts = own.flatMap(({cell, successes, n}): SharedPart[] => {
          const belief = beliefs.get(cell.source);
          return belief && n > 0 ? [{n, ...belief.after({successes, n}), prior_variance: belief.variance}] : [];
        });
        const {metric, scope, person_id, period, step} = own[0]!.cell;
        const shrunk = recombineShared(parts, targetOf(metric));
        if (!shrunk) continue;
        const {value, lower, upper, prob_below_target} = shrunk;
        rates.push({metric, scope, scope_id: person_id, period, step, shrunk_value: value, shrunk_lower: lower, shrunk_upper: upper, prob_below_target}); // prettier-ignore
      }
    }
  }
  return rates;
}

const believe = (spread: Spread): Belief => ({
  variance: posteriorOf(spread, {successes: 0, n: 0}).variance,
  after: (member) => posteriorOf(spread, member),
});

/** The spread of all time about another level, as the beta distribution of that mean and variance: exact where little is added to it. */
function borrow(spread: Spread, level: number): Belief {
  const {mean, variance} = posteriorOf(spread, {successes: 0, n: 0, expected: level});
  const prior = betaOf(mean, variance);
  return {
    variance,
    after({successes, n}) {
      const [a, b] = [prior.a + successes, prior.b + n - successes];
      return {mean: a / (a + b), variance: (a * b) / ((a + b) ** 2 * (a + b + 1))};
    },
  };
}

/**
 * Of a clustered rate, trials are divided by the design effect: how much more the handoffs' shares vary than independent fields would
 * (Kish 1965), over all people and all time.
 */
function size(cells: readonly PersonCell[]): Sized[] {
  const ever = cells.filter(({period}) => period === "all");
  const sum = (pick: (cell: PersonCell) => number) => ever.reduce((total, cell) => total + pick(cell), 0);
  const rate = sum(({successes}) => successes) / sum(({trials}) => trials);
  const squares = sum(({yy, xy, xx}) => yy - 2 * rate * xy + rate * rate * xx);
  const effect = Math.max(1, squares / (rate * (1 - rate) * sum(({trials}) => trials)) || 1);
  return cells.map((cell) => {
    const isClustered = cell.trials !== cell.n;
    return {
      cell,
      successes: isClustered ? cell.successes / effect : cell.successes,
      n: isClustered ? cell.trials / effect : cell.n,
    };
  });
}

/** Rate of a group in a period, half a success and half a failure added so that it is never 0 or 1. */
function pool(list: readonly Sized[]): number {
  const [successes, n] = list.reduce(([s, m], member) => [s + member.successes, m + member.n], [0, 0]);
  return (successes + 0.5) / (n + 1);
}

function group<T>(list: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const key = keyOf(item);
    const known = groups.get(key);
    if (known) known.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}

/** `marts.person_rates`: people's rates shrunk towards their role's, beside the raw ones. */
import {posteriorOf} from "../stats/shrinkage.js";
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

/** What is believed of anyone's rate in a source and period, before own members are seen. */
interface Belief {
  spread: Spread;
  expected: {expected?: number};
  variance: number;
}

/** Nodes of less weight than this are not worth their work where a period borrows the spread: limits move by a thousandth. */
const LIGHT = 1e-3;

/**
 * Shrunk rates of everyone, for each metric and period. How much people of one role differ within one source is learned from all
 * time (months hold too few to tell), the level is each period's own; sources are put together again by the person's own mix.
 * @param targetOf the confirmed target of a metric, or null
 */
export function shrinkPersonRates(cells: readonly PersonCell[], targetOf: (metric: string) => number | null): PersonRate[] {
  const rates: PersonRate[] = [];
  for (const ofMetric of group(cells, ({metric, scope}) => `${metric}\t${scope}`)) {
    const sized = size(ofMetric);
    const spreads = new Map<string, Spread>();
    for (const ofSource of group(
      sized.filter(({cell}) => cell.period === "all"),
      ({cell}) => cell.source,
    )) {
      const spread = fitSpread(ofSource);
      if (spread) spreads.set(ofSource[0]!.cell.source, spread);
    }
    const thinned = new Map([...spreads].map(([source, spread]) => [source, thin(spread)]));
    for (const ofPeriod of group(sized, ({cell}) => `${cell.period}\t${cell.step}`)) {
      const beliefs = new Map(
        group(ofPeriod, ({cell}) => cell.source).flatMap((list): [string, Belief][] => {
          const [{cell}] = list as [Sized];
          const isAll = cell.period === "all";
          const spread = (isAll ? spreads : thinned).get(cell.source);
          if (!spread) return [];
          const expected = isAll ? {} : {expected: pool(list)};
          return [[cell.source, {spread, expected, variance: posteriorOf(spread, {successes: 0, n: 0, ...expected}).variance}]];
        }),
      );
      for (const own of group(ofPeriod, ({cell}) => cell.person_id)) {
        const parts = own.flatMap(({cell, successes, n}): SharedPart[] => {
          const belief = beliefs.get(cell.source);
          if (!belief || n === 0) return [];
          const {mean, variance} = posteriorOf(belief.spread, {successes, n, ...belief.expected});
          return [{n, mean, variance, prior_variance: belief.variance}];
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

function thin({nodes, origin}: Spread): Spread {
  const kept = nodes.filter(({weight}) => weight > LIGHT);
  const total = kept.reduce((sum, {weight}) => sum + weight, 0);
  return {origin, nodes: kept.map((node) => ({...node, weight: node.weight / total}))};
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

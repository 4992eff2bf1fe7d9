/** `marts.person_rates`: people's rates shrunk towards their role's, beside the raw ones. */
import {PERIODS, type Period} from "../contract/vocabulary.js";
import {groupBy} from "../group-by.js";
import {expectFromMix} from "../stats/source-mix.js";
import {betaOf, mergedPosteriorOf, posteriorOf, priorOf, summarise, summariseBeta} from "../stats/shrinkage.js";
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

/** A person in a period, all sources together, with what their mix leads one to expect. */
interface Member {
  cell: PersonCell;
  successes: number;
  n: number;
  expected: number;
}

/**
 * Shrunk rates of everyone, for each metric and period: beta-binomial within the role, each person about the rate that the own mix of
 * sources leads one to expect. (Shrinking each source by itself and adding up covers less often than it says: skill is shared.) How
 * much people differ is learned from all time, since a month holds too few to tell; the rates of the sources are each period's own.
 * @param targetOf the confirmed target of a metric, or null
 * @param wanted periods that are asked for; all time is always needed
 */
export function shrinkPersonRates(
  cells: readonly PersonCell[],
  targetOf: (metric: string) => number | null,
  wanted: readonly Period[] = PERIODS,
): PersonRate[] {
  const ofMetrics = group(cells, ({metric}) => metric).flatMap((own) => group(own, ({scope}) => scope));
  return ofMetrics.flatMap((ofMetric) => {
    const periods = group(size(ofMetric), ({period, step}) => PERIODS.indexOf(period) * 1e6 + step).map(gather);
    const ever = periods.find(([first]) => first!.cell.period === "all");
    const fitted = ever && fitSpread(ever);
    if (!fitted) return [];
    const spread = thin(fitted);
    const posterior = ever.length < MANY ? posteriorOf : mergedPosteriorOf;
    const target = targetOf(ofMetric[0]!.metric);
    const asked = periods.filter(([first]) => wanted.includes(first!.cell.period));
    return asked.flatMap((people) => people.map((person) => shrink(person, spread, posterior, target)));
  });
}

/** People from whom on the level of all is known far better than anybody's rate. */
const MANY = 250;

function shrink(member: Member, spread: Spread, posterior: typeof posteriorOf, target: number | null): PersonRate {
  const {metric, scope, person_id, period, step} = member.cell;
  const isLong = period === "all" || period === "trailing_90d";
  const {value, lower, upper, prob_below_target} = isLong
    ? summarise(posterior(spread, member), target)
    : summariseBeta(borrow(spread, member), target);
  return {
    metric,
    scope,
    scope_id: person_id,
    period,
    step,
    shrunk_value: value,
    shrunk_lower: lower,
    shrunk_upper: upper,
    prob_below_target,
  };
}

/** Nodes of less weight than this are not worth their work: limits move by less than a thousandth. */
const LIGHT = 1e-4;

function thin({nodes, origin}: Spread): Spread {
  const kept = nodes.filter(({weight}) => weight > LIGHT);
  const total = kept.reduce((sum, {weight}) => sum + weight, 0);
  return {origin, nodes: kept.map((node) => ({...node, weight: node.weight / total}))};
}

/** The spread of all time about another level, as the beta distribution of that mean and variance: exact where little is added to it. */
function borrow(spread: Spread, {successes, n, expected}: Omit<Member, "cell">): {mean: number; variance: number} {
  const before = priorOf(spread, expected);
  const prior = betaOf(before.mean, before.variance);
  const [a, b] = [prior.a + successes, prior.b + n - successes];
  return {mean: a / (a + b), variance: (a * b) / ((a + b) ** 2 * (a + b + 1))};
}

function gather(ofPeriod: readonly PersonCell[]): Member[] {
  const people = group(ofPeriod, ({person_id}) => person_id);
  const expected = expectFromMix(people);
  return people.flatMap((own, index): Member[] => {
    const rate = expected[index] ?? null;
    if (rate === null) return [];
    let [successes, n] = [0, 0];
    for (const part of own) {
      successes += part.successes;
      n += part.n;
    }
    return [{cell: own[0]!, successes, n, expected: rate}];
  });
}

/**
 * Cells as so many independent members. Fields of one handoff are filled together, so that they count for fewer: trials of a clustered
 * rate are divided by the design effect, how much more the handoffs' shares vary than independent fields would (Kish 1965), over all
 * people and all time.
 */
function size(cells: readonly PersonCell[]): readonly PersonCell[] {
  if (cells.every(({trials, n}) => trials === n)) return cells;
  const ever = cells.filter(({period}) => period === "all");
  const sum = (pick: (cell: PersonCell) => number) => ever.reduce((total, cell) => total + pick(cell), 0);
  const rate = sum(({successes}) => successes) / sum(({trials}) => trials);
  const squares = sum(({yy = 0, xy = 0, xx = 0}) => yy - 2 * rate * xy + rate * rate * xx);
  const effect = Math.max(1, squares / (rate * (1 - rate) * sum(({trials}) => trials)) || 1);
  return cells.map((cell) =>
    cell.trials === cell.n ? cell : {...cell, successes: cell.successes / effect, n: cell.trials / effect},
  );
}

const group = <T>(list: readonly T[], keyOf: (item: T) => string | number): T[][] => [...groupBy(list, keyOf).values()];

/** `marts.person_rates`: people's rates shrunk towards their role's, beside the raw ones: pure, so that it can run on another core. */
import {PERIODS, type Period} from "../contract/vocabulary.js";
import {expectFromMixes} from "../stats/source-mix.js";
import {betaOf, mergedPosteriorOf, posteriorOf, priorOf, summarise, summariseBeta, type ShrunkRate} from "../stats/shrinkage.js";
import {fitSpread, type RateMember, type Spread} from "../stats/spread.js";
import type {PersonCells, PersonScope} from "./person-cells.js";

export interface PersonRate {
  metric: string;
  scope: PersonScope;
  scope_id: string;
  period: Period;
  step: number;
  shrunk_value: number;
  shrunk_lower: number;
  shrunk_upper: number;
  prob_below_target: number | null;
}

/** People's rates of one metric, role and period. */
export interface PersonRates extends Pick<PersonRate, "metric" | "scope" | "period" | "step"> {
  scope_ids: string[];
  value: number[];
  lower: number[];
  upper: number[];
  below: (number | null)[];
}

/** What `shrinkPersonRates` is given. */
export interface ShrinkGiven {
  cells: PersonCells;
  /** The confirmed target of the metric, or null. */
  target: number | null;
  /** Periods that are asked for; all time is always needed. */
  wanted?: readonly Period[];
}

/** Everyone of a period, all sources together, with what their mix leads one to expect. */
interface Everyone {
  period: Period;
  step: number;
  /** Places of the people. */
  people: number[];
  members: (RateMember & {expected: number})[];
}

/**
 * Shrunk rates of everyone, for each period: beta-binomial within the role, each person about the rate that the own mix of
 * sources leads one to expect. (Shrinking each source by itself and adding up covers less often than it says: skill is shared.) How
 * much people differ is learned from all time, since a month holds too few to tell; the rates of the sources are each period's own.
 */
export function shrinkPersonRates({cells, target, wanted = PERIODS}: ShrinkGiven): PersonRates[] {
  const sized = size(cells);
  const periods = listPeriods(sized).map((rows) => gather(sized, rows));
  const ever = periods.find(({period}) => period === "all");
  const fitted = ever && fitSpread(ever.members);
  if (!fitted) return [];
  const spread = thin(fitted);
  const posterior = ever.members.length < MANY ? posteriorOf : mergedPosteriorOf;
  const {metric, scope} = cells;
  return periods
    .filter(({period}) => wanted.includes(period))
    .map(({period, step, people, members}) => {
      const isLong = period === "all" || period === "trailing_90d";
      const rates = members.map((member): ShrunkRate =>
        isLong ? summarise(posterior(spread, member), target) : summariseBeta(borrow(spread, member), target),
      );
      return {
        metric,
        scope,
        period,
        step,
        scope_ids: people.map((person) => cells.people[person]!),
        value: rates.map(({value}) => value),
        lower: rates.map(({lower}) => lower),
        upper: rates.map(({upper}) => upper),
        below: rates.map(({prob_below_target}) => prob_below_target),
      };
    });
}

/** One by one. */
export const listRates = (rates: readonly PersonRates[]): PersonRate[] =>
  rates.flatMap(({metric, scope, period, step, scope_ids, value, lower, upper, below}) =>
    scope_ids.map((scope_id, k) => ({
      metric,
      scope,
      scope_id,
      period,
      step,
      shrunk_value: value[k]!,
      shrunk_lower: lower[k]!,
      shrunk_upper: upper[k]!,
      prob_below_target: below[k]!,
    })),
  );

/** People from whom on the level of all is known far better than anybody's rate. */
const MANY = 250;

/** Nodes of less weight than this are not worth their work: limits move by less than a thousandth. */
const LIGHT = 1e-4;

function thin({nodes, origin}: Spread): Spread {
  const kept = nodes.filter(({weight}) => weight > LIGHT);
  const total = kept.reduce((sum, {weight}) => sum + weight, 0);
  return {origin, nodes: kept.map((node) => ({...node, weight: node.weight / total}))};
}

/** The spread of all time about another level, as the beta distribution of that mean and variance: exact where little is added to it. */
function borrow(spread: Spread, {successes, n, expected}: RateMember & {expected: number}): {mean: number; variance: number} {
  const before = priorOf(spread, expected);
  const prior = betaOf(before.mean, before.variance);
  const [a, b] = [prior.a + successes, prior.b + n - successes];
  return {mean: a / (a + b), variance: (a * b) / ((a + b) ** 2 * (a + b + 1))};
}

/** The cells of each period that have members, periods in the order in which they come. */
function listPeriods({period, step, n}: PersonCells): number[][] {
  const known = new Map<number, number[]>();
  for (let k = 0; k < n.length; k++) {
    if (n[k] === 0) continue;
    const key = period[k]! * 1e6 + step[k]!;
    const rows = known.get(key);
    if (rows) rows.push(k);
    else known.set(key, [k]);
  }
  return [...known.values()];
}

/** The people of some cells of one period. */
function gather({person, source, sources, period, step, successes, n}: PersonCells, rows: readonly number[]): Everyone {
  const pick = (of: ArrayLike<number>) => rows.map((row) => of[row]!);
  const own = {person: pick(person), source: pick(source), successes: pick(successes), n: pick(n)};
  const starts = rows.flatMap((_, k) => (own.person[k] === own.person[k - 1] ? [] : [k]));
  const people = starts.map((start) => own.person[start]!);
  starts.push(rows.length);
  const expected = expectFromMixes({...own, starts, sources});
  const members = people.map((_, index) => {
    const member = {successes: 0, n: 0, expected: expected[index]!};
    for (let k = starts[index]!; k < starts[index + 1]!; k++) {
      member.successes += own.successes[k]!;
      member.n += own.n[k]!;
    }
    return member;
  });
  return {period: PERIODS[period[rows[0]!]!]!, step: step[rows[0]!]!, people, members};
}

/**
 * Cells as so many independent members. Fields of one handoff are filled together, so that they count for fewer: trials of a clustered
 * rate are divided by the design effect, how much more the handoffs' shares vary than independent fields would (Kish 1965), over all
 * people and all time.
 */
function size(cells: PersonCells): PersonCells {
  const {n, successes, trials, squares, period} = cells;
  if (!squares) return cells;
  const sum = (of: Float64Array) => of.reduce((total, value, k) => (period[k] === EVER ? total + value : total), 0);
  const rate = sum(successes) / sum(trials);
  const {yy, xy, xx} = squares;
  const residual = sum(yy.map((own, k) => own - 2 * rate * xy[k]! + rate * rate * xx[k]!));
  const effect = Math.max(1, residual / (rate * (1 - rate) * sum(trials)) || 1);
  const isAlike = (k: number) => trials[k] === n[k];
  return {
    ...cells,
    successes: successes.map((own, k) => (isAlike(k) ? own : own / effect)),
    n: n.map((own, k) => (isAlike(k) ? own : trials[k]! / effect)),
  };
}
const EVER = PERIODS.indexOf("all");

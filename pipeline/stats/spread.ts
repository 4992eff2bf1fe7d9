import {logRising, logRisings} from "./beta.js";
import {finenessFor, followMode, spreadPoints} from "./spread-grid.js";

/** One person's members of a rate: successes among `n` (fractions allowed). */
export interface RateMember {
  successes: number;
  n: number;
  /** The rate that the person's own mix (of sources, say) leads one to expect, in (0, 1); the group's average when left out or null. */
  expected?: number | null;
}

/** A value of the two unknowns of a group, with its posterior probability. */
export interface SpreadNode {
  weight: number;
  /** Level of the group, in logits above the average of what was expected. */
  level: number;
  /** Prior strength: rates of persons are beta with parameters mean × strength and (1 − mean) × strength. */
  strength: number;
}

/** What a group's counts say about its level and about how much its people differ. */
export interface Spread {
  nodes: SpreadNode[];
  /** Logit of the average expectation: the origin of `level`. */
  origin: number;
}

/**
 * Scale of the half-normal prior on r, the SD between persons as a share of the largest possible, √(m(1 − m)). Rates near a half
 * then differ between persons by an SD of 10 points at the prior's median and 25 at its 90th percentile. The density is flat at zero,
 * so a group may be alike, but no single value (zero least of all) is taken for known.
 */
export const SPREAD_SCALE = 0.3;

/**
 * Posterior of the level and the spread of a group of persons, beta-binomial, as weighted nodes; null when nobody has members.
 * Prior: level uniform on (0, 1); r half-normal with scale `scale`, r² = 1 ÷ (strength + 1).
 * Method: trapezoid rule in the logit of the level and in x = artanh r, where the integrand is smooth and falls off on both
 * sides (in x it is even, so that midpoints reach zero without error); steps are adapted to the posterior and to the narrowest beta
 * distribution to be mixed. Source of the model: J. G. Skellam (1948); of priors on the SD: A. Gelman, Bayesian Analysis 1 (2006).
 */
export function fitSpread(members: readonly RateMember[], scale = SPREAD_SCALE): Spread | null {
  const seen = members.filter(({n}) => n > 0);
  if (seen.length === 0) return null;
  const origin = averageLogit(seen);
  const given = {
    successes: Float64Array.from(seen, ({successes}) => successes),
    failures: Float64Array.from(seen, ({n, successes}) => n - successes),
    logits: Float64Array.from(seen, (member) => origin + offsetOf(member, origin)),
  };
  const common = {x: NaN, logs: new Float64Array(seen.length)};
  const density = (u: number, x: number) => {
    // What does not depend on the level is worked out once for each spread.
    if (common.x !== x) {
      common.x = x;
      for (let i = 0; i < seen.length; i++) common.logs[i] = logRising(1 / Math.sinh(x) ** 2, seen[i]!.n);
    }
    return logPosterior(given, common.logs, origin, scale, u, x);
  };
  const fewest = Math.min(...members.map(({n}) => n));
  const fineness = finenessFor(seen.length);
  const modeAt = followMode(density);
  const nodes: SpreadNode[] = [];
  for (const x of spreadPoints(density, modeAt, fineness, seen.length < MANY ? undefined : momentSpread(seen))) {
    const {u, sd} = modeAt(x);
    const strength = 1 / Math.sinh(x) ** 2;
    const mean = expit(origin + u);
    const kernel = Math.sqrt(strength + fewest + 1) / (strength * Math.sqrt(mean * (1 - mean)));
    const stride = fineness.step * Math.min(sd, kernel);
    const add = (level: number): number => {
      const log = density(level, x);
      nodes.push({weight: log + Math.log(stride), level, strength});
      return log;
    };
    const top = add(u);
    for (const side of [-1, 1]) for (let k = 1; add(u + side * k * stride) > top - fineness.drop; k++);
  }
  return {nodes: normalise(nodes, fineness.prune), origin};
}

/** People from whom on the posterior of the spread has one narrow top, near what the moments say. */
const MANY = 250;

/** x = artanh r by the method of moments: what rates differ beyond chance, as a share of what they could at most. */
function momentSpread(members: readonly RateMember[]): number {
  const n = sum(members.map((member) => member.n));
  const rate = sum(members.map(({successes}) => successes)) / n;
  const squares = sum(members.map((member) => member.n * (member.successes / member.n - rate) ** 2));
  const room = n - sum(members.map((member) => member.n ** 2)) / n;
  const share = (squares / (rate * (1 - rate)) - (members.length - 1)) / room;
  return Math.atanh(Math.sqrt(Math.min(0.99, Math.max(1e-5, share || 0))));
}

/** Mean of a person's rate at a node, before the person's own members are seen. */
export const meanAt = (spread: Spread, offset: number, node: SpreadNode): number => expit(spread.origin + offset + node.level);

/** How far a person's expectation lies from the average of the group, in logits. */
export const offsetOf = ({expected}: RateMember, origin: number): number => (expected == null ? 0 : logit(expected) - origin);

/** Of each member: successes, failures, and the logit of what is expected. */
interface Given {
  successes: Float64Array;
  failures: Float64Array;
  logits: Float64Array;
}

/** @param common logRising(strength, n) of each member */
function logPosterior(
  {successes, failures, logits}: Given,
  common: Float64Array,
  origin: number,
  scale: number,
  u: number,
  x: number,
): number {
  const r = Math.tanh(x);
  const strength = 1 / Math.sinh(x) ** 2;
  // Half-normal prior of r and uniform prior of the level, with the derivatives of both transformations.
  let result = -0.5 * (r / scale) ** 2 + 2 * Math.log(1 / Math.cosh(x)) + logDensityOfLogit(origin + u);
  for (let i = 0; i < common.length; i++) {
    const logit = logits[i]! + u;
    const odds = Math.exp(-logit);
    const a = strength / (1 + odds);
    const logA = Math.log(a);
    result += logRisings(a, logA, successes[i]!, a * odds, logA - logit, failures[i]!) - common[i]!;
  }
  return result;
}

function averageLogit(members: RateMember[]): number {
  const n = sum(members.map((member) => member.n));
  const pooled = (sum(members.map(({successes}) => successes)) + 0.5) / (n + 1);
  return logit(sum(members.map((member) => member.n * (member.expected ?? pooled))) / n);
}

function normalise(nodes: SpreadNode[], prune: number): SpreadNode[] {
  const top = Math.max(...nodes.map(({weight}) => weight));
  const kept = nodes.map((node) => ({...node, weight: Math.exp(node.weight - top)})).filter(({weight}) => weight > prune);
  const total = sum(kept.map(({weight}) => weight));
  return kept.map((node) => ({...node, weight: node.weight / total}));
}

/** log of p(1 − p) at p = expit(v). */
const logDensityOfLogit = (v: number): number => -Math.abs(v) - 2 * Math.log1p(Math.exp(-Math.abs(v)));
const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
export const expit = (v: number): number => 1 / (1 + Math.exp(-v));
export const logit = (p: number): number => Math.log(p / (1 - p));

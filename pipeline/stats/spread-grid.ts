/** Log density of a group's level (in logits, u) and spread (x = artanh r). */
export type Density = (u: number, x: number) => number;

interface Mode {
  u: number;
  sd: number;
}

interface Fineness {
  step: number;
  drop: number;
  prune: number;
}

/**
 * How finely a posterior is taken: steps in its SDs; how far below the top, in logs, places are left out, and nodes by their weight
 * against the heaviest. That of a small group is skewed and wants narrow steps; that of a large one is nearly normal.
 */
export function finenessFor(members: number): Fineness {
  if (members < 60) return {step: 0.5, drop: 17, prune: 1e-6};
  return members < 250 ? {step: 1.1, drop: 13, prune: 1e-5} : {step: 1.5, drop: 9, prune: 1e-3};
}

/** Finds the level's mode at one spread after another, each from the one before. */
export function followMode(density: Density): (x: number) => Mode {
  let start = 0;
  return (x) => {
    const mode = levelMode(density, x, start);
    start = mode.u;
    return mode;
  };
}

/**
 * Midpoints of x = artanh r that cover its posterior, `step` of its SDs apart.
 * @param about where a posterior of one top has it, more or less: only what lies around it is then looked at
 */
export function spreadPoints(density: Density, modeAt: (x: number) => Mode, {step, drop}: Fineness, about?: number): number[] {
  const logMarginal = (x: number) => {
    const {u, sd} = modeAt(x);
    return density(u, x) + Math.log(sd);
  };
  let xs = Array.from({length: 30}, (_, k) => 0.004 * 1.3 ** k);
  let near = about;
  for (;;) {
    const logs: number[] = near === undefined ? xs.map(logMarginal) : walk(xs, logMarginal, drop, near);
    const top = Math.max(...logs);
    const inside = xs.map((_, index) => index).filter((index) => logs[index]! > top - drop);
    const [first, last] = [inside[0]!, inside.at(-1)!];
    const low = first === 0 ? 0 : xs[first - 1]!;
    const high = xs[Math.min(last + 1, xs.length - 1)]!;
    if (near !== undefined) near = xs[logs.indexOf(top)]!;
    if (inside.length < 9) {
      xs = Array.from({length: 25}, (_, k) => low + ((high - low) * (k + 0.5)) / 25);
      continue;
    }
    const masses = xs.map((x, k) => ((xs[k + 1] ?? x) - (xs[k - 1] ?? 0)) * Math.exp(logs[k]! - top));
    const total = sum(masses);
    const centre = sum(masses.map((mass, k) => mass * xs[k]!)) / total;
    const sd = Math.sqrt(sum(masses.map((mass, k) => mass * (xs[k]! - centre) ** 2)) / total);
    const width = Math.min(step * sd, (high - low) / 9);
    return Array.from({length: Math.ceil((high - low) / width)}, (_, k) => low + (k + 0.5) * width);
  }
}

/** From the point nearest to `about`, on both sides until it has fallen far enough; beyond, what is not looked at is nothing. */
function walk(xs: readonly number[], logMarginal: (x: number) => number, drop: number, about: number): number[] {
  const logs = xs.map(() => -Infinity);
  const nearest = xs.reduce((best, x, k) => (Math.abs(x - about) < Math.abs(xs[best]! - about) ? k : best), 0);
  let top = -Infinity;
  const isHigh = (k: number): boolean => {
    logs[k] = logMarginal(xs[k]!);
    top = Math.max(top, logs[k]!);
    return logs[k]! > top - drop;
  };
  isHigh(nearest);
  for (let k = nearest + 1; k < xs.length && isHigh(k); k++);
  for (let k = nearest - 1; k >= 0 && isHigh(k); k--);
  return logs;
}

/** Mode of the level at a spread, and the SD of its normal approximation (Newton's method with numerical derivatives). */
function levelMode(density: Density, x: number, start: number): Mode {
  let u = start;
  let sd = 1;
  for (let step = 0; step < 40; step++) {
    const h = 0.01 * Math.min(1, sd);
    const [low, mid, high] = [density(u - h, x), density(u, x), density(u + h, x)];
    const curvature = Math.max((2 * mid - low - high) / (h * h), 1e-3);
    sd = 1 / Math.sqrt(curvature);
    const move = Math.max(-1.5, Math.min(1.5, ((high - low) / (2 * h)) * sd * sd));
    u += move;
    if (Math.abs(move) < 0.02 * sd) break;
  }
  return {u, sd};
}

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);

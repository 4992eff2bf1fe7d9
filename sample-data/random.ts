/** A stream of numbers that depends on its label and seed alone. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** One of `[value, weight]`. */
  weigh<T>(list: readonly (readonly [T, number])[]): T;
  /** Standard normal (Box and Muller). */
  normal(mean?: number, deviation?: number): number;
  /** Log-normal by its median and the deviation of its logarithm. */
  skewed(median: number, deviation: number): number;
  shuffle<T>(list: readonly T[]): T[];
}

/** A seeded stream (sfc32); two labels give independent streams, so that one part can change without moving the others. */
export function createRandom(seed: number, label: string): Random {
  const next = sfc32(hash(`${seed}:${label}:a`), hash(`${seed}:${label}:b`), hash(`${seed}:${label}:c`));
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const normal = (mean = 0, deviation = 1): number =>
    mean + deviation * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    next,
    int,
    normal,
    chance: (probability) => next() < probability,
    pick: (list) => list[int(0, list.length - 1)]!,
    weigh(list) {
      let left = next() * list.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of list) if ((left -= weight) < 0) return value;
      return list[list.length - 1]![0];
    },
    skewed: (median, deviation) => median * Math.exp(normal(0, deviation)),
    shuffle(list) {
      const copy = [...list];
      for (let index = copy.length - 1; index > 0; index--) {
        const other = int(0, index);
        [copy[index], copy[other]] = [copy[other]!, copy[index]!];
      }
      return copy;
    },
  };
}

export const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
export const logit = (p: number): number => Math.log(p / (1 - p));

/** The shift that brings the mean of `logistic(score + shift)` to `target`; 0 without scores. */
export function calibrate(scores: readonly number[], target: number): number {
  if (scores.length === 0) return 0;
  let low = -12;
  let high = 12;
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2;
    const mean = scores.reduce((sum, score) => sum + logistic(score + middle), 0) / scores.length;
    if (mean < target) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function hash(text: string): number {
  let value = 2166136261;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 16777619);
  value = Math.imul(value ^ (value >>> 16), 2246822507);
  return (value ^ (value >>> 13)) >>> 0;
}

function sfc32(a: number, b: number, c: number): () => number {
  let counter = 1;
  const step = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let warm = 0; warm < 15; warm++) step();
  return step;
}

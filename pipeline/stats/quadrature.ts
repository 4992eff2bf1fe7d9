/** Places and weights of a quadrature rule. */
export interface Rule {
  points: number[];
  weights: number[];
}

/**
 * Gauss–Legendre rule of `order` points on [low, high], for smooth functions that do not vanish at the ends.
 * Source: DLMF 3.5.20, the roots of the Legendre polynomial by Newton's method.
 */
export function gaussLegendre(order: number, low: number, high: number): Rule {
  const rule: Rule = {points: [], weights: []};
  for (let k = order; k > 0; k--) {
    let x = Math.cos((Math.PI * (k - 0.25)) / (order + 0.5));
    let slope = 1;
    for (let step = 0; step < 20; step++) {
      let before = 1;
      let value = x;
      for (let degree = 2; degree <= order; degree++) {
        [before, value] = [value, ((2 * degree - 1) * x * value - (degree - 1) * before) / degree];
      }
      slope = (order * (x * value - before)) / (x * x - 1);
      const move = value / slope;
      x -= move;
      if (Math.abs(move) < 1e-15) break;
    }
    rule.points.push(low + ((high - low) * (1 + x)) / 2);
    rule.weights.push((high - low) / ((1 - x * x) * slope * slope));
  }
  return rule;
}

/** Midpoint rule on [low, high], for functions that fall off at the ends (or go on evenly beyond). */
export function midpoints(order: number, low: number, high: number): Rule {
  const width = (high - low) / order;
  return {points: Array.from({length: order}, (_, k) => low + (k + 0.5) * width), weights: Array<number>(order).fill(width)};
}

/**
 * Place of the minimum of `f` between `low` and `high`, to about `tolerance`; the ends themselves are tried too, so that a minimum at
 * a boundary is found exactly. Source: R. P. Brent, "Algorithms for Minimization without Derivatives" (1973), ch. 5.
 */
export function minimise(f: (x: number) => number, low: number, high: number, tolerance: number): {x: number; value: number} {
  let [a, b] = [low, high];
  let x = a + GOLDEN * (b - a);
  let [w, v] = [x, x];
  let fx = f(x);
  let [fw, fv] = [fx, fx];
  let [move, before] = [0, 0];
  for (let step = 0; step < 200; step++) {
    const middle = (a + b) / 2;
    const least = tolerance + 1e-10 * Math.abs(x);
    if (Math.abs(x - middle) <= 2 * least - (b - a) / 2) break;
    const r = (x - w) * (fx - fv);
    let q = (x - v) * (fx - fw);
    let p = (x - v) * q - (x - w) * r;
    q = 2 * (q - r);
    if (q > 0) p = -p;
    else q = -q;
    const parabolic = Math.abs(before) > least && Math.abs(p) < Math.abs(0.5 * q * before) && p > q * (a - x) && p < q * (b - x);
    before = parabolic ? move : x < middle ? b - x : a - x;
    move = parabolic ? p / q : GOLDEN * before;
    if (parabolic && (x + move - a < 2 * least || b - x - move < 2 * least)) move = x < middle ? least : -least;
    const u = x + (Math.abs(move) >= least ? move : Math.sign(move) * least);
    const fu = f(u);
    if (fu <= fx) {
      if (u < x) b = x;
      else a = x;
      [v, fv, w, fw, x, fx] = [w, fw, x, fx, u, fu];
    } else {
      if (u < x) a = u;
      else b = u;
      if (fu <= fw || w === x) [v, fv, w, fw] = [w, fw, u, fu];
      else if (fu <= fv || v === x || v === w) [v, fv] = [u, fu];
    }
  }
  return [low, high].reduce(
    (best, end) => (Math.abs(best.x - end) < 4 * tolerance && f(end) <= best.value ? {x: end, value: f(end)} : best),
    {
      x,
      value: fx,
    },
  );
}

const GOLDEN = (3 - Math.sqrt(5)) / 2;

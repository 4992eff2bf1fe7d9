import {Z90} from "./normal.js";
import {wilson} from "./proportion.js";

/** How many members left at a time (whole hours or days, 0 or more) by an event, or were last seen then (`event: null`). */
export interface ExitCount {
  time: number;
  event: string | null;
  n: number;
}

/** Cumulative incidence from a time on: the share to whom the event had happened by then, with 90 % limits. */
export interface IncidencePoint {
  time: number;
  value: number;
  standard_error: number;
  lower: number;
  upper: number;
  /** Members seen at this time without any event before. */
  at_risk: number;
}

/** Curves of all events that occur (or are asked for), one point a time at which anybody left. */
export interface Incidence {
  n: number;
  /** Time at which the last member left: nothing is known after it unless every member had an event. */
  last_time: number;
  curves: Map<string, IncidencePoint[]>;
}

/**
 * Aalen–Johansen cumulative incidence of competing events; null without members. Members last seen at the time of an event were
 * at risk of it. Variance: the infinitesimal jackknife, Σ over members of squared influences, that of `survival::survfit` for several
 * states. Limits: log(−log), 90 %; where no event (or nothing but events) was seen, Wilson's for as many as are at risk.
 * Source: O. O. Aalen and S. Johansen (1978), Scand. J. Statistics 5; T. M. Therneau, "Survival" vignette on variances (2023).
 */
export function incidence(exits: readonly ExitCount[], events: readonly string[] = []): Incidence | null {
  const seen = exits.filter(({n}) => n > 0);
  const n = seen.reduce((sum, exit) => sum + exit.n, 0);
  if (n === 0) return null;
  const times = [...new Set(seen.map(({time}) => time))].sort((a, b) => a - b);
  const byTime = new Map<number, ExitCount[]>(times.map((time) => [time, []]));
  for (const exit of seen) byTime.get(exit.time)!.push(exit);
  const names = [...new Set([...events, ...seen.flatMap(({event}) => (event === null ? [] : [event]))])].sort();
  const curves = new Map(names.map((name) => [name, curveOf(name, times, byTime, n)]));
  return {n, last_time: times.at(-1)!, curves};
}

/** Incidence at a time, from the last point at or before it; null before the first point, and after the last one where some left unseen. */
export function incidenceAt({curves, last_time}: Incidence, event: string, time: number): IncidencePoint | null {
  const points = curves.get(event) ?? [];
  const isOver = [...curves.values()].reduce((sum, curve) => sum + curve.at(-1)!.value, 0) > 1 - 1e-12;
  return time > last_time && !isOver ? null : (points.findLast((point) => point.time <= time) ?? null);
}

/**
 * One curve. The influence of a member on survival S and incidence F follows the same recursion for all still at risk; once a member
 * has left, its influence on F is a + c × F, so that sums of a², ac and c² over those who left give their part of the variance.
 */
function curveOf(event: string, times: number[], byTime: Map<number, ExitCount[]>, n: number): IncidencePoint[] {
  const points: IncidencePoint[] = [];
  let atRisk = n;
  let [survival, value] = [1, 0];
  // Influence of a member still at risk on survival and on incidence.
  let [onSurvival, onValue] = [0, 0];
  let [aa, ac, cc] = [0, 0, 0];
  for (const time of times) {
    const exits = byTime.get(time)!;
    const all = exits.reduce((sum, exit) => sum + (exit.event === null ? 0 : exit.n), 0) / atRisk;
    const own = exits.reduce((sum, exit) => sum + (exit.event === event ? exit.n : 0), 0) / atRisk;
    const jump = survival / atRisk;
    const influence = (hasEvent: boolean, isOwn: boolean): [number, number] => [
      onSurvival * (1 - all) + jump * (all - (hasEvent ? 1 : 0)),
      onValue + onSurvival * own + jump * ((isOwn ? 1 : 0) - own),
    ];
    const left = exits.map((exit) => ({n: exit.n, at: influence(exit.event !== null, exit.event === event)}));
    [onSurvival, onValue] = influence(false, false);
    value += survival * own;
    survival = all === 1 ? 0 : survival * (1 - all);
    for (const {n: count, at} of left) {
      const c = survival > 0 ? at[0] / survival : 0;
      const a = at[1] - c * value;
      aa += count * a * a;
      ac += count * a * c;
      cc += count * c * c;
    }
    const remaining = atRisk - exits.reduce((sum, exit) => sum + exit.n, 0);
    const variance = aa + 2 * ac * value + cc * value * value + remaining * onValue * onValue;
    const standardError = Math.sqrt(Math.max(0, variance));
    points.push({time, value, standard_error: standardError, ...limits(value, standardError, atRisk), at_risk: atRisk});
    atRisk = remaining;
  }
  return points;
}

function limits(value: number, standardError: number, atRisk: number): {lower: number; upper: number} {
  if (value <= 0 || value >= 1 - 1e-12) {
    const {lower, upper} = wilson(value <= 0 ? 0 : atRisk, atRisk)!;
    return {lower, upper};
  }
  const half = (Z90 * standardError) / (value * Math.log(value));
  return {lower: value ** Math.exp(-half), upper: value ** Math.exp(half)};
}

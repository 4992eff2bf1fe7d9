import {GRAMMAR} from "../words/grammar.js";

export interface Order {
  key: string;
  descending: boolean;
}

type Value = string | number | null | undefined;

/** What values weigh in an order: numbers themselves, texts their rank; the unknown are no number. Most of the work of an order. */
export function weigh(values: readonly Value[]): Float64Array {
  const ranks = values.some((value) => typeof value === "string") ? rankTexts(values) : null;
  return Float64Array.from(values, (value) => (value == null ? NaN : ranks ? ranks.get(String(value))! : (value as number)));
}

/** Places of weights in their order, stable; the unknown come last either way. */
export function sortPlaces(weights: Float64Array, descending = false): number[] {
  const sign = descending ? -1 : 1;
  const known: number[] = [];
  const unknown: number[] = [];
  weights.forEach((weight, place) => (Number.isNaN(weight) ? unknown : known).push(place));
  return [...known.sort((a, b) => sign * (weights[a]! - weights[b]!)), ...unknown];
}

/** By text: its place among all of them; texts that differ by accents or capitals alone share one. */
function rankTexts(values: readonly Value[]): Map<string, number> {
  const collator = new Intl.Collator(GRAMMAR.locale, {numeric: true, sensitivity: "base"});
  const texts = [...new Set(values.flatMap((value) => (value == null ? [] : [String(value)])))];
  const ranks = new Map<string, number>();
  let [rank, before] = [0, undefined as string | undefined];
  for (const text of texts.sort(collator.compare)) {
    if (before !== undefined && collator.compare(before, text) !== 0) rank++;
    ranks.set(text, rank);
    before = text;
  }
  return ranks;
}

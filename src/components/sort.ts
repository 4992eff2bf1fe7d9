import {GRAMMAR} from "./grammar.js";

export interface Order {
  key: string;
  descending: boolean;
}

/** Rows by a value, stable; rows without one come last either way. */
export function sortRows<T>(
  rows: readonly T[],
  valueOf: (row: T) => string | number | null | undefined,
  descending = false,
): T[] {
  const collator = new Intl.Collator(GRAMMAR.locale, {numeric: true, sensitivity: "base"});
  const sign = descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [x, y] = [valueOf(a), valueOf(b)];
    if (x == null || y == null) return Number(x == null) - Number(y == null);
    return sign * (typeof x === "number" && typeof y === "number" ? x - y : collator.compare(String(x), String(y)));
  });
}

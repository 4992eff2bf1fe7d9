import type {Column} from "./data-table.js";
import {sortPlaces, weigh} from "./sort.js";
import type {Order} from "./sort.js";

/** Gives rows in an order, those whose texts hold `text` (in small letters). */
export type Select<T> = (order: Order | undefined, text: string) => readonly T[];

/**
 * Rows to be put in order and searched again and again: what they weigh in an order is worked out once, and so is what is searched, so
 * that a letter typed among tens of thousands is answered at once.
 */
export function makeSelect<T>(rows: readonly T[], columns: readonly Column<T>[]): Select<T> {
  const asGiven = rows.map((_, place) => place);
  const weights = new Map<string, Float64Array>();
  let texts: readonly string[] | undefined;
  function putInOrder({key, descending}: Order): readonly number[] {
    let known = weights.get(key);
    if (!known) weights.set(key, (known = weigh(rows.map(columns.find((column) => column.key === key)!.value))));
    return sortPlaces(known, descending);
  }
  return (order, text) => {
    const places = order ? putInOrder(order) : asGiven;
    if (!text) return places.map((place) => rows[place]!);
    texts ??= rows.map((row) => describe(row, columns));
    return places.filter((place) => texts![place]!.includes(text)).map((place) => rows[place]!);
  };
}

/** A row's texts as they are searched; nobody types what stands between two of them. */
function describe<T>(row: T, columns: readonly Column<T>[]): string {
  const texts = columns.flatMap(({value, isHidden}) => (isHidden ? [] : [value(row)]));
  return texts.flatMap((text) => (typeof text === "string" ? [text.toLowerCase()] : [])).join("\n");
}

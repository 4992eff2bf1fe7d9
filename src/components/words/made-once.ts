import {GRAMMAR} from "./grammar.js";

// To make one takes as long as a hundred uses of it, and a page writes thousands of numbers and days.
const numbers = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();

/** What writes numbers in the site's language: made once for the same options. */
export const numberFormat = (options: Intl.NumberFormatOptions = {}): Intl.NumberFormat =>
  takeOrMake(numbers, options, () => new Intl.NumberFormat(GRAMMAR.locale, options));

/** What writes days and times in the site's language: made once for the same options. @throws RangeError for a zone that is none */
export const dateFormat = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  takeOrMake(dates, options, () => new Intl.DateTimeFormat(GRAMMAR.locale, options));

function takeOrMake<T>(made: Map<string, T>, options: object, make: () => T): T {
  const key = JSON.stringify(options);
  const one = made.get(key) ?? make();
  made.set(key, one);
  return one;
}

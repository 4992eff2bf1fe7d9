/** What a language needs beside its sentences: how its numbers and dates are written, and how its words change. */
export interface Grammar {
  /** Of the page, for browsers and screen readers. */
  language: string;
  /** By which numbers, dates and the order of names are written. */
  locale: string;
  /** Behind a thousand million, a million, a thousand. */
  money: {bn: string; M: string; k: string};
  hours: string;
  days: string;
  /** What is counted, in the singular. @param counted plural, as metrics name it: "meetings held" */
  nameOne(counted: string): string;
  /** A label as it stands within a sentence. */
  withinSentence(label: string): string;
}

/** The grammar in force; that of the site's language. */
export const GRAMMAR: Grammar = {
  language: "en",
  locale: "en-GB",
  money: {bn: "bn", M: "M", k: "k"},
  hours: "h",
  days: "d",
  // The first word in the plural carries the number: "accepted handoffs", "opportunities won".
  nameOne: (counted) =>
    counted.replace(/\b\w+?(ies|(?<!s)s)\b/, (word) => (word.endsWith("ies") ? `${word.slice(0, -3)}y` : word.slice(0, -1))),
  withinSentence: (label) => label.toLowerCase(),
};

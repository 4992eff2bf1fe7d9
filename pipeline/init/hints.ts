/** What the first rows of exports tell of the company: its currency and its name. */
import type {Candidate} from "../ingest/guess.js";

export interface Hints {
  /** ISO codes, and signs that stand for one. */
  currencies: string[];
  /** Domains of colleagues' e-mail addresses. */
  domains: string[];
}

type ReadColumn = {column: string; headers: readonly string[]};

const SIGNS: readonly [RegExp, string][] = [
  [/€/, "EUR"],
  [/£/, "GBP"],
  [/₹/, "INR"],
  [/^-?(US)?\$/, "USD"],
];
const FREE_MAIL = /^(gmail|googlemail|outlook|hotmail|yahoo|icloud|gmx|web|proton|protonmail)\./;

export function findHints(columns: readonly ReadColumn[], candidates: readonly Candidate[]): Hints {
  const cellsOf = (names: (column: string) => boolean) => {
    const headers = new Set(columns.filter(({column}) => names(column)).flatMap((column) => column.headers));
    return candidates.filter(({header}) => headers.has(header)).flatMap(({samples}) => [...samples]);
  };
  const money = cellsOf((column) => column === "amount" || column === "annual_revenue");
  const codes = cellsOf((column) => column === "currency").filter((cell) => /^[A-Z]{3}$/.test(cell));
  const signed = money.flatMap((cell) => SIGNS.filter(([sign]) => sign.test(cell)).map(([, code]) => code));
  const isPeople = columns.some(({column}) => column === "person_id");
  const emails = isPeople ? cellsOf((column) => column === "email") : [];
  const domains = emails.map((email) => email.split("@")[1]?.toLowerCase() ?? "").filter((name) => name && !FREE_MAIL.test(name));
  return {currencies: [...codes, ...signed], domains};
}

/** The most frequent of `values`, the first of equally frequent ones. */
export function mostFrequent(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** A company's name from the domain of its mail: "north-wind.example" is North Wind. */
export const nameFromDomain = (domain: string): string =>
  domain
    .split(".")[0]!
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(" ");

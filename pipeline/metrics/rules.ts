import type {Config} from "../config.js";
import {inLanguage} from "../contract/language.js";
import {METRICS, type Metric} from "../contract/metrics.js";
import {askOnce, type Database} from "../db.js";

/** What the configuration says of members: how long their windows are, where acceptance stands, and in which currency money is. */
export interface MemberRules {
  windows: Config["windows"];
  is_accepted_first: boolean;
  /** Currency of amounts that name none. */
  currency: string;
  /** Currency: worth in `currency`. Null where currencies stay apart. */
  rates: Record<string, number> | null;
}

/** Reads the rules from the configuration and, for the currencies in use, from `marts.opportunities`. */
export async function readRules(db: Database, config: Config): Promise<MemberRules> {
  const order = config.stage_order;
  const used = await db.rows<{currency: string}>(
    `select distinct coalesce(currency, $currency) as currency from marts.opportunities where amount is not null`,
    {currency: config.currency},
  );
  const rates: Record<string, number> = {...config.exchange_rates, [config.currency]: 1};
  return {
    windows: config.windows,
    is_accepted_first: order.includes("accepted") && order.indexOf("accepted") < order.indexOf("held"),
    currency: config.currency,
    rates: used.every(({currency}) => currency in rates) ? rates : null,
  };
}

/** Window of a metric in days; null where it has none, or a deadline in business days that the mart holds. */
export function windowDays(metric: Metric, windows: Config["windows"]): number | null {
  const inherited = metric.window_of === null ? undefined : windows[metric.window_of];
  return metric.window_days === null ? null : (windows[metric.name] ?? inherited ?? metric.window_days);
}

/** A metric that the data do not allow, and what would bring it to life. */
export interface AbsentMetric {
  metric: Metric["name"];
  label: string;
  why: string;
}

/** The metrics whose needs the marts do not meet. Absent is not zero: nothing is computed for them. */
export const findAbsentMetrics = (db: Database): Promise<AbsentMetric[]> => askOnce(db, "absent metrics", () => askAbsent(db));

async function askAbsent(db: Database): Promise<AbsentMetric[]> {
  const absent: AbsentMetric[] = [];
  for (const mart of new Set(METRICS.map((metric) => metric.from))) {
    const metrics = METRICS.filter((metric) => metric.from === mart);
    const needs = [...new Set(metrics.flatMap((metric) => metric.needs))];
    const met = await findPresent(db, mart, needs.map(({present}) => present)); // prettier-ignore
    for (const {name, label, needs: own} of metrics) {
      const missing = own.filter((need) => !met[needs.indexOf(need)]);
      if (missing.length > 0)
        absent.push({metric: name, label: inLanguage(label), why: missing.map((need) => inLanguage(need.supply)).join("; ")});
    }
  }
  return absent;
}

/** Rows that mostly show what any row shows. */
const FIRST = 10_000;

/**
 * Whether each condition on a whole mart (an aggregate as SQL) is met. What one row is enough for, the first rows are asked for before
 * the others: a large mart is then hardly looked at.
 */
export async function findPresent(db: Database, mart: string, conditions: readonly string[]): Promise<boolean[]> {
  const met = conditions.map(() => false);
  const ask = async (from: string, places: readonly number[]) => {
    if (places.length === 0) return;
    const tests = places.map((place) => `coalesce(${conditions[place]}, false) as met_${place}`);
    const [found] = await db.rows<Record<string, boolean>>(`select ${tests.join(",\n  ")}\nfrom ${from}`);
    for (const place of places) met[place] = found![`met_${place}`]!;
  };
  const all = conditions.map((_, place) => place);
  await ask(`(select * from ${mart} limit ${FIRST})`, all.filter((place) => conditions[place]!.lastIndexOf("bool_or(") === 0)); // prettier-ignore
  await ask(mart, all.filter((place) => !met[place])); // prettier-ignore
  return met;
}

import type {MetricInfo, MetricRow} from "../../../pipeline/contract/datasets.js";
import {GRAMMAR} from "../words/grammar.js";
import {dateFormat, numberFormat} from "../words/made-once.js";
import {readNumber, say} from "../words/words.js";

/** A number nobody can give. */
export const NOTHING = "–";
/** Between a number and its unit: a space at which no line breaks. */
const TIE = "\u00a0";

/**
 * A share of 0–1 as percent; decimals only where a thousand members carry them. All and nothing are said of all and nothing alone: what
 * rounding would make so gets its decimal, and a sign where even that does not tell. @param n members behind it
 */
export function formatShare(share: number | null | undefined, n = 0): string {
  if (share == null || !Number.isFinite(share)) return NOTHING;
  const percent = share * 100;
  for (const digits of n >= 1000 ? [1, 2] : [0, 1]) {
    const text = numberFormat({minimumFractionDigits: digits, maximumFractionDigits: digits}).format(percent);
    if (!isRoundedAway(percent, readNumber(text))) return `${text}${TIE}%`;
  }
  return percent > 50
    ? `>${TIE}${numberFormat().format(n >= 1000 ? 99.99 : 99.9)}${TIE}%`
    : `<${TIE}${numberFormat().format(n >= 1000 ? 0.01 : 0.1)}${TIE}%`;
}

/** Sums of shares miss a whole by this much. */
const ALMOST = 1e-7;

const isRoundedAway = (percent: number, shown: number) => (shown === 100 || shown === 0) && Math.abs(percent - shown) > ALMOST;

/** A part of a whole as share, with how many the whole is: "67 % of 30". */
export const formatShareOf = (part: number, n: number): string =>
  say("share_of_n", {share: formatShare(part / n, n), n: formatCount(n)});

/** A count, with thousands apart. */
export function formatCount(count: number | null | undefined): string {
  return count == null ? NOTHING : numberFormat({maximumFractionDigits: 0}).format(count);
}

/** A rating, with one decimal. */
export function formatRating(rating: number | null | undefined): string {
  return formatDecimal(rating, 1);
}

/** A plain number with at most `digits` decimals, fewer the larger it is. */
export function formatDecimal(value: number | null | undefined, digits = 1): string {
  if (value == null || !Number.isFinite(value)) return NOTHING;
  const shown = Math.abs(value) >= 100 ? 0 : digits;
  return numberFormat({minimumFractionDigits: shown, maximumFractionDigits: shown}).format(value);
}

/** A length of time in its unit: one decimal where there is one. */
export function formatDuration(value: number | null | undefined): string {
  return value == null ? NOTHING : numberFormat({maximumFractionDigits: Math.abs(value) >= 100 ? 0 : 1}).format(value);
}

/** Money, short: "1.2 M €". @param currency ISO code; empty when not known */
export function formatMoney(amount: number | null | undefined, currency = ""): string {
  if (amount == null || !Number.isFinite(amount)) return NOTHING;
  const [unit, divisor] = (
    [
      [GRAMMAR.money.bn, 1e9],
      [GRAMMAR.money.M, 1e6],
      [GRAMMAR.money.k, 1e3],
    ] as const
  ).find(([, size]) => Math.abs(amount) >= size) ?? ["", 1];
  const scaled = amount / divisor;
  const digits = divisor === 1 || Math.abs(scaled) >= 100 ? 0 : 1;
  return [numberFormat({maximumFractionDigits: digits}).format(scaled), unit, findSymbol(currency)].filter(Boolean).join(TIE);
}

function findSymbol(currency: string): string {
  if (!currency) return "";
  try {
    const parts = numberFormat({style: "currency", currency, currencyDisplay: "narrowSymbol"}).formatToParts(0);
    return parts.find((part) => part.type === "currency")?.value ?? currency;
  } catch {
    return currency;
  }
}

/** A day or instant as people say it: "3 Oct", "3 Oct 2025". A bare day is a day everywhere; an instant is told in `zone`. */
export function formatDay(day: string | null | undefined, {zone = "UTC", year = false} = {}): string {
  const date = day ? parse(day) : undefined;
  if (!date) return NOTHING;
  const isInstant = day!.length > 10;
  return dateFormat({
    day: "numeric",
    month: "short",
    ...(year && {year: "numeric"}),
    timeZone: isInstant ? zone : "UTC",
  }).format(date);
}

/** An instant with its time of day: "3 Oct, 06:00". */
export function formatTime(instant: string | null | undefined, {zone = "UTC", year = false} = {}): string {
  const date = instant ? parse(instant) : undefined;
  if (!date) return NOTHING;
  const day = dateFormat({
    day: "numeric",
    month: "short",
    ...(year && {year: "numeric"}),
    timeZone: zone,
  }).format(date);
  return `${day}, ${dateFormat({hour: "2-digit", minute: "2-digit", timeZone: zone}).format(date)}`;
}

/** The day of an instant with its weekday: "Thu 1 Oct". */
export function formatWeekday(instant: string | null | undefined, {zone = "UTC"} = {}): string {
  const date = instant ? parse(instant) : undefined;
  if (!date) return NOTHING;
  const part = (options: Intl.DateTimeFormatOptions) => dateFormat({...options, timeZone: zone}).format(date);
  return `${part({weekday: "short"})} ${part({day: "numeric", month: "short"})}`;
}

/** The time of day of an instant: "06:00". */
export function formatClock(instant: string | null | undefined, {zone = "UTC"} = {}): string {
  const date = instant ? parse(instant) : undefined;
  return date ? dateFormat({hour: "2-digit", minute: "2-digit", timeZone: zone}).format(date) : NOTHING;
}

/** A month by its first day: "September 2025", or short "Sep". */
export function formatMonth(first: string, {short = false} = {}): string {
  const date = parse(first);
  if (!date) return NOTHING;
  return dateFormat({
    month: short ? "short" : "long",
    ...(!short && {year: "numeric"}),
    timeZone: "UTC",
  }).format(date);
}

/** A value of a metric in its unit. */
export function formatMetric(
  value: number | null | undefined,
  {unit}: Pick<MetricInfo, "unit">,
  {n = 0, currency = ""} = {},
): string {
  switch (unit) {
    case "share":
      return formatShare(value, n);
    case "count":
      return formatCount(value);
    case "money":
      return formatMoney(value, currency);
    case "money_per_day":
      return value == null ? NOTHING : `${formatMoney(value, currency)} ${say("per_day")}`;
    case "hours":
    case "business_hours":
      return value == null ? NOTHING : `${formatDuration(value)}${TIE}${GRAMMAR.hours}`;
    case "days":
      return value == null ? NOTHING : `${formatDuration(value)}${TIE}${GRAMMAR.days}`;
    default:
      return formatDecimal(value);
  }
}

/** Mature members behind a row: of fields the handoffs they stand in. */
export function countMembers(row: Pick<MetricRow, "n" | "denominator"> | null | undefined): number {
  return row?.n ?? row?.denominator ?? 0;
}

/**
 * A row's value in its metric's unit; nothing when there are too few members to give one. A share that would read like its
 * target without being it gets its decimal, so that word and number do not contradict each other.
 */
export function formatRow(row: MetricRow | null | undefined, metric: Pick<MetricInfo, "unit">): string {
  if (!row || row.maturity === "too_few") return NOTHING;
  const {value, target, currency} = row;
  const n = countMembers(row);
  const isNearTarget = value !== null && target !== null && value !== target && formatShare(value, n) === formatShare(target, n);
  return formatMetric(value, metric, {n: metric.unit === "share" && isNearTarget ? Infinity : n, currency});
}

/**
 * An interval, its unit said once: "72–81 %", "7.1–7.7"; empty where there is none. An end that rounding would make the target gets one
 * decimal more: "below target" beside "7.1–8.0" and a target of 8.0 would hide its reason.
 */
export function formatInterval(
  {lower, upper, target = null}: {lower: number | null; upper: number | null; target?: number | null},
  metric: Pick<MetricInfo, "unit">,
  {n = 0, currency = ""} = {},
): string {
  if (lower === null || upper === null) return "";
  const [low, high] = [lower, upper].map((value) => formatEnd(value, target, metric, {n, currency})) as [string, string];
  // A sign after a dash reads like an arrow.
  if (/^[<>]/.test(high)) return low === high ? low : say("interval", {lower: low, upper: high});
  const unit = /\s\D+$/.exec(high)?.[0] ?? "";
  return low === high ? low : `${unit && low.endsWith(unit) ? low.slice(0, -unit.length) : low}–${high}`;
}

/** An end of an interval: with a decimal more where it would else read as the target without being it. */
export function formatEnd(
  value: number,
  target: number | null,
  metric: Pick<MetricInfo, "unit">,
  options: {n?: number; currency?: string},
): string {
  const text = formatMetric(value, metric, options);
  if (target === null || value === target || text !== formatMetric(target, metric, options)) return text;
  if (metric.unit === "score") return formatDecimal(value, 2);
  return metric.unit === "share" ? formatMetric(value, metric, {...options, n: Infinity}) : text;
}

/** Instants without a zone are UTC, as everywhere in the data. */
function parse(text: string): Date | undefined {
  const iso = text.length <= 10 ? `${text}T00:00:00Z` : text.replace(" ", "T").replace(/(?<![Zz]|[+-]\d\d:?\d\d)$/, "Z");
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** Small SQL expressions that several datasets share. */
import {quoteText} from "../db.js";

/** ISO 8601 text of a UTC timestamp. */
export const iso = (expression: string): string => `strftime(${expression}, '%Y-%m-%dT%H:%M:%SZ')`;

/** A UTC timestamp as the clock of `zone` shows it. */
export const local = (expression: string, zone: string): string =>
  zone === "UTC" ? expression : `timezone(${quoteText(zone)}, timezone('UTC', ${expression}))`;

/** First day of the month that `zone` has at a UTC timestamp, as a date: dates group faster than texts. */
export const monthOf = (expression: string, zone: string): string => `date_trunc('month', ${local(expression, zone)})::date`;

/** Days between two timestamps, with their fraction. */
export const daysBetween = (from: string, to: string): string => `epoch(${to} - ${from}) / 86400`;

/** Handoffs whose documentation is judged. */
export const JUDGED = "outcome in ('held', 'no_show')";

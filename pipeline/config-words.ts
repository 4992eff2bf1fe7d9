/** Words that several parts of the configuration are written with. */
import {z} from "zod";
import {readInstant} from "./instant.js";

export const zone = z.string().refine(isTimeZone, {error: "is no time zone; use an IANA name such as Europe/Berlin"});
export const instant = z
  .string()
  .refine((text) => readInstant(text, "UTC") !== undefined, {error: "is no time; use ISO 8601, such as 2026-10-01T06:00:00Z"});
export const day = z.string().refine((text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && readInstant(text, "UTC") !== undefined, {
  error: "is no day of the calendar; use YYYY-MM-DD",
});
// The specifiers that DuckDB reads times by.
export const dates = z
  .string()
  .refine((text) => /^(day-first|month-first|iso|([^%]*%(-[dmyHIMSj]|[aAwdbBmyYHIpMSfgnzZjUWcxXGuVT%]))+[^%]*)$/.test(text), {
    error: "is no way to write dates; use day-first, month-first, iso, or a strptime format such as %d.%m.%Y %H:%M",
  });
export const clock = z
  .string()
  .regex(/^([01]?\d|2[0-4]):[0-5]\d$/, {error: "is no time of day; use HH:MM"})
  .overwrite((time) => time.padStart(5, "0"));
const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf("currency"));
export const currency = z
  .string()
  .regex(/^[A-Z]{3}$/, {error: "is no ISO 4217 code; use three capitals such as EUR", abort: true})
  .refine((code) => CURRENCIES.has(code), {error: "is no currency of ISO 4217; use its code, such as EUR"});
export const texts = z
  .union([z.string(), z.array(z.string()).min(1)])
  .transform((value) => (typeof value === "string" ? [value] : value));

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", {timeZone: name});
    return true;
  } catch {
    return false;
  }
}

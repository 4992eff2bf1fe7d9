import {quoteText} from "../db.js";

/**
 * How the times of a column are written; every style also reads ISO 8601. "epoch" is digits alone: seconds or milliseconds since 1970, or a day as YYYYMMDD;
 * "year-first" is ISO with two digits for the year.
 */
export type TimeStyle = "iso" | "day-first" | "month-first" | "year-first" | "epoch" | {format: string};

/**
 * SQL text of the UTC instant `YYYY-MM-DD HH:MM:SS` in cell `x`, null when it holds none. Times without a zone are in `zone`; a day without a time begins
 * in `dayZone`, the company's own: what a system writes in UTC is its instants.
 */
export function convertTime(x: string, style: TimeStyle, zone: string, dayZone = zone): string {
  const sql = convertInZone(x, style, zone);
  if (dayZone === zone || style === "epoch" || typeof style === "object") return sql;
  return `coalesce(case when not contains(${x}, ':') then ${toUtc(`(${convertDate(x, style)})::timestamp`, dayZone)} end, ${sql})`;
}

function convertInZone(x: string, style: TimeStyle, zone: string): string {
  const iso = convertIsoTime(x, zone);
  if (style === "iso") return iso;
  if (style === "epoch") return `coalesce(${iso}, ${format(`coalesce(${readEpoch(x)}, ${shift(readBasicDay(x), zone)})`)})`;
  if (typeof style === "object") return toUtc(`try_strptime(${x}, ${quoteText(style.format)})`, zone);
  if (style === "year-first") return `coalesce(${iso}, ${convertIsoTime(writeCentury(x), zone)})`;
  const local = parseLocal(x, style);
  const plain = format(shift(parsePlain(x, style), zone));
  const named = `case regexp_extract(${x}, ' ([A-Z]{2,5})$', 1) ${NAMED_OFFSETS.map(([name, hours]) => `when ${quoteText(name)} then ${hours * 60}`).join(" ")} end`;
  const counted = ["hours", "minutes"].map(
    (_, index) => `try_cast(nullif(regexp_extract(${x}, ${quoteText(COUNTED_OFFSET)}, ${index + 2}), '') as integer)`,
  );
  const minutes = `coalesce(${named}, case regexp_extract(${x}, ${quoteText(COUNTED_OFFSET)}, 1) when '-' then -1 else 1 end * (60 * ${counted[0]} + coalesce(${counted[1]}, 0)))`;
  const regional = `case regexp_extract(${x}, ' ([A-Z]{2})$', 1) ${REGIONS.map(([name, region]) => `when ${quoteText(name)} then ${shift(local, region)}`).join(" ")} end`;
  const general = format(`coalesce(${local} - to_minutes(${minutes}), ${regional}, ${shift(local, zone)})`);
  return `coalesce(${iso}, case when ${isPlain(x)} then ${plain} else ${general} end)`;
}

/** SQL text of the calendar day `YYYY-MM-DD` in cell `x` as written, whatever zone stands behind it. */
export function convertDate(x: string, style: TimeStyle): string {
  const iso = `case when length(${x}) <= 10 then try_cast(${x} as date) else try_cast(${x} as timestamp)::date end`;
  const plain = `case when ${hasCentury(x)} then (${iso})::varchar end`;
  if (style === "iso") return plain;
  if (style === "year-first") return `coalesce(${plain}, ${convertDate(writeCentury(x), "iso")})`;
  if (style === "epoch") return day(`coalesce(${iso}, ${readEpoch(x)}::date, ${readBasicDay(x)}::date)`);
  if (typeof style === "object") return day(`try_strptime(${x}, ${quoteText(style.format)})::date`);
  return day(
    `coalesce(${iso}, (case when ${isPlain(x)} then ${parsePlain(x, style)} else ${parseLocal(dropZone(x), style)} end)::date)`,
  );
}

/** SQL: the instant of a number of seconds (10 digits) or milliseconds (13); any other number is none, since near 1970 it would say nothing of itself. */
const readEpoch = (x: string) =>
  `make_timestamp(case length(${x}) when 13 then 1000 when 10 then 1000000 end * try_cast(${x} as bigint))`;

/** SQL: the start of a day in the basic form of ISO 8601, YYYYMMDD. */
const readBasicDay = (x: string) => `case when length(${x}) = 8 then try_strptime(${x}, '%Y%m%d') end`;

/** SQL condition: four digits of a year that is plausible; DuckDB takes 20/09/26 for a day of the year 20. */
const hasCentury = (x: string) => `(substr(${x}, 1, 2) in ('19', '20', '21') and substr(${x}, 3, 1) between '0' and '9')`;

const SHORT = "^([0-9]{2})[-/.]([0-9]{2})[-/.]([0-9]{2})($|[ T])";
/** SQL condition: three times two digits, of which the first or the last may be the year. */
export const isShortDate = (x: string) => `regexp_matches(${x}, '${SHORT}')`;
const writeCentury = (x: string) => `regexp_replace(${x}, '${SHORT}', '20\\1-\\2-\\3\\4')`;
/** Years of two digits that exports are of. */
const PLAUSIBLE_YEARS = "between 15 and 39";
/** SQL of the first or last two digits of a short date, where they may be a year's; and SQL conditions that they are. */
export const firstOf = (x: string) => `try_cast(regexp_extract(${x}, '${SHORT}', 1) as integer)`;
export const lastOf = (x: string) => `try_cast(regexp_extract(${x}, '${SHORT}', 3) as integer)`;
export const isYear = (part: string) => `${part} ${PLAUSIBLE_YEARS}`;

/** SQL condition: the cell could be read day-first and month-first. */
export const isOpenDate = (x: string) => `regexp_matches(${x}, '^(0?[1-9]|1[0-2])[/-](0?[1-9]|1[0-2])[/-][0-9]{2}')`;

function convertIsoTime(x: string, zone: string): string {
  // DuckDB wants seconds before a zone, capitals, and the extended form; the rarer spellings are brought to that.
  const rare = `case when regexp_matches(${x}, '^[0-9]{4}-?[0-9]{2}-?[0-9]{2}[Tt ][0-9]{2}:?[0-9]{2}') then ${readIsoTime(respell(x), zone)} end`;
  return `coalesce(${readIsoTime(x, zone)}, ${rare})`;
}

function respell(x: string): string {
  const start = "^([0-9]{4})-?([0-9]{2})-?([0-9]{2})[Tt ]([0-9]{2}):?([0-9]{2})";
  const end = " ?([zZ]|[+-][0-9]{2}(?::?[0-9]{2})?)?$";
  const minutes = `regexp_replace(${x}, '${start}${end}', '\\1-\\2-\\3 \\4:\\5:00\\6')`;
  return `upper(regexp_replace(${minutes}, '${start}:?([0-9]{2})(?:[.,][0-9]+)?${end}', '\\1-\\2-\\3 \\4:\\5:\\6\\7'))`;
}

function readIsoTime(x: string, zone: string): string {
  const absolute = `try_cast(${x} as timestamptz)::timestamp`;
  // Text cut after its seconds costs half of what rounding the instant does.
  const guard = (text: string) => `case when ${hasCentury(x)} then left((${text})::varchar, 19) end`;
  // What ends in Z needs no calendar, which is most of the cost of a time with a zone.
  if (zone === "UTC") return guard(`case when suffix(${x}, 'Z') then try_cast(${x} as timestamp) else ${absolute} end`);
  // Only a value that names a zone is absolute; "-04" at the end of a plain date is no zone.
  const marked = `regexp_matches(${x}, '[zZ]$|:[0-9.]+ ?[+-][0-9]{2}(:?[0-9]{2})?$| UTC$| GMT$|[A-Z][a-z]+/[A-Z]')`;
  return guard(
    `case when suffix(${x}, 'Z') then try_cast(${x} as timestamp) when length(${x}) > 16 and ${marked} then ${absolute} else ${shift(`try_cast(${x} as timestamp)`, zone)} end`,
  );
}

const shift = (local: string, zone: string) =>
  zone === "UTC" ? local : `((${local}) at time zone ${quoteText(zone)})::timestamp`;
const toUtc = (local: string, zone: string) => format(shift(local, zone));
// A year outside these is a slip of the pen or of the format, such as 0024. The instant is named once: DuckDB would compute it twice.
const PLAUSIBLE = "'^(?:19|20|21).*'";
const format = (instant: string) => `nullif(regexp_extract(date_trunc('second', ${instant})::varchar, ${PLAUSIBLE}), '')`;
const day = (date: string) => `nullif(regexp_extract((${date})::varchar, ${PLAUSIBLE}), '')`;

const TIMES = ["", " %H:%M:%S", " %H:%M", " %I:%M:%S %p", " %I:%M %p", " %H:%M:%S.%f"];
// Nobody writes dots month-first.
const NAMED = ["%Y-%m-%d", "%d.%m.%Y", "%d %b %Y", "%d %B %Y", "%b %d %Y", "%B %d %Y"];

function parseLocal(x: string, style: "day-first" | "month-first"): string {
  const dates = [style === "day-first" ? "%d/%m/%Y" : "%m/%d/%Y", ...NAMED];
  const formats = dates.flatMap((date) => TIMES.map((time) => quoteText(date + time)));
  return `try_strptime(${tidy(x)}, [${formats.join(", ")}])`;
}

/** SQL condition: numbers and slashes alone, as most systems write a date and a time; there is nothing to tidy, and no zone. */
const isPlain = (x: string) =>
  `regexp_full_match(${x}, '[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}(?: [0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?: [AaPp][Mm])?)?')`;

/** What `parseLocal` makes of such a cell, for a tenth of the work. */
function parsePlain(x: string, style: "day-first" | "month-first"): string {
  const date = style === "day-first" ? "%d/%m/%Y" : "%m/%d/%Y";
  return `try_strptime(${x}, [${TIMES.map((time) => quoteText(date + time)).join(", ")}])`;
}

/** A day is what is written, whatever zone is named behind it. */
const dropZone = (x: string) => `regexp_replace(${x}, '([0-9]|[AaPp][Mm]) [A-Z]{2,5}$', '\\1')`;

/** One spelling for separators, blanks, two-digit years and halves of the day; a zone's name that is known is taken off. */
function tidy(x: string): string {
  const steps: [string, string][] = [
    ["\\s+at\\s+", " "],
    ["[,\\s\\x{00a0}\\x{202f}]+", " "],
    // "p. m." is Spanish, the others German.
    ["([ap])\\. ?m\\.", "\\1m"],
    ["\\b(vorm|früh)\\.?( |$)", "am\\2"],
    ["\\bnachm\\.?( |$)", "pm\\1"],
    ["([0-9])([AaPp][Mm])\\b", "\\1 \\2"],
    [COUNTED_OFFSET, ""],
    [` (${[...NAMED_OFFSETS, ...REGIONS].map(([name]) => name).join("|")})$`, ""],
    ["^([0-9]{1,2})[/-]([0-9]{1,2})[/-]([0-9]{4})", "\\1/\\2/\\3"],
    ["^([0-9]{1,2})[/-]([0-9]{1,2})[/-]([0-9]{2})( |$)", "\\1/\\2/20\\3\\4"],
    ["^([0-9]{1,2})\\.([0-9]{1,2})\\.([0-9]{2})( |$)", "\\1.\\2.20\\3\\4"],
    ["^([0-9]{4})[./]([0-9]{1,2})[./]([0-9]{1,2})", "\\1-\\2-\\3"],
    ["^([0-9]{1,2})[- ]([A-Za-z]{3,9})[- ]([0-9]{4})", "\\1 \\2 \\3"],
    ["^([0-9]{1,2})[- ]([A-Za-z]{3,9})[- ]([0-9]{2})( |$)", "\\1 \\2 20\\3\\4"],
  ];
  return steps.reduce((sql, [from, to]) => `regexp_replace(${sql}, ${quoteText(from)}, ${quoteText(to)}, 'g')`, x);
}

/** "GMT+1", "UTC-03:30": hours and minutes ahead of UTC behind the sign. */
const COUNTED_OFFSET = " (?:GMT|UTC) ?([+-])([0-9]{1,2})(?::?([0-9]{2}))?$";
// The abbreviations that forms and mail systems write, in hours ahead of UTC; each means one offset, summer time has its own. IST, which is India's, Ireland's
// and Israel's, is left to be asked about.
// prettier-ignore
const NAMED_OFFSETS: readonly [string, number][] = [
  ["UTC", 0], ["GMT", 0], ["WET", 0], ["BST", 1], ["WEST", 1], ["CET", 1], ["CEST", 2], ["EET", 2], ["EEST", 3], ["MSK", 3],
  ["WEZ", 0], ["WESZ", 1], ["MEZ", 1], ["MESZ", 2], ["OEZ", 2], ["OESZ", 3], ["SAST", 2], ["PKT", 5], ["SGT", 8], ["HKT", 8], ["AWST", 8], ["KST", 9],
  ["EST", -5], ["EDT", -4], ["CST", -6], ["CDT", -5], ["MST", -7], ["MDT", -6], ["PST", -8], ["PDT", -7], ["AKST", -9], ["AKDT", -8], ["HST", -10],
  ["BRT", -3], ["JST", 9], ["ACST", 9.5], ["ACDT", 10.5], ["AEST", 10], ["AEDT", 11], ["NZST", 12], ["NZDT", 13],
];
/** Names of a zone in summer as in winter. */
// prettier-ignore
const REGIONS: readonly [string, string][] = [
  ["ET", "America/New_York"], ["CT", "America/Chicago"], ["MT", "America/Denver"], ["PT", "America/Los_Angeles"],
];

/**
 * The instant that a text in ISO 8601 says, null where it says none. Behind a time there may be a zone, which counts where the type has one.
 * Zones by name are not read.
 */
export function readInstant(sql: string, isZoned: boolean): string {
  const text = `replaceRegexpOne(trimBoth(${sql}), '^([0-9-]{10})T', '\\\\1 ')`;
  const clock = "[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\\\.[0-9]+)?";
  const local = `replaceRegexpOne(${text}, '^(${clock}) ?(?:[zZ]|UTC|GMT|[+-][0-9]{2}(?::?[0-9]{2})?)$', '\\\\1')`;
  const parsed = `toDateTime64OrNull(${local}, 6, 'UTC')`;
  // ClickHouse takes the 30th of February for the 1st of March, and nothing for 1970.
  const instant = `if(${text} != '' AND startsWith(toString(${parsed}), substring(${local}, 1, 19)), ${parsed}, NULL)`;
  if (!isZoned) return instant;
  const zone = `extract(${text}, '^${clock} ?([+-][0-9]{2}:?[0-9]{0,2})$')`;
  const minutes = `if(startsWith(${zone}, '-'), -1, 1) * (60 * toInt32OrZero(substring(${zone}, 2, 2)) + toInt32OrZero(replaceAll(substring(${zone}, 4), ':', '')))`;
  return `(${instant} - toIntervalMinute(coalesce(${minutes}, 0)))`;
}

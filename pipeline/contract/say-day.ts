/**
 * SQL of a date as the site writes it, "12 Sept 2026", behind words of its own; null for a null. British months are told by
 * three letters but for September. Of an instant, its day in the configured zone is to be given.
 */
export const sayDay = (date: string, before: string): string =>
  `replace(strftime(${date}, '${before} %-d %b %Y'), ' Sep ', ' Sept ')`;

const MONTHS = ["Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."];

/** SQL of a date as the German site writes it, "12. Sept. 2026", behind words of its own; null for a null. */
export const sayGermanDay = (date: string, before: string): string =>
  `strftime(${date}, '${before} %-d. ') || list_extract([${MONTHS.map((month) => `'${month}'`).join(", ")}], month(${date})::integer) || strftime(${date}, ' %Y')`;

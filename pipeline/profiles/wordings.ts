/** What form tools call the time of an answer, in the languages their interfaces have. */
export const COMMON_TIMESTAMPS = ["Timestamp", "Zeitstempel", "Horodateur", "Marca temporal", "Submitted at"];

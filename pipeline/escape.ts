/** Texts that are meant as they stand, where their signs would be read as a pattern. */

/** For a regular expression, of JavaScript or of the database. */
export const escapeRegex = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** For a file name that the database reads: `*`, `?` and `[` are patterns there. */
export const escapeGlob = (path: string): string => path.replaceAll(/[*?[]/g, "[$&]");

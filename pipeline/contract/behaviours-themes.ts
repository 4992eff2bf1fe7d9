import {THEMES} from "./themes.js";

/** Which themes of "What was missing?" ask for a field of the brief. */
export const themesOfField = (field: string): string[] =>
  THEMES.filter(({fields}) => fields.includes(field)).map(({theme}) => theme);

/** The field that stands first for a theme: what the next brief must have when an AE missed it. */
export const LEADING_FIELDS: readonly (readonly [theme: string, field: string])[] = THEMES.filter(
  ({fields}) => fields.length > 0,
).map(({theme, fields}) => [theme, theme === "contact" ? "contact_title" : fields[0]!]);

/** The themes' part of the configuration's shape: words and themes of the company's own. */
import {z} from "zod";
import {objectToPhrase} from "./coaching/phrases.js";
import {inLanguage} from "./contract/language.js";
import {OTHER, THEME_NAMES, THEMES, type Theme} from "./contract/themes.js";
import {findNearMiss} from "./errors.js";

const entry = z.strictObject({
  theme: z.string().describe(`One of ${THEME_NAMES.filter((name) => name !== OTHER).join(", ")}; or a new one, with a label`),
  label: z.string().trim().min(1).optional().describe("Name to show; a new theme needs one"),
  words: z
    .array(z.string())
    .min(1)
    .describe("Words or phrases that put a comment under it; budget* begins so, tool|system is either, ... is up to four other words"),
  fields: z.array(z.string()).optional().describe("Brief fields that would have held it"),
}); // prettier-ignore

/** What the configuration adds: entries with the words of the theme and, where it is new or renamed, what it is called. */
export const themes = z.array(entry).superRefine(checkThemes).default([]);
export type ThemeEntry = z.output<typeof entry>;

function checkThemes(list: ThemeEntry[], context: z.RefinementCtx): void {
  list.forEach(({theme, label, words}, index) => {
    const issue = (path: (string | number)[], message: string, isAboutKey = false) =>
      context.addIssue({code: "custom", path: [index, ...path], message, params: {isAboutKey}});
    if (theme === OTHER) issue(["theme"], "is no theme to add words to: it holds what fits no other");
    else if (!/^[a-z][a-z0-9_]*$/.test(theme))
      issue(["theme"], "is no name of a theme; use small letters, figures and underscores");
    else if (list.findIndex((other) => other.theme === theme) < index) issue(["theme"], "is a theme that stands in the list twice");
    else if (label === undefined && !THEME_NAMES.includes(theme)) {
      const near = findNearMiss(theme, THEME_NAMES);
      const hint = near ? `did you mean ${near}?` : "a theme of your own needs one";
      issue(["label"], `is missing: "${theme}" is none of ${THEME_NAMES.filter((name) => name !== OTHER).join(", ")}; ${hint}`, true);
    }
    words.forEach((phrase, place) => {
      const objection = objectToPhrase(phrase);
      if (objection) issue(["words", place], objection);
    });
  });
} // prettier-ignore

/** The themes that are told: the known ones, renamed where the configuration does, and its own, before `other` and `nothing`. */
export function completeThemes(entries: readonly ThemeEntry[]): Theme[] {
  const known = THEMES.map((theme) => {
    const own = entries.find((other) => other.theme === theme.theme);
    const told = {...theme, label: inLanguage(theme.label), meaning: inLanguage(theme.meaning)};
    return own ? {...told, label: own.label ?? told.label, fields: own.fields ?? theme.fields} : told;
  });
  const own = entries
    .filter(({theme}) => !THEME_NAMES.includes(theme))
    .map(({theme, label = theme, fields = []}): Theme => ({theme, label, meaning: label, fields}));
  const last = known.length - 2;
  return [...known.slice(0, last), ...own, ...known.slice(last)];
}

/** The language that a site is written in, with its mails, sheets and calendar files: what the contract says in it. */
import {sayGermanDay} from "./de/day.js";
import {GERMAN} from "./de/index.js";
import {PROBLEMS as GERMAN_PROBLEMS} from "./de/problems.js";
import {sayDay} from "./say-day.js";

export const LANGUAGES = ["en", "de"] as const;
export type Language = (typeof LANGUAGES)[number];

/** By the English text of the contract: what another language says for it. */
export type Phrases = Readonly<Record<string, string>>;
export const PHRASES: Readonly<Record<Language, Phrases>> = {en: {}, de: GERMAN};
/** Sentences about data with `{}` for each value, and what another language says for them. */
export const PROBLEMS: Readonly<Record<Language, readonly (readonly [english: string, own: string])[]>> = {
  en: [],
  de: GERMAN_PROBLEMS,
};

let inForce: Language = "en";

/** Puts a language in force until another is; the configuration that is read says which. */
export function setLanguage(language: Language): void {
  inForce = language;
}

/** The language in force. */
export const languageInForce = (): Language => inForce;

/** SQL of a date as the site writes it, behind words of its own; null for a null. */
export const sayDayInLanguage = (date: string, before: string): string =>
  (inForce === "de" ? sayGermanDay : sayDay)(date, before);

/** SQL of a number's text, whose thousands stand apart with commas, as the site writes it. */
export const sayThousands = (sql: string): string => (inForce === "de" ? `replace(${sql}, ',', '.')` : sql);

/** A text of the contract (a label, a meaning, an SQL text that it brings along) in the language in force. */
export const inLanguage = (text: string): string => {
  const phrases = PHRASES[inForce];
  return Object.hasOwn(phrases, text) ? phrases[text]! : text;
};

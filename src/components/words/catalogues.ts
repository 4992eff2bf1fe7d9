/** The catalogues of all languages, for what is written without a browser; a page has that of its own language alone. */
import type {Language} from "../../../pipeline/contract/language.js";
import * as german from "./de/index.js";
import {GRAMMAR, type Grammar} from "./grammar.js";
import {TERMS, type Term} from "./terms.js";
import {PAGES, WORDS, type PageKind, type WordKey} from "./words.js";

export interface Catalogue {
  grammar: Grammar;
  pages: Record<PageKind, {name: string; path: string; question: string}>;
  terms: readonly Term[];
  words: Record<WordKey, string>;
}

export const CATALOGUES: Readonly<Record<Language, Catalogue>> = {
  // Copies: `speak` puts others in their place.
  en: {grammar: {...GRAMMAR}, pages: structuredClone(PAGES), terms: [...TERMS], words: {...WORDS}},
  de: {grammar: german.GRAMMAR, pages: german.PAGES, terms: german.TERMS, words: german.WORDS},
};

/** Puts the catalogue of a language in force in this process: everything that is said from now on is said in it. */
export function speak(language: Language): void {
  const {grammar, pages, terms, words} = CATALOGUES[language];
  Object.assign(GRAMMAR, grammar);
  Object.assign(PAGES, pages);
  Object.assign(WORDS, words);
  (TERMS as Term[]).splice(0, TERMS.length, ...terms);
}

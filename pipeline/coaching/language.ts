/** The words of a language, and how those of several are made ready to find what they stand for. */
import {NOTHING, OTHER, THEME_NAMES} from "../contract/themes.js";
import {compile, type Matcher} from "./phrases.js";
import {CUES, type Cue} from "./segments.js";

/** The words of a language; phrases as `phrases.ts` describes them. */
export interface Language {
  themes: Readonly<Record<string, ThemeWords>>;
  cues: Readonly<Record<Cue, readonly string[]>>;
  /** Whole comments that say nothing was missing. */
  blank: readonly string[];
  /** Phrases that hold words of themes and are of none. */
  ignore: readonly string[];
  /** What goes with no theme: words that go with many count for nothing beside it. */
  aside: readonly string[];
  /** Words that may stand between those of a phrase. */
  small: readonly string[];
  /** Words that look like a slip of one of ours and are none. */
  others: readonly string[];
}

export interface ThemeWords {
  sure: readonly string[];
  /** Count where nothing sure was found in the same sentence: words that go with many themes. */
  weak?: readonly string[];
  /** Count where nothing else was found in the comment: words around a theme that alone say little. */
  faint?: readonly string[];
}

/** What a phrase stands for. */
export type Meaning = Themed | {cue: Cue};
export type Themed = {theme: string | null; isSure: boolean; isAside?: boolean; isFaint?: boolean};

export interface Lexicon {
  /** Themes in the order they are told. */
  themes: readonly string[];
  matcher: Matcher<Meaning>;
  /** Finds what says that nothing was missing where it is all that is said. */
  blank: Matcher<"blank">;
}

/** The last one made, and of what: to make it takes longer than to read what a small company's AEs ever wrote. */
let last: {languages: readonly Language[]; more: string; lexicon: Lexicon} | undefined;

/** Makes the rules of several languages, which comments mix, ready for use; `more` are themes and phrases of the company's own. */
export function compileLexicon(languages: readonly Language[], more: Readonly<Record<string, readonly string[]>> = {}): Lexicon {
  const told = JSON.stringify(more);
  if (last?.languages !== languages || last.more !== told) last = {languages, more: told, lexicon: makeLexicon(languages, more)};
  return last.lexicon;
}

function makeLexicon(languages: readonly Language[], more: Readonly<Record<string, readonly string[]>>): Lexicon {
  const phrases: {text: string; of: Meaning}[] = [];
  const add = (texts: readonly string[], of: Meaning) => {
    for (const text of new Set(texts)) phrases.push({text, of});
  };
  for (const language of languages) {
    for (const [theme, {sure, weak = [], faint = []}] of Object.entries(language.themes)) {
      add(sure, {theme, isSure: true});
      add(weak, {theme, isSure: false});
      add(faint, {theme, isSure: false, isFaint: true});
    }
    for (const cue of CUES) add(language.cues[cue], {cue});
    add(language.ignore, {theme: null, isSure: true});
    add(language.aside, {theme: null, isSure: true, isAside: true});
  }
  for (const [theme, texts] of Object.entries(more)) add(texts, theme === NOTHING ? {cue: "nothing"} : {theme, isSure: true});
  const settings = {
    small: languages.flatMap(({small}) => small),
    others: languages.flatMap(({others}) => others),
  };
  const blank = languages.flatMap((language) => language.blank.map((text) => ({text, of: "blank" as const})));
  const own = Object.keys(more).filter((theme) => !THEME_NAMES.includes(theme));
  const told = THEME_NAMES.filter((theme) => theme !== OTHER && theme !== NOTHING);
  return {themes: [...told, ...own], matcher: compile(phrases, settings), blank: compile(blank, settings)};
}

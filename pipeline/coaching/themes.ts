/** Puts a comment on what was missing under themes, by the wording rules of a lexicon. */
import {NOTHING, OTHER, THEME_NAMES} from "../contract/themes.js";
import {compile, type Match, type Matcher} from "./phrases.js";
import {CUES, findSegments, type Cue, type Segment} from "./segments.js";
import {tokenize, type Token} from "./tokens.js";
import {push} from "./words.js";

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

/** Part of a text, in UTF-16 units as JavaScript counts them; `end` is behind it. */
export interface Span {
  start: number;
  end: number;
}

export interface FoundTheme {
  theme: string;
  /** The words that put the comment there, in order and apart; none for `other`, and for `nothing` where nothing was written. */
  spans: Span[];
}

/** What a phrase stands for. */
type Meaning = Themed | {cue: Cue};
type Themed = {theme: string | null; isSure: boolean; isAside?: boolean; isFaint?: boolean};

export interface Lexicon {
  /** Themes in the order they are told. */
  themes: readonly string[];
  matcher: Matcher<Meaning>;
  /** Finds what says that nothing was missing where it is all that is said. */
  blank: Matcher<"blank">;
}

/** Makes the rules of several languages, which comments mix, ready for use; `more` are themes and phrases of the company's own. */
export function compileLexicon(languages: readonly Language[], more: Readonly<Record<string, readonly string[]>> = {}): Lexicon {
  const phrases: {text: string; of: Meaning}[] = [];
  const add = (texts: readonly string[], of: Meaning) => phrases.push(...texts.map((text) => ({text, of})));
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

/**
 * The themes of a comment, several or one: `other` alone where none fits, `nothing` alone where it says that nothing was missing. What is
 * praised is not missing. Time grows with the length of the text.
 */
export function findThemes(text: string, lexicon: Lexicon): {themes: FoundTheme[]} {
  const tokens = tokenize(text);
  if (tokens.length === 0) return {themes: [{theme: /[\p{L}\p{N}\p{Extended_Pictographic}?]/u.test(text) ? OTHER : NOTHING, spans: []}]};
  const found = lexicon.matcher.find(tokens);
  const themed = dropParts(
    found.filter((match): match is Match<Themed> => "theme" in match.of),
    isNoLessSure,
  );
  const cues = dropParts(found.flatMap(({of, ...match}) => ("cue" in of ? [{of: of.cue, ...match}] : [])));
  const heads = themed.filter(({of}) => of.theme !== null && !of.isFaint).map(({places}) => places[0]!);
  const hasAside = themed.some(({of}) => of.isAside);
  const segments = findSegments(tokens, cues, new Set(heads));
  const isAllGood = !text.includes("?") && saysNothing(tokens, cues, segments, lexicon);
  const kept = preferClear(keep(themed, segments, cues), hasAside).filter(
    ({of}) => !isAllGood || (of.isSure && COMPLAINTS.has(of.theme!)),
  );
  const themes = lexicon.themes.flatMap((theme) => {
    const places = new Set(kept.filter(({of}) => of.theme === theme).flatMap((match) => match.places));
    return places.size > 0 ? [{theme, spans: toSpans(places, tokens)}] : [];
  });
  return {themes: themes.length > 0 ? themes : [tellNone(tokens, cues, segments, lexicon)]};
} // prettier-ignore

/** What is told as it went, and stays a complaint where all the rest was there: "it was all there, an hour after the meeting". */
const COMPLAINTS: ReadonlySet<string> = new Set(["late", "fit", "sync", "repeated", "thin", "meeting"]);

/** Whether nothing was missing and nothing is taken back: what else is said tells of what was there. */
function saysNothing(
  tokens: readonly Token[],
  cues: readonly Match<Cue>[],
  segments: readonly Segment[],
  {blank}: Lexicon,
): boolean {
  const isBlank = findBlank(tokens, blank);
  return (
    segments.some((segment) => segment.saysNothing || (segment.lacks && isBlank(segment))) &&
    segments.every((segment) => !segment.lacks || isBlank(segment)) &&
    !cues.some(({of}) => of === "turn" || of === "contrast" || of === "except")
  );
}

/** Tells the segments that are wholly a word for nothing. */
function findBlank(tokens: readonly Token[], blank: Matcher<"blank">): (segment: Segment) => boolean {
  const ends = new Map(blank.find(tokens).map(({places}) => [places[0]!, places.at(-1)!]));
  return ({from, to}) => ends.get(from) === to - 1;
}

/** What fails them in today's tool names the tool too, and is not about which one it is; "the tool and its limits" is about both. */
const NAMES_TOO: Readonly<Record<string, string>> = {current_solution: "limitations"};

/** Words of a phrase that tells what it is about: shorter ones that stand between its words are by the way. */
const TELLING = 3;

/** What is not praised, nor named by the way; of what is not sure, only where the sentence has nothing sure. */
function keep(matches: readonly Match<Themed>[], segments: readonly Segment[], cues: readonly Match<Cue>[]): Match<Themed>[] {
  const of = new Map<number, Segment>();
  for (const segment of segments) for (let at = segment.from; at < segment.to; at++) of.set(at, segment);
  const joins = new Set(cues.flatMap(({of: cue, places}) => (cue === "join" ? [places[0]!] : [])));
  let joined = 0;
  const joinsUntil = Array.from({length: segments.at(-1)!.to}, (_, at) => (joins.has(at) ? ++joined : joined));
  const segmentOf = ({places}: Match<Themed>) => of.get(places[0]!)!;
  const missed = matches.filter((match) => match.of.theme !== null && !segmentOf(match).isPraised);
  const sure = missed.filter((match) => match.of.isSure);
  const clauses = new Set([...sure, ...matches.filter((match) => match.of.isAside)].map((match) => segmentOf(match).clause));
  const told = new Map(sure.map((match) => [`${match.of.theme} ${segmentOf(match).from}`, match.places[0]!]));
  const isByTheWay = (match: Match<Themed>) => {
    const at = told.get(`${NAMES_TOO[match.of.theme!]} ${segmentOf(match).from}`);
    return at !== undefined && joinsUntil[at] === joinsUntil[match.places[0]!];
  };
  const tellingAt = new Map<number, string[]>();
  for (const {of: by, places} of sure.filter((match) => match.places.length >= TELLING))
    for (let at = places[0]!; at <= places.at(-1)!; at++) push(tellingAt, at, by.theme!);
  const isWithin = ({of: {theme}, places}: Match<Themed>) =>
    places.length < TELLING && places.some((at) => tellingAt.get(at)?.some((other) => other !== theme));
  return missed.filter((match) => !isWithin(match) && (match.of.isSure || !clauses.has(segmentOf(match).clause)) && !isByTheWay(match));
}

/** Without what is faint where something is not, or where the matter is another one. */
function preferClear(matches: readonly Match<Themed>[], hasAside: boolean): readonly Match<Themed>[] {
  const clear = matches.filter(({of}) => !of.isFaint);
  if (clear.length > 0 || hasAside) return clear;
  const score = new Map<string, number>();
  for (const theme of new Set(matches.map(({of}) => of.theme!)))
    score.set(theme, new Set(matches.filter(({of}) => of.theme === theme).flatMap(({places}) => places)).size);
  const best = Math.max(...score.values());
  return matches.filter(({of}) => score.get(of.theme!) === best);
}

/** No theme: nothing was missing, or something that no rule knows. */
function tellNone(
  tokens: readonly Token[],
  cues: readonly Match<Cue>[],
  segments: readonly Segment[],
  {blank}: Lexicon,
): FoundTheme {
  const isBlank = findBlank(tokens, blank);
  const good = cues.filter(({of}) => of === "nothing" || of.startsWith("praise"));
  const isGood =
    segments.some(({isPraised}) => isPraised) || (isBlank(segments[0]!) && !segments.slice(1).some(({isApart}) => isApart));
  const isPraise = isGood && segments.every((segment) => !segment.lacks || isBlank(segment));
  if (!isPraise && !segments.every(isBlank)) return {theme: OTHER, spans: []};
  const blanks = segments.filter(isBlank).flatMap(({from, to}) => [from, to - 1]);
  return {theme: NOTHING, spans: toSpans(new Set([...good.flatMap(({places}) => places), ...blanks]), tokens)};
}

/** A word that goes with many themes does not stand for one that is of the same theme alone. */
const isNoLessSure = (match: Match<Themed>, of: Match<Themed>): boolean =>
  match.of.isFaint || (!of.of.isFaint && (of.of.isSure || !match.of.isSure || match.of.theme !== of.of.theme));

/** Without those whose words are all words of a longer one, or that say less of the same words: "budget owner" is not the budget. */
function dropParts<T>(
  matches: readonly Match<T>[],
  canStandFor: (match: Match<T>, of: Match<T>) => boolean = () => true,
): Match<T>[] {
  const holders = new Map<number, Match<T>[]>();
  for (const match of matches)
    for (const place of match.places) push(holders, place, match);
  const isPart = (match: Match<T>, of: Match<T>, {places, letters} = match) =>
    canStandFor(match, of) &&
    (of.places.length > places.length || (of.places.length === places.length && of.letters > letters)) &&
    places.every((at) => of.places.includes(at));
  return matches.filter((match) => !holders.get(match.places[0]!)!.some((other) => isPart(match, other)));
}

function toSpans(places: ReadonlySet<number>, tokens: readonly Token[]): Span[] {
  const spans: Span[] = [];
  let last = -2;
  for (const at of [...places].sort((a, b) => a - b)) {
    const {start, end} = tokens[at]!;
    if (at === last + 1 && tokens[at]!.break === "") spans.at(-1)!.end = end;
    else spans.push({start, end});
    last = at;
  }
  return spans;
}

/** Puts a comment on what was missing under themes, by the wording rules of a lexicon. */
import {NOTHING, OTHER} from "../contract/themes.js";
import type {Lexicon, Themed} from "./language.js";
import {keep, preferClear} from "./missed.js";
import type {Match, Matcher} from "./phrases.js";
import {findSegments, type Cue, type Segment} from "./segments.js";
import {tokenize, type Token} from "./tokens.js";
import {push} from "./words.js";

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
  const cues = dropParts(found.flatMap(({of, ...match}) => ("cue" in of ? [{of: of.cue, ...match}] : []))).filter(
    isNoneOf(themed.filter(({of}) => of.isSure && COMPLAINTS.has(of.theme!))),
  );
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

/** Tells praise that is no word of a longer complaint: "filled in after I had spoken with them" does not say that it was there. */
function isNoneOf(complaints: readonly Match<Themed>[]): (cue: Match<Cue>) => boolean {
  const holders = complaints.map(({places}) => places);
  return ({of, places}) =>
    of !== "praise_after" || !holders.some((words) => words.length > places.length && places.every((at) => words.includes(at)));
}

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
  for (const match of matches) for (const place of match.places) push(holders, place, match);
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

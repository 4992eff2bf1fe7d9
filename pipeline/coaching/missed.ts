/** Which of the words found in a comment tell what was missing. */
import type {Themed} from "./language.js";
import type {Match} from "./phrases.js";
import type {Cue, Segment} from "./segments.js";
import {push} from "./words.js";

/** What fails them in today's tool names the tool too, and is not about which one it is; "the tool and its limits" is about both. */
const NAMES_TOO: Readonly<Record<string, string>> = {current_solution: "limitations"};

/** Words of a phrase that tells what it is about: shorter ones that stand between its words are by the way. */
const TELLING = 3;

/** What is not praised, nor named by the way; of what is not sure, only where the sentence has nothing sure. */
export function keep(
  matches: readonly Match<Themed>[],
  segments: readonly Segment[],
  cues: readonly Match<Cue>[],
): Match<Themed>[] {
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
  const isWithin = findWithin(sure);
  const counts = (match: Match<Themed>) => match.of.isSure || !clauses.has(segmentOf(match).clause);
  return missed.filter((match) => counts(match) && !isByTheWay(match) && !isWithin(match));
}

/** Tells what stands between the words of a phrase of another theme that says more. */
function findWithin(sure: readonly Match<Themed>[]): (match: Match<Themed>) => boolean {
  const themesAt = new Map<number, string[]>();
  for (const {of, places} of sure.filter((match) => match.places.length >= TELLING))
    for (let at = places[0]!; at <= places.at(-1)!; at++) push(themesAt, at, of.theme!);
  return ({of, places}) => places.length < TELLING && places.some((at) => themesAt.get(at)?.some((theme) => theme !== of.theme));
}

/** Without what is faint where something is not, or where the matter is another one; of what is faint, the theme with most words. */
export function preferClear(matches: readonly Match<Themed>[], hasAside: boolean): readonly Match<Themed>[] {
  const clear = matches.filter(({of}) => !of.isFaint);
  if (clear.length > 0 || hasAside) return clear;
  const score = new Map<string, number>();
  for (const theme of new Set(matches.map(({of}) => of.theme!)))
    score.set(theme, new Set(matches.filter(({of}) => of.theme === theme).flatMap(({places}) => places)).size);
  const best = Math.max(...score.values());
  return matches.filter(({of}) => score.get(of.theme!) === best);
}

/** Which parts of a comment say that something was good: what is praised was not missing. */
import type {Match} from "./phrases.js";
import type {Token} from "./tokens.js";

/**
 * What words say of what stands beside them. `praise`: it was there. `praise_after`: the same, but only behind what it is about ("timeline
 * was clear"; a "clear timeline" may be what was missing). `lack`: it was not, or is wished for; outweighs praise. `turn`: what follows
 * is another matter ("but"). `contrast`: the same, and what stands before was there ("the tool but not why it fails"). `join`: "and". `nothing`: nothing was
 * missing. `had`: the same as `praise`, for all that the sentence goes on to list ("I knew who decides, what hurts"). `except`: the same as `turn`, and praise that follows is of the rest ("apart from the budget all was there").
 */
export const CUES = ["praise", "praise_after", "had", "lack", "turn", "contrast", "except", "join", "nothing"] as const;
export type Cue = (typeof CUES)[number];

/** Words one after another that belong together; `to` is behind the last one. */
export interface Segment {
  from: number;
  to: number;
  /** Number of the sentence it is in; a turn begins another one. */
  clause: number;
  isPraised: boolean;
  lacks: boolean;
  /** Whether it says that nothing at all was missing. */
  saysNothing: boolean;
  /** Whether it begins with a turn or a new sentence, so that it is of another mind than what stands before. */
  isApart: boolean;
}

/** Words that a list of what is praised has at most between two commas. */
const LISTED = 3;
/** Words that a nod has at most: "they use Excel, ok, but why". */
const NOD = 2;

/** Parts the words at signs, turns, and at an "and" with a judgement on both sides. `themes` are the first places of what was found. */
export function findSegments(tokens: readonly Token[], cues: readonly Match<Cue>[], themes: ReadonlySet<number>): Segment[] {
  const cuesAt = new Map<number, Cue[]>();
  for (const {of, places} of cues) cuesAt.set(places[0]!, [...(cuesAt.get(places[0]!) ?? []), of]);
  const is = (at: number, ...any: Cue[]) => cuesAt.get(at)?.some((cue) => any.includes(cue)) ?? false;
  const isCut = (at: number) => at >= tokens.length || tokens[at]!.break !== "" || is(at, "turn", "contrast", "except");
  const nextCut = findNext(tokens.length, isCut);
  const nextJudged = findNext(tokens.length, (at) => is(at, "lack", "praise", "praise_after", "had", "nothing"));
  const isJoint = (from: number, at: number) =>
    is(at, "join") && nextJudged[from]! < at && nextJudged[at + 1]! < nextCut[at + 1]!;
  const isRest = (from: number, at: number) =>
    is(from, "except") && is(at, "praise", "praise_after", "nothing") && hasTheme({from, to: at}, themes);
  const segments: Segment[] = [];
  let [from, clause, isAfterRest] = [0, 0, false];
  for (let at = 1; at <= tokens.length; at++) {
    if (!isCut(at) && !isJoint(from, at) && !isRest(from, at)) continue;
    const isEnd = tokens[from]!.break === "hard";
    if (isEnd && from > 0) clause++;
    const isApart = isEnd || isAfterRest || is(from, "turn", "contrast", "except", "join");
    segments.push({from, to: at, clause, isApart, ...judge(from, at)});
    isAfterRest = at < tokens.length && isRest(from, at);
    from = at;
  }
  segments.forEach((segment, index) => {
    const before = segments[index - 1];
    const isContrast = is(segment.from, "contrast");
    const isNod = segment.isPraised && !segment.isApart && segment.to - segment.from <= NOD && !hasTheme(segment, themes);
    if (before && !before.lacks && (isContrast || isNod)) before.isPraised = true;
  });
  praiseLists(segments, themes);
  praiseTold();
  return segments;

  /** "I knew who decides, what hurts and by when": what a sentence goes on to list was there with the first. */
  function praiseTold(): void {
    let isTold = false;
    for (const [index, segment] of segments.entries()) {
      const goesOn: boolean =
        isTold && segments[index - 1]!.clause === segment.clause && !is(segment.from, "turn", "contrast", "except");
      if (goesOn && !segment.lacks) segment.isPraised = true;
      isTold = segment.isPraised && (goesOn || hasHad(segment));
    }
  }

  function hasHad({from: start, to}: Segment): boolean {
    for (let at = start; at < to; at++) if (is(at, "had")) return true;
    return false;
  }

  function judge(start: number, end: number): Pick<Segment, "isPraised" | "lacks" | "saysNothing"> {
    let [lacks, isSure, isAfter, isNothing] = [false, false, false, false];
    for (let at = start; at < end; at++) {
      if (themes.has(at)) isAfter = false;
      if (is(at, "praise_after")) isAfter = true;
      if (is(at, "praise", "had")) isSure = true;
      if (is(at, "nothing")) isNothing = true;
      if (is(at, "lack")) lacks = true;
    }
    return {lacks, isPraised: (isSure || isAfter || isNothing) && !lacks, saysNothing: isNothing && !lacks};
  }
}

/** "Pain, timeline, budget all good": what is listed before is praised with the last one. */
function praiseLists(segments: readonly Segment[], themes: ReadonlySet<number>): void {
  for (let index = segments.length - 1; index > 0; index--) {
    const [before, segment] = [segments[index - 1]!, segments[index]!];
    if (!segment.isPraised || segment.isApart || !hasTheme(segment, themes)) continue;
    if (!before.lacks && before.to - before.from <= LISTED && hasTheme(before, themes)) before.isPraised = true;
  }
}

function hasTheme({from, to}: Pick<Segment, "from" | "to">, themes: ReadonlySet<number>): boolean {
  for (let at = from; at < to; at++) if (themes.has(at)) return true;
  return false;
}

/** For each place the next one from it on that is so, or one behind the last. */
function findNext(length: number, isSo: (at: number) => boolean): number[] {
  const next = Array<number>(length + 2).fill(length);
  for (let at = length - 1; at >= 0; at--) next[at] = isSo(at) ? at : next[at + 1]!;
  return next;
}

/** An SDR's mail: own numbers, own handoffs, AEs' words on them; of colleagues only sums over at least five. */
import {listBelow} from "../../src/components/people/below-target.js";
import {describeFocus, describeNoFocus, describeVerdict} from "../../src/components/people/one-thing.js";
import {say} from "../../src/components/words/words.js";
import type {CoachingData} from "../contract/datasets.js";
import type {Person} from "../publish/ground.js";
import {makeHeadlines} from "../publish/headline.js";
import {listCells} from "../publish/scorecard.js";
import {formatMeetingDay, hideOthers, isTeamOnly, makePart, nameAccount, writeChanges, writeComing} from "./parts.js";
import type {Stock} from "./read.js";
import type {DigestLine, DigestPart} from "./types.js";

/** Words of AEs are shown of so many days. */
const LATELY_DAYS = 14;
const MOST_WORDS = 3;

/** Is an SDR at present: by role, or by meetings to come. */
export const isSdrNow = (person: Person, {coming}: Stock): boolean =>
  person.is_sdr && (person.role === "sdr" || coming.ofSdr(person.person_id).length > 0);

export function makeSdrParts(person: Person, stock: Stock): DigestPart[] {
  const {ground, desk, coaching, besides, coming, askedWeeks} = stock;
  const id = person.person_id;
  const changes = makeHeadlines(ground.metrics, "sdr", id).flatMap(({latest, is_change_signal}) => latest && is_change_signal ? [{row: latest}] : []); // prettier-ignore
  const own = coaching.of(person);
  const awaited = stock.awaited.filter(({sdr_id}) => sdr_id === id);
  const words = writeWords(stock, id);
  const aboutPerson = [
    makePart("digest_changed", [...writeChanges(changes, desk), ...writeVerdicts(own)], say("digest_changed_none")),
    {title: say("digest_focus"), lines: writeFocus(own, listBelow(listCells(ground, person).map(besides.add), desk.metrics))},
  ];
  return [
    ...(isTeamOnly(ground) ? [] : aboutPerson),
    makePart("digest_coming", writeComing(hideOthers(coming.ofSdr(id)), desk, ({ae}) => (ae ? say("digest_with", {name: ae}) : "")), say("digest_coming_none")), // prettier-ignore
    makePart(
      "digest_awaited",
      awaited.map(({ae, meeting_at, ...handoff}) => ({
        text: say("digest_awaited_line", {account: nameAccount(handoff), day: formatMeetingDay(meeting_at, desk.zone), with: ae ? say("digest_with", {name: ae}) : ""}),
      })), // prettier-ignore
      say("digest_awaited_none", {weeks: askedWeeks}),
    ),
    ...(words.length > 0 ? [{title: say("digest_words"), lines: words}] : []),
  ];
}

/** Of what was agreed: whether it moved, where that can be said. */
export const writeVerdicts = ({verdicts}: CoachingData): DigestLine[] =>
  verdicts.filter(({status, verdict}) => status === "open" && (verdict === "signal" || verdict === "regressed")).map((verdict) => ({text: describeVerdict(verdict)})); // prettier-ignore

function writeFocus({focus, no_focus}: CoachingData, below: readonly string[]): DigestLine[] {
  if (!focus) return [{text: describeNoFocus(no_focus, below)}];
  return [{text: describeFocus(focus), under: [say("focus_how", {practice: focus.practice})]}];
}

function writeWords({ground, desk, wordsOf}: Stock, id: string): DigestLine[] {
  const since = new Date(Date.parse(ground.asOf) - LATELY_DAYS * 86_400_000).toISOString();
  const lines = wordsOf(id).filter(({meeting_at}) => meeting_at >= since).flatMap(({meeting_at, missing, helpful, ...handoff}) => {
    const values = {account: nameAccount(handoff), day: formatMeetingDay(meeting_at, desk.zone)};
    return [
      ...(helpful ? [{text: say("digest_words_helpful", values), quote: shortenQuote(helpful)}] : []),
      ...(missing ? [{text: say("digest_words_missing", values), quote: shortenQuote(missing)}] : []),
    ];
  }); // prettier-ignore
  return lines.slice(0, MOST_WORDS);
}

/** Signs of a quotation that fit into a mail. */
const LONGEST_QUOTE = 400;
export const shortenQuote = (quote: string): string => {
  const signs = [...quote];
  return signs.length > LONGEST_QUOTE ? `${signs.slice(0, LONGEST_QUOTE).join("")} …` : quote;
};

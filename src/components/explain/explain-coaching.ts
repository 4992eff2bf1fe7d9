import type {FocusData, FocusNumbers, Manifest, OneOnOneData, QueueLine} from "../../../pipeline/contract/datasets.js";
import {formatSure, nameLevel} from "../people/coaching-queue.js";
import {formatPoints} from "../chart/difference-mark.js";
import {listOthersCases} from "./explain-behaviour.js";
import {askFocus} from "./explain-focus.js";
import type {FocusPlace} from "./explain-focus.js";
import type {Asked} from "./explain-panel.js";
import {askPlain} from "./explain-plain.js";
import {askVerdict} from "./explain-sheet.js";
import {formatCount, formatShare, formatShareOf} from "../base/format.js";
import type {Ask} from "./told.js";
import {say} from "../words/words.js";

const part = (done: number, n: number): string => say("of_n", {part: formatCount(done), n: formatCount(n)});

type Colleagues = NonNullable<FocusData["colleagues"]>;

/** The question about what all others do together, of those who are enough that nobody can be told. */
export function askColleagues(
  {behaviour, lapse}: Pick<FocusNumbers, "behaviour" | "lapse">,
  {people, eligible, done, band}: Colleagues,
  place: FocusPlace,
): Asked {
  const asked = askPlain(
    {
      title: say("colleagues_title"),
      value: formatShareOf(done, eligible),
      meaning: say("colleagues_meaning"),
      formula: say("colleagues_formula"),
      entries: [
        [say("colleagues_people"), formatCount(people)],
        [say("numerator"), formatCount(done)],
        [say("denominator"), formatCount(eligible)],
        [lapse ?? "", lapse ? formatShareOf(eligible - done, eligible) : ""],
        [say("colleagues_band"), band ? say("colleagues_half", {lower: formatShare(band.lower), upper: formatShare(band.upper), people: band.people}) : ""],
      ],
    },
    place.manifest,
  ); // prettier-ignore
  return {...asked, ...listOthersCases({behaviour, eligible}, place)};
}

/** The question about how often AEs named it as missing. */
export const askSaid = ({comments, commented}: FocusNumbers, manifest: Manifest): Asked =>
  askPlain(
    {title: say("said_title"), value: part(comments, commented), meaning: say("said_meaning"), formula: say("said_formula")},
    manifest,
  );

/** The question about how it goes with an SQL. */
const askAssociation = ({difference, lower, upper}: NonNullable<FocusData["association"]>, manifest: Manifest): Asked =>
  askPlain(
    {
      title: say("association_title"),
      value: say("difference_of", {difference: formatPoints(difference), lower: formatPoints(lower), upper: formatPoints(upper)}),
      meaning: say("association_meaning"),
      formula: say("count_practice_difference"),
    },
    manifest,
  );

/** The question about how sure it is that the gap is worth a talk. */
const askSure = (sure: number, manifest: Manifest): Asked =>
  askPlain(
    {
      title: say("sure_title"),
      value: formatSure(sure),
      meaning: say("sure_meaning"),
      formula: say("sure_formula"),
    },
    manifest,
  );

interface Against {
  quartile: number;
  quartile_of: "team" | "company" | null;
  people: number | null;
  eligible: number | null;
  gap?: number | null;
  lapse?: string;
}

/** The question about what it is held against: where the upper quarter of the others begins. */
function askGap({quartile, quartile_of, people, eligible, gap, lapse}: Against, manifest: Manifest): Asked {
  const asked = askPlain(
    {
      title: say("gap_title"),
      value: nameLevel(quartile, eligible ?? 0, lapse),
      meaning: say(quartile_of === "company" ? "gap_meaning_company" : "gap_meaning_team"),
      formula: say("gap_formula"),
      entries: [
        [say("colleagues_people"), people === null ? "" : formatCount(people)],
        [say("gap_points"), gap == null ? "" : formatCount(gap * 100)],
      ],
    },
    manifest,
  );
  return {...asked, unlisted: say("gap_unlisted")};
}

/** The questions about what `describeFocus` says. */
export function listFocusAsks(focus: FocusData, place: FocusPlace): Ask[] {
  const {eligible, colleagues, comments, association} = focus;
  const {manifest} = place;
  if (eligible === null) return [];
  return [
    () => askFocus(focus, place),
    colleagues && (() => askColleagues(focus, colleagues, place)),
    comments > 0 && (() => askSaid(focus, manifest)),
    association && (() => askAssociation(association, manifest)),
  ];
}

/** The questions about what a line of the queue says, and about what it leaves out: what was counted, and what AEs said. */
export function listQueueAsks(line: QueueLine, manifest: Manifest): Ask[] {
  const {eligible, quartile, comments, last} = line;
  const place = {slug: line.slug, name: line.name, manifest};
  const isCounted = eligible !== null && quartile !== null;
  return [
    isCounted && (() => askGap({...line, quartile}, manifest)),
    isCounted && (() => askFocus(line, place)),
    comments > 0 && (() => askSaid(line, manifest)),
    last && last.before_n + last.after_n > 0 && (() => askVerdict(last, place)),
  ];
}

/** The question about how sure it is of each line of the queue that the gap is worth a talk. */
export function askSureOfAll(lines: readonly QueueLine[], sure: string, manifest: Manifest): Asked {
  const entries = lines.flatMap((line) => (line.sure === null ? [] : [[line.name, formatSure(line.sure)] as const]));
  return askPlain(
    {title: say("sure_title"), value: sure, meaning: say("sure_meaning"), formula: say("sure_formula"), entries},
    manifest,
  );
}

/** The question behind each reason for a focus; nothing where the reason is that there is none. */
export function listReasonAsks(
  focus: FocusData,
  against: NonNullable<OneOnOneData["against"]>,
  manifest: Manifest,
): Record<"gap" | "often" | "sql" | "said" | "sure", Ask> {
  const {eligible, comments, association, sure, lapse} = focus;
  const askOften = () =>
    askPlain(
      {
        title: say("often_title"),
        value: formatShare(against.occurrence),
        meaning: say("often_meaning"),
        formula: say("often_formula"),
        entries: [[say("denominator"), eligible === null ? "" : formatCount(eligible)]],
      },
      manifest,
    );
  return {
    gap: () => askGap({...against, eligible, lapse}, manifest),
    often: askOften,
    sql: association && (() => askAssociation(association, manifest)),
    said: comments > 0 && (() => askSaid(focus, manifest)),
    sure: sure !== null && (() => askSure(sure, manifest)),
  };
}

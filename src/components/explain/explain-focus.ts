import type {FocusCases, FocusNumbers, Manifest, OneOnOneData} from "../../../pipeline/contract/datasets.js";
import {NoList} from "./explain.js";
import type {Asked} from "./explain-panel.js";
import {addEntries} from "./explain-plain.js";
import {RecordList} from "./fact-list.js";
import {formatCount, formatDay, formatInterval, formatShare, formatTime} from "../base/format.js";
import {nameKind} from "../base/kinds.js";
import {loadDocument} from "../frame/load.js";
import {countCases} from "../base/name-cases.js";
import {measureShare} from "../base/wilson.js";
import {say, startSentence} from "../words/words.js";

/** Whose focus it is. */
export interface FocusPlace {
  slug: string;
  name: string;
  manifest: Manifest;
  /** Whether it is asked on a 1:1 sheet, which is not the SDR's own page. */
  isSheet?: boolean;
}

/** The question about a focus's count: what is counted out of what, and each of the handoffs. Only of what could be counted. */
export function askFocus(
  {behaviour, label, lapse, eligible, done, value, lower, upper}: FocusNumbers,
  {slug, name, manifest}: FocusPlace,
): Asked {
  const n = eligible ?? 0;
  const own = measureShare(done ?? 0, n);
  return {
    title: say("focus_question", {label, name}),
    value: say("focus_count", {done: formatCount(done), n: formatCount(eligible)}),
    entries: [
      [say("definition"), say("focus_meaning")],
      [say("numerator"), formatCount(done)],
      [say("denominator"), formatCount(eligible)],
      [
        startSentence(nameKind("plain")),
        own ? `${formatShare(own.value, n)} (${formatInterval(own, {unit: "share"}, {n})})` : "",
      ],
      [lapse ?? "", lapse ? formatCount(n - (done ?? 0)) : ""],
      [
        startSentence(nameKind("shrunk")),
        value === null ? "" : `${formatShare(value, n)} (${formatInterval({lower, upper}, {unit: "share"}, {n})})`,
      ],
      [say("data_time"), formatTime(manifest.as_of, {zone: manifest.timezone, year: true})],
    ],
    list: () => listCases(behaviour, n, {slug, name, manifest}),
  };
}

/** The same on a 1:1 sheet, with what was counted since the last look. */
export function askSince(focus: FocusNumbers, look: OneOnOneData["look"], place: FocusPlace): Asked {
  const asked = askFocus(focus, place);
  if (!look) return asked;
  const {part, n} = countCases({...look, ...(focus.lapse !== undefined && {lapse: focus.lapse})});
  const counted = say("focus_count", {done: formatCount(part), n: formatCount(n)});
  return addEntries(asked, [say("look_title", {day: formatDay(look.on, {year: true})}), counted]);
}

async function listCases(behaviour: string, total: number, {slug, manifest}: FocusPlace): Promise<Node> {
  const loaded = await loadDocument<FocusCases>(`focus-cases/${encodeURIComponent(slug)}.json`);
  if (loaded.state !== "ready") return NoList(loaded.state, "", manifest);
  return RecordList(loaded.data.behaviour === behaviour ? loaded.data.cases : [], {
    manifest,
    record: "handoff",
    counts: ({is_done}) => say(is_done ? "focus_counts_yes" : "focus_counts_no"),
    caption: say("records"),
    file: `${slug}-${behaviour}`,
    total,
    partly: say("list_cases", {shown: formatCount(loaded.data.cases.length), n: formatCount(total)}),
    command: "",
  });
}

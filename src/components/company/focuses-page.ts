import {html} from "htl";
import type {FocusesData, Manifest} from "../../../pipeline/contract/datasets.js";
import {DataTable} from "../table/data-table.js";
import type {Column} from "../table/data-table.js";
import type {Asked} from "../explain/explain-panel.js";
import {askPlain} from "../explain/explain-plain.js";
import {Finding} from "../base/finding.js";
import {formatCount, formatInterval, formatShare, NOTHING} from "../base/format.js";
import {Note} from "../base/missing.js";
import {Reading} from "../explain/reading.js";
import {Section} from "../frame/section.js";
import {ShareMark} from "../chart/share-mark.js";
import {Question} from "../frame/subject.js";
import {Take} from "../picture/take.js";
import {Sentence} from "../explain/told.js";
import type {Ask} from "../explain/told.js";
import {measureShare} from "../base/wilson.js";
import {say} from "../words/words.js";
import type {WordKey} from "../words/words.js";

type Line = FocusesData["behaviours"][number];

/** Of what was agreed, what had time to show: neither too early nor dismissed. */
const countJudged = ({signal, no_signal, regressed}: Line): number => signal + no_signal + regressed;

/** Which focuses tend to work: behaviour by behaviour, nobody named; honest about how few they are. */
export function FocusesPage(data: FocusesData, manifest: Manifest): HTMLElement {
  const sum = (count: (line: Line) => number) => data.behaviours.reduce((total, line) => total + count(line), 0);
  const agreed = sum((line) => line.agreed);
  const [judged, moved] = [sum(countJudged), sum(({signal}) => signal)];
  const ask = () => askFocuses(data.behaviours, {agreed, judged, moved}, manifest);
  return html`<div>
    ${Question("focuses")}
    ${agreed ? Finding(Sentence(say("focuses_lead", {agreed, judged, moved}), [ask]), describeShare(moved, judged, manifest, ask), say("focuses_not")) : Finding(say("focuses_lead_none"))}
    ${Section(say("focuses_title"), manifest, () => (data.behaviours.length ? Behaviours(data.behaviours, manifest) : null), {hint: say("focuses_hint"), needs: "commitments"})}
    ${data.unfollowed.length ? Note(say("focuses_unfollowed"), data.unfollowed.map(describeUnfollowed)) : null}
  </div>`;
}

function describeShare(moved: number, judged: number, {min_n}: Pick<Manifest, "min_n">, ask: Ask): Node | string {
  const measured = measureShare(moved, judged);
  if (!measured || judged < min_n) return say("focuses_few", {least: min_n});
  const interval = formatInterval(measured, {unit: "share"}, {n: judged});
  return Sentence(say("focuses_share", {share: formatShare(measured.value, judged), interval}), [ask]);
}

const describeUnfollowed = ({named, problem, count}: FocusesData["unfollowed"][number]): string =>
  say("focuses_unfollowed_line", {named, n: formatCount(count), problem: say(`problem_${problem}` as WordKey)});

function Behaviours(lines: readonly Line[], manifest: Manifest): HTMLElement {
  const count = (key: keyof Line & keyof typeof HEADS): Column<Line> => ({
    key,
    label: say(HEADS[key]),
    value: (line) => line[key] as number,
    align: "right",
  });
  const columns: Column<Line>[] = [
    {key: "label", label: say("behaviour"), value: ({label}) => label, isName: true},
    count("agreed"),
    count("people"),
    count("signal"),
    count("no_signal"),
    count("regressed"),
    count("too_early"),
    {
      key: "share",
      label: say("focuses_share_moved"),
      value: (line) => (countJudged(line) < manifest.min_n ? null : line.signal / countJudged(line)),
      cell: (line) =>
        ShareMark({numerator: line.signal, denominator: countJudged(line)}, {label: line.label, counted: say("focuses_counted"), ask: () => askLine(line, manifest)}, manifest),
    },
    count("dismissed"),
    count("in_focus"),
  ]; // prettier-ignore
  const figure = html`<div>
    ${DataTable(lines, columns, {caption: say("focuses_title"), file: "focuses", stack: true})}
    ${Reading(say("focuses_read"), say("focuses_read_not"))}
  </div>`;
  return Take(figure, say("focuses_title"));
}

/** What became of the focuses of one behaviour, or of all together. */
const KINDS = ["agreed", "people", "signal", "no_signal", "regressed", "too_early", "dismissed", "in_focus"] as const;

/** The question about what became of the focuses of a behaviour. */
function askLine(line: Line, manifest: Manifest): Asked {
  return askPlain(
    {
      title: line.label,
      value: say("of_n", {part: line.signal, n: countJudged(line)}),
      meaning: say("focuses_meaning"),
      formula: say("focuses_formula"),
      entries: KINDS.map((key) => [say(HEADS[key]), formatCount(line[key])] as const),
    },
    manifest,
  );
}

/** The question about what became of all focuses, behaviour by behaviour. */
function askFocuses(
  lines: readonly Line[],
  {agreed, judged, moved}: {agreed: number; judged: number; moved: number},
  manifest: Manifest,
): Asked {
  const measured = measureShare(moved, judged);
  const interval = measured && formatInterval(measured, {unit: "share"}, {n: judged});
  return askPlain(
    {
      title: say("focuses_title"),
      value: measured ? say("focuses_value", {share: formatShare(measured.value, judged), interval: interval!}) : NOTHING,
      meaning: say("focuses_meaning"),
      formula: say("focuses_formula"),
      entries: [
        [say("focuses_agreed"), formatCount(agreed)],
        [say("focuses_moved"), formatCount(moved)],
        [say("focuses_judged"), formatCount(judged)],
        ...lines.map(
          (line) => [line.label, say("focuses_line", {agreed: line.agreed, moved: line.signal, n: countJudged(line)})] as const,
        ),
      ],
    },
    manifest,
  );
}

const HEADS = {
  agreed: "focuses_agreed",
  people: "focuses_people",
  signal: "focuses_moved",
  no_signal: "focuses_no_signal",
  regressed: "focuses_regressed",
  too_early: "focuses_too_early",
  dismissed: "focuses_dismissed",
  in_focus: "focuses_now",
} as const;

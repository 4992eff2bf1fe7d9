import {html} from "htl";
import type {Manifest, PracticesData} from "../../../pipeline/contract/datasets.js";
import {DataTable} from "../table/data-table.js";
import {DifferenceMark, DifferenceReading, findReach, formatPoints} from "../chart/difference-mark.js";
import {askDifference, askPractice, sideOfPractice} from "../explain/explain-practices.js";
import type {SideOf} from "../explain/explain-practices.js";
import {Explained} from "../explain/explained.js";
import type {Place} from "../explain/facts.js";
import {FieldDifferences} from "./field-differences.js";
import {Finding} from "../base/finding.js";
import {formatCount, formatShare} from "../base/format.js";
import {LeadScore} from "./lead-score.js";
import {Section} from "../frame/section.js";
import {Take} from "../picture/take.js";
import {Sentence} from "../explain/told.js";
import {say} from "../words/words.js";
import {Worth} from "./worth.js";

type Line = PracticesData["practices"][number];

/** What goes with handoffs that come further: ways of handing over, fields of the brief, the lead score; each with its interval. */
export function PracticesPage(data: PracticesData, manifest: Manifest): HTMLElement | null {
  const {practices, fields, worth, score} = data;
  if (!practices.length && !fields.length && !score) return null;
  return html`<div>
    ${Lead(practices, manifest)}
    ${practices.length ? Section(say("practices"), manifest, () => Take(html`<div>${DifferenceReading(practices)}${PracticeTable(practices, manifest)}</div>`), {hint: say("practices_hint")}) : null}
    ${fields.length ? Section(say("fields_with_sql"), manifest, () => FieldDifferences(fields, manifest), {hint: say("fields_with_sql_hint")}) : null}
    ${worth ? Section(say("worth"), manifest, () => Worth(worth, manifest)) : null}
    ${score ? Section(say("score_title"), manifest, () => LeadScore(score, manifest)) : null}
  </div>`;
}

/** The fewest on any side: all shares of a page are written with the decimals that these carry, so that 37 % never stands beside 37.0 %. */
const countFewest = (practices: readonly Line[]): number =>
  Math.min(...practices.flatMap(({n_with, n_without}) => [n_with, n_without]));

/** The practice told apart most clearly, by its distance from zero in widths of its interval: of those held against SQLs, which the page asks about, before the others. */
function Lead(practices: readonly Line[], manifest: Manifest): HTMLElement {
  const told = practices.filter(({lower, upper}) => lower > 0 || upper < 0);
  const clear = ({difference, lower, upper}: Line) => Math.abs(difference) / (upper - lower);
  const isOfSql = ({outcome}: Line) => Number(outcome === "meeting_to_sql_rate");
  const [most] = [...told].sort((a, b) => isOfSql(b) - isOfSql(a) || clear(b) - clear(a));
  if (!most) return Finding(say("practices_none"), say("practices_not"));
  const {label, against, n_with, n_without, share_with, share_without, difference, lower, upper} = most;
  const [index, fewest] = [practices.indexOf(most), countFewest(practices)];
  const words = {difference: formatPoints(difference), lower: formatPoints(lower), upper: formatPoints(upper)};
  const text = say(`practices_lead_${most.outcome}`, {
    label,
    against,
    with: formatShare(share_with, fewest),
    without: formatShare(share_without, fewest),
    n_with: formatCount(n_with),
    n_without: formatCount(n_without),
    ...words,
  });
  return Finding(
    Sentence(text, [
      () => askPractice(most, {index, isWith: true, fewest}, manifest),
      () => askPractice(most, {index, isWith: false, fewest}, manifest),
      () => askDifference({label, text: say("difference_of", words), n_with, n_without, sideOf: sideOfPractice(index)}, manifest),
    ]),
    say("practices_not"),
  );
}

function PracticeTable(practices: readonly Line[], manifest: Manifest): HTMLElement {
  const domain = findReach(practices.map(({difference, lower, upper}) => ({value: difference, lower, upper})));
  const {metrics} = manifest;
  const fewest = countFewest(practices);
  const side = (row: Line, isWith: boolean) => {
    const [share, n] = isWith ? [row.share_with, row.n_with] : [row.share_without, row.n_without];
    const ask = () => askPractice(row, {index: practices.indexOf(row), isWith, fewest}, manifest);
    return html`${Explained(formatShare(share, fewest), ask)} <span class="sub">${say("n", {n: formatCount(n)})}</span>`;
  };
  const nameOf = (outcome: string) => metrics.find(({name}) => name === outcome)?.label ?? outcome;
  return DataTable(
    practices,
    [
      {key: "practice", label: say("practice"), value: ({label}) => label, isName: true},
      {key: "against", label: say("compared_with"), value: ({against}) => against},
      {key: "outcome", label: say("outcome"), value: ({outcome}) => nameOf(outcome)},
      {key: "with", label: say("with_it"), value: ({share_with}) => share_with, cell: (row) => side(row, true), align: "right"},
      {key: "without", label: say("without_it"), value: ({share_without}) => share_without, cell: (row) => side(row, false), align: "right"},
      {key: "difference", label: say("adjusted_difference"), value: ({difference}) => difference, cell: (row) => DifferenceCell(row, {label: row.label, domain, sideOf: sideOfPractice(practices.indexOf(row))}, manifest)},
      {key: "lower", label: "from", value: ({lower}) => lower, isHidden: true},
      {key: "upper", label: "to", value: ({upper}) => upper, isHidden: true},
    ],
    {caption: say("practices"), file: "practices", filter: false},
  ); // prettier-ignore
}

/** Mark and words of an adjusted difference. */
export function DifferenceCell(
  {difference, lower, upper, n_with, n_without}: Pick<Line, "difference" | "lower" | "upper" | "n_with" | "n_without">,
  {label, domain, sideOf, place}: {label: string; domain: number; sideOf: SideOf; place?: Place},
  manifest: Manifest,
): HTMLElement {
  const words = {difference: formatPoints(difference), lower: formatPoints(lower), upper: formatPoints(upper)};
  const text = say("difference_label", {label, ...words, with: formatCount(n_with), without: formatCount(n_without)});
  return html`<span class="mark-cell"
    >${DifferenceMark({value: difference, lower, upper}, {label: text, domain})}<span class="small"
      >${Explained(say("difference_of", words), () => askDifference({label, text: say("difference_of", words), n_with, n_without, sideOf, ...(place && {place})}, manifest))}</span
    ></span
  >`;
}

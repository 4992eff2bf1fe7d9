import {html} from "htl";
import type {Manifest, MetricRow} from "../../../pipeline/contract/datasets.js";
import type {Status} from "../../../pipeline/contract/vocabulary.js";
import {addressOf} from "../frame/address.js";
import {DifferenceMark} from "../chart/difference-mark.js";
import {DotInterval} from "../chart/dot-interval.js";
import {FieldSquares} from "../chart/field-squares.js";
import {HeldMark} from "../chart/held-mark.js";
import {hasPage} from "../frame/site-pages.js";
import {Sparkline} from "../chart/sparkline.js";
import {StatusMark} from "../chart/status-mark.js";
import {PAGES, say} from "../words/words.js";
import type {PageKind, WordKey} from "../words/words.js";

/** Pages that lead somewhere without a subject in the address, the way a reader goes. */
const WAYS: readonly PageKind[] = [
  "overview", "company", "funnel", "team", "sdr", "ae_team", "ae", "board", "documentation", "feedback", "routing", "practices", "playbook", "focuses",
  "raters", "health", "glossary", "dictionary", "notice",
]; // prettier-ignore

const STATUSES = ["exceeds", "on_track", "improving", "slipping", "off_track", "too_few"] as const;

/** What each mark says, drawn by the components that every page uses; and where to find what. */
export function HowToRead(manifest: Manifest): HTMLElement {
  const {company, min_n} = manifest;
  return html`<div class="prose">
    <p class="finding">${say("read_here_lead")}</p>
    <p class="muted">${say("read_here_sample", {company})}</p>
    ${Section("read_here_marks", listMarks(min_n))}
    ${Section("read_here_status", [
      ...STATUSES.map((status) => Entry(StatusMark(status), say(`read_here_${status}_means`))),
      Entry(
        html`<span>${StatusMark("on_track")}${HeldMark(makeRow({status: "on_track", value: 0.76, upper: 0.82}))}</span>`,
        say("read_here_held_means"),
      ),
      Entry(StatusMark("not_separable"), say("read_here_person_means")),
    ])}
    ${Section("read_here_brief", [Named("read_here_squares", FieldSquares("ffnfmf", makeFields()), say("read_here_squares_means"))])}
    <section>
      <h2>${say("read_here_numbers")}</h2>
      ${(["read_here_numbers_1", "read_here_numbers_2", "read_here_numbers_3"] as const).map((key) => html`<p>${say(key)}</p>`)}
    </section>
    ${Section(
      "read_here_ways",
      WAYS.filter((kind) => (manifest.pages === null ? kind !== "company" : hasPage(manifest, kind))).map((kind) =>
        Entry(html`<a href=${addressOf(kind)}>${PAGES[kind].name}</a>`, PAGES[kind].question),
      ),
    )}
  </div>`;
}

function listMarks(n: number): HTMLElement[] {
  const mark = (row: Partial<MetricRow>, label: WordKey) => DotInterval(makeRow(row), EXAMPLE, {label: say(label), width: 140});
  const months = [0.6, 0.64, 0.61, 0.63, null, 0.66, 0.69, 0.65, 0.7, 0.68, 0.71, 0.73].map((value, index) => ({
    month: String(index),
    value,
  }));
  return [
    Named("read_here_dot", mark({}, "read_here_dot"), say("read_here_dot_means")),
    Named("read_here_few_cases", mark({lower: 0.45, upper: 0.93}, "read_here_few_cases"), say("read_here_few_cases_means")),
    Named("read_here_hollow", mark({maturity: "provisional"}, "read_here_hollow"), say("read_here_hollow_means")),
    Named("read_here_none", mark({maturity: "too_few", value: null}, "read_here_none"), say("read_here_none_means", {n})),
    Named(
      "read_here_difference",
      DifferenceMark({value: 0.2, lower: 0.06, upper: 0.34}, {label: say("read_here_difference"), domain: 0.5}),
      say("read_here_difference_means"),
    ),
    Named(
      "read_here_months",
      Sparkline(months, {target: 0.75, label: say("read_here_months"), width: 140}),
      say("read_here_months_means"),
    ),
  ];
}

const EXAMPLE = {unit: "share", label: "", counted: ""} as const;

/** A made-up row; nothing but its mark is shown. */
const makeRow = (changes: Partial<MetricRow>): MetricRow => ({
  metric: "",
  scope: "company",
  scope_id: "",
  scope_name: "",
  period: "month",
  period_start: "",
  numerator: null,
  denominator: null,
  value: 0.6,
  lower: 0.54,
  upper: 0.66,
  in_flight: 0,
  maturity: "final",
  target: 0.75,
  previous_value: null,
  status: "no_target" satisfies Status,
  currency: "",
  ...changes,
});

const makeFields = () =>
  ["1", "2", "3", "4", "5", "6"].map(
    (name) => ({field: name, label: name, required: true}) as Parameters<typeof FieldSquares>[1][number],
  );

const Section = (title: WordKey, entries: readonly HTMLElement[]): HTMLElement =>
  html`<section>
    <h2>${say(title)}</h2>
    <dl class="glossary legend">${entries}</dl>
  </section>`;

const Entry = (term: Node, meaning: string): HTMLElement =>
  html`<div>
    <dt>${term}</dt>
    <dd>${meaning}</dd>
  </div>`;

/** A mark below its name. */
const Named = (name: WordKey, mark: Node, meaning: string): HTMLElement =>
  html`<div>
    <dt>${say(name)}<br />${mark}</dt>
    <dd>${meaning}</dd>
  </div>`;

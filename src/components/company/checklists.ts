import {html} from "htl";
import type {ChecklistData, HandoffFact, Manifest} from "../../../pipeline/contract/datasets.js";
import {DataTable} from "../table/data-table.js";
import type {Column} from "../table/data-table.js";
import {askChecklistDifference, askChecklistSide} from "../explain/explain-checklist.js";
import {askJudged} from "../explain/explain-fields.js";
import {addEntries} from "../explain/explain-plain.js";
import {askCriterion} from "../explain/explain-answers.js";
import type {Place} from "../explain/facts.js";
import {Explained} from "../explain/explained.js";
import {formatCount, formatDecimal, formatShare} from "../base/format.js";
import {Reading} from "../explain/reading.js";
import {Section} from "../frame/section.js";
import {ShareMark} from "../chart/share-mark.js";
import {Take} from "../picture/take.js";
import {Sentence} from "../explain/told.js";
import type {Ask} from "../explain/told.js";
import {measureShare} from "../base/wilson.js";
import {addressOfSubject} from "../frame/site-pages.js";
import {say} from "../words/words.js";

/** A section per checklist: how often all of it is met and what goes with that, criterion by criterion, by team and SDR. */
export function Checklists(checklists: readonly ChecklistData[], manifest: Manifest): HTMLElement {
  return html`<div>
    ${checklists
      .filter(({handoffs, criteria}) => handoffs > 0 && criteria.some(({met, not_met}) => met + not_met > 0))
      .map((data) =>
        Section(say(`checklist_${data.checklist}`), manifest, () => ChecklistPart(data, manifest), {
          hint: Sentence(say("checklist_hint", {n: formatCount(data.handoffs)}), [() => askJudged(data.handoffs, manifest)]),
        }),
      )}
  </div>`;
}

function ChecklistPart(data: ChecklistData, manifest: Manifest): HTMLElement {
  const figure = html`<div>
    <p class="conclude">${Sentence(describeChecklist(data, manifest), listAsks(data, manifest))}</p>
    ${Reading("", say("read_checklist_not"))} ${CriterionTable(data, manifest)}
    ${
      data.groups.length
        ? html`<details>
            <summary>${say("by_team_and_sdr")}</summary>
            ${GroupTable(data, manifest)}
          </details>`
        : null
    }
  </div>`;
  return Take(figure, say(`checklist_${data.checklist}`));
}

/** How many met all of it, and what goes with that, in sentences. */
export function describeChecklist(data: ChecklistData, {min_n, metrics}: Pick<Manifest, "min_n" | "metrics">): string {
  const {value, lower, upper} = measureShare(data.all_met, data.handoffs)!;
  const share = (part: number | null, n: number) => formatShare(part, n);
  const lead = say("checklist_lead", {
    met: formatCount(data.all_met),
    n: formatCount(data.handoffs),
    share: share(value, data.handoffs),
    interval: say("interval", {lower: share(lower, data.handoffs), upper: share(upper, data.handoffs)}),
    items: data.criteria.length,
  });
  if (!data.comparison) return lead;
  const {all_met, others, difference} = data.comparison;
  if (!difference || all_met.denominator < min_n || others.denominator < min_n) return `${lead} ${say("checklist_too_few")}`;
  const window = metrics.find(({name}) => name === all_met.metric)?.window;
  const points = (part: number) => formatDecimal(part * 100, 0);
  return [
    lead,
    say("checklist_compare", {
      first: share(all_met.value, all_met.denominator),
      n1: formatCount(all_met.denominator),
      window: window ? say("leak_window", {window}) : "",
      second: share(others.value, others.denominator),
      n2: formatCount(others.denominator),
    }),
    say("checklist_difference", {
      points: points(difference.value),
      lower: points(difference.lower),
      upper: points(difference.upper),
    }),
  ].join(" ");
}

/** The questions about what the sentence says: how many met all, how either side came on, and the difference. */
function listAsks({checklist, criteria, all_met, handoffs, comparison}: ChecklistData, manifest: Manifest): Ask[] {
  const label = say("all_met");
  const askAll = () =>
    addEntries(askCriterion({checklist, label, index: -1, part: all_met, handoffs}, manifest), [
      say("checklist_items"),
      formatCount(criteria.length),
    ]);
  const {difference} = comparison ?? {};
  const isTold = comparison && [comparison.all_met, comparison.others].every(({denominator}) => denominator >= manifest.min_n);
  if (!difference || !isTold) return [askAll];
  const isMet = (fact: HandoffFact) => /^m+$/.test(fact[checklist]);
  return [
    askAll,
    () => askChecklistSide(say("checklist_with"), comparison.all_met, isMet, manifest),
    () =>
      askChecklistSide(say("checklist_without"), comparison.others, (fact) => fact[checklist] !== "" && !isMet(fact), manifest),
    () => askChecklistDifference(difference, comparison, manifest),
  ];
}

function CriterionTable({criteria, handoffs, checklist}: ChecklistData, manifest: Manifest): HTMLElement {
  type Row = ChecklistData["criteria"][number];
  const number = (key: "not_met" | "unknown"): Column<Row> => ({
    key,
    label: say(key),
    value: (row) => row[key],
    cell: (row) =>
      Explained(formatCount(row[key]), () =>
        askCriterion({checklist, label: row.label, index: criteria.indexOf(row), part: row[key], handoffs, what: key}, manifest),
      ),
    align: "right",
  });
  const columns: Column<Row>[] = [
    {key: "criterion", label: say("criterion"), value: ({label}) => label, isName: true},
    {key: "group", label: say("criterion_group"), value: ({group}) => group},
    {key: "letter", label: say("bant"), hint: say("bant_hint"), value: ({letter}) => letter},
    {
      key: "met",
      label: say("met"),
      value: ({met}) => met / handoffs,
      cell: (row) => {
        const {met, label} = row;
        const ask = () => askCriterion({checklist, label, index: criteria.indexOf(row), part: met, handoffs}, manifest);
        return ShareMark({numerator: met, denominator: handoffs}, {label, counted: say("counted_handoffs"), ask}, manifest);
      },
    },
    number("not_met"),
    number("unknown"),
    {key: "n", label: say("members"), value: () => handoffs, cell: () => formatCount(handoffs), align: "right"},
  ];
  const shown = criteria.some(({letter}) => letter) ? columns : columns.filter(({key}) => key !== "letter");
  return DataTable(criteria, shown, {caption: say(`checklist_${checklist}`), file: checklist, filter: false});
}

function GroupTable({groups, checklist}: ChecklistData, manifest: Manifest): HTMLElement {
  type Row = ChecklistData["groups"][number];
  const columns: Column<Row>[] = [
    {
      key: "name",
      label: say("name"),
      value: ({name}) => name,
      cell: ({scope, slug, name}) => {
        const href = addressOfSubject(manifest, scope, slug);
        return href ? html`<a href=${href}>${name}</a>` : name;
      },
      isName: true,
    },
    {key: "scope", label: say("scope"), value: ({scope}) => say(scope === "team" ? "team" : "sdr")},
    {
      key: "all_met",
      label: say("all_met"),
      value: ({all_met, handoffs}) => all_met / handoffs,
      cell: ({scope, slug, team, all_met, handoffs, name}) => {
        const place: Place = scope === "sdr" ? {of: "sdr", slug} : {of: "company", only: {team}};
        const label = say("all_met");
        const ask = () => askCriterion({checklist, label, index: -1, part: all_met, handoffs, place, whose: name}, manifest);
        return ShareMark(
          {numerator: all_met, denominator: handoffs},
          {label: name, counted: say("counted_handoffs"), ask},
          manifest,
        );
      },
    },
    {
      key: "n",
      label: say("members"),
      value: ({handoffs}) => handoffs,
      cell: ({handoffs}) => formatCount(handoffs),
      align: "right",
    },
  ];
  return DataTable(groups, columns, {caption: say("by_team_and_sdr"), file: `${checklist}-by-sdr`});
}

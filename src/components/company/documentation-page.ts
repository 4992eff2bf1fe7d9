import {html} from "htl";
import type {DocumentationData, Manifest} from "../../../pipeline/contract/datasets.js";
import {BarList} from "../chart/bar-list.js";
import {Checklists} from "./checklists.js";
import {askAddedLater, askField, askJudged, askJudgedLate} from "../explain/explain-fields.js";
import {FieldTable, listFields} from "./field-table.js";
import type {KnownField} from "./field-table.js";
import {Finding} from "../base/finding.js";
import {formatCount, formatShare} from "../base/format.js";
import {HeatMap} from "../chart/heat-map.js";
import {askHeadline, describeHeadline} from "./lead.js";
import {MetricTable} from "../table/metric-table.js";
import {Hidden, Missing} from "../base/missing.js";
import {Section} from "../frame/section.js";
import {showsPeople} from "../frame/site-pages.js";
import {Sentence} from "../explain/told.js";
import {TermHelp} from "../frame/term-help.js";
import {say} from "../words/words.js";

/** Documentation: how complete briefs are, what is missing most, by SDR, and how far the numbers can be trusted. */
export function DocumentationPage(data: DocumentationData | null, manifest: Manifest): HTMLElement {
  if (!data) return Hidden(manifest);
  const fields = listFields(data, manifest);
  if (!fields.length) return Missing(manifest, {entity: "handoffs", metric: "documentation_completeness"});
  const judged = Sentence(say("fields_hint", {n: formatCount(data.handoffs)}), [() => askJudged(data.handoffs, manifest)]);
  return html`<div>
    ${Lead(data, fields, manifest)} ${Section("", manifest, () => MetricTable(data.headlines, manifest))}
    ${Section(say("fields"), manifest, () => html`<div>${FieldTable(fields, manifest, {caption: say("fields")})}${TermHelp(["brief", "not_disclosed", "judged_late", "champion", "economic_buyer"], manifest)}</div>`, {hint: judged})}
    ${data.heat.length === 0 && !showsPeople(manifest) ? null : Section(say("by_sdr"), manifest, () => (data.heat.length ? HeatMap(data.heat, manifest, {caption: say("by_sdr")}) : null), {needs: "people"})}
    ${data.checklists.length ? Checklists(data.checklists, manifest) : null}
    ${data.added_later.length ? Section(say("added_later"), manifest, () => AddedLater(data, manifest)) : null}
  </div>`;
}

const MOST_MISSED = 3;

function Lead(data: DocumentationData, fields: readonly KnownField[], manifest: Manifest): HTMLElement {
  const headline = data.headlines.find(({metric}) => metric === "documentation_completeness");
  const required = fields.filter(({info}) => info.required);
  const missed = (required.length ? required : fields).filter(({missing}) => missing > 0).slice(0, MOST_MISSED);
  const list = missed.map(({info, missing, judged}) =>
    say("doc_missed_item", {field: info.label, share: formatShare(missing / judged, judged)}),
  );
  const lead = [
    describeHeadline(headline, manifest, {key: "doc_lead", withTarget: "doc_lead_target"}),
    list.length ? say("doc_missed", {list: list.join(", ")}) : "",
  ].join(" ");
  return Finding(
    Sentence(lead, [
      askHeadline(headline, manifest),
      ...missed.map(
        ({info, missing, judged}) =>
          () =>
            askField(info, {counts: {part: missing, judged}, what: "missing"}, manifest),
      ),
    ]),
    data.judged_late > 0
      ? Sentence(
          say("doc_late", {
            late: formatCount(data.judged_late),
            n: formatCount(data.handoffs),
            share: formatShare(data.judged_late / data.handoffs, data.handoffs),
          }),
          [() => askJudgedLate(data.judged_late, data.handoffs, manifest)],
        )
      : say("doc_on_time"),
    say("company_wide", {company: manifest.company}),
  );
}

const nameField = (field: string, {brief_fields}: Manifest) =>
  brief_fields.find((known) => known.field === field)?.label ?? field;

/** What was filled only once the meeting had begun: seen, and not counted. */
function AddedLater({added_later, handoffs}: DocumentationData, manifest: Manifest): HTMLElement {
  const total = added_later.reduce((sum, {count}) => sum + count, 0);
  const bars = added_later.map(({field, count}) => ({
    label: nameField(field, manifest),
    count,
    ask: () =>
      askField({field, label: nameField(field, manifest)}, {counts: {part: count, judged: handoffs}, what: "later"}, manifest),
  }));
  const ask = () => askAddedLater(total, manifest);
  return html`<div class="narrow">
    <p>${Sentence(say("added_later_lead", {n: formatCount(total)}), [ask])}</p>
    ${BarList(bars, {caption: say("added_later"), ask})}
  </div>`;
}

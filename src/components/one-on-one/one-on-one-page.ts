import {html} from "htl";
import type {Manifest, OneOnOneData, PlaybookExemplar} from "../../../pipeline/contract/datasets.js";
import {addressOf} from "../frame/address.js";
import {listBelow, OTHERS_DOING} from "../people/below-target.js";
import {CommentThemes, ThemesHint} from "../company/comment-themes.js";
import type {FocusPlace} from "../explain/explain-focus.js";
import {Exemplars, pickExemplars} from "../people/exemplars.js";
import {Finding} from "../base/finding.js";
import {formatDay} from "../base/format.js";
import {FunnelBars} from "../funnel/funnel-bars.js";
import {Agenda, Before, describeNext, RecordLinks} from "./one-on-one-agenda.js";
import {CasesInPoint} from "./one-on-one-cases.js";
import {Fairness} from "./one-on-one-fairness.js";
import {SheetFocus} from "./one-on-one-focus.js";
import {Leading, MixTable} from "./one-on-one-measures.js";
import {describeNoFocus, OneThing, Verdict} from "../people/one-thing.js";
import {MetricCells} from "../table/metric-cells.js";
import {PersonPicker} from "../frame/picker.js";
import {Section} from "../frame/section.js";
import {hasPage} from "../frame/site-pages.js";
import {Breadcrumbs, Question} from "../frame/subject.js";
import type {Crumb} from "../frame/subject.js";
import {TermHelp} from "../frame/term-help.js";
import {Valued} from "../people/valued.js";
import {PAGES, say} from "../words/words.js";

/** What the page is made of: the person's own document, and the playbook's exemplars where there are any. */
export interface OneOnOne {
  sheet: OneOnOneData;
  exemplars: readonly PlaybookExemplar[];
}

/** The 1:1 sheet of an SDR: one thing, its evidence, what can be done and what came of it, fairness, agenda; without a name, the people to choose from. */
export function OneOnOnePage(loaded: OneOnOne | null, manifest: Manifest): HTMLElement {
  if (!loaded)
    return html`<div>${Question("one_on_one", say("choose_person"))}${PersonPicker(manifest, {page: "one_on_one"})}</div>`;
  const {sheet, exemplars} = loaded;
  const {coaching, slug, name} = sheet;
  const place = {slug, name, manifest, isSheet: true};
  const crumbs: Crumb[] = [{name: manifest.company, kind: "overview"}];
  if (sheet.team_slug && sheet.team_name) crumbs.push({name: sheet.team_name, kind: "team", query: {team: sheet.team_slug}});
  crumbs.push({name, kind: "sdr", query: {sdr: slug}});
  const part = (title: string, render: () => Node | null, hint = "") => Section(title, manifest, render, {hint});
  const shown = pickExemplars(exemplars, coaching.focus?.behaviour ?? null, 1);
  return html`<article class="sheet">
    ${Breadcrumbs(crumbs, say("sheet_link"))}${Question("one_on_one", say("sheet_title", {name}))}
    ${Finding(describeTopic(sheet), describeLast(sheet, place), describeResults(sheet, manifest), sheet.is_current ? describeNext(sheet) : "")}
    <p class="sheet-tools">
      <button type="button" class="quiet" ${{onclick: () => globalThis.print()}}>${say("sheet_print")}</button>
    </p>
    ${part(say("sheet_focus"), () => html`<div>${OneThing(coaching, {...place, hasHistory: false, below: listBelow(sheet.cells, manifest.metrics), lead: SheetFocus(sheet, place)})}${TermHelp(["as_counted", "shrunk", "mix"], manifest)}</div>`)}
    ${part(say("sheet_cases"), () => CasesInPoint(sheet.cases, manifest))}
    ${shown.length ? part(say("sheet_exemplar"), () => Exemplars(shown)) : null}
    <div class="sheet-columns">
      ${part(say("leading"), () => html`<div>${Leading(sheet.leading, place)}${Together(sheet, manifest)}</div>`, say(sheet.look ? "leading_hint" : "leading_hint_alone"))}
      ${part(say("lagging"), () => Lagging(sheet, manifest), say("lagging_hint"))}
    </div>
    <div class="sheet-columns is-whole">
      ${part(say("sheet_funnel"), () => (sheet.funnel.length ? FunnelBars(sheet.funnel, manifest, {caption: say("sheet_funnel"), place: {of: "sdr", slug}, whose: name, judged: sheet.cells}) : null))}
      <div>
        ${part(say("mix_title"), () => MixTable({...sheet, cells: sheet.cells.filter(({metric}) => metric !== OTHERS_DOING)}, manifest), say("mix_hint"))}
        ${part(say("sheet_fair"), () => Fairness(sheet.fairness, manifest))}
      </div>
    </div>
    <div class="sheet-columns">
      ${part(say("missed"), () => Said(sheet, manifest))} ${part(say("valued"), () => Valued(sheet, manifest))}
    </div>
    ${part(say("sheet_before"), () => Before(sheet, place))}
    ${sheet.is_current ? part(say("sheet_agenda"), () => html`<div>${Agenda(sheet, manifest)}${RecordLinks(sheet, manifest.as_of.slice(0, 10))}</div>`) : null}
    <p class="muted small">
      ${say("sheet_notice")}
      ${hasPage(manifest, "notice") ? html`<a class="on-screen" href=${addressOf("notice")}>${PAGES.notice.question}</a>` : null}
    </p>
  </article>`;
}

/** What is done before a meeting as one number: not one more behaviour. */
function Together(sheet: OneOnOneData, manifest: Manifest): HTMLElement | null {
  const numbers = Numbers(sheet, manifest, true);
  return (
    numbers &&
    html`<div class="together">
      <h3>${say("leading_together")}</h3>
      ${numbers}
    </div>`
  );
}

/** What came of it, with what the marks say, which no one can ask about on paper. */
function Lagging(sheet: OneOnOneData, manifest: Manifest): HTMLElement | null {
  const numbers = Numbers(sheet, manifest, false);
  return (
    numbers &&
    html`<div>
      ${numbers}
      <p class="legend">${say("sheet_marks")}</p>
    </div>`
  );
}

/** The scorecard's numbers of what is done before a meeting, or of what came of it. */
function Numbers({cells, slug}: OneOnOneData, manifest: Manifest, isLeading: boolean): HTMLElement | null {
  const names = new Set(manifest.metrics.filter(({is_leading}) => is_leading === isLeading).map(({name}) => name));
  const own = cells.filter(({metric}) => names.has(metric) && metric !== OTHERS_DOING);
  return MetricCells(own, manifest, {of: "sdr", slug});
}

function describeTopic({coaching: {focus, no_focus}, is_current, name}: OneOnOneData): string {
  if (!is_current) return say("sheet_of_former", {name});
  if (focus) return say("sheet_lead_focus", {label: focus.label});
  return no_focus === null || no_focus === "nothing_stands_out" ? say("sheet_lead_none") : describeNoFocus(no_focus, []);
}

/** What became of the focus of last time, where it had time to show. */
function describeLast({coaching: {focus, verdicts, moved}, is_current}: OneOnOneData, place: FocusPlace): Node | string {
  const last = verdicts.find(({verdict}) => verdict !== "too_early");
  if (last) return Verdict(last, place);
  if (moved) return say("focus_moved", {label: moved.label, since: formatDay(moved.since, {year: true})});
  // What was agreed has had no time to show: that it has not moved says nothing yet.
  const isEarly = verdicts.some(({behaviour, status}) => status === "open" && behaviour === focus?.behaviour);
  return is_current && !isEarly && !focus?.is_unmoved && focus?.run && !focus.run.signals.length ? say("sheet_lead_unmoved") : "";
}

/** Results below their target beyond chance, which no one behaviour explains: without them, "nothing stands out" would mislead. */
function describeResults({cells, coaching: {focus}, is_current}: OneOnOneData, {metrics}: Manifest): string {
  if (focus || !is_current) return "";
  const labels = listBelow(cells, metrics);
  return labels.length ? say("sheet_lead_below", {labels: labels.join(", "), n: labels.length}) : "";
}

function Said({themes}: OneOnOneData, manifest: Manifest): HTMLElement {
  if (!themes.comments) return html`<p class="muted">${say("no_missed")}</p>`;
  return html`<div>
    <p class="muted small">${ThemesHint(themes, manifest)}</p>
    ${CommentThemes(themes, manifest, {open: 1})}
  </div>`;
}

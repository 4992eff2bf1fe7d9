import {html} from "htl";
import type {Manifest, SdrData} from "../../../pipeline/contract/datasets.js";
import {addressOf, addressOfData} from "../frame/address.js";
import {listBelow} from "./below-target.js";
import {CommentThemes, ThemesHint} from "../company/comment-themes.js";
import {Coming} from "../board/coming.js";
import {askRow} from "../explain/explain.js";
import type {Place} from "../explain/facts.js";
import {Finding} from "../base/finding.js";
import {FirstWeek, isNew} from "./first-week.js";
import {countMembers, formatCount, formatInterval, formatRow} from "../base/format.js";
import {FunnelBars} from "../funnel/funnel-bars.js";
import {HandoffRows} from "./handoff-rows.js";
import {NextConfirmation, NextTask} from "../board/next-task.js";
import {Numbers} from "./numbers.js";
import {namePeriod} from "../company/overview-lead.js";
import {OneThing} from "./one-thing.js";
import {PersonPicker} from "../frame/picker.js";
import {Quotes} from "./quotes.js";
import {hasBriefs} from "../brief/required.js";
import {Runs} from "../chart/runs.js";
import {Section} from "../frame/section.js";
import {listStrengths} from "./strengths.js";
import type {Praise} from "./strengths.js";
import {addressOfSubject} from "../frame/site-pages.js";
import {Breadcrumbs, Question} from "../frame/subject.js";
import type {Crumb} from "../frame/subject.js";
import {Sentence} from "../explain/told.js";
import {Valued} from "./valued.js";
import {TermHelp} from "../frame/term-help.js";
import {PAGES, say} from "../words/words.js";

/** An SDR's page: what goes well, one thing to do, what AEs said, what is coming, own numbers; without a name, the people to choose from. */
export function SdrPage(sdr: SdrData | null, manifest: Manifest): HTMLElement {
  if (!sdr) return html`<div>${Question("sdr", say("choose_person"))}${PersonPicker(manifest)}</div>`;
  const crumbs: Crumb[] = [{name: manifest.company, kind: "overview"}];
  if (sdr.team_slug && sdr.team_name && addressOfSubject(manifest, "team", sdr.team_slug))
    crumbs.push({name: sdr.team_name, kind: "team", query: {team: sdr.team_slug}});
  else if (manifest.audience.kind !== "sdr") crumbs.push({name: PAGES.sdr.name, kind: "sdr"});
  const coming = () =>
    Section(say("coming"), manifest, () => html`<div>${Coming(sdr.coming, manifest)}${BoardLinks(sdr, manifest)}</div>`);
  const head = html`<div>${Breadcrumbs(crumbs, sdr.name)}${Question("sdr", sdr.name)}${SheetLink(sdr, manifest)}</div>`;
  const week = () => Section(say("week_title"), manifest, () => FirstWeek(sdr, manifest));
  if (manifest.is_team_only)
    return html`<div>
      ${head}
      <p class="muted">${say("person_off")} ${say("person_off_hint")}</p>
      ${coming()}
      ${Section(say("recent", {n: formatCount(sdr.recent.length)}), manifest, () => HandoffRows(sdr.recent, manifest), {needs: "handoffs"})}
      ${Section(say("helped"), manifest, () => Quotes(sdr.words, manifest))}
    </div>`;
  if (isNew(sdr)) return html`<div>${head}${sdr.coming.length ? coming() : null}${week()}</div>`;

  const place: Place = {of: "sdr", slug: sdr.slug};
  const strengths = listStrengths(sdr, manifest);
  const isJudged = hasBriefs(manifest);
  // While too little is known for any number, what is coming matters more than what was.
  const isEarly = sdr.coming.length > 0 && sdr.cells.every(({maturity}) => maturity === "too_few");
  return html`<div>
    ${head}${Finding(strengths[0] ? Strength(strengths[0]) : say("good_none"), Rating(sdr, manifest), Next(sdr, manifest))}
    ${isEarly ? coming() : null}
    ${strengths.length > 1 ? Section(say("going_well"), manifest, () => Lines(strengths.slice(1))) : null}
    ${isJudged || sdr.coaching.focus ? Section(say("one_thing"), manifest, () => html`<div>${OneThing(sdr.coaching, {slug: sdr.slug, name: sdr.name, manifest, below: listBelow(sdr.cells, manifest.metrics)})}${sdr.coaching.focus ? TermHelp(["as_counted", "shrunk"], manifest) : null}</div>`, {needs: "handoffs"}) : null}
    ${sdr.coaching.no_focus === "starter" ? week() : null} ${isEarly ? null : coming()}
    ${Section(say("recent", {n: formatCount(sdr.recent.length)}), manifest, () => HandoffRows(sdr.recent, manifest), {hint: say(isJudged ? "recent_hint" : "recent_plain"), needs: "handoffs"})}
    <div class="columns">
      ${Section(say("missed"), manifest, () => Missed(sdr, manifest))}
      <div>
        ${Section(say("helped"), manifest, () => Quotes(sdr.words, manifest))}
        ${Section(say("valued"), manifest, () => Valued(sdr, manifest))}
      </div>
    </div>
    ${sdr.runs.length ? Section(say("runs"), manifest, () => Runs(sdr.runs, manifest, place), {hint: say("runs_hint")}) : null}
    ${Section(say("numbers"), manifest, () => html`<div>${Numbers(sdr, manifest)}${TermHelp([...(sdr.coaching.focus ? [] : ["as_counted", "shrunk"]), "interval", "not_separable", "in_flight", "provisional"], manifest)}</div>`, {hint: say("numbers_hint"), needs: "handoffs"})}
    ${Section(PAGES.funnel.name, manifest, () => (sdr.funnel.length ? FunnelBars(sdr.funnel, manifest, {caption: PAGES.funnel.name, place, whose: sdr.name, judged: sdr.cells}) : null))}
  </div>`;
}

/** The way to the 1:1 sheet, where managers may look. */
function SheetLink({slug}: SdrData, {people}: Manifest): HTMLElement | null {
  if (!people.some((person) => person.slug === slug && person.has_one_on_one)) return null;
  return html`<p class="links small"><a href=${addressOf("one_on_one", {sdr: slug})}>${say("sheet_link")}</a></p>`;
}

/** The way to the board of the person's coming meetings, and to the calendar file of what is to do. */
function BoardLinks({slug, coming, has_calendar}: SdrData, {version}: Manifest): HTMLElement | null {
  if (!coming.length) return null;
  const calendar = addressOfData(`coming/sdr/${encodeURIComponent(slug)}.ics`, version);
  return html`<p class="links small">
    <a href=${addressOf("board", {sdr: slug})}>${say("board_link")}</a>
    ${has_calendar ? html`<a href=${calendar} download=${`${slug}.ics`}>${say("board_calendar")}</a>` : null}
  </p>`;
}

/** What AEs missed, by theme. */
function Missed({themes}: SdrData, manifest: Manifest): HTMLElement {
  if (!themes.comments) return html`<p class="muted">${say("no_missed")}</p>`;
  return html`<div>
    <p class="muted small">${ThemesHint(themes, manifest)}</p>
    ${CommentThemes(themes, manifest, {open: 2})}
  </div>`;
}

const Strength = ({text, ask}: Praise): HTMLElement => Sentence(text, [ask]);

function Lines(lines: readonly Praise[]): HTMLElement {
  return html`<ul class="lines">
    ${lines.map((line) => html`<li>${Strength(line)}</li>`)}
  </ul>`;
}

/** What AEs gave the handoffs of late; said already where it is above target. */
function Rating({cells, slug}: SdrData, manifest: Manifest): Node | string {
  const {metrics} = manifest;
  const row = cells.find(({metric}) => metric === "handoff_quality_score");
  const info = metrics.find(({name}) => name === "handoff_quality_score");
  if (!row || !info || row.maturity === "too_few" || row.status === "above_target") return "";
  const text = say("sdr_rated", {
    n: formatCount(countMembers(row)),
    value: formatRow(row, info),
    interval: formatInterval(row, info),
    when: namePeriod(row),
  });
  return Sentence(text, [() => askRow(info, row, manifest, {place: {of: "sdr", slug}})]);
}

/** Behaviours that make a text more specific, before which a confirmation goes that is due. */
const OF_TEXTS = new Set(["specificity", "copied_texts"]);

/** The one thing to do next in a sentence, for the head of the page: the focus, else what a coming meeting still needs. */
function Next({coaching: {focus}, coming}: SdrData, manifest: Manifest): Node | string {
  if (!focus) return NextTask(coming, manifest) ?? "";
  const before = OF_TEXTS.has(focus.behaviour) ? NextConfirmation(coming, manifest) : null;
  const head = say(before ? "focus_head_then" : "focus_head", {label: focus.label, practice: focus.practice});
  return before ? html`<span>${before} ${head}</span>` : head;
}

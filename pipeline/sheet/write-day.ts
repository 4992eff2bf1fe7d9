/** The AE's day as one HTML file that needs nothing else: no script, nothing fetched, every text escaped. */
import {formatMoney} from "../../src/components/base/format.js";
import {GRAMMAR} from "../../src/components/words/grammar.js";
import {findSaid, saySaidOn} from "../../src/components/brief/brief-earlier.js";
import {shorten, writeLines} from "../../src/components/brief/brief-lines.js";
import {readBriefCriteria} from "../../src/components/brief/brief-criteria.js";
import {
  askFor,
  isBlank,
  isWritten,
  rankMissing,
  readBriefFields,
  type BriefField,
} from "../../src/components/brief/brief-state.js";
import {say as saySite, type WordKey} from "../../src/components/words/words.js";
import {escapeHtml} from "./escape-html.js";
import type {Day, DayMeeting} from "./read-day.js";
import {SHEET_STYLE} from "./style.js";
import {say, SHEET_WORDS, type SheetWord} from "./words.js";
import {writeChecklists} from "./write-checklists.js";
import {text} from "./write-text.js";
import {writePage} from "./write-page.js";

/** Characters of one field that fit on a sheet to be read before a call. */
const LONGEST = 1500;

export function writeDay(day: Day): string {
  const {company, ae, date, timezone, as_of, meetings, next} = day;
  const title = say("title", {ae, date: formatDate(date)});
  const count = say(meetings.length === 1 ? "count_one" : "count", {n: meetings.length, zone: timezone, as_of});
  const none = [say("none"), next && say("next", {date: formatDate(next)})].filter(Boolean).join(" ");
  const body = `<header><p>${escapeHtml(company)}</p><h1>${escapeHtml(title)}</h1><p>${escapeHtml(meetings.length === 0 ? none : count)}</p></header>
<main>
${meetings.map((meeting) => writeMeeting(meeting, day)).join("\n")}
</main>`;
  return writePage({title, style: SHEET_STYLE, body});
}

function writeMeeting({starts, ends, brief}: DayMeeting, day: Day): string {
  const {account, contact, sdr, meeting, routing, related = []} = brief;
  const fields = readBriefFields(brief, day);
  const absent_metrics = day.has_briefs ? [] : [{metric: "documentation_completeness", label: "", why: ""}];
  const written = isWritten(brief, {brief_fields: day.brief_fields, absent_metrics});
  const key = `outcome_${brief.outcome}`;
  const outcome = key in SHEET_WORDS ? say(key as SheetWord) : brief.outcome;
  const name = [contact.name, contact.title].filter(Boolean).join(", ");
  const who = [name, contact.email, contact.phone, sdr && say("from_sdr", {sdr}), outcome].filter((part) => part !== undefined && part !== ""); // prettier-ignore
  const link = meeting.link && /^https?:/i.test(meeting.link) ? meeting.link : undefined;
  return `<article>
<h2><time>${[starts, ends].filter(Boolean).join("–")}</time> ${text(account.name ?? say("unnamed_account"))}</h2>
<p>${who.map((part) => text(part!)).join(" · ")}${link ? ` · <a href="${escapeHtml(link)}" rel="noreferrer">${say("join")}</a>` : ""}</p>
${written && !isBlank(fields) ? writeGist(brief, day) : ""}
${writeGaps(fields, written, brief, day)}
${routing?.context ? `<p><b>${say("territory")}${routing.territory ? ` ${text(routing.territory)}` : ""}:</b> ${text(routing.context)}</p>` : ""}
${related.length > 0 ? `<p><b>${say("related")}:</b> ${related.map((one) => text(one.account)).join(", ")}</p>` : ""}
${listSections(fields)
  .map(([label, own]) => writeSection(label, own, account.currency ?? day.currency))
  .join("\n")}
${writeChecklists(readBriefCriteria(brief, day))}
</article>`;
}

/** The three lines that the site's brief opens with. */
function writeGist(brief: DayMeeting["brief"], day: Day): string {
  const lines = writeLines(brief, day).map(({head, text: line}) => `<div><dt>${text(head)}</dt><dd>${text(line)}</dd></div>`);
  return `<dl class="gist">\n${lines.join("\n")}\n</dl>`;
}

/** What is missing or vague, the most important first; before the meeting with the question that brings it. */
function writeGaps(fields: readonly BriefField[], isWritten: boolean, brief: DayMeeting["brief"], day: Day): string {
  if (!isWritten) return `<p class="todo">${say("no_brief")}</p>`;
  const missing = rankMissing(fields);
  const vague = fields.filter(({state, isRequired}) => state === "vague" && isRequired);
  if (missing.length + vague.length === 0) return `<p>${say("complete")}</p>`;
  const isAhead = brief.outcome === "pending";
  const items = [...missing, ...vague].map(({info, state}) => {
    const said = state === "missing" ? findSaid(brief, {info}) : undefined;
    if (said)
      return `<li><b>${text(info.label)}</b> <i>${saySite("said_on", {when: saySaidOn(said, brief, day)})}</i> ${text(shorten(said.text))}</li>`;
    const mark = saySite(`state_${state}` as WordKey);
    return `<li><b>${text(info.label)}</b> <i>${mark}</i>${isAhead ? ` ${text(info.is_ours ? saySite("ask_sdr", {question: askFor(info)}) : askFor(info))}` : ""}</li>`;
  });
  return `<div class="todo"><p><b>${say(isAhead ? "to_ask" : "stayed_open")}</b></p><ul>\n${items.join("\n")}\n</ul></div>`;
}

/** Fields that say something, section by section; what is missing stands above. */
function listSections(fields: readonly BriefField[]): [label: string, fields: BriefField[]][] {
  const sections = new Map<string, BriefField[]>();
  for (const field of fields) {
    if (field.state === "missing" || !field.text) continue;
    const label = field.info.section_label;
    sections.set(label, [...(sections.get(label) ?? []), field]);
  }
  return [...sections];
}

function writeSection(label: string, fields: readonly BriefField[], currency: string): string {
  return `<section><h3>${text(label)}</h3><dl>
${fields.map((field) => writeField(field, currency)).join("\n")}
</dl></section>`;
}

function writeField({info, state, text: value}: BriefField, currency: string): string {
  const note = state === "filled" ? "" : ` <i>(${saySite(`state_${state}` as WordKey)})</i>`;
  return `<div><dt>${text(info.label)}</dt><dd>${text(cut(sayNumber(value, info.kind, currency)))}${note}</dd></div>`;
}

function sayNumber(value: string, kind: BriefField["info"]["kind"], currency: string): string {
  const number = Number(value);
  if (value.trim() === "" || !Number.isFinite(number)) return value;
  if (kind === "money") return formatMoney(number, currency);
  return kind === "count" ? number.toLocaleString(GRAMMAR.locale) : value;
}

/** No emoji is cut in two. */
function cut(value: string): string {
  const signs = [...value];
  if (signs.length <= LONGEST) return value;
  return `${signs.slice(0, LONGEST).join("")} ${say("shortened", {n: signs.length - LONGEST})}`;
}

const formatDate = (date: string): string =>
  new Date(`${date}T00:00:00Z`).toLocaleDateString(GRAMMAR.locale, {weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC"}); // prettier-ignore

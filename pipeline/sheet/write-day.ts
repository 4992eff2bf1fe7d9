/** The AE's day as one HTML file that needs nothing else: no script, nothing fetched, every text escaped. */
import {escapeHtml} from "./escape-html.js";
import type {Day, DayField, DayMeeting} from "./read-day.js";
import {SHEET_STYLE} from "./style.js";
import {say, SHEET_WORDS, type SheetWord} from "./words.js";

/** Characters of one field that fit on a sheet to be read before a call. */
const LONGEST = 1500;

export function writeDay(day: Day): string {
  const {company, ae, date, timezone, as_of, meetings} = day;
  const title = escapeHtml(say("title", {ae, date: formatDate(date)}));
  const count = say(meetings.length === 1 ? "count_one" : "count", {n: meetings.length, zone: timezone, as_of});
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${SHEET_STYLE}</style>
</head>
<body>
<header><p>${escapeHtml(company)}</p><h1>${title}</h1><p>${escapeHtml(meetings.length === 0 ? say("none") : count)}</p></header>
<main>
${meetings.map(writeMeeting).join("\n")}
</main>
</body>
</html>
`;
}

function writeMeeting(meeting: DayMeeting): string {
  const {starts, ends, account, contact, contact_title, sdr, link, territory, context, related, sections} = meeting;
  const outcomeKey = `outcome_${meeting.outcome}`;
  const outcome = outcomeKey in SHEET_WORDS ? say(outcomeKey as SheetWord) : meeting.outcome;
  const who = [[contact, contact_title].filter(Boolean).join(", "), sdr && say("from_sdr", {sdr}), outcome].filter(
    (part): part is string => Boolean(part),
  );
  return `<article>
<h2><time>${[starts, ends].filter(Boolean).join("–")}</time> ${text(account ?? say("unnamed_account"))}</h2>
<p>${who.map(text).join(" · ")}${link ? ` · <a href="${escapeHtml(link)}" rel="noreferrer">${say("join")}</a>` : ""}</p>
${writeMissing(sections)}
${context ? `<p><b>${say("territory")}${territory ? ` ${text(territory)}` : ""}:</b> ${text(context)}</p>` : ""}
${related.length > 0 ? `<p><b>${say("related")}:</b> ${related.map(text).join(", ")}</p>` : ""}
${sections.map(writeSection).join("\n")}
</article>`;
}

function writeMissing(sections: DayMeeting["sections"]): string {
  if (sections.length === 0) return `<p class="todo">${say("no_brief")}</p>`;
  const missing = sections.flatMap(({fields}) => fields.filter(({state, required}) => state === "missing" && required));
  if (missing.length === 0) return `<p>${say("complete")}</p>`;
  return `<p class="todo"><b>${say("missing")}:</b> ${missing.map(({label}) => text(label)).join(", ")}</p>`;
}

/** A section's fields that say something; what is missing stands above. */
function writeSection({label, fields}: DayMeeting["sections"][number]): string {
  const told = fields.filter(({state, value}) => state !== "missing" && value);
  if (told.length === 0) return "";
  return `<section><h3>${text(label)}</h3><dl>
${told.map(writeField).join("\n")}
</dl></section>`;
}

function writeField({label, state, value}: DayField): string {
  const shown = cut(groupDigits(value ?? ""));
  const note = state === "not_disclosed" ? ` <i>(${say("not_disclosed")})</i>` : "";
  return `<div><dt>${text(label)}</dt><dd>${text(shown)}${note}</dd></div>`;
}

/** A large whole number by itself is an amount or a head count: 312400000.0 reads as 312,400,000. */
const groupDigits = (value: string): string =>
  /^[1-9]\d{4,14}(\.0+)?$/.test(value) ? Number(value).toLocaleString("en-GB") : value;

/** No emoji is cut in two. */
function cut(value: string): string {
  const signs = [...value];
  if (signs.length <= LONGEST) return value;
  return `${signs.slice(0, LONGEST).join("")} ${say("shortened", {n: signs.length - LONGEST})}`;
}

/** Each text keeps its own direction of writing and turns nobody else's. */
const text = (value: string): string => `<bdi>${escapeHtml(value)}</bdi>`;

const formatDate = (date: string): string =>
  new Date(`${date}T00:00:00Z`).toLocaleDateString("en-GB", {weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC"}); // prettier-ignore

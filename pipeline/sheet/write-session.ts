/** The sheet for a talk between an SDR and an AE: one page, both sides beside each other, nothing fetched, every text escaped. */
import {formatCount, formatDay, formatTime} from "../../src/components/base/format.js";
import {say, type WordKey} from "../../src/components/words/words.js";
import {SESSION_WEEKS, type Session, type SessionItem, type Share} from "./read-session.js";
import {SHEET_STYLE} from "./style.js";
import {text} from "./write-text.js";
import {writePage} from "./write-page.js";

const STYLE = `
body { max-width: 60rem; }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: 0 32px; }
.sides section, .talk, .said { border-top: 1px solid var(--line); margin-top: 16px; }
blockquote { margin: 2px 0 8px; padding-left: 12px; border-left: 2px solid var(--line); white-space: pre-line; overflow-wrap: anywhere; }
.muted { color: var(--muted); }
.write { border-bottom: 1px solid var(--line); height: 2.2em; }
@media (max-width: 40rem) { .sides { grid-template-columns: 1fr; } }
@media print { body { font-size: 9.5pt; } h3 { margin-top: 8px; } }
`;
/** Signs of a comment that leave room for the others on the page. */
const LONGEST_COMMENT = 240;
const MOST_OWED = 6;

export function writeSession(session: Session): string {
  const {sdr, ae, company, timezone: zone, as_of, handoffs, held, from, to} = session;
  const title = say("session_title", {sdr: sdr.name, ae: ae.name});
  const lead = handoffs > 0 ? say("session_lead", {n: formatCount(handoffs), held: formatCount(held), from: formatDay(from, {year: true}), to: formatDay(to, {year: true})}) : say("session_none", {weeks: SESSION_WEEKS}); // prettier-ignore
  const asOf = say("digest_as_of", {when: formatTime(as_of, {zone, year: true}), zone});
  const body = `<header><p>${text(company)}</p><h1>${text(title)}</h1><p>${text(lead)} ${text(asOf)}</p></header>
<main>
<div class="sides">
${writeSdrSide(session)}
${writeAeSide(session)}
</div>
${writeComments(session)}
${writeTalk(session)}
</main>`;
  return writePage({title, style: SHEET_STYLE + STYLE, body});
}

const list = (lines: readonly string[]): string => `<ul>\n${lines.map((line) => `<li>${text(line)}</li>`).join("\n")}\n</ul>`;
/** Nothing is said where no export tells. */
const share = (key: WordKey, {done, of}: Share): string[] =>
  of > 0 ? [say(key, {done: formatCount(done), n: formatCount(of)})] : [];
const nameItem = ({account, meeting_at}: SessionItem, zone: string) => ({
  account: account ?? say("digest_unnamed"),
  day: formatDay(meeting_at, {zone}),
});

function writeSdrSide({fields, early, confirmed, synced, handoffs}: Session): string {
  const open = fields.map(({label, open, of}) => say("session_field", {label, n: formatCount(open), total: formatCount(of)}));
  const timing = [...share("session_late", early), ...share("session_confirmed", confirmed), ...share("session_synced", synced)];
  return `<section><h2>${say("session_sdr")}</h2><p class="muted">${say("session_sdr_hint")}</p>
${open.length > 0 ? list(open) : handoffs > 0 ? `<p>${say("session_fields_none")}</p>` : ""}
${timing.length > 0 ? list(timing) : ""}</section>`;
}

function writeAeSide(session: Session): string {
  const {answered, answered_late, decided, owed, undecided, timezone: zone} = session;
  const counts = [
    ...share("session_answered", answered),
    ...(answered_late > 0 ? [say("session_answered_late", {n: formatCount(answered_late)})] : []),
    ...share("session_decided", decided),
  ];
  const asked = [
    ...undecided.map((item) => say("session_owed_decision", nameItem(item, zone))),
    ...owed.map((item) => say("session_owed_answer", nameItem(item, zone))),
  ];
  const more = asked.length > MOST_OWED ? [say("digest_more", {n: asked.length - MOST_OWED})] : [];
  return `<section><h2>${say("session_ae")}</h2><p class="muted">${say("session_ae_hint")}</p>
${counts.length > 0 ? list(counts) : ""}
<h3>${say("session_owed")}</h3>${asked.length > 0 ? list([...asked.slice(0, MOST_OWED), ...more]) : `<p>${say("session_owed_none")}</p>`}</section>`;
}

function writeComments({comments, timezone: zone}: Session): string {
  const quotes = comments.map(
    (item) =>
      `<p>${text(say("session_words_line", nameItem(item, zone)))}</p><blockquote>${text(cut(item.missing))}</blockquote>`,
  );
  return `<section class="said"><h2>${say("session_words")}</h2>\n${quotes.join("\n") || `<p>${say("session_words_none")}</p>`}</section>`;
}

function writeTalk({fields, answer_days}: Session): string {
  const questions = [
    fields[0] ? say("session_talk_sdr_field", {label: fields[0].label}) : say("session_talk_sdr"),
    say("session_talk_ae", {days: answer_days}),
    say("session_talk_both"),
  ];
  return `<section class="talk"><h2>${say("session_talk")}</h2>\n${list(questions)}\n<p>${say("session_next")}</p><div class="write"></div><div class="write"></div></section>`;
}

function cut(comment: string): string {
  const signs = [...comment];
  return signs.length > LONGEST_COMMENT ? `${signs.slice(0, LONGEST_COMMENT).join("")} …` : comment;
}

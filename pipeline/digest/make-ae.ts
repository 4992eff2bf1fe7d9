/** An AE's mail: own meetings and what is asked for. Never how the AE rates. */
import {say} from "../../src/components/words/words.js";
import type {AeData, AeHandoff} from "../contract/datasets.js";
import type {Person} from "../publish/ground.js";
import {AE_METRICS} from "../publish/metric-rows.js";
import {makeHeadlines} from "../publish/headline.js";
import {
  formatMeetingDay,
  formatMoment,
  hideOthers,
  isTeamOnly,
  makePart,
  nameAccount,
  writeChanges,
  writeComing,
  type Desk,
} from "./parts.js";
import type {Stock} from "./read.js";
import type {DigestLine, DigestPart} from "./types.js";

/** Takes handoffs at present: by role, or by meetings to come. */
export const isAeNow = (person: Person, {coming}: Stock): boolean =>
  person.is_ae && (person.role === "ae" || coming.ofAe(person.person_id).length > 0);

export function makeAeParts(person: Person, stock: Stock): DigestPart[] {
  const {ground, desk, coming} = stock;
  const changes = makeHeadlines(ground.metrics, "ae", person.person_id, [...AE_METRICS]).flatMap(({latest, is_change_signal}) => latest && is_change_signal ? [{row: latest}] : []); // prettier-ignore
  const data = stock.aeOf(person);
  const meetings = hideOthers(coming.ofAe(person.person_id));
  return [
    ...(isTeamOnly(ground) ? [] : [makePart("digest_changed", writeChanges(changes, desk), say("digest_changed_none"))]),
    {title: say("digest_focus"), lines: [{text: sayFirst(data, desk, meetings)}]},
    makePart("digest_coming", writeComing(meetings, desk, ({sdr}) => (sdr ? say("digest_booked_by", {name: sdr}) : "")), say("digest_coming_none")), // prettier-ignore
    makePart("digest_owed", writeOwed(data, desk), say("digest_owed_none")),
  ];
}

/** What is due longest goes first; then what helps the next meeting. */
function sayFirst({owed, undecided}: AeData, {zone}: Desk, meetings: AeData["coming"]): string {
  const overdue = undecided.filter(({is_overdue}) => is_overdue).at(-1);
  if (overdue)
    return say("digest_focus_ae_decide", {
      account: nameAccount(overdue),
      due: overdue.due_at ? formatMoment(overdue.due_at, zone) : "",
    });
  const [newest] = owed;
  if (newest)
    return say(newest.form_url ? "digest_focus_ae_answer" : "digest_focus_ae_tell", {
      account: nameAccount(newest),
      day: formatMeetingDay(newest.meeting_at, zone),
    });
  const open = meetings.find(({tasks}) => tasks.some(({what}) => what === "brief" || what === "document"));
  if (open) return say("digest_focus_ae_brief", {account: nameAccount(open), day: formatMeetingDay(open.meeting_at, zone)});
  return say("digest_focus_ae_none");
}

function writeOwed({owed, undecided}: AeData, {zone}: Desk): DigestLine[] {
  const values = ({meeting_at, sdr, ...handoff}: AeHandoff) => ({
    account: nameAccount(handoff), day: formatMeetingDay(meeting_at, zone), sdr: sdr ? say("digest_booked_by", {name: sdr}) : "",
  }); // prettier-ignore
  const due = ({due_at, is_overdue}: {due_at: string | null; is_overdue: boolean}) =>
    due_at
      ? [
          is_overdue
            ? say("digest_owed_was_due", {when: formatMoment(due_at, zone)})
            : say("task_by", {when: formatMoment(due_at, zone)}),
        ]
      : [];
  return [
    ...undecided.map((row): DigestLine => ({text: say("digest_owed_decision", values(row)), under: due(row)})),
    ...owed.map((row): DigestLine => ({
      text: say(row.form_url ? "digest_owed_answer" : "digest_owed_words", values(row)), under: due(row), ...(row.form_url && {link: {href: row.form_url, label: say("digest_owed_form")}}),
    })),
  ]; // prettier-ignore
}

/** How many answers and decisions are asked for. */
export const countOwed = ({owed_count, overdue_count, open_count}: AeData) => ({
  answers: owed_count,
  decisions: overdue_count + open_count,
});

/** The parts of a digest that its audiences share, as sentences of the catalogue. */
import {describeBefore} from "../../src/components/brief/brief-earlier.js";
import {describeTask} from "../../src/components/board/coming-tasks.js";
import {
  countMembers,
  formatClock,
  formatCount,
  formatDay,
  formatMetric,
  formatRow,
  formatWeekday,
} from "../../src/components/base/format.js";
import {namePeriod} from "../../src/components/company/overview-lead.js";
import {say, startSentence, type WordKey} from "../../src/components/words/words.js";
import type {Config} from "../config.js";
import type {BriefFieldInfo, ComingMeeting, ComingTask, MetricInfo, MetricRow} from "../contract/datasets.js";
import type {DigestLine, DigestPart} from "./types.js";

/** Lines of one part; what is beyond is told by number. */
export const MOST_LINES = 8;

export interface Desk {
  zone: string;
  /** The moment of the data: what was due before it is told as past. */
  asOf: string;
  brief_fields: BriefFieldInfo[];
  metrics: MetricInfo[];
  /** Where the brief of a handoff stands; null where the configuration does not say where the site is. */
  linkOf(handoffId: string): string | null;
}

/** Whether numbers about single people are switched off. */
export const isTeamOnly = ({config}: {config: Pick<Config, "granularity">}): boolean => config.granularity === "team";

/** The first lines, and how many more there are. */
export function shorten(lines: readonly DigestLine[]): DigestLine[] {
  if (lines.length <= MOST_LINES) return [...lines];
  return [...lines.slice(0, MOST_LINES), {text: say("digest_more", {n: formatCount(lines.length - MOST_LINES)})}];
}

/** A part, or what to say where it has no line. */
export const makePart = (title: WordKey, lines: readonly DigestLine[], none: string): DigestPart => ({
  title: say(title),
  lines: lines.length > 0 ? shorten(lines) : [{text: none}],
});

/** Changes that are more than chance; nothing else is a change. */
export function writeChanges(rows: readonly {row: MetricRow; team?: string}[], {metrics}: Desk): DigestLine[] {
  return rows.flatMap(({row, team}) => {
    const metric = metrics.find(({name}) => name === row.metric);
    if (!metric || row.previous_value === null) return [];
    const n = countMembers(row);
    const {currency} = row;
    return [
      {
        text: say("digest_changed_line", {
          label: metric.label, place: team === undefined ? "" : say("digest_in_team", {team}), value: formatRow(row, metric), when: namePeriod(row),
          before: formatMetric(row.previous_value, metric, {n, currency}), n: formatCount(n), counted: metric.counted,
        }),
      },
    ]; // prettier-ignore
  });
}

/**
 * Coming meetings with something to do, soonest first.
 * @param nameOf who else is named beside the account, for whom the mail is for
 * @param whose tasks to tell; all when left out
 */
export function writeComing(
  meetings: readonly ComingMeeting[],
  desk: Desk,
  nameOf: (meeting: ComingMeeting) => string,
): DigestLine[] {
  const {zone} = desk;
  return meetings
    .filter(({tasks}) => tasks.length > 0)
    .map((meeting): DigestLine => {
      const href = desk.linkOf(meeting.handoff_id);
      return {
        text: say("digest_coming_line", {account: nameAccount(meeting), when: formatMoment(meeting.meeting_at, zone), with: nameOf(meeting)}),
        under: [...sayBefore(meeting, desk), ...meeting.tasks.map((task) => writeTask(task, desk))],
        ...(href && {link: {href, label: say("digest_open")}}),
      }; // prettier-ignore
    });
}

/** The newest meeting before it at the same account, where there was one. */
function sayBefore(meeting: ComingMeeting, {zone}: Desk): string[] {
  const text = describeBefore(meeting, {timezone: zone});
  return text ? [`${startSentence(text)}.`] : [];
}

function writeTask(task: ComingTask, desk: Desk): string {
  const {due_at, what, who} = task;
  // Due since it was routed: when that was is not the point.
  const due = due_at && what !== "reroute" && what !== "ae" ? ` (${sayDue(due_at, desk)})` : "";
  return `${say("digest_task", {who: say(`actor_${who}`), what: describeTask(task, desk)})}${due}`;
}

export const sayDue = (due_at: string, {zone, asOf}: Pick<Desk, "zone" | "asOf">): string =>
  say(Date.parse(due_at) <= Date.parse(asOf) ? "task_was_due" : "task_by", {when: formatMoment(due_at, zone)});

/** Whose turn it was is a third person's, and the manager's alone. */
export const hideOthers = (meetings: readonly ComingMeeting[]): ComingMeeting[] =>
  meetings.map((meeting) => ({
    ...meeting,
    tasks: meeting.tasks.map(({expected_ae: _, ...task}) => task),
  }));

/** A handoff by its account, else by its contact, else by the account's id. */
export const nameAccount = ({
  account,
  contact,
  account_id,
}: {
  account: string | null;
  contact?: string | null;
  account_id?: string | null;
}): string => account ?? contact ?? account_id ?? say("digest_unnamed");

export const formatMoment = (instant: string, zone: string): string =>
  `${formatWeekday(instant, {zone})}, ${formatClock(instant, {zone})}`;

export const formatMeetingDay = (instant: string, zone: string): string => formatDay(instant, {zone});

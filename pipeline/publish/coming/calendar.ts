/** The calendar files: of an SDR what is to do before the coming meetings, of an AE the briefs to read before each. */
import type {ComingMeeting, ComingTask} from "../../contract/datasets.js";
import {inLanguage} from "../../contract/language.js";
import {GRAMMAR} from "../../../src/components/words/grammar.js";
import type {Ground} from "../ground.js";
import {writeIcs} from "./ics.js";

/** What a calendar shows; the site's own words stand in its catalogue, but these files leave the site. */
const WORDS = {
  sdr_name: "Briefs to complete",
  ae_name: "Briefs to read",
  brief: "Complete the brief",
  vague: "Make more specific",
  confirmation: "Send the confirmation",
  criterion: "Not met yet",
  document: "Write down",
  missing: "Still missing",
  is_vague: "Still vague",
  meeting: "Meeting",
  with: "with",
  booked_by: "Booked by",
  nothing: "nothing missing",
  short_of_brief: "brief",
} as const;
const word = (key: keyof typeof WORDS): string => inLanguage(WORDS[key]);
/** An event's short name: "Acme, brief: 3 missing"; what is missing by name stands in its description. */
const SHORT: Partial<Record<string, string>> = {
  brief: "{n} missing",
  vague: "{n} vague",
  confirmation: "confirmation not sent",
  criterion: "{n} not met",
  document: "{n} to document",
};
const MINUTE = 60_000;
/** What is to do takes half an hour, to read a brief ten minutes right before the meeting. */
const WORK_MS = 30 * MINUTE;
const READ_MS = 10 * MINUTE;

export interface CalendarOptions {
  /** Whose calendar. */
  name: string;
  /** When the data are of: every stamp is this, never a clock's. */
  asOf: string;
  /** Label of a field by its name. */
  labelOf(field: string): string;
  /** An instant as people of the company read it. */
  format(instant: string): string;
  /** Where the brief of a handoff stands; null where the configuration does not say where the site is. */
  linkOf(handoffId: string): string | null;
}

/** What all calendars of a company share: its labels, its zone, its site's address. */
export function describeCalendar({config, asOf}: Pick<Ground, "config" | "asOf">, name: string): CalendarOptions {
  const labels = new Map(config.brief.map(({field, label}) => [field, label]));
  const format = new Intl.DateTimeFormat(GRAMMAR.locale, {
    weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", timeZone: config.timezone,
  }); // prettier-ignore
  const site = config.publish.site_url?.replace(/\/*$/, "/");
  return {
    name,
    asOf,
    labelOf: (field) => labels.get(field) ?? field,
    format: (instant) => format.format(new Date(instant)),
    linkOf: (id) => (site ? `${site}pages/brief.html?handoff=${encodeURIComponent(id)}` : null),
  };
}

/** Meetings for which the SDR has something to do. */
export const needsSdr = ({tasks}: Pick<ComingMeeting, "tasks">): boolean => tasks.some(({who}) => who === "sdr");

/**
 * An event of half an hour for every meeting that its SDR still has to prepare, ending when it is due; what is overdue stands at the
 * time of the data.
 */
export function writeCalendar(meetings: readonly ComingMeeting[], options: CalendarOptions): string {
  const {name, asOf, format, linkOf} = options;
  const events = meetings.filter(needsSdr).map((meeting) => {
    const own = meeting.tasks.filter(({who}) => who === "sdr");
    const due = Math.min(...own.map(({due_at}) => Date.parse(due_at ?? meeting.add_by)));
    const start = Math.max(due - WORK_MS, Date.parse(asOf));
    const todo = own.map((task) => tell(task.what in WORDS ? word(task.what as keyof typeof WORDS) : "", task, options));
    const when = `${word("meeting")}: ${format(meeting.meeting_at)}${meeting.ae ? ` ${word("with")} ${meeting.ae}` : ""}`;
    return {
      uid: `${encodeURIComponent(meeting.handoff_id)}-prepare@baton`,
      start,
      end: start + WORK_MS,
      summary: `${nameMeeting(meeting)}, ${summarise(own)}`,
      description: [...todo, [when, meeting.contact].filter(Boolean).join(", ")],
      url: linkOf(meeting.handoff_id),
      remindMinutes: 15,
    };
  });
  return writeIcs(`${word("sdr_name")}: ${name}`, asOf, events);
}

/**
 * Ten minutes before each of an AE's coming meetings, to read the brief: before all of them, since what is missing changes up to the
 * meeting, and a full brief is to be read as well.
 */
export function writeAeCalendar(meetings: readonly ComingMeeting[], options: CalendarOptions): string {
  const {name, asOf, format, linkOf} = options;
  const events = meetings.map((meeting) => {
    const gaps = meeting.tasks.filter(({what}) => what === "brief" || what === "vague");
    const end = Date.parse(meeting.meeting_at);
    // Where no export has briefs, nobody knows what one misses.
    const state =
      gaps.length > 0 ? summarise(gaps) : [word("short_of_brief"), meeting.fields && word("nothing")].filter(Boolean).join(": ");
    return {
      uid: `${encodeURIComponent(meeting.handoff_id)}-read@baton`,
      start: end - READ_MS,
      end,
      summary: `${nameMeeting(meeting)}, ${state}`,
      description: [
        `${word("meeting")}: ${[format(meeting.meeting_at), meeting.contact, meeting.contact_title].filter(Boolean).join(", ")}`,
        ...(meeting.sdr ? [`${word("booked_by")} ${meeting.sdr}`] : []),
        ...gaps.map((task) => tell(word(task.what === "brief" ? "missing" : "is_vague"), task, options)),
      ],
      url: linkOf(meeting.handoff_id),
      remindMinutes: 0,
    };
  });
  return writeIcs(`${word("ae_name")}: ${name}`, asOf, events);
}

const nameMeeting = ({account, contact, handoff_id}: ComingMeeting): string => account ?? contact ?? handoff_id;

/** "brief: 3 missing, 1 vague, confirmation not sent" */
function summarise(tasks: readonly ComingTask[]): string {
  const parts = tasks.flatMap(({what, of = []}) => {
    const short = SHORT[what];
    return short === undefined ? [] : inLanguage(short).replace("{n}", String(of.length));
  });
  return `${tasks.some(({what}) => what === "brief" || what === "vague") ? `${word("short_of_brief")}: ` : ""}${parts.join(", ")}`;
}

/** Fields by their labels; criteria are told by theirs already. */
function tell(head: string, {of = []}: ComingTask, {labelOf}: CalendarOptions): string {
  return [head, of.map(labelOf).join(", ")].filter(Boolean).join(": ");
}

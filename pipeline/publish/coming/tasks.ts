import type {ComingMeeting, ComingTask} from "../../contract/datasets.js";

/** What a coming meeting's records say of its readiness. */
export interface Readiness {
  lacks_confirmation: boolean;
  lacks_invitation: boolean;
  lacks_acceptance: boolean;
  acceptance_due_at: string | null;
  /** Readiness criteria that are not met, but for those that the other tasks tell. */
  unmet: readonly {criterion: string; label: string}[];
}

/** Criteria of the default checklist that other tasks tell in more detail: the brief's fields, talking points among them, and the invitation. */
export const TOLD_ELSEWHERE = ["notes", "meeting", "criteria_documented", "talking_points"];

/**
 * What is to do before a meeting, and by whom: the SDR completes the brief and confirms, the AE accepts, the prospect takes the
 * invitation, and where no AE is named, the manager finds one.
 * @param order the template's fields in the order of `fields`
 */
export function listTasks(
  meeting: Pick<ComingMeeting, "fields" | "ae" | "add_by" | "add_by_business"> & Readiness,
  order: readonly string[],
): ComingTask[] {
  const due_at = meeting.add_by_business ?? meeting.add_by;
  const ofLetter = (letter: string) => order.filter((_, place) => meeting.fields[place] === letter);
  const [missing, vague] = [ofLetter("M"), ofLetter("V")];
  // Whom a handoff goes to is not the SDR's to change.
  const [reroute, unmet] = [true, false].map((isRouting) =>
    meeting.unmet.filter(({criterion}) => (criterion === "routing") === isRouting).map(({label}) => label),
  ) as [string[], string[]];
  const tasks: (ComingTask | false)[] = [
    missing.length > 0 && {who: "sdr", what: "brief", of: missing, due_at},
    vague.length > 0 && {who: "sdr", what: "vague", of: vague, due_at},
    meeting.lacks_confirmation && {who: "sdr", what: "confirmation", due_at},
    unmet.length > 0 && {who: "sdr", what: "criterion", of: unmet, due_at},
    reroute.length > 0 && meeting.ae !== null && {who: "manager", what: "criterion", of: reroute, due_at},
    meeting.lacks_acceptance && {
      who: "ae",
      what: "acceptance",
      ...(meeting.acceptance_due_at && {due_at: meeting.acceptance_due_at}),
    },
    meeting.lacks_invitation && {who: "prospect", what: "invitation", due_at: meeting.add_by},
    meeting.ae === null && {who: "manager", what: "ae", due_at},
  ];
  return tasks.filter((task) => task !== false);
}

import type {ComingMeeting, ComingTask} from "../../contract/datasets.js";

/** What a coming meeting's records say of its readiness. */
export interface Readiness {
  lacks_confirmation: boolean;
  lacks_invitation: boolean;
  lacks_acceptance: boolean;
  acceptance_due_at: string | null;
  /** Whose turn it was, where the handoff went past the routing rule. */
  expected_ae: string | null;
  routed_at: string | null;
  /** Items of the readiness checklist that are not met, or not known. */
  open: readonly {criterion: string; label: string; state: string; rule: string}[];
  /** Qualification criteria that nothing was seen of. */
  undocumented: readonly {label: string; rule: string}[];
}

type Facts = Pick<ComingMeeting, "fields" | "ae" | "add_by" | "add_by_business"> & Readiness;
export type Todo = Pick<ComingMeeting, "tasks" | "also">;

/**
 * What is to do before a meeting, and by whom. `tasks` has every open item of the readiness checklist, told by what mends it where
 * that is known: so there is none exactly when the checklist calls the meeting ready. `also` has what is worth doing beyond it.
 * @param order the template's fields in the order of `fields`
 */
export function listTasks(meeting: Facts, order: readonly string[]): Todo {
  const due_at = meeting.add_by_business ?? meeting.add_by;
  const at_once = {...(meeting.routed_at && {due_at: meeting.routed_at})};
  const ofLetters = (letters: string) => order.filter((_, place) => letters.includes(meeting.fields[place] ?? "-"));
  const [required, missing, vague] = [ofLetters("M"), ofLetters("Mm"), ofLetters("V")];
  const open = new Map(meeting.open.map((item) => [item.criterion, item]));
  /** The missing field of the brief that a rule asks for, the first where any of several would do. */
  const findField = (rule: string) => missing.find((field) => new RegExp(`\\bhas_${field}\\b`).test(rule));

  const invitation: ComingTask = {who: "prospect", what: "invitation", due_at: meeting.add_by};
  const ae: ComingTask = {who: "manager", what: "ae", ...at_once};
  const confirmation: ComingTask = {who: "sdr", what: "confirmation", due_at};
  // Whom a handoff goes to is not the SDR's to change.
  const routing: ComingTask | false =
    meeting.ae === null
      ? ae
      : meeting.expected_ae !== null && {
          who: "manager",
          what: "reroute",
          ae: meeting.ae,
          expected_ae: meeting.expected_ae,
          ...at_once,
        };

  const fields = new Set(open.has("notes") ? required : []);
  const documents: string[] = [];
  const others: ComingTask[] = [];
  const unknown: string[] = [];
  for (const {criterion, label, state, rule} of meeting.open) {
    const [unseen, field] = [criterion === "criteria_documented" ? meeting.undocumented : [], findField(rule)];
    if (unseen.length > 0)
      for (const each of unseen) {
        const own = findField(each.rule);
        // The prospect's to do, and asked for already.
        const isAsked = /\bis_invite_accepted\b/.test(each.rule) && open.has("meeting") && meeting.lacks_invitation;
        if (isAsked) continue;
        if (own) fields.add(own);
        else documents.push(each.label);
      }
    else if (criterion === "notes" && required.length > 0) continue;
    else if (field) fields.add(field);
    else if (criterion === "meeting" && meeting.lacks_invitation) others.push(invitation);
    else if (criterion === "routing" && routing) others.push(routing);
    else if (state === "unknown") unknown.push(label);
    else others.push({who: criterion === "routing" ? "manager" : "sdr", what: "criterion", of: [label], due_at});
  }
  const tasks = [
    fields.size > 0 && {who: "sdr", what: "brief", of: order.filter((field) => fields.has(field)), due_at},
    documents.length > 0 && {who: "sdr", what: "document", of: documents, due_at},
    ...others,
    unknown.length > 0 && {who: "revops", what: "unknown", of: unknown},
  ] as (ComingTask | false)[];

  const beyond = required.filter((field) => !fields.has(field));
  const also = [
    // It is asked for in the last days alone, and nothing else goes with so many more who come.
    meeting.lacks_confirmation && confirmation,
    beyond.length > 0 && {who: "sdr", what: "brief", of: beyond, due_at},
    vague.length > 0 && {who: "sdr", what: "vague", of: vague, due_at},
    meeting.lacks_acceptance && {
      who: "ae",
      what: "acceptance",
      ...(meeting.acceptance_due_at && {due_at: meeting.acceptance_due_at}),
    },
    meeting.lacks_invitation && !open.has("meeting") && invitation,
    routing && !open.has("routing") && routing,
  ] as (ComingTask | false)[];
  const keep = (list: (ComingTask | false)[]) => list.filter((task): task is ComingTask => task !== false);
  return {tasks: keep(tasks), also: keep(also)};
}

/** A meeting with all that may be done before it as its tasks: a calendar and a reminder tell both. */
export const joinTasks = (meeting: ComingMeeting): ComingMeeting => ({
  ...meeting,
  tasks: [...meeting.tasks, ...meeting.also],
});

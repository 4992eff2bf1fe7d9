/** Forms: the questions of the AE's feedback form with their answers, and what a prefilled link to each form may carry. */

/** How a question is answered. `choices` takes several options, `scale` whole numbers from `from` to `to`. */
export type QuestionKind = "choice" | "choices" | "text" | "scale";

export interface Question {
  /** Column of the feedback entity that the answer becomes. */
  column: string;
  /** The question as the form asks it, and as the export's header repeats it. */
  title: string;
  kind: QuestionKind;
  options?: readonly string[];
  from?: number;
  to?: number;
  /** What the ends of a scale mean. */
  ends?: readonly [string, string];
  /** Only whether the meeting took place is asked of everybody; without a meeting there is no more to say. */
  isRequired?: boolean;
}

/** The six questions, in the order they are asked. */
export const FEEDBACK_QUESTIONS: readonly Question[] = [
  {
    column: "showed_up",
    title: "Did prospect show up?",
    kind: "choice",
    options: ["Yes", "No", "Rescheduled"],
    isRequired: true,
  },
  {
    column: "qualification_accuracy",
    title: "Qualification accuracy?",
    kind: "choice",
    options: ["Fully qualified", "Partially qualified", "Not qualified"],
  },
  {
    column: "most_valuable_context",
    title: "Most valuable context?",
    kind: "choices",
    options: ["Pain points", "Stakeholder map", "Timeline", "Competitive intel"],
  },
  {column: "missing", title: "What was missing?", kind: "text"},
  {column: "will_advance", title: "Will this advance to opportunity?", kind: "choice", options: ["Yes", "No", "Maybe"]},
  {
    column: "quality_score",
    title: "Quality score (1-10)",
    kind: "scale",
    from: 1,
    to: 10,
    ends: ["of no use to me", "nothing was missing"],
  },
];

/** What the link fills in first, so that an AE sees which meeting is asked about; an answer whose id got lost finds its handoff by them. */
export const MEETING_QUESTIONS = [
  {column: "account", title: "Company", placeholder: "account"},
  {column: "meeting_on", title: "Meeting date", placeholder: "meeting_date"},
] as const;

/** The questions that the link answers beforehand, so that an answer finds its handoff; each with its placeholder. */
export const PREFILLED_QUESTIONS = [
  {column: "handoff_id", title: "Handoff ID", placeholder: "handoff_id"},
  {column: "ae_id", title: "AE ID", placeholder: "ae_id"},
] as const;

/** What stands for a value in `feedback.form_url`. */
export const FORM_PLACEHOLDERS = [
  "handoff_id",
  "meeting_id",
  "opportunity_id",
  "ae_id",
  "ae_email",
  "ae_name",
  "account",
  "account_id",
  "meeting_date",
] as const;
export type FormPlaceholder = (typeof FORM_PLACEHOLDERS)[number];

/** What stands for a value in `coaching.commitment_form_url`: columns of the commitments entity, and the SDR's name. */
export const COMMITMENT_PLACEHOLDERS = ["sdr_id", "sdr_name", "behaviour", "agreed_on", "review_on", "status"] as const;
/** The same in `coaching.dispute_form_url`. */
export const DISPUTE_PLACEHOLDERS = ["record_id", "raised_by", "account", "meeting_date"] as const;

/** The names in braces of a template, as they stand there. */
export function listPlaceholders(template: string): string[] {
  return [...template.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1]!);
}

/**
 * The address with values put in, each encoded so that it can neither end its parameter nor begin another; one that is not known leaves
 * its place empty.
 */
export const fillForm = (template: string, values: Readonly<Record<string, string | null | undefined>>): string =>
  template.trim().replace(/\{([a-z_]+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ""));

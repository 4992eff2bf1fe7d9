import type {ProfilePart} from "./profile.js";

/** What form tools call the time of an answer, in the languages their interfaces have. */
export const COMMON_TIMESTAMPS = ["Timestamp", "Zeitstempel", "Horodateur", "Marca temporal", "Submitted at"];

/** The AE's feedback form, with the wordings under which its questions are known. */
export const feedback: ProfilePart = {
  entity: "feedback",
  hasQuestions: true,
  columns: {
    submitted_at: COMMON_TIMESTAMPS,
    handoff_id: ["Handoff ID", "Handoff", "Handoff number", "Handoff reference"],
    ae_id: ["AE ID", "AE name", "Account Executive", "Your name", "AE"],
    ae_email: ["Email Address", "Your email", "Your email address", "AE email", "E-Mail-Adresse", "Username"],
    account: ["Account", "Account name", "Company", "Company name", "Prospect company", "Which account was the meeting with?"],
    meeting_on: ["Meeting date", "Date of the meeting", "Date of meeting", "When was the meeting?"],
    showed_up: [
      "Did prospect show up?",
      "Did the prospect show up?",
      "Did the prospect attend the meeting?",
      "Prospect showed up?",
    ],
    qualification_accuracy: [
      "Qualification accuracy?",
      "Qualification accuracy",
      "How accurate was the qualification?",
      "How well was the prospect qualified?",
    ],
    most_valuable_context: [
      "Most valuable context?",
      "Most valuable context",
      "Which context was most valuable?",
      "What context was most valuable?",
    ],
    missing: ["What was missing?", "What information was missing?", "What was missing from the brief?"],
    helpful: ["What was most helpful?", "What was helpful?", "What helped the most?"],
    will_advance: ["Will this advance to opportunity?", "Will this advance to an opportunity?", "Will it become an opportunity?"],
    quality_score: [
      "Quality score (1-10)",
      "Quality score",
      "Handoff quality score (1-10)",
      "How would you rate the quality of this handoff (1-10)?",
      "Rate the handoff quality",
    ],
  },
};

/** Any form has a time of answering; one of these questions makes it the feedback form. */
const QUESTIONS = [
  "showed_up",
  "qualification_accuracy",
  "most_valuable_context",
  "missing",
  "helpful",
  "will_advance",
  "quality_score",
  "handoff_id",
];

/** Signatures of the feedback form of a tool, which shows by one of `signs`. */
export const signFeedback = (signs: readonly string[]): string[][] =>
  signs.flatMap((sign) => QUESTIONS.flatMap((column) => feedback.columns[column]!.map((wording) => [sign, wording])));

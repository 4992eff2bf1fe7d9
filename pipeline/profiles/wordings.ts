import type {ProfilePart} from "./profile.js";

/** What form tools call the time of an answer, in the languages their interfaces have. */
export const COMMON_TIMESTAMPS = [
  "Timestamp",
  "Zeitstempel",
  "Horodateur",
  "Marca temporal",
  "Submitted at",
  "Completion time",
  "Fertigstellungszeit",
];

/** The AE's feedback form, with the wordings under which its questions are known. */
export const feedback: ProfilePart = {
  entity: "feedback",
  hasQuestions: true,
  columns: {
    submitted_at: COMMON_TIMESTAMPS,
    handoff_id: [
      "Handoff ID", "Handoff", "Handoff number", "Handoff reference", "Handoff-ID", "Which handoff is this about?", "Handoff-Nummer", "Übergabe-ID",
    ],
    ae_id: ["AE ID", "AE name", "Account Executive", "Your name", "AE", "Name of the AE", "Ihr Name", "Dein Name", "Name des AE"],
    ae_email: [
      "Email Address", "Dirección de correo electrónico", "Adresse e-mail", "Nutzername", "Nom d'utilisateur", "Your email", "Your email address", "AE email", "E-Mail-Adresse", "Username", "Email", "E-mail", "Ihre E-Mail-Adresse", "Deine E-Mail-Adresse",
    ],
    account: [
      "Account", "Account name", "Company", "Company name", "Prospect company", "Which account was the meeting with?", "Prospect", "Customer", "Firma",
      "Unternehmen", "Kunde", "Mit welchem Unternehmen war das Gespräch?",
    ],
    meeting_on: [
      "Meeting date", "Date of the meeting", "Date of meeting", "When was the meeting?", "Discovery call date", "Date of the discovery call", "Date of the call",
      "Call date", "Termin", "Datum des Termins", "Datum des Gesprächs", "Wann war der Termin?",
    ],
    showed_up: [
      "Did prospect show up?", "Did the prospect show?", "Did they show?", "Did the prospect show up?", "Did the prospect attend the meeting?", "Prospect showed up?", "Did they show up?", "Did the meeting happen?",
      "Did the meeting take place?", "Was the meeting held?", "Did the prospect attend?", "Did the prospect join the call?", "Show or no-show?", "Meeting outcome",
      "Attendance", "Showed up?", "Prospect attended?", "Did the discovery call take place?", "Ist der Interessent erschienen?", "Hat das Meeting stattgefunden?",
      "Hat der Termin stattgefunden?", "Ist der Kunde erschienen?", "Fand das Gespräch statt?", "War der Interessent da?",
    ],
    qualification_accuracy: [
      "Qualification accuracy?", "Qualification accuracy", "How accurate was the qualification?", "How well was the prospect qualified?", "Was the prospect qualified?",
      "Was the lead qualified?", "How qualified was the prospect?", "How qualified was the lead?", "Was the prospect properly qualified?", "Lead qualification",
      "Was the opportunity qualified as described?", "Accuracy of the qualification", "How well qualified was this lead?", "Qualification level",
      "Wie gut war der Interessent qualifiziert?", "War der Interessent qualifiziert?", "Genauigkeit der Qualifizierung", "Wie genau war die Qualifizierung?",
      "Qualifizierung",
    ],
    most_valuable_context: [
      "Most valuable context?", "Most valuable context", "Which context was most valuable?", "What context was most valuable?", "What information was most valuable?",
      "Most useful context", "Most useful information", "What was the most useful context?", "Which information helped most?", "Which part of the brief was most valuable?",
      "What context helped you most?", "Which context was most helpful?", "What part of the handoff was most valuable?", "Wertvollster Kontext", "Welcher Kontext war am wertvollsten?",
      "Welche Information war am wertvollsten?", "Welche Informationen waren am hilfreichsten?",
    ],
    missing: [
      "What was missing?", "What information was missing?", "What was missing from the brief?", "What was missing from the handoff?", "Anything missing?", "Missing information",
      "What else would you have liked to know?", "What did you miss?", "What was missing in the handoff?", "What should the SDR have found out?", "Information gaps",
      "What would have helped you prepare?", "Was hat gefehlt?", "Welche Informationen haben gefehlt?", "Was fehlte?", "Fehlende Informationen",
    ],
    helpful: [
      "What was most helpful?", "What was helpful?", "What helped the most?", "What did the SDR do well?", "What went well?", "Was war hilfreich?", "Was hat geholfen?",
      "Was war besonders hilfreich?",
    ],
    will_advance: [
      "Will this advance to opportunity?", "Will this advance to an opportunity?", "Will it become an opportunity?", "Will this become an opportunity?",
      "Will this convert to an opportunity?", "Do you expect this to become an opportunity?", "Will you create an opportunity?", "Will this move forward?",
      "Is this going to be an opportunity?", "Will this progress to an opportunity?", "Opportunity?", "Next step: opportunity?", "Will the deal advance?",
      "Wird daraus eine Opportunity?", "Wird es eine Opportunity?", "Wird daraus eine Verkaufschance?", "Geht es weiter?",
    ],
    quality_score: [
      "Quality score (1-10)", "Quality score", "Handoff quality score (1-10)", "How would you rate the quality of this handoff (1-10)?", "Rate the handoff quality",
      "Rate the quality of this handoff", "Overall rating", "Overall quality (1-10)", "How would you rate this handoff?", "Rating", "Handoff rating", "Score (1-10)",
      "On a scale of 1 to 10, how good was the handoff?", "Quality of the handoff", "How good was this handoff?", "Qualität der Übergabe (1-10)",
      "Wie bewerten Sie die Übergabe?", "Wie bewertest du die Übergabe (1-10)?", "Bewertung (1-10)", "Bewertung",
    ],
  },
}; // prettier-ignore

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

/** Wordings that many a form has: understood in a feedback form, but none makes a form one. */
const COMMON_WORDINGS = new Set([
  "Attendance", "Meeting outcome", "Showed up?", "Opportunity?", "Rating", "Overall rating", "Overall quality (1-10)", "Score (1-10)",
  "Bewertung", "Bewertung (1-10)", "Qualifizierung", "Qualification level", "Anything missing?", "Missing information", "Information gaps", "What did you miss?",
  "What went well?", "Was hat gefehlt?", "Was fehlte?", "Fehlende Informationen", "Was war hilfreich?", "Was hat geholfen?", "Was war besonders hilfreich?",
  "Geht es weiter?", "Will this move forward?", "Most useful information",
]); // prettier-ignore

/** Signatures of the feedback form of a tool, which shows by one of `signs`. */
export const signFeedback = (signs: readonly string[]): string[][] =>
  signs.flatMap((sign) =>
    QUESTIONS.flatMap((column) =>
      feedback.columns[column]!.filter((wording) => !COMMON_WORDINGS.has(wording)).map((wording) => [sign, wording]),
    ),
  );

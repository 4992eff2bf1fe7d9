import type {Profile, ProfilePart} from "./profile.js";
import {feedback, signFeedback} from "./wordings.js";

const SUBMITTED = ["Completion time", "Fertigstellungszeit", "Heure de fin", "Hora de finalización"];
const STARTED = ["Start time", "Startzeit", "Heure de début", "Hora de inicio"];
const EMAIL = "Email|E-Mail|Adresse de messagerie|Correo electrónico";

const answers: ProfilePart = {
  ...feedback,
  columns: {
    ...feedback.columns,
    // Numbers begin with one in each form: with the time they are an answer's own.
    feedback_id: [`=({ID} || ' ' || {${[...STARTED, ...SUBMITTED].join("|")}})`],
    submitted_at: SUBMITTED,
    // Who answers a form that asks for no names.
    ae_email: [
      `=case when lower({${EMAIL}}) not in ('anonymous', 'anonym', 'anonyme', 'anónimo') then {${EMAIL}} end`,
      ...feedback.columns.ae_email!,
    ],
    ae_id: [...feedback.columns.ae_id!, "Name", "Nom", "Nombre"],
  },
};

/** Microsoft Forms, "Open results in Excel", saved as CSV: number, times and who answered, then a column per question; times are those of whoever opened it. */
export const microsoftForms: Profile = {
  name: "microsoft-forms",
  label: "Microsoft Forms",
  files: [{kind: "Responses", signatures: signFeedback(SUBMITTED).map((group) => ["ID", ...group]), parts: [answers]}],
};

import type {Profile} from "./profile.js";
import {COMMON_TIMESTAMPS, feedback, signFeedback} from "./wordings.js";

/** Google Forms, "Responses, Download (.csv)" or its spreadsheet: a timestamp, then a column per question. */
export const googleForms: Profile = {
  name: "google-forms",
  label: "Google Forms",
  files: [{kind: "Form responses", signatures: signFeedback(COMMON_TIMESTAMPS), parts: [feedback]}],
};

import type {Profile, ProfilePart} from "./profile.js";
import {feedback, signFeedback} from "./wordings.js";

const SUBMITTED = ["Conversion Date", "Submission Date", "Submitted On", "Date submitted", "Form Submission Date"];

const submissions: ProfilePart = {
  ...feedback,
  columns: {
    ...feedback.columns,
    submitted_at: SUBMITTED,
    ae_email: [...feedback.columns.ae_email!, "Email"],
    ae_id: [...feedback.columns.ae_id!, "=nullif(concat_ws(' ', {First Name}, {Last Name}), '')"],
  },
};

/** HubSpot, "Forms, Submissions, Export": date and page of the submission, then the fields by their labels; times in the account's zone. */
export const hubspotForms: Profile = {
  name: "hubspot-forms",
  label: "HubSpot forms",
  files: [{kind: "Form submissions", unless: ["Record ID"], signatures: signFeedback(SUBMITTED), parts: [submissions]}],
};

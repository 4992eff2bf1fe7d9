import type {Profile, ProfilePart} from "./profile.js";
import {feedback, signFeedback} from "./wordings.js";

const answers: ProfilePart = {
  ...feedback,
  columns: {
    ...feedback.columns,
    feedback_id: ["Respondent ID"],
    submitted_at: ["End Date", "Date Modified", "Date Created", "Start Date"],
  },
};

/** SurveyMonkey, "Export all, all responses data": who and when, then a column per question or choice, a second line of headers below. */
export const surveymonkey: Profile = {
  name: "surveymonkey",
  label: "SurveyMonkey",
  files: [{kind: "Responses", signatures: signFeedback(["Respondent ID"]), parts: [answers]}],
};

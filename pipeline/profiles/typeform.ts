import {spellings, type Profile, type ProfilePart} from "./profile.js";
import {feedback, signFeedback} from "./wordings.js";

const SUBMITTED = ["Submit Date (UTC)", "Submit Date", "Submitted At", "Submitted At (UTC)"];
const submitted = `{${SUBMITTED.join("|")}}`;

const answers: ProfilePart = {
  ...feedback,
  // Choices of a question with several answers stand in a second header line, each over a column of its own.
  setAside: [
    {
      when: `(${submitted} is null and {#} is null) or not regexp_matches(${submitted}, '[0-9]')`,
      reason: "second line of headers",
    },
    {when: "lower({Response Type}) in ('partial', 'started')", reason: "answers not sent off"},
  ],
  columns: {
    ...feedback.columns,
    feedback_id: ["#", "Response ID", "Token"],
    submitted_at: SUBMITTED,
    most_valuable_context: [
      ...feedback.columns.most_valuable_context!,
      "=nullif(concat_ws(';', {?Pain points}, {?Stakeholder map}, {?Timeline|Timeline information}, {?Competitive intel}), '')",
    ],
  },
  // Yes/No questions are exported as 1 and 0.
  values: {showed_up: spellings({yes: "1", no: "0"}), will_advance: spellings({yes: "1", no: "0"})},
};

/** Typeform, "Results, Responses, Download": `#`, a column per question (its text may hold HTML), network id, dates in UTC. */
export const typeform: Profile = {
  name: "typeform",
  label: "Typeform",
  zone: () => "UTC",
  files: [{kind: "Responses", signatures: signFeedback(SUBMITTED.slice(0, 2)), parts: [answers]}],
};

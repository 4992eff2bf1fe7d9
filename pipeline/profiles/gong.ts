import {anyOf, type Profile, type ProfilePart} from "./profile.js";

/** Seconds, or hours, minutes and seconds with colons. */
const duration = (header: string) =>
  `=case when regexp_full_match({${header}}, '[0-9]+:[0-9]+(:[0-9]+)?')
    then list_reduce(try_cast(string_split({${header}}, ':') as bigint[]), lambda total, part: total * 60 + part)::varchar
    else {${header}} end`;

const calls: ProfilePart = {
  entity: "calls",
  columns: {
    call_id: ["id", "Call ID"],
    handoff_id: ["Handoff ID"],
    opportunity_id: ["Opportunity ID", "CRM Opportunity ID", "Deal ID", "context.Opportunity.objectId"],
    contact_id: ["Contact ID", "CRM Contact ID", "Contact Email", "context.Contact.objectId"],
    person_id: [
      "primaryUserId",
      "Primary User",
      "Owner ID",
      "Host ID",
      "Host Email",
      "Owner Email",
      "User Email",
      "Host",
      "Owner",
    ],
    started_at: ["started", "Start Time", "Call Start Time", "Call Date", "Date"],
    duration_seconds: [
      "Duration (seconds)",
      "Duration (sec)",
      "=(try_cast({Duration (minutes)|Duration (min)} as double) * 60)::varchar",
      duration("duration|Call Duration"),
    ],
    url: ["url", "Call URL", "Call Link", "Link"],
    talk_ratio: ["Talk Ratio", "Rep Talk Ratio", "Talk Ratio (%)", "interaction.Talk Ratio"],
    score: ["Overall Score", "Scorecard Score", "Call Score", "Score"],
  },
};

const people: ProfilePart = {
  entity: "people",
  columns: {
    person_id: ["id", "User ID"],
    name: ["Name", "=nullif(concat_ws(' ', {First Name}, {Last Name}), '')"],
    email: ["emailAddress", "Email"],
    manager_id: ["managerId"],
  },
};

/** Gong: the list of calls (labels) or its API's attributes flattened to CSV; ids of up to 20 digits are texts, lengths are in seconds. */
export const gong: Profile = {
  name: "gong",
  label: "Gong",
  prefix: /^(calldata[._ ])?(metadata[._ ])?/,
  files: [
    {
      kind: "Calls",
      signatures: anyOf(
        "id, started, duration",
        "id, started, primaryUserId",
        "Call ID, Start Time, Duration",
        "Call ID, Call Date, Duration",
        "Call ID, Date, Duration",
        "Call ID, Started, Duration",
        "Call ID, Call Title, Call Duration",
        "Call ID, Primary User ID",
        "Call ID, Talk Ratio",
      ),
      unless: ["Activity ID", "Record ID"],
      parts: [calls],
    },
    {kind: "Users", signatures: anyOf("id, emailAddress, managerId", "id, emailAddress, firstName, active"), parts: [people]},
  ],
};

import {anyOf, type Profile, type ProfilePart} from "./profile.js";

const UNITS = [
  ["h", 3600],
  ["m", 60],
  ["s", 1],
] as const;
/** Seconds; or hours, minutes and seconds with colons, or as "1h 5m 20s". */
const duration = (header: string) =>
  `=case when regexp_full_match({${header}}, '[0-9]+:[0-9]+(:[0-9]+)?')
    then list_reduce(try_cast(string_split({${header}}, ':') as bigint[]), lambda total, part: total * 60 + part)::varchar
    when regexp_full_match(lower({${header}}), '([0-9]+ ?h[a-z]*)? ?([0-9]+ ?m[a-z]*)? ?([0-9]+ ?s[a-z]*)?')
    then (${UNITS.map(([unit, seconds]) => `coalesce(try_cast(regexp_extract(lower({${header}}), '([0-9]+) ?${unit}', 1) as bigint), 0) * ${seconds}`).join(" + ")})::varchar
    else {${header}} end`;

const calls: ProfilePart = {
  entity: "calls",
  columns: {
    call_id: ["id", "Call ID"],
    handoff_id: ["Handoff ID"],
    opportunity_id: [
      "Opportunity ID",
      "CRM Opportunity ID",
      "Deal ID",
      "context.Opportunity.objectId",
      "Opportunity Name",
      "Opportunity",
      "Deal Name",
      "Deal",
    ],
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
      // Logs of telephone systems are of calls that nobody recorded.
      unless: [
        "Activity ID",
        "Record ID",
        "From",
        "From Number",
        "To Number",
        "Caller Number",
        "Callee Number",
        "Phone Number",
        "External Number",
        "Contact Number",
        "Disposition",
        "Channel ID",
      ],
      parts: [calls],
    },
    {kind: "Users", signatures: anyOf("id, emailAddress, managerId", "id, emailAddress, firstName, active"), parts: [people]},
  ],
};

/**
 * Kinds of export that many a tool makes, each in words of its own: call logs, bookings, lists of prospects. Nothing in their headers says for certain
 * whose they are, so nothing is read by these: they are what `init` and `inspect` propose.
 */
import type {EntityName} from "../contract/entities.js";

export interface ToolKind {
  /** What it is, for people. */
  what: string;
  entity: EntityName;
  /** Headers that it must have: each entry lists by `|` what one of them may be called. */
  shows: readonly string[];
  /** Headers that speak against it. */
  unless?: readonly string[];
  /** Where columns come from, as in a profile: headers, best first, or an expression behind `=`. */
  columns: Readonly<Record<string, readonly string[]>>;
  /** Times, by headers that may be called so; a day and a time of day may stand in two. */
  times: Readonly<Record<string, readonly string[]>>;
  /** Columns that such an export says little without. */
  needs?: readonly string[];
  /** Headers from which a column is only taken once somebody has said that it is so. */
  doubtful?: Readonly<Record<string, readonly string[]>>;
  /** Rows that are of the entity, as in a profile. */
  where?: string;
}

const list = (text: string): string[] => text.split(", ");

const STARTS = list(
  "datetime (UTC), Start Time (UTC), Started At (UTC), Call Start Time (UTC), Started At, Start Time, Start Date & Time, Start Date Time, Start Date/Time, Call Start, Call Start Time, Call Started, Call Started At, Date Started, Started, Date & Time, Date/Time, Date Time, Datetime, Call Date & Time, Call Date/Time, Call Date Time, Timestamp, Call Time, Call Date, Date, Start Date, date (TZ offset incl.), Created At",
);
const OWN_EMAILS = "User Email, Agent Email, Rep Email, Sales Rep Email, Owner Email, Caller Email, Host Email, Organizer Email";
const OWN_NAMES =
  "User, User Name, Agent, Agent Name, Rep, Rep Name, Sales Rep, Owner, Owner Name, Host, Host Name, User Id, Agent Id";
const OTHER_EMAILS =
  "Prospect Email, Contact Email, Lead Email, Customer Email, Client Email, Recipient Email, Guest Email, Invitee Email, Attendee Email";
const OTHER_NAMES = "Prospect, Prospect Name, Contact, Contact Name, Customer Name, Client Name, Lead, Lead Name";
const COMPANIES = "Account, Account Name, Company, Company Name, Prospect Company, Prospect Account, Organization, Organisation";
const DIRECTION = "Direction|Call Direction";
const IS_IN = `lower({${DIRECTION}}) in ('in', 'inbound', 'incoming')`;
const NUMBERS =
  "From|From Number|Caller Number|Phone Number|External Number|Contact Number|Customer Number|Client Number|Prospect Number|Prospect Phone|Dialed Number|raw_digits|Other Number";

const callLog: Omit<ToolKind, "shows"> = {
  what: "a call log",
  entity: "activities",
  unless: list("Activity ID, Record ID, Transcript, Transcript URL, Participants, Talk Ratio"),
  times: {occurred_at: STARTS},
  needs: ["occurred_at", "actor_id"],
  columns: {
    activity_id: list("Call ID, Call UUID, Call SID, Session Id, Channel ID, id"),
    contact_id: [
      ...list(OTHER_EMAILS),
      ...list(OTHER_NAMES),
      `=case when ${IS_IN} then {Caller Name|From Name} else {Callee Name|To Name} end`,
      ...list(
        "External Number, Contact Number, Customer Number, Client Number, Prospect Number, Prospect Phone, raw_digits, Other Number",
      ),
      `=case when ${IS_IN} then {From|From Number|Caller Number} else {To|To Number|Callee Number} end`,
      ...list("Dialed Number, Phone Number"),
    ],
    account_id: list(COMPANIES),
    opportunity_id: list("Opportunity ID, Deal ID"),
    actor_id: [
      ...list(OWN_EMAILS),
      ...list(OWN_NAMES),
      `=case when ${IS_IN} then {Callee Name|To Name} else {Caller Name|From Name} end`,
    ],
    channel: ["='call'"],
    direction: [...DIRECTION.split("|"), "Call Type"],
    outcome: list(
      "Disposition, Call Disposition, Call Outcome, Outcome, Action Result, Call Result, Result, Status, Call Status, Answered",
    ),
    subject: list("Subject, Call Title"),
  },
};

/** What became of a meeting, of exports that have a column for each of its ends. */
const ENDS: readonly [string, string][] = [
  ["no_show", "Marked as No-Show|No-Show|No Show|Is No Show"],
  ["canceled", "Canceled|Cancelled|Is Canceled|Is Cancelled"],
  ["rescheduled", "Rescheduled|Is Rescheduled"],
];
const FLAGS = [[0, 1, 2], [0, 1], [1, 2], [0, 2], [0], [1], [2]].map(
  (ends) =>
    `=case ${ends.map((index) => `when lower({${ENDS[index]![1]}}) in ('true', 'yes', '1') then '${ENDS[index]![0]}'`).join(" ")} end`,
);

const LENGTH =
  "Duration|Call Duration|Total Duration|duration (total)|Call Length|Talk Time|Talk Duration|Duration (seconds)|Duration (s)|Duration (sec)|Talk Time (seconds)|Handle Time";

export const TOOL_KINDS: readonly ToolKind[] = [
  // Dialpad's e-mail and name are its user's.
  {
    ...callLog,
    shows: ["call_id", "date_started", "external_number", "direction"],
    columns: {...callLog.columns, actor_id: ["email", "name", "target_id"]},
    times: {occurred_at: ["date_started"]},
  },
  {...callLog, shows: [`${DIRECTION}|Call Type`, LENGTH, NUMBERS]},
  {
    ...callLog,
    shows: [
      "Disposition|Call Disposition",
      "Call ID|Call Start|Call Time|Call Date|Talk Time|Call Duration|Talk Time (seconds)",
      `${NUMBERS}|Prospect|Prospect Name`,
    ],
  },
  // Fireflies tells lengths in minutes.
  {
    what: "a list of recorded calls",
    entity: "calls",
    shows: ["transcript_url", "organizer_email|host_email", "duration"],
    times: {started_at: ["date", "dateString", "date_string"]},
    needs: ["started_at", "call_id"],
    columns: {
      call_id: ["id", "transcript_id"],
      person_id: ["host_email", "organizer_email"],
      duration_seconds: ["=(try_cast({duration} as double) * 60)::varchar"],
      url: ["transcript_url"],
    },
  },
  {
    what: "a list of recorded calls",
    entity: "calls",
    shows: [
      "Transcript|Transcript URL|Participants|Attendees|Talk Ratio|Rep Talk Ratio",
      "Duration|Duration (minutes)|Duration (min)|Duration (mins)|Length|Call Duration|Meeting Duration",
      "Host|Host Email|Organizer|Organizer Email|Owner|Owner Email|Rep|Rep Email|User|User Email",
    ],
    unless: list("Activity ID, Record ID, Booked At, Invitee Email"),
    times: {started_at: STARTS},
    needs: ["started_at", "call_id"],
    columns: {
      call_id: list("Call ID, Recording ID, Meeting UUID, Meeting ID, Engagement ID, Conversation ID, Transcript ID"),
      opportunity_id: list("Opportunity ID, Deal ID, Opportunity Name, Opportunity, Deal Name, Deal"),
      contact_id: [...list(OTHER_EMAILS), ...list(OTHER_NAMES)],
      person_id: [...list(OWN_EMAILS), ...list(OWN_NAMES), "Organizer"],
      // Of a length that says no unit nobody knows whether it is seconds or minutes.
      duration_seconds: [
        "Duration (seconds)",
        "Duration (sec)",
        "=(try_cast({Duration (minutes)|Duration (min)|Duration (mins)} as double) * 60)::varchar",
      ],
      url: list("Call URL, Recording URL, Meeting URL, Transcript URL, Call Link, Recording Link, Link, URL"),
      talk_ratio: list("Talk Ratio, Rep Talk Ratio, Talk Ratio (%)"),
      score: list("Score, Overall Score, Call Score"),
    },
    doubtful: {call_id: ["id"]},
  },
  {
    what: "bookings of a calendar tool",
    entity: "handoffs",
    shows: [
      "Booker|Booker Name|Booker Email|Booked By|Booked At|Booking Date|Date Booked|Invitee Email|Invitee Name|Guest Email|Prospect Email|Attendee Email|Attendees|Organizer|Meeting Organizer|Required Attendees|Creator|Scheduled By",
      "Start Time|Starts At|Start|Start At|Meeting Time|Meeting Start|Meeting Start Time|Meeting Date|Meeting Date/Time|Start Date & Time|Start Date Time|Start Date|Event Start|Scheduled For|Booking Start",
      "Status|Meeting Status|Booking Status|Canceled|Cancelled|No Show|No-Show|Marked as No-Show|Event Type|Event Type Name|Meeting Type|Host|Host Email|Assignee|Assignee Email|Assigned To|End|End Time|Booked At",
    ],
    unless: list("Record ID, Activity ID, Call ID, Duration (seconds), Transcript URL, Talk Ratio, Activity Type"),
    times: {
      meeting_at: list(
        "Start Time (UTC), Start Date & Time, Start Date Time, Meeting Start Time, Meeting Start, Meeting Date/Time, Meeting Date & Time, Meeting Time, Starts At, Start At, Start Time, Event Start, Booking Start, Scheduled For, Start, Meeting Date, Start Date",
      ),
      booked_at: list(
        "Booked At, Booked On, Booking Date, Date Booked, Booking Time, Booked Date, Booking Created, Event Created Date & Time, Meeting Booked At, Scheduled At, Created At, Created, Created Date, Creation Date, Date Created",
      ),
      canceled_at: list("Canceled At, Cancelled At, Cancellation Date"),
    },
    needs: ["sdr_id", "meeting_at"],
    columns: {
      meeting_id: list("Meeting ID, Booking ID, Event ID, Event UUID, Event UID, UID, Booking UID"),
      account_id: list(`Account ID, ${COMPANIES}, Guest Company, Invitee Company, Prospect Account`),
      contact_id: list(
        `${OTHER_EMAILS}, Primary Guest Email, Primary Guest, Guest, Invitee, Invitee Name, Guest Name, ${OTHER_NAMES}`,
      ),
      opportunity_id: list("Opportunity ID, Deal ID"),
      sdr_id: list(
        "Booker Email, Booked By Email, Booker, Booker Name, Booked By, Scheduled By, Scheduled By Email, Invitee Scheduled By, SDR Email, SDR, Set By",
      ),
      ae_id: list(
        "Assignee Email, Host Email, AE Email, User Email, Assigned Rep Email, Assignee, Assignee Name, Assigned To, Assigned Rep, Host, Host Name, AE, Meeting Owner, User Name, User, Owner Email, Owner",
      ),
      source: list("Lead Source, Source, UTM Source"),
      duration_minutes: list("Duration (minutes), Duration (min), Duration (mins)"),
      meeting_status: [...list("Meeting Status, Booking Status, Status, Meeting Outcome, Outcome"), ...FLAGS],
      meeting_link: list("Meeting Link, Meeting URL, Conference Link, Conference URL"),
      brief_text: list("Handoff Notes, Meeting Notes, Notes"),
    },
    // Who put a meeting into the calendar may be whoever takes it.
    doubtful: {
      sdr_id: list("Creator, Creator Email, Created By, Organizer, Organizer Email, Meeting Organizer"),
      ae_id: list("Organizer, Organizer Email"),
    },
  },
  {
    what: "what a campaign tool did",
    entity: "activities",
    shows: ["type", "createdAt|Created At|Date", "leadEmail|Lead Email", "campaignName|Campaign Name|Campaign"],
    times: {occurred_at: list("createdAt, Created At, Date")},
    needs: ["occurred_at"],
    where: "regexp_matches(lower({type}), '(sent|replied|done|accepted)$')",
    columns: {
      activity_id: list("Activity ID"),
      contact_id: list("leadEmail, Lead Email"),
      account_id: list("leadCompanyName, Company Name, Company"),
      actor_id: list("sendUserEmail, Send User Email, Sender Email, sendUserName, Sender, User Email, User"),
      channel: [
        "=case when lower({type}) like 'email%' then 'email' when lower({type}) like 'linkedin%' then 'linkedin' when regexp_matches(lower({type}), 'call') then 'call' else 'other' end",
      ],
      direction: ["=case when lower({type}) like '%replied' then 'in' else 'out' end"],
      outcome: ["type"],
      subject: list("Subject, Email Subject"),
    },
  },
  {
    what: "e-mails sent",
    entity: "activities",
    shows: [
      "Sent At|Sent Date|Date Sent|Sent On|Sent Time|Email Sent At|Email Sent Date|Time Sent|Sent",
      "To|To Email|Recipient|Recipients|Recipient Email|Prospect Email|Contact Email|Lead Email|Email|Email Address|To Address",
      "Subject|Email Subject|Subject Line|Sequence|Sequence Name|Campaign|Campaign Name|Opened|Opens|Replied|Replies|Clicks|Clicked",
    ],
    unless: list("Activity ID, Record ID, Direction, Duration, Call ID"),
    times: {
      occurred_at: list(
        "Sent At (UTC), Sent At, Email Sent At, Sent Date, Email Sent Date, Date Sent, Sent On, Sent Time, Time Sent, Sent",
      ),
    },
    needs: ["occurred_at", "actor_id"],
    columns: {
      activity_id: list("Email ID, Message ID, Email Message ID"),
      contact_id: list(
        `Contact ID, Prospect ID, ${OTHER_EMAILS}, To Email, To Address, To, Recipient, Recipients, Email, Email Address, ${OTHER_NAMES}`,
      ),
      account_id: list(`Account ID, ${COMPANIES}`),
      actor_id: list(
        "Sender Email, From Email, From Address, Sent By Email, User Email, Owner Email, Rep Email, Sender, Sender Name, From, Sent By, Sent From, Mailbox, User, User Name, Owner, Rep",
      ),
      channel: ["='email'"],
      direction: ["='out'"],
      outcome: list("Email Status, Status, Delivery Status, Outcome"),
      subject: list("Subject, Email Subject, Subject Line"),
    },
  },
  {
    what: "tasks",
    entity: "activities",
    shows: [
      "Task ID|Task Type|Task|Task Name|Due Date|Due At|Due On",
      "Completed At|Completed On|Completed Date|Date Completed|Completion Date|Finished At|Done At",
      "Owner|Owner Email|Owner Name|Assignee|Assignee Email|Assigned To|User|User Email|User Name|Completed By",
    ],
    unless: list("Activity ID, Record ID"),
    times: {
      occurred_at: list("Completed At, Completed On, Completed Date, Date Completed, Completion Date, Finished At, Done At"),
    },
    needs: ["occurred_at", "actor_id", "channel"],
    // What is due has not been done.
    where: "{Completed At|Completed On|Completed Date|Date Completed|Completion Date|Finished At|Done At} is not null",
    columns: {
      activity_id: list("Task ID, id"),
      contact_id: list(`Contact ID, Prospect ID, ${OTHER_EMAILS}, ${OTHER_NAMES}`),
      account_id: list(`Account ID, ${COMPANIES}`),
      opportunity_id: list("Opportunity ID, Deal ID"),
      actor_id: list(
        "Completed By, Owner Email, Assignee Email, User Email, Owner, Owner Name, Assignee, Assigned To, User, User Name",
      ),
      channel: list("Task Type, Type, Channel"),
      direction: ["='out'"],
      outcome: list("Outcome, Result, Disposition, Status, Task Status"),
      subject: list("Subject, Task Name, Title, Task"),
    },
  },
  {
    what: "what people did",
    entity: "activities",
    shows: [
      "Activity Type|Type|Channel",
      "Activity Date|Activity Time|Activity Date/Time|Date|Date/Time|Occurred At|Timestamp|Completed At",
      "Owner|Owner Email|Owner Name|User|User Email|User Name|Rep|Rep Name|Rep Email|Sender|Sender Email",
      "Contact|Contact Name|Contact Email|Prospect|Prospect Name|Prospect Email|Lead|Lead Email|Recipient|Recipient Email",
    ],
    unless: list("Activity ID, Record ID, Booked At, Meeting Date, Amount, Close Date, Due Date"),
    times: {
      occurred_at: list(
        "Occurred At, Activity Date/Time, Activity Date, Activity Time, Completed At, Date/Time, Timestamp, Date",
      ),
    },
    needs: ["occurred_at", "actor_id", "channel"],
    columns: {
      contact_id: list(`Contact ID, Prospect ID, ${OTHER_EMAILS}, Recipient, ${OTHER_NAMES}`),
      account_id: list(`Account ID, ${COMPANIES}`),
      opportunity_id: list("Opportunity ID, Deal ID"),
      actor_id: list(
        "Owner Email, User Email, Rep Email, Sender Email, Owner, Owner Name, User, User Name, Rep, Rep Name, Sender",
      ),
      channel: list("Activity Type, Channel, Type"),
      direction: list("Direction"),
      outcome: list("Outcome, Result, Disposition, Status"),
      subject: list("Subject, Title"),
    },
  },
  {
    what: "a list of prospects",
    entity: "contacts",
    shows: [
      "First Name|Full Name|Name|Contact Name|Prospect Name|Lead Name",
      "Email|Email Address|Work Email|Business Email|Contact Email|Prospect Email",
      "Company|Company Name|Account|Account Name|Organization|Organisation|Company Name for Emails",
      "Title|Job Title|Email Status|Stage|Contact Stage|Sequence|Sequence Name|Campaign|Person LinkedIn URL|LinkedIn URL|LinkedIn|LinkedIn Profile|Contact Owner|Seniority",
    ],
    unless: list(
      "Role, Team, Manager, Username, Direction, Duration, Start Time, Start Date & Time, Sent At, Meeting Date, Close Date, Amount, Due Date, Completed At, Call ID, Activity Type",
    ),
    times: {},
    columns: {
      contact_id: list(
        "Contact Id, Apollo Contact Id, Prospect ID, Person ID, ZoomInfo Contact ID, Lead ID, Email, Email Address, Work Email, Business Email, Contact Email, Prospect Email",
      ),
      account_id: list(`Account Id, Apollo Account Id, Company ID, ZoomInfo Company ID, ${COMPANIES}`),
      name: [
        ...list("Full Name, Name, Contact Name, Prospect Name, Lead Name"),
        "=nullif(concat_ws(' ', {First Name}, {?Last Name}), '')",
      ],
      title: list("Title, Job Title"),
      department: list("Department, Departments"),
      email: list("Email, Email Address, Work Email, Business Email, Contact Email, Prospect Email"),
      phone: list(
        "Work Direct Phone, Direct Phone, Direct Phone Number, Mobile Phone, Mobile Number, Phone, Phone Number, Corporate Phone",
      ),
      linkedin_url: list("Person LinkedIn URL, LinkedIn URL, LinkedIn Contact Profile URL, LinkedIn Profile, LinkedIn"),
    },
  },
];

/** Whether a file with such headers is of the kind. */
export const isMeantFor = ({shows, unless = []}: ToolKind, has: (header: string) => boolean): boolean =>
  shows.every((names) => names.split("|").some(has)) && !unless.some(has);

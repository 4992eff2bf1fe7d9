import {ENTERED} from "./hubspot-languages.js";
import {gone as goneInCopies, spellings, wordsOf, type ProfilePart} from "./profile.js";

/** Where the canonical columns stand in HubSpot's exports, by label and by property name. */

/** Associations hold several ids or domains, parted by `;` or, as connectors write them, as a list of JSON; the first is the primary one, where no column of its own says which is. */
const firstOf = (cell: string) =>
  `nullif(trim(split_part(regexp_replace(trim(${cell}), '^\\[\\s*"?([^",\\]]*).*$', '\\1', 's'), ';', 1)), '')`;
const first = (headers: string) => `=${firstOf(`{${headers}}`)}`;
const COMPANY =
  "Associated Company IDs|Associated Company ID|Record ID - Company|Primary Associated Company ID|Associated Company Domain|Associated Company|companies|associations companies|associations company ids|associations associated company ids";
const PRIMARY = "Associated Company IDs (Primary)|Associated Company ID (Primary)|Associated Company (Primary)";
const COMPANIES = [`=coalesce(nullif(trim({${PRIMARY}}), ''), ${firstOf(`{${COMPANY}}`)})`, first(COMPANY), first(PRIMARY)];
const CONTACT =
  "Associated Contact IDs|Associated Contact ID|Record ID - Contact|Associated Contact Email|Associated Contact|contacts|associations contacts|associations contact ids|associations associated vids";
const DEAL =
  "Associated Deal IDs|Associated Deal ID|Record ID - Deal|Associated Deal|deals|associations deals|associations deal ids|associations associated deal ids";
const SDR = "SDR|SDR Owner|SDR Email|Booked By|Meeting Booked By|Created By|Activity Created By|Created By User ID";
const OWNERS = ["Activity Owner", "Activity Assigned To", "Meeting Owner", "Call Owner", "Owner", "HubSpot Owner ID", "owner_id"];

/** By label, by a connector's column, or as the API has it: `hs_object_id`, whose first part is the prefix. */
const idOf = (kind: string, ...more: string[]) => ["Record ID", `Record ID - ${kind}`, `${kind} ID`, "Object ID", "id", ...more];

/** HubSpot's own exports hold nothing that is deleted; its API and what copies from there call it archived. */
const gone = [{when: "lower({archived}) in ('true', '1', 't')", reason: "deleted in the CRM"}, ...goneInCopies];

export const people: ProfilePart = {
  entity: "people",
  // An owner is archived who has left: what was theirs still names them.
  setAside: goneInCopies,
  columns: {
    // Records name an owner by the owner's id, which the API has beside that of the user.
    person_id: ["Owner ID", "id", "User ID", "Email"],
    name: ["Name", "Full Name", "=concat_ws(' ', {First Name}, {Last Name})"],
    email: ["Email"],
    team: ["Main Team", "Primary Team", "HubSpot Team"],
  },
};

export const accounts: ProfilePart = {
  entity: "accounts",
  setAside: gone,
  columns: {
    account_id: idOf("Company"),
    name: ["Company Name", "Name"],
    employees: ["Number of Employees"],
    annual_revenue: ["Annual Revenue"],
    currency: ["Company Currency"],
    state: ["State/Region"],
    country: ["Country/Region", "Country"],
    website: ["Company Domain Name", "Domain", "Website URL", "Website"],
    owner_id: ["Company Owner", "HubSpot Owner ID"],
  },
};

export const contacts: ProfilePart = {
  entity: "contacts",
  setAside: gone,
  columns: {
    contact_id: idOf("Contact", "Email"),
    account_id: [...COMPANIES, "Company ID", "Company Name", "Company"],
    name: ["Name", "Full Name", "=concat_ws(' ', {First Name}, {Last Name})"],
    title: ["Job Title"],
    phone: ["Phone Number", "Mobile Phone Number", "Phone"],
    linkedin_url: ["LinkedIn URL", "LinkedIn Profile", "LinkedIn Bio"],
    is_budget_owner: ["Budget Owner"],
  },
};

export const leads: ProfilePart = {
  entity: "leads",
  setAside: gone,
  columns: {
    lead_id: idOf("Lead"),
    sdr_id: ["SDR", "SDR Owner", "Lead Owner", "HubSpot Owner ID", "Owner"],
    account_id: COMPANIES,
    contact_id: [first(CONTACT)],
    source: ["Lead Source", "Original Source", "Source"],
    created_at: ["Create Date", "Created Date"],
    assigned_at: ["Owner Assigned Date"],
    first_touch_at: ["First Outreach Date", "Lead First Outreach Date"],
    disqualification_reason: ["Lead Disqualification Reason"],
    score: ["Lead Score", "HubSpot Score"],
  },
};

/** By label, or as the standard pipeline's own "closedwon"; of other pipelines the API has numbers, which tell nothing. */
const STAGE = `nullif(${wordsOf("Deal Stage|deal_pipeline_stage_id")}, '')`;
/** The last stages of the standard pipeline in German, French and Spanish. */
const LOST = "verloren|perdu|perdid";
const CLOSED = `^(abgeschlossen|gewonnen|verloren)|^(fermé|conclu|gagné|perdu)|^(cierre|cerrad|ganad|perdid)`;

export const opportunities: ProfilePart = {
  entity: "opportunities",
  setAside: gone,
  columns: {
    opportunity_id: idOf("Deal"),
    account_id: COMPANIES,
    name: ["Deal Name", "Name"],
    owner_id: ["Deal Owner", "HubSpot Owner ID", "owner_id"],
    sdr_id: ["SDR", "SDR Owner", "Deal SDR", "Sourced By"],
    stage: ["Deal Stage", "deal_pipeline_stage_id"],
    currency: ["Currency", "Deal Currency", "Deal Currency Code"],
    created_at: ["Create Date"],
    closed_at: ["Close Date"],
    is_closed: ["Is Deal Closed?", "Is Deal Closed", `=regexp_matches(${STAGE}, '^(closed|(won|lost)$)|${CLOSED}')::varchar`],
    is_won: [
      "Is Closed Won",
      `=(regexp_matches(${STAGE}, '^(closed ?won\\b|won$)|${CLOSED}') and not regexp_matches(${STAGE}, '${LOST}'))::varchar`,
    ],
    lost_reason: ["Closed Lost Reason"],
  },
};

/** `Date entered "Demo (Sales Pipeline)"`, with any quotes or none: each filled cell is an entry into that stage; "current stage" is none. */
export const enteredStages: ProfilePart = {
  entity: "stage_changes",
  setAside: gone,
  unpivot: {
    headers: new RegExp(
      `^(?:propert(?:y|ies)[_.]+)?(?:hs_)?(?:v2_)?(?:${ENTERED})[ _](?!current[ _]stage$|.*__(?:timestamp|source|source_?id|versions)$)["'“”„‘’«»\\s]*(.+?)(?:__value(?:__[a-z_]+)?)?(?: \\([^()]*\\))?["'“”„‘’«»\\s]*$`,
      "i",
    ),
    header: "Stage entered",
    cell: "Entered at",
  },
  columns: {opportunity_id: idOf("Deal"), changed_at: ["Entered at"], to_stage: ["Stage entered"]},
};

/** A brief may stand in the internal notes of one meeting and the description of the next; what only colleagues read comes first. */
const NOTES = `=coalesce(${[
  "Handoff Brief|Handoff Notes",
  "Internal Meeting Notes",
  "Notes/Description",
  "Meeting Notes",
  "Meeting Description|Meeting Body|body",
]
  .map((headers) => `nullif(trim({?${headers}}), '')`)
  .join(", ")})`;

export const handoffs: ProfilePart = {
  entity: "handoffs",
  setAside: gone,
  columns: {
    meeting_id: idOf("Meeting", "Activity ID", "engagement_id"),
    account_id: COMPANIES,
    contact_id: [first(CONTACT)],
    opportunity_id: [first(DEAL)],
    lead_id: [first("Associated Lead IDs|Associated Lead ID")],
    sdr_id: [...SDR.split("|"), ...OWNERS],
    // Whoever owns the meeting is its AE only where someone else is known to have booked it.
    ae_id: [
      "AE",
      "AE Owner",
      "AE Email",
      "Account Executive",
      "Meeting Host",
      ...OWNERS.map((owner) => `=case when {${SDR}} is not null then {${owner}} end`),
    ],
    booked_at: ["Create Date", "Created Date", "Object Create Date/Time", "created_at"],
    meeting_at: ["Meeting Start Time", "Start Time", "Activity Date", "Meeting Date"],
    duration_minutes: [
      "Duration (minutes)",
      "Meeting Duration (minutes)",
      "=date_diff('minute', try_cast({Meeting Start Time|Start Time} as timestamptz), try_cast({Meeting End Time|End Time} as timestamptz))::varchar",
    ],
    meeting_status: ["Meeting Outcome", "Outcome"],
    meeting_link: [
      "Meeting URL",
      "=case when starts_with(lower({Meeting Location|Location}), 'http') then {Meeting Location|Location} end",
    ],
    brief_text: [NOTES],
  },
  values: {
    meeting_status: spellings({
      scheduled: "geplant, planifié, planifiée, programmé, programmée, programada, programado",
      held: "abgeschlossen, durchgeführt, terminé, terminée, completada, completado",
      rescheduled: "verschoben, neu geplant, reprogrammé, reprogrammée, replanifié, reprogramada, reprogramado",
      no_show: "nicht erschienen, absent, absence, non présenté, no se presentó, ausente, no asistió",
      canceled: "abgesagt, storniert, annulé, annulée, cancelada, cancelado",
    }),
  },
};

const taskStatus = {
  when: "lower({Task Status}) in ('not started', 'in progress', 'waiting', 'deferred', 'nicht gestartet', 'in bearbeitung', 'non démarrée', 'non commencée', 'en cours', 'no iniciada', 'sin empezar', 'en curso')",
  reason: "task not done yet",
};

/** Outcomes that every account has, by the ids that stand for them where the API's words are exported. */
const DISPOSITIONS = {
  "9d9162e7-6cf3-4944-bf63-4dff82258764": "Busy",
  "f240bbac-87c9-4f6e-bf70-924b57d47db7": "Connected",
  "a4c4c377-d246-4b32-a13b-75a56a4cd0ff": "Left live message",
  "b2cf5968-551e-4856-9783-52b3da59a7d0": "Left voicemail",
  "73a0d17f-1163-4015-bdd5-ec830791da20": "No answer",
  "17b47fee-58de-441e-a44c-c6300d46f273": "Wrong number",
};
const DISPOSITION = `case {?Call Disposition} ${Object.entries(DISPOSITIONS)
  .map(([id, words]) => `when '${id}' then '${words}'`)
  .join(" ")} else {?Call Disposition} end`;

/** Activities of one kind, or of the kind that stands in the row. */
export const activities = (channel: readonly string[]): ProfilePart => ({
  entity: "activities",
  setAside: [...gone, taskStatus],
  columns: {
    activity_id: [...idOf("Activity"), "Call ID", "Email ID", "Communication ID", "engagement_id"],
    account_id: COMPANIES,
    contact_id: [first(CONTACT)],
    opportunity_id: [first(DEAL)],
    actor_id: OWNERS,
    channel,
    direction: ["Call Direction", "Email Direction"],
    occurred_at: ["Activity Date", "Completed At", "Timestamp", "Create Date"],
    outcome: [`=coalesce({?Call Outcome}, ${DISPOSITION}, {?Email Send Status}, {?Task Status})`],
    subject: ["Subject", "Call/Meeting Title/Subject", "Call Title", "Email Subject", "Task Title", "Task Subject", "title"],
  },
  values: {
    channel: spellings({
      other: "aufgabe, notiz, tâche, tarea, nota, task, note, todo, to do, sms, whats app, whatsapp, postal mail, communication",
      linkedin: "linked in message, linked in",
      call: "anruf, appel, llamada",
      email: "e mail, correo, correo electrónico",
    }),
    direction: spellings({in: "eingehend, entrant, entrante", out: "ausgehend, sortant, saliente"}),
  },
});

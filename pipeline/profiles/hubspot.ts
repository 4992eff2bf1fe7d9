import type {Profile, ProfilePart} from "./profile.js";

/** HubSpot: exports of records by their labels, and connectors' tables by property names (prefix `property_` or `hs_`). */

/** Associations hold several ids or domains; the first is the primary one. */
const first = (headers: string) => `=nullif(trim(split_part({${headers}}, ';', 1)), '')`;
const COMPANY =
  "Associated Company IDs|Associated Company ID|Primary Associated Company ID|Associated Company Domain|Associated Company";
const CONTACT = "Associated Contact IDs|Associated Contact ID|Associated Contact Email|Associated Contact";
const DEAL = "Associated Deal IDs|Associated Deal ID|Associated Deal";
const SDR = "SDR|SDR Owner|SDR Email|Booked By|Meeting Booked By|Created By|Activity Created By|Created By User ID";
const OWNERS = ["Activity Owner", "Activity Assigned To", "Meeting Owner", "Call Owner", "Owner", "HubSpot Owner ID", "owner_id"];

const idOf = (kind: string, ...more: string[]) => ["Record ID", `Record ID - ${kind}`, `${kind} ID`, ...more];

const people: ProfilePart = {
  entity: "people",
  columns: {
    person_id: ["Owner ID", "User ID", "Email"],
    name: ["Name", "Full Name", "=concat_ws(' ', {First Name}, {Last Name})"],
    email: ["Email"],
    team: ["Main Team", "Primary Team", "HubSpot Team"],
  },
};

const accounts: ProfilePart = {
  entity: "accounts",
  columns: {
    account_id: idOf("Company", "id"),
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

const contacts: ProfilePart = {
  entity: "contacts",
  columns: {
    contact_id: idOf("Contact", "id", "Email"),
    account_id: [first(COMPANY), "Company ID", "Company Name", "Company"],
    name: ["Name", "Full Name", "=concat_ws(' ', {First Name}, {Last Name})"],
    title: ["Job Title"],
    phone: ["Phone Number", "Mobile Phone Number", "Phone"],
    linkedin_url: ["LinkedIn URL", "LinkedIn Profile", "LinkedIn Bio"],
    is_budget_owner: ["Budget Owner"],
  },
};

const leads: ProfilePart = {
  entity: "leads",
  columns: {
    lead_id: idOf("Lead"),
    sdr_id: ["SDR", "SDR Owner", "Lead Owner", "HubSpot Owner ID", "Owner"],
    account_id: [first(COMPANY)],
    contact_id: [first(CONTACT)],
    source: ["Lead Source", "Original Source", "Source"],
    created_at: ["Create Date", "Created Date"],
    assigned_at: ["Owner Assigned Date"],
    first_touch_at: ["First Outreach Date", "Lead First Outreach Date"],
    disqualification_reason: ["Lead Disqualification Reason"],
    score: ["Lead Score", "HubSpot Score"],
  },
};

const opportunities: ProfilePart = {
  entity: "opportunities",
  columns: {
    opportunity_id: idOf("Deal"),
    account_id: [first(COMPANY)],
    name: ["Deal Name", "Name"],
    owner_id: ["Deal Owner", "HubSpot Owner ID", "owner_id"],
    sdr_id: ["SDR", "SDR Owner", "Deal SDR", "Sourced By"],
    stage: ["Deal Stage", "deal_pipeline_stage_id"],
    currency: ["Currency", "Deal Currency"],
    created_at: ["Create Date"],
    closed_at: ["Close Date"],
    is_closed: ["Is Deal Closed?", "Is Deal Closed", "=(starts_with(lower({Deal Stage}), 'closed'))::varchar"],
    is_won: ["Is Closed Won", "=(starts_with(lower({Deal Stage}), 'closed won'))::varchar"],
    lost_reason: ["Closed Lost Reason"],
  },
};

/** `Date entered "Demo (Sales Pipeline)"`, with any quotes or none: each filled cell is an entry into that stage. */
const enteredStages: ProfilePart = {
  entity: "stage_changes",
  unpivot: {
    headers: /^(?:hs_)?(?:v2_)?date[ _]entered[ _]["'“”„‘’«»]*(.+?)(?: \([^()]*\))?["'“”„‘’«»]*$/i,
    header: "Stage entered",
    cell: "Entered at",
  },
  columns: {opportunity_id: idOf("Deal"), changed_at: ["Entered at"], to_stage: ["Stage entered"]},
};

const handoffs: ProfilePart = {
  entity: "handoffs",
  columns: {
    meeting_id: idOf("Meeting", "Activity ID", "engagement_id"),
    account_id: [first(COMPANY)],
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
    duration_minutes: ["Duration (minutes)", "Meeting Duration (minutes)"],
    meeting_status: ["Meeting Outcome", "Outcome"],
    meeting_link: [
      "Meeting URL",
      "=case when starts_with(lower({Meeting Location|Location}), 'http') then {Meeting Location|Location} end",
    ],
    brief_text: ["Handoff Brief", "Internal Meeting Notes", "Notes/Description", "Meeting Notes", "Meeting Description", "body"],
  },
};

const taskStatus = {
  when: "lower({Task Status}) in ('not started', 'in progress', 'waiting', 'deferred')",
  reason: "task not done yet",
};

/** Activities of one kind, or of the kind that stands in the row. */
const activities = (channel: readonly string[]): ProfilePart => ({
  entity: "activities",
  setAside: [taskStatus],
  columns: {
    activity_id: [...idOf("Activity"), "Call ID", "Email ID", "Communication ID", "engagement_id"],
    account_id: [first(COMPANY)],
    contact_id: [first(CONTACT)],
    opportunity_id: [first(DEAL)],
    actor_id: OWNERS,
    channel,
    direction: ["Call Direction", "Email Direction"],
    occurred_at: ["Activity Date", "Completed At", "Timestamp", "Create Date"],
    outcome: ["=coalesce({?Call Outcome}, {?Email Send Status}, {?Task Status})"],
    subject: ["Subject", "Call/Meeting Title/Subject", "Call Title", "Email Subject", "Task Title", "title"],
  },
  values: {
    channel: {
      task: "other",
      note: "other",
      todo: "other",
      "to do": "other",
      sms: "other",
      "whats app": "other",
      whatsapp: "other",
      "postal mail": "other",
      "linked in message": "linkedin",
      "linked in": "linkedin",
      communication: "other",
    },
  },
});

const history: ProfilePart = {
  entity: "field_changes",
  where: "replace(lower({Property|Property Name|name}), ' ', '') <> 'dealstage'",
  columns: {
    entity: [
      "=case lower({Object Type|Object}) when 'deal' then 'opportunities' when 'deals' then 'opportunities' when 'company' then 'accounts' when 'companies' then 'accounts' when 'contact' then 'contacts' when 'contacts' then 'contacts' when 'meeting' then 'handoffs' when 'meetings' then 'handoffs' when 'lead' then 'leads' when 'leads' then 'leads' end",
      "=case when {deal_id|Deal ID} is not null then 'opportunities' end",
      "=case when {company_id} is not null then 'accounts' end",
      "=case when {contact_id} is not null then 'contacts' end",
    ],
    record_id: ["Record ID", "Object ID", "deal_id", "company_id", "contact_id"],
    field: ["=replace(lower(trim({Property|Property Name|name})), ' ', '_')"],
    changed_at: ["Date Changed", "Timestamp", "Changed At"],
    old_value: ["Previous Value"],
    new_value: ["Property Value", "Value"],
    changed_by: ["Updated By"],
  },
  values: {
    field: {
      dealname: "name",
      "deal name": "name",
      closedate: "closed_at",
      "close date": "closed_at",
      "hubspot owner id": "owner_id",
      "deal owner": "owner_id",
      numberofemployees: "employees",
      "number of employees": "employees",
      annualrevenue: "annual_revenue",
      "job title": "title",
      jobtitle: "title",
    },
  },
};

const stageHistory: ProfilePart = {
  entity: "stage_changes",
  where: "replace(lower({Property|Property Name|name}), ' ', '') = 'dealstage'",
  columns: {
    opportunity_id: history.columns.record_id!,
    changed_at: history.columns.changed_at!,
    from_stage: ["Old Value", "Previous Value"],
    to_stage: ["New Value", "Property Value", "Value"],
    changed_by: ["Updated By"],
  },
};

export const hubspot: Profile = {
  name: "hubspot",
  label: "HubSpot",
  prefix: /^(property_)?(hs_)?/,
  files: [
    {
      kind: "Owners",
      signatures: [
        ["Owner ID", "Email", "First Name"],
        ["User ID", "Email", "First Name"],
      ],
      unless: ["Record ID", "Contact ID"],
      parts: [people],
    },
    {
      kind: "Companies",
      signatures: [
        ["Company ID", "Company Name"],
        ["Record ID", "Company Name"],
        ["Record ID", "Company Domain Name"],
        ["Record ID - Company"],
        ["id", "property_name", "property_industry"],
      ],
      unless: ["First Name", "Deal Stage", "Lead Name", "Activity Type", "Meeting Outcome"],
      parts: [accounts],
    },
    {
      kind: "Contacts",
      signatures: [
        ["Contact ID", "First Name"],
        ["Record ID", "First Name", "Last Name"],
        ["Record ID - Contact"],
        ["id", "property_firstname", "property_lastname"],
        ["Email", "Lifecycle Stage"],
      ],
      unless: ["Deal Stage", "Lead Name"],
      parts: [contacts],
    },
    {
      kind: "Leads",
      signatures: [
        ["Record ID", "Lead Name"],
        ["Record ID", "Lead Stage"],
        ["Record ID", "Lead Owner"],
        ["Lead ID", "Lead Name"],
      ],
      unless: ["First Name"],
      parts: [leads],
    },
    {
      kind: "Deals",
      signatures: [
        ["Deal ID", "Deal Stage"],
        ["Record ID", "Deal Stage"],
        ["Record ID", "Deal Name"],
        ["deal_id", "property_dealname"],
      ],
      parts: [opportunities, enteredStages],
    },
    {
      kind: "Meetings",
      signatures: [
        ["Record ID", "Meeting Outcome"],
        ["Record ID", "Meeting Start Time"],
        ["Meeting ID", "Meeting Outcome"],
        ["engagement_id", "meeting_outcome", "start_time"],
      ],
      unless: ["Activity Type"],
      parts: [handoffs],
    },
    {
      kind: "Activities",
      signatures: [
        ["Activity ID", "Activity Type"],
        ["Record ID", "Activity Type"],
      ],
      parts: [
        {...handoffs, where: "lower({Activity Type}) = 'meeting'"},
        {...activities(["Activity Type"]), where: "lower({Activity Type}) <> 'meeting'"},
      ],
    },
    {
      kind: "Calls",
      signatures: [
        ["Record ID", "Call Outcome"],
        ["Record ID", "Call Direction"],
        ["Record ID", "Call Duration"],
        ["Record ID", "Call Title"],
      ],
      unless: ["Activity Type"],
      parts: [activities(["='call'"])],
    },
    {
      kind: "Emails",
      signatures: [
        ["Record ID", "Email Subject"],
        ["Record ID", "Email Direction"],
        ["Record ID", "Email Send Status"],
      ],
      unless: ["Activity Type", "Call Outcome"],
      parts: [activities(["='email'"])],
    },
    {
      kind: "Communications",
      signatures: [["Record ID", "Channel Type"]],
      unless: ["Activity Type"],
      parts: [activities(["Channel Type"])],
    },
    {
      kind: "Tasks",
      signatures: [
        ["Record ID", "Task Status"],
        ["Record ID", "Task Title"],
      ],
      unless: ["Activity Type"],
      parts: [activities(["Task Type"])],
    },
    {kind: "Notes", signatures: [["Record ID", "Note Body"]], parts: [activities(["='other'"])]},
    {
      kind: "Property history",
      signatures: [
        ["Record ID", "Property", "Value"],
        ["Record ID", "Property Name", "Property Value"],
        ["Record ID", "Property", "New Value"],
        ["Object ID", "Property Name", "Value"],
        ["deal_id", "timestamp", "name", "value"],
        ["company_id", "timestamp", "name", "value"],
        ["contact_id", "timestamp", "name", "value"],
      ],
      parts: [history, stageHistory],
    },
  ],
};

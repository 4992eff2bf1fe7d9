import type {ProfilePart} from "./profile.js";

/** Where the canonical columns stand in Salesforce's objects, by API name and by report label. */
const isTrue = (header: string) => `lower({${header}}) in ('true', '1', 'yes')`;
/** The polymorphic WhoId and WhatId say by their first three characters what they point at. */
const whenPrefix = (header: string, prefix: string) => `=case when starts_with({${header}}, '${prefix}') then {${header}} end`;
const fullName = "=concat_ws(' ', {First Name}, {Last Name})";

const deleted = {when: `${isTrue("IsDeleted|_fivetran_deleted")}`, reason: "deleted in the CRM"};
const inviteeCopy = {when: isTrue("IsChild"), reason: "copy of the event for an invitee"};
const notDone = {
  when: "lower({Status}) in ('not started', 'in progress', 'waiting on someone else', 'deferred')",
  reason: "task not done yet",
};

export const people: ProfilePart = {
  entity: "people",
  columns: {
    person_id: ["Id", "User ID"],
    name: ["Name", "Full Name", fullName],
    email: ["Email"],
    role: ["Baton Role", "Sales Role", roleFrom("User Role|UserRole.Name|Role|Title")],
    team: ["Sales Team", "Division", "Department"],
    manager_id: ["ManagerId", "Manager"],
    started_on: ["Start Date", "Hire Date"],
    ended_on: ["End Date"],
  },
};

/** A job title or role name, by the words in it. */
function roleFrom(header: string): string {
  const text = `lower({${header}})`;
  return `=case when regexp_matches(${text}, '\\b(vp|vice president|chief|c[ero]o|president|head)\\b') then 'exec' when regexp_matches(${text}, 'manager|team lead|director') then 'manager'
    when regexp_matches(${text}, '\\b(sdr|bdr)\\b|(sales|business) development') then 'sdr' when regexp_matches(${text}, 'account exec|\\bae\\b|sales exec|closer') then 'ae' end`;
}

export const accounts: ProfilePart = {
  entity: "accounts",
  setAside: [deleted],
  columns: {
    account_id: ["Id", "Account ID", "Account Name"],
    name: ["Name", "Account Name"],
    employees: ["NumberOfEmployees", "Employees"],
    annual_revenue: ["AnnualRevenue"],
    currency: ["CurrencyIsoCode", "Annual Revenue Currency", "Account Currency"],
    city: ["BillingCity"],
    state: ["BillingState", "Billing State/Province", "BillingStateCode"],
    country: ["BillingCountry", "BillingCountryCode"],
    segment: ["Account Segment", "Market Segment"],
    owner_id: ["OwnerId", "Account Owner ID", "Account Owner"],
  },
};

export const contacts: ProfilePart = {
  entity: "contacts",
  setAside: [deleted],
  columns: {
    contact_id: ["Id", "Contact ID"],
    account_id: ["AccountId", "Account ID", "Account Name"],
    name: ["Name", "Full Name", "Contact Name", fullName],
    phone: ["Phone", "Business Phone", "MobilePhone"],
    linkedin_url: ["LinkedIn", "LinkedIn Profile", "LinkedIn URL"],
    is_budget_owner: ["Budget Owner"],
  },
};

export const leads: ProfilePart = {
  entity: "leads",
  setAside: [deleted],
  columns: {
    lead_id: ["Id", "Lead ID"],
    sdr_id: ["Associated SDR", "SDR", "OwnerId", "Lead Owner ID", "Lead Owner"],
    account_id: ["ConvertedAccountId", "Account"],
    contact_id: ["ConvertedContactId", "Contact"],
    source: ["LeadSource"],
    created_at: ["CreatedDate", "Create Date"],
    assigned_at: ["Assigned Date"],
    first_touch_at: ["First Touch", "First Response Date"],
    conversation_at: ["First Conversation"],
    qualified_at: ["Qualified Date", "ConvertedDate"],
    disqualified_at: ["Disqualified Date"],
    disqualification_reason: ["Unqualified Reason", "Disqualified Reason"],
    score: ["Lead Score"],
  },
};

export const handoffs: ProfilePart = {
  entity: "handoffs",
  setAside: [deleted, inviteeCopy],
  columns: {
    meeting_id: ["Id", "Activity ID"],
    account_id: ["AccountId", "Account ID", "Company / Account"],
    contact_id: [whenPrefix("WhoId", "003"), "Contact ID", "Contact"],
    lead_id: [whenPrefix("WhoId", "00Q"), "Lead ID"],
    opportunity_id: [whenPrefix("WhatId", "006"), "Opportunity ID", "Opportunity"],
    sdr_id: ["=coalesce({?Associated SDR|SDR|Booked By|Set By}, {?CreatedById|Created By})"],
    ae_id: ["AE", "Account Executive", "OwnerId", "Assigned To ID", "Assigned"],
    source: ["LeadSource"],
    booked_at: ["Booked Date", "CreatedDate"],
    meeting_at: ["StartDateTime", "ActivityDateTime", "Start", "Start Date/Time", "ActivityDate", "Date"],
    duration_minutes: ["DurationInMinutes", "Duration"],
    // A status field; or the two custom fields of the usual set-up: a no-show, and a first meeting held (a tick or its date).
    meeting_status: [
      `=coalesce({?Meeting Status|Meeting Outcome|Event Status}, case when lower({?No Show}) in ('true', '1', 'yes') then 'no_show'
        when lower({?First Meeting Held}) not in ('false', '0', 'no') then 'held' end)`,
    ],
    meeting_link: ["=case when starts_with(lower({Location}), 'http') then {Location} end"],
    brief_text: ["Handoff Brief", "Brief", "Description", "Full Comments"],
    brief_updated_at: ["LastModifiedDate"],
  },
};

export const activities: ProfilePart = {
  entity: "activities",
  setAside: [deleted, {when: "lower({IsClosed}) in ('false', '0')", reason: "task not done yet"}, notDone],
  columns: {
    activity_id: ["Id", "Activity ID"],
    account_id: ["AccountId", "Account ID", "Company / Account"],
    contact_id: [whenPrefix("WhoId", "003"), "Contact ID", "Contact"],
    opportunity_id: [whenPrefix("WhatId", "006"), "Opportunity ID", "Opportunity"],
    actor_id: ["OwnerId", "Assigned To ID", "Assigned"],
    channel: ["=case when lower({?TaskSubtype}) <> 'task' then {?TaskSubtype} else coalesce({?Type}, {?TaskSubtype}) end"],
    direction: ["CallType"],
    occurred_at: ["=coalesce({?CompletedDateTime}, {?ActivityDate|Date}, {?CreatedDate})"],
    outcome: ["CallDisposition", "Call Result", "Status"],
  },
  values: {
    channel: {task: "other", "list email": "email", listemail: "email", cadence: "other", other: "other"},
    direction: {internal: "out"},
  },
};

export const opportunities: ProfilePart = {
  entity: "opportunities",
  setAside: [deleted],
  columns: {
    opportunity_id: ["Id", "Opportunity ID", "Opportunity Name"],
    account_id: ["AccountId", "Account ID", "Account Name"],
    name: ["Name", "Opportunity Name"],
    owner_id: ["OwnerId", "Opportunity Owner ID", "Opportunity Owner"],
    sdr_id: ["Associated SDR", "SDR", "SDR Owner", "Sourced By"],
    stage: ["StageName", "Stage"],
    currency: ["CurrencyIsoCode", "Amount Currency", "Opportunity Currency"],
    created_at: ["CreatedDate"],
    closed_at: ["CloseDate"],
    is_closed: ["IsClosed", "Closed", "=(starts_with(lower({Stage|StageName}), 'closed'))::varchar"],
    is_won: ["IsWon", "Won", "=(lower({Stage|StageName}) in ('closed won', 'won'))::varchar"],
    lost_reason: ["Loss Reason", "Closed Lost Reason", "Reason Lost"],
  },
};

export const stageChanges: ProfilePart = {
  entity: "stage_changes",
  setAside: [deleted, {when: "{FromOpportunityStageName|From Stage} = {StageName|To Stage}", reason: "no change of stage"}],
  columns: {
    opportunity_id: ["OpportunityId", "Opportunity ID", "Opportunity Name"],
    changed_at: ["CreatedDate", "Edit Date", "Last Stage Change Date"],
    from_stage: ["FromOpportunityStageName"],
    to_stage: ["StageName"],
    changed_by: ["CreatedById", "Edited By"],
  },
};

export const stakeholders: ProfilePart = {
  entity: "stakeholders",
  setAside: [deleted],
  columns: {name: ["Contact Name"], role: ["=coalesce({Role}, 'other')"]},
};

/** One part per object whose history is exported; the header of the parent's id tells them apart. */
export const fieldHistory = (entity: string, parent: string): ProfilePart => ({
  entity: "field_changes",
  setAside: [deleted],
  columns: {
    entity: [`='${entity}'`],
    record_id: [parent],
    field: ["=replace(regexp_replace(lower(trim({Field})), '_?_c$', ''), ' ', '_')"],
    changed_at: ["CreatedDate", "Edit Date"],
    changed_by: ["CreatedById", "Edited By"],
  },
  values: {
    field: {
      stagename: "stage",
      closedate: "closed_at",
      close_date: "closed_at",
      ownerid: "owner_id",
      owner: "owner_id",
      startdatetime: "meeting_at",
      numberofemployees: "employees",
    },
  },
});

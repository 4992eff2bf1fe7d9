import {gone, superseded, wordsOf, type ProfilePart} from "./profile.js";

/** Where the canonical columns stand in Salesforce's objects, by API name and by report label. */
export const isTrue = (header: string) => `lower({${header}}) in ('true', '1', 'yes')`;
const fullName = "=concat_ws(' ', {First Name}, {Last Name})";

/** The weekly export writes 000 for no currency. */
const CURRENCY = "=nullif({CurrencyIsoCode}, '000')";

export const people: ProfilePart = {
  entity: "people",
  setAside: [superseded],
  columns: {
    person_id: ["Id", "User ID"],
    name: ["Name", "Full Name", fullName],
    email: ["Email"],
    role: ["Baton Role", "Sales Role", roleFrom("User Role|UserRole.Name|Role|Title")],
    // The weekly export has both of the last whether anybody fills them or not.
    team: ["=coalesce({?Sales Team}, {?Division}, {?Department})"],
    manager_id: ["ManagerId", "Manager"],
    started_on: ["Start Date", "Hire Date"],
    ended_on: ["End Date"],
  },
};

/** A job title or role name, by the words in it. */
function roleFrom(header: string): string {
  const text = `lower({${header}})`;
  return `=case when regexp_matches(${text}, '\\b(vp|vice president|chief|c[ero]o|president|head)\\b') then 'exec' when regexp_matches(${text}, '\\b(manager|mgr|team lead|director)\\b') and not regexp_matches(${text}, '\\b(account|customer success|success|product|marketing|project|program|office|partner) (manager|mgr)\\b') then 'manager'
    when regexp_matches(${text}, '\\b(sdr|bdr)\\b|(sales|business) development') then 'sdr' when regexp_matches(${text}, 'account exec|\\bae\\b|sales exec|closer') then 'ae' end`;
}

export const accounts: ProfilePart = {
  entity: "accounts",
  setAside: gone,
  columns: {
    account_id: ["Id", "Account ID", "Account Name"],
    name: ["Name", "Account Name"],
    employees: ["NumberOfEmployees", "Employees"],
    annual_revenue: ["AnnualRevenue"],
    currency: [CURRENCY, "Annual Revenue Currency", "Account Currency"],
    city: ["BillingCity"],
    state: ["BillingState", "Billing State/Province", "BillingStateCode"],
    country: ["BillingCountry", "BillingCountryCode"],
    segment: ["Account Segment", "Market Segment"],
    owner_id: ["OwnerId", "Account Owner ID", "Account Owner", "Owner.Name"],
  },
};

export const contacts: ProfilePart = {
  entity: "contacts",
  setAside: gone,
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
  setAside: gone,
  columns: {
    lead_id: ["Id", "Lead ID"],
    sdr_id: ["Associated SDR", "SDR", "OwnerId", "Lead Owner ID", "Lead Owner", "Owner.Name"],
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

/** Of a report, which may lack what tells how an opportunity ended. */
const STAGE = wordsOf("Stage|StageName");

export const opportunities: ProfilePart = {
  entity: "opportunities",
  setAside: gone,
  columns: {
    opportunity_id: ["Id", "Opportunity ID", "Opportunity Name"],
    account_id: ["AccountId", "Account ID", "Account Name"],
    name: ["Name", "Opportunity Name"],
    owner_id: ["OwnerId", "Opportunity Owner ID", "Opportunity Owner", "Owner.Name"],
    sdr_id: ["Associated SDR", "SDR", "SDR Owner", "Sourced By"],
    stage: ["StageName", "Stage"],
    currency: [CURRENCY, "Amount Currency", "Opportunity Currency"],
    created_at: ["CreatedDate"],
    closed_at: ["CloseDate"],
    is_closed: ["IsClosed", "Closed", `=regexp_matches(${STAGE}, '^(closed|(won|lost)$)')::varchar`],
    is_won: ["IsWon", "Won", `=regexp_matches(${STAGE}, '^(closed ?won\\b|won$)')::varchar`],
    lost_reason: ["Loss Reason", "Closed Lost Reason", "Reason Lost"],
  },
};

export const stageChanges: ProfilePart = {
  entity: "stage_changes",
  setAside: [...gone, {when: "{FromOpportunityStageName|From Stage} = {StageName|To Stage}", reason: "no change of stage"}],
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
  setAside: gone,
  columns: {name: ["Contact Name"], role: ["=coalesce({Role}, 'other')"]},
};

import {isTrue} from "./salesforce-objects.js";
import {gone, spellings, type ProfilePart} from "./profile.js";

/** A field of its own; or the polymorphic WhoId or WhatId, whose first three characters say what they point at. */
const pointer = (own: string, header: string, prefix: string) =>
  `=coalesce({?${own}}, case when starts_with({?${header}}, '${prefix}') then {?${header}} end)`;

const inviteeCopy = {when: isTrue("IsChild"), reason: "copy of the event for an invitee"};
const notDone = [
  {when: "lower({IsClosed}) in ('false', '0')", reason: "task not done yet"},
  {
    when: "lower({Status}) in ('open', 'not started', 'in progress', 'waiting on someone else', 'deferred')",
    reason: "task not done yet",
  },
];

export const handoffs: ProfilePart = {
  entity: "handoffs",
  setAside: [...gone, inviteeCopy],
  columns: {
    meeting_id: ["Id", "Activity ID"],
    account_id: ["AccountId", "Account ID", "Company / Account"],
    contact_id: [pointer("Contact ID|Contact", "WhoId", "003")],
    lead_id: [pointer("Lead ID", "WhoId", "00Q")],
    opportunity_id: [pointer("Opportunity ID|Opportunity", "WhatId", "006")],
    sdr_id: ["=coalesce({?Associated SDR|SDR|Booked By|Set By}, {?CreatedById|Created By})"],
    ae_id: ["AE", "Account Executive", "OwnerId", "Assigned To ID", "Assigned", "Owner.Name"],
    source: ["LeadSource"],
    booked_at: ["Booked Date", "CreatedDate"],
    // An event of a whole day has its date; where a time stands beside it, that is midnight in no zone.
    meeting_at: [
      `=coalesce(case when {?StartDateTime} is not null and lower({?IsAllDayEvent|All Day Event|All-Day Event}) in ('true', '1', 'yes')
        then coalesce({?ActivityDate|Date}, left({?StartDateTime}, 10)) end, {?StartDateTime}, {?ActivityDateTime}, {?Start|Start Date/Time}, {?ActivityDate|Date})`,
    ],
    duration_minutes: ["DurationInMinutes", "Duration"],
    // A status field; or the two custom fields of the usual set-up: a no-show, and a first meeting held (a tick or its date).
    meeting_status: [
      `=coalesce({?Meeting Status|Meeting Outcome|Event Status}, case when lower({?No Show}) in ('true', '1', 'yes') then 'no_show'
        when lower({?First Meeting Held}) not in ('false', '0', 'no') then 'held' end)`,
    ],
    meeting_link: ["=case when starts_with(lower({Location}), 'http') then {Location} end"],
    brief_text: ["Handoff Brief", "Handoff Notes", "Brief", "Description", "Full Comments", "Comments"],
    brief_updated_at: ["LastModifiedDate"],
  },
};

export const activities: ProfilePart = {
  entity: "activities",
  setAside: [...gone, ...notDone],
  columns: {
    activity_id: ["Id", "Activity ID"],
    account_id: ["AccountId", "Account ID", "Company / Account"],
    contact_id: [pointer("Contact ID|Contact", "WhoId", "003")],
    opportunity_id: [pointer("Opportunity ID|Opportunity", "WhatId", "006")],
    actor_id: ["OwnerId", "Assigned To ID", "Assigned", "Owner.Name"],
    // The weekly export has no TaskSubtype: an e-mail logged points at its message, a call has a type of its own.
    channel: [
      `=case when lower({?TaskSubtype}) <> 'task' then {?TaskSubtype} when {?EmailMessageId} is not null then 'email'
        else coalesce({?Type}, case when {?CallType} is not null then 'call' end, {?TaskSubtype}) end`,
    ],
    direction: ["CallType"],
    occurred_at: ["=coalesce({?CompletedDateTime}, {?ActivityDate|Date}, {?CreatedDate})"],
    outcome: ["CallDisposition", "Call Result", "Status"],
  },
  values: {channel: spellings({other: "task, cadence, other", email: "list email, listemail"}), direction: {internal: "out"}},
};

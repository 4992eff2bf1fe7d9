import {anyOf, spellings, type Profile, type ProfilePart} from "./profile.js";

/** A related record: `owner.id`, `owner_id` or `Owner ID`. */
const related = (...names: string[]) => names.flatMap((name) => [`${name}.id`, `${name}.data.id`]);
const fullName = "=nullif(concat_ws(' ', {first_name}, {last_name}), '')";
const ACTOR = [...related("user", "owner", "completed_by"), "user.email", "User Email", "Owner Email", "User", "Owner"];
const PERSON = [...related("person", "called_person", "recipient"), "recipient_email_address", "Person Email"];
const links = {contact_id: PERSON, account_id: related("account"), opportunity_id: related("opportunity")};

const people: ProfilePart = {
  entity: "people",
  columns: {
    person_id: ["id", "User ID"],
    name: ["name", fullName],
    email: ["email", "sending_email_address"],
    role: [
      `=case when regexp_matches(lower({job_role|role.name|role}), 'sdr|bdr|development') then 'sdr'
        when regexp_matches(lower({job_role|role.name|role}), 'manager|lead') then 'manager'
        when regexp_matches(lower({job_role|role.name|role}), 'account exec|^ae$|sales exec') then 'ae' end`,
    ],
    team: ["group.name", "team.name"],
  },
};

const accounts: ProfilePart = {
  entity: "accounts",
  columns: {
    account_id: ["id", "Account ID"],
    name: ["name", "conversational_name"],
    employees: ["size"],
    website: ["website", "domain"],
    owner_id: related("owner"),
  },
};

const contacts: ProfilePart = {
  entity: "contacts",
  columns: {
    contact_id: ["id", "Person ID"],
    account_id: [...related("account"), "person_company_name"],
    name: ["display_name", fullName],
    email: ["email_address"],
    phone: ["phone", "mobile_phone"],
    linkedin_url: ["linkedin_url"],
  },
};

const calls: ProfilePart = {
  entity: "activities",
  columns: {
    ...links,
    activity_id: ["='call-' || {id|Call ID}"],
    actor_id: ACTOR,
    channel: ["='call'"],
    direction: ["direction", "='out'"],
    occurred_at: ["called_at", "created_at"],
    outcome: ["=nullif(concat_ws(', ', {?disposition}, {?sentiment}), '')"],
  },
};

const emails: ProfilePart = {
  entity: "activities",
  setAside: [
    {when: "{sent_at} is null", reason: "e-mail not sent"},
    {
      when: "lower({status}) in ('pending', 'scheduled', 'failed', 'canceled', 'sent_from_gmail_draft')",
      reason: "e-mail not sent",
    },
  ],
  columns: {
    ...links,
    activity_id: ["='email-' || {id|Email ID}"],
    actor_id: ACTOR,
    channel: ["='email'"],
    direction: ["='out'"],
    occurred_at: ["sent_at"],
    outcome: ["status"],
  },
};

/** Tasks that make an e-mail or a call have it exported beside them. */
const tasks: ProfilePart = {
  entity: "activities",
  setAside: [
    {when: "lower({current_state}) <> 'completed'", reason: "task not done yet"},
    {when: "lower({task_type}) in ('email', 'phone', 'call')", reason: "task whose e-mail or call counts"},
  ],
  columns: {
    ...links,
    activity_id: ["='task-' || {id|Task ID}"],
    actor_id: ACTOR,
    channel: ["task_type"],
    direction: ["='out'"],
    occurred_at: ["completed_at", "updated_at"],
    outcome: ["current_state"],
  },
  values: {channel: spellings({other: "general, other, integration", linkedin: "linkedin sales navigator"})},
};

/** Salesloft: the attributes of its API, flattened to CSV. */
export const salesloft: Profile = {
  name: "salesloft",
  label: "Salesloft",
  caution: "Salesloft publishes no list of columns: check the mapping",
  files: [
    {kind: "Users", signatures: anyOf("id, guid, email", "id, guid, first_name, last_name"), parts: [people]},
    {
      kind: "Accounts",
      signatures: anyOf(
        "id, name, domain, conversational_name",
        "id, name, domain, last_contacted_at",
        "id, name, domain, revenue_range",
      ),
      parts: [accounts],
    },
    {
      kind: "People",
      signatures: anyOf(
        "id, email_address, first_name, last_name",
        "id, email_address, display_name",
        "id, email_address, last_contacted_at",
      ),
      parts: [contacts],
    },
    {
      kind: "Emails",
      signatures: anyOf(
        "id, sent_at, bounced",
        "id, sent_at, recipient_email_address",
        "id, sent_at, recipient.id",
        "id, sent_at, view_tracking",
      ),
      parts: [emails],
    },
    {
      kind: "Calls",
      signatures: anyOf("id, disposition, sentiment", "id, called_person.id, disposition", "id, called_person.id, duration"),
      parts: [calls],
    },
    {kind: "Tasks", signatures: anyOf("id, current_state, task_type", "id, current_state, due_date"), parts: [tasks]},
  ],
};

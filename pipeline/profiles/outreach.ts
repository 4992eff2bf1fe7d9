import {anyOf, spellings, type Profile, type ProfilePart} from "./profile.js";

/** A related record: `relationships.owner.data.id`, `owner.id`, `ownerId` or `Owner ID`. */
const related = (name: string) => [`${name}.data.id`, `${name}.id`, `${name} ID`];
/** The first of a list, written as JSON or with separators. */
const firstOf = (headers: string) => `=nullif(regexp_extract({${headers}}, '[^\\s"'',;\\[\\]]+'), '')`;
const fullName = "=nullif(concat_ws(' ', {First Name}, {Last Name}), '')";
const ACTOR = [...related("user"), ...related("owner"), ...related("completer"), "userEmail", "mailboxAddress"];
const links = {
  contact_id: related("prospect"),
  account_id: related("account"),
  opportunity_id: related("opportunity"),
};

const people: ProfilePart = {
  entity: "people",
  columns: {person_id: ["id", "User ID"], name: ["Name", fullName], email: ["Email"]},
};

const accounts: ProfilePart = {
  entity: "accounts",
  columns: {
    account_id: ["id", "Account ID"],
    name: ["Name", "naturalName"],
    employees: ["numberOfEmployees"],
    city: ["locality"],
    website: ["domain", "websiteUrl"],
    owner_id: related("owner"),
  },
};

const contacts: ProfilePart = {
  entity: "contacts",
  columns: {
    contact_id: ["id", "Prospect ID"],
    account_id: related("account"),
    name: ["Name", fullName],
    title: ["Title", "occupation"],
    email: ["emails[0]", "emails.0", firstOf("emails|Email Addresses"), "Email"],
    phone: ["workPhones[0]", firstOf("workPhones"), firstOf("mobilePhones"), "Work Phone"],
    linkedin_url: ["linkedInUrl"],
  },
};

const calls: ProfilePart = {
  entity: "activities",
  columns: {
    ...links,
    activity_id: ["='call-' || {id|Call ID}"],
    actor_id: ACTOR,
    channel: ["='call'"],
    occurred_at: ["=coalesce({?dialedAt}, {?answeredAt}, {?completedAt}, {?createdAt})"],
    outcome: ["Outcome", "Call Disposition", "callDisposition.name"],
    subject: ["Call Purpose", "callPurpose.name"],
  },
};

const mailings: ProfilePart = {
  entity: "activities",
  setAside: [
    {
      when: "lower({State}) in ('drafted', 'placeholder', 'scheduled', 'queued', 'delivering', 'deferred', 'failed', 'opted_out')",
      reason: "e-mail not sent",
    },
  ],
  columns: {
    ...links,
    activity_id: ["='mailing-' || {id|Mailing ID}"],
    actor_id: ACTOR,
    channel: ["='email'"],
    direction: ["='out'"],
    occurred_at: ["=coalesce({?deliveredAt}, {?stateChangedAt})"],
    outcome: ["State"],
  },
};

/** Tasks that make an e-mail or a call have it exported beside them. */
const tasks: ProfilePart = {
  entity: "activities",
  setAside: [
    {when: "lower({State}) <> 'complete' and {?completedAt} is null", reason: "task not done yet"},
    {
      when: "regexp_matches(lower(coalesce({?taskType}, {?action}, '')), 'email|call')",
      reason: "task whose e-mail or call counts",
    },
  ],
  columns: {
    ...links,
    activity_id: ["='task-' || {id|Task ID}"],
    actor_id: [...related("completer"), ...ACTOR],
    channel: [
      "=case when regexp_matches(lower(concat({?taskType}, {?action}, {?subject}, {?note})), 'linked') then 'linkedin' else 'other' end",
    ],
    direction: ["='out'"],
    occurred_at: ["=coalesce({?completedAt}, {?stateChangedAt}, {?updatedAt})"],
    outcome: ["State"],
    subject: ["Subject", "Note"],
  },
  values: {channel: spellings({other: "in person"})},
};

/** Outreach: the JSON:API's attributes and relationships, flattened to CSV, with or without the two words before each. */
export const outreach: Profile = {
  name: "outreach",
  label: "Outreach",
  prefix: /^(data[._ ])?((attributes|relationships?)[._ ])?/,
  zone: () => "UTC",
  caution: "Outreach publishes no list of columns: check the mapping",
  files: [
    {
      kind: "Users",
      signatures: anyOf("id, email, firstName, lastName, locked", "id, email, firstName, lastName, lastSignInAt"),
      parts: [people],
    },
    {
      kind: "Accounts",
      signatures: anyOf(
        "id, name, domain, named",
        "id, name, domain, naturalName",
        "id, name, domain, customId",
        "id, name, domain, websiteUrl, locality",
      ),
      parts: [accounts],
    },
    {
      kind: "Prospects",
      signatures: anyOf(
        "id, firstName, lastName, touchedAt",
        "id, firstName, lastName, engagedAt",
        "id, firstName, lastName, emails",
        "id, firstName, lastName, emails[0]",
        "id, firstName, lastName, stage.id",
        "id, firstName, lastName, stage.data.id",
        "id, firstName, lastName, emailsOptStatus",
        "Prospect ID, First Name, Last Name",
      ),
      parts: [contacts],
    },
    {
      kind: "Calls",
      signatures: anyOf(
        "id, dialedAt, direction",
        "id, dialedAt, answeredAt",
        "id, dialedAt, outcome",
        "id, answeredAt, direction, state",
      ),
      parts: [calls],
    },
    {
      kind: "Mailings",
      signatures: anyOf(
        "id, deliveredAt, state",
        "id, deliveredAt, mailboxAddress",
        "id, deliveredAt, subject, mailbox.id",
        "id, scheduledAt, stateChangedAt, state",
      ),
      unless: ["taskType"],
      parts: [mailings],
    },
    {kind: "Tasks", signatures: anyOf("id, taskType, dueAt", "id, taskType, stateChangedAt"), parts: [tasks]},
  ],
};

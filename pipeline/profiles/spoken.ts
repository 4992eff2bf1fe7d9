/** How people write the names of canonical columns in a sheet of their own. */
import {ENTITIES, type EntityName} from "../contract/entities.js";

const SINGULARS: Partial<Record<EntityName, string>> = {
  people: "person",
  accounts: "account",
  contacts: "contact",
  opportunities: "opportunity",
  stakeholders: "stakeholder",
};

/** What no rule makes of a column's name. */
const OTHERS: Readonly<Record<string, readonly string[]>> = {
  name: ["full name"],
  email: ["email address", "e mail", "e mail address", "work email"],
  phone: ["phone number", "telephone"],
  title: ["job title"],
  linkedin_url: ["linkedin", "linkedin profile"],
  manager_id: ["manager", "manager name", "manager email"],
  owner_id: ["owner", "owner name", "owner email"],
  sdr_id: ["sdr", "sdr name", "sdr email", "booked by"],
  ae_id: ["ae", "ae name", "ae email", "account executive", "assigned to", "assignee", "host"],
  actor_id: ["actor", "actor name", "actor email"],
  account_id: ["account", "account name", "company", "company name"],
  contact_id: ["contact", "contact name", "contact email", "prospect email", "guest email", "invitee email", "prospect name"],
  started_on: ["start date"],
  ended_on: ["end date"],
  created_at: ["create date", "creation date"],
  closed_at: ["close date", "closing date"],
  meeting_at: ["meeting", "meeting start", "date of meeting"],
  meeting_status: ["status", "meeting outcome", "outcome", "meeting result"],
  occurred_at: ["date", "activity date", "date time"],
  submitted_at: ["timestamp"],
};

/** A header as words: lower case, parted by single blanks. "LeadID" is one word, "Lead-ID" are two. */
export const toWords = (header: string): string =>
  header
    .normalize("NFKC")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .join(" ");

/** Other names of a column as `toWords` writes them: "meeting_at" is also "meeting date", the name of a person "full name". */
export function nameAloud(entity: EntityName, column: string): string[] {
  const [, stem, ending] = /^(.*?)(_at|_on)?$/.exec(column)!;
  const times = ending ? ["date", "time", "date time", "at", "on"].map((word) => `${toWords(stem!)} ${word}`) : [];
  // `account_id` of an account's own row is its id; the company's name is in `name`.
  const isOwnId = column === `${SINGULARS[entity]}_id`;
  const others = isOwnId ? [] : (OTHERS[column] ?? []);
  const named = column === "name" && SINGULARS[entity] ? [`${SINGULARS[entity]} name`] : [];
  const bare = column.startsWith("is_") ? [toWords(column.slice(3))] : [];
  // What is a column of its own there means that column: the e-mail in a form's answer is no id.
  const taken = new Set(ENTITIES[entity].columns.map(({name}) => toWords(name)));
  return [...new Set([...times, ...named, ...bare, ...others])].filter((name) => !taken.has(name));
}

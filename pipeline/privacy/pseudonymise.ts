/** Puts made-up names, ids and addresses in the place of all people, prospects and accounts in raw. What is counted stays as it is. */
import {ENTITIES, ENTITY_NAMES, findColumn, type EntityName} from "../contract/entities.js";
import {isWithheld} from "../contract/former.js";
import {quoteName, quoteText, type Database} from "../db.js";
import {isLegalForm, isNobody, makeDisguise} from "./disguise-text.js";
import {makeUp, type MadeUp} from "./made-up.js";

/** Columns of text that group records and tell of nobody. */
const GROUPS = new Set("role team region segment source motion stage from_stage to_stage currency industry city state country territory behaviour metric field entity department title brief_from_note brief_industry brief_size brief_annual_revenue brief_location brief_contact_title brief_contact_department brief_meeting_time brief_duration brief_touchpoints".split(" ")); // prettier-ignore
const LINKS = new Set(["url", "meeting_link", "linkedin_url", "brief_contact_linkedin"]);
const MAILS = new Set(["email", "ae_email", "brief_contact_email"]);
const PHONES = new Set(["phone", "brief_contact_phone"]);
const LABELS: Record<string, string> = {sdr: "SDR", ae: "AE", manager: "Manager", exec: "Leader"};
/** What a reference may name its record by, beside its id. */
const NAMED_BY: Partial<Record<EntityName, {key: string; kind: Kind; names: readonly string[]}>> = {
  people: {key: "person_id", kind: "person", names: ["email", "name"]},
  contacts: {key: "contact_id", kind: "prospect", names: ["email", "name"]},
  accounts: {key: "account_id", kind: "account", names: ["name"]},
  opportunities: {key: "opportunity_id", kind: "deal", names: ["name"]},
};
type Kind = "person" | "prospect" | "account" | "deal";

/** @param db a database in which raw holds every export, and that is not kept itself */
export async function pseudonymise(db: Database, salt: string): Promise<void> {
  const made = makeUp(salt);
  const texts = async (table: string, column: string) =>
    (await db.rows<{text: string}>(`select distinct ${quoteName(column)} as text from raw.${table} where ${quoteName(column)} is not null`)).map(({text}) => text); // prettier-ignore
  const roles = await db.rows<{name: string; role: string | null}>("select name, min(role) as role from raw.people where name is not null group by name"); // prettier-ignore
  const namers = makeNamers(made, new Map(roles.map(({name, role}) => [name.trim().toLowerCase(), LABELS[role ?? ""] ?? "Colleague"]))); // prettier-ignore
  const ids = new Set<string>();
  for (const entity of ENTITY_NAMES) for (const {name, type} of ENTITIES[entity].columns) if (type === "id") for (const id of await texts(entity, name)) ids.add(id); // prettier-ignore
  const disguise = makeDisguise(
    {
      people: [
        ...(await texts("people", "name")),
        ...(await texts("contacts", "name")),
        ...(await texts("stakeholders", "name")),
      ],
      companies: await texts("accounts", "name"),
      phones: await texts("contacts", "phone"),
      ids: [...ids],
    },
    made,
  );
  const records = await readNames(db);
  await db.run("create or replace temp table made_up (before varchar, after varchar)");
  for (const entity of ENTITY_NAMES)
    for (const column of ENTITIES[entity].columns) {
      // What a change was of decides what stands for it.
      const isHistory = entity === "field_changes" && column.name.endsWith("_value");
      const pseudonymOf = isHistory ? undefined : choose(entity, column.name, {made, namers, records, disguise});
      if (!pseudonymOf) continue;
      await replace(db, `raw.${entity}`, column.name, await texts(entity, column.name), pseudonymOf);
    }
  await disguiseHistory(db, {made, namers, records, disguise});
  await db.run("update raw.rejects set value = null where value is not null");
  const part = (own: string) => (/^\d$|^\d{4}-\d\d-\d\d/.test(own) ? own : ids.has(own) ? made.id(own) : own.includes("@") ? made.mail(own) : own); // prettier-ignore
  await replace(db, "raw.marks", "record_key", await texts("marks", "record_key"), (key) => key.split("\u001f").map(part).join("\u001f")); // prettier-ignore
  await replace(db, "raw.marks", "target", await texts("marks", "target"), (target) =>
    ids.has(target) ? made.id(target) : target,
  );
  await db.run("drop table temp.made_up");
}

interface Room {
  made: MadeUp;
  namers: Record<Kind, (name: string) => string>;
  /** What records go by beside their ids, in lower case; and their ids. */
  records: Record<Kind, {ids: ReadonlySet<string>; names: ReadonlySet<string>}>;
  disguise(text: string): string;
}

function makeNamers(made: MadeUp, labels: ReadonlyMap<string, string>): Room["namers"] {
  return {
    person: (name) => `${labels.get(name.trim().toLowerCase()) ?? "Colleague"} ${made.name(name)}`,
    prospect: (name) => made.name(name),
    account: (name) => made.name(name, isLegalForm),
    deal: (name) => made.name(name),
  };
}

/** What becomes of the cells of a column; undefined where they stay. */
function choose(entity: EntityName, name: string, room: Room): ((cell: string) => string) | undefined {
  const {made, namers, disguise} = room;
  const column = findColumn(entity, name)!;
  if (column.type === "id") {
    const kind = NAMED_BY[column.references ?? entity]?.kind;
    return kind ? referTo(kind, room) : made.id;
  }
  if (column.type !== "text" || GROUPS.has(name)) return undefined;
  if (MAILS.has(name)) return (cell) => (cell.includes("@") ? made.mail(cell) : disguise(cell));
  if (PHONES.has(name)) return (cell) => (/\d/.test(cell) ? cell.replace(/\d/g, "0") : cell);
  if (LINKS.has(name)) return (cell) => (/[./]/.test(cell) ? `https://example.invalid/${made.id(cell)}` : cell);
  if (name === "website" || name === "brief_website") return (cell) => `https://${made.domain(domainOf(cell))}`;
  // An answer names the company as its author would: by id, or by a name like its own.
  if (name === "account") return (cell) => (room.records.account.ids.has(cell) ? made.id(cell) : namers.account(cell));
  if (name === "brief_company") return namers.account;
  if (name === "brief_contact_name") return namers.prospect;
  const kind = name === "name" ? (entity === "stakeholders" ? "prospect" : NAMED_BY[entity]?.kind) : undefined;
  return kind ? sayNothing(namers[kind]) : (cell) => (isWithheld(cell) ? cell : disguise(cell));
}

/** Placeholders stay: nobody is called so. */
const sayNothing = (namer: (name: string) => string) => (cell: string) => (isNobody(cell) ? cell : namer(cell));

/** A reference names a record by its id, or by what else it goes by. */
const referTo =
  (kind: Kind, {made, namers, records}: Room) =>
  (cell: string): string => {
    const {ids, names} = records[kind];
    if (ids.has(cell)) return made.id(cell);
    if (cell.includes("@")) return made.mail(cell);
    if (names.has(cell.trim().toLowerCase())) return namers[kind](cell);
    if (kind === "account" && /\s/.test(cell.trim())) return namers.account(cell);
    return kind === "account" && /^[\w-]+(\.[\w-]+)+$/.test(cell.trim()) ? made.domain(domainOf(cell)) : made.id(cell);
  };

/** The domain that a company is known by: without scheme, path, and what stands before it. */
const domainOf = (website: string): string =>
  /^(?:https?:\/\/)?(?:[^/@]*\.)?([a-z0-9-]+\.(?:(?:co|com|org|net|ac)\.)?[a-z]{2,})(?:[/:?#]|$)/.exec(website.trim().toLowerCase())?.[1] ?? website; // prettier-ignore

async function readNames(db: Database): Promise<Room["records"]> {
  const found = {} as Room["records"];
  for (const [entity, {key, kind, names}] of Object.entries(NAMED_BY)) {
    const ids = await db.rows<{id: string}>(`select distinct ${key} as id from raw.${entity} where ${key} is not null`);
    const named = await db.rows<{name: string}>(`select distinct lower(trim(unnest([${names.join(", ")}]))) as name from raw.${entity}`); // prettier-ignore
    found[kind] = {ids: new Set(ids.map(({id}) => id)), names: new Set(named.map(({name}) => name))};
  }
  return found;
}

/** What fields of records said before, each as its column says it now. */
async function disguiseHistory(db: Database, room: Room): Promise<void> {
  const fields = await db.rows<{entity: string; field: string}>("select distinct lower(trim(entity)) as entity, lower(trim(field)) as field from raw.field_changes"); // prettier-ignore
  for (const {entity, field} of fields) {
    const known = ENTITY_NAMES.find((name) => name === entity);
    const column = known && findColumn(known, field);
    const pseudonymOf = column ? choose(known, field, room) : room.disguise;
    if (!pseudonymOf) continue;
    const own = `lower(trim(entity)) = ${quoteText(entity)} and lower(trim(field)) = ${quoteText(field)}`;
    for (const value of ["old_value", "new_value"]) {
      const rows = await db.rows<{text: string}>(`select distinct ${value} as text from raw.field_changes where ${value} is not null and ${own}`); // prettier-ignore
      await replace(db, "raw.field_changes", value, rows.map(({text}) => text), pseudonymOf, own); // prettier-ignore
    }
  }
}

/** Puts pseudonyms in the place of a column's values. Each value is replaced once: all at a time. */
async function replace(
  db: Database,
  table: string,
  column: string,
  values: readonly string[],
  pseudonymOf: (value: string) => string,
  where = "true",
): Promise<void> {
  const changed = values.map((value) => [value, pseudonymOf(value)] as const).filter(([before, after]) => before !== after);
  if (changed.length === 0) return;
  await db.run("delete from temp.made_up");
  const appender = await db.connection.createAppender("made_up", "main", "temp");
  for (const pair of changed) {
    for (const text of pair) appender.appendVarchar(text);
    appender.endRow();
  }
  appender.closeSync();
  await db.run(`update ${table} as records set ${quoteName(column)} = made_up.after from temp.made_up as made_up
    where records.${quoteName(column)} = made_up.before and ${where}`);
}

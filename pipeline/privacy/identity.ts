/** Who is meant, and what the exports hold on them. */
import {ENTITIES, ENTITY_NAMES, type EntityName} from "../contract/entities.js";
import {quoteName, quoteText, type Database} from "../db.js";
import {escapeRegex} from "../escape.js";
import {UserError} from "../errors.js";
import {splitWords, type Identity} from "./forgotten.js";
import {listMentioning, listNaming, listRecords, SELVES} from "./holdings.js";

interface Self {
  kind: Identity["kind"];
  id: string;
  email: string | null;
  name: string | null;
}

const SELVES_SQL = `
  select 'person' as kind, person_id as id, email, name from raw.people
  union
  select 'prospect', contact_id, email, name from raw.contacts
  union
  select 'prospect', null, null, name from raw.stakeholders where contact_id is null and name is not null
  union
  -- Whom no export of people or contacts has, and rows name all the same.
  ${ENTITY_NAMES.filter((entity) => entity !== "people" && entity !== "contacts")
    .flatMap((entity) =>
      listNaming(entity).map(
        ({name, references}) =>
          `select '${references === "contacts" ? "prospect" : "person"}', ${quoteName(name)}, null, null from raw.${entity} where ${quoteName(name)} is not null`,
      ),
    )
    .join("\n  union\n  ")}`;

/**
 * Everything that one person goes by, from an id, an e-mail address or a name. Rows that share an id or an address are one person.
 * @throws UserError (exit code 2) when nobody or more than one is meant
 */
export async function findIdentity(db: Database, who: string): Promise<Identity> {
  const selves = await db.rows<Self>(SELVES_SQL);
  const wanted = who.trim().toLowerCase();
  const goesBy = ({id, email, name}: Self) => [id, email, name].some((own) => own?.trim().toLowerCase() === wanted);
  const meant = selves.filter(goesBy).sort((a, b) => Number((a.id ?? a.email) === null) - Number((b.id ?? b.email) === null));
  if (meant.length === 0)
    throw new UserError(`nobody in the exports goes by "${who}"\n  → name the id, the e-mail address or the whole name, as the exports have it; whoever nothing has touched for longer than retention_months is held under no name`, 2); // prettier-ignore
  const own = spread(meant.slice(0, 1), selves);
  const others = meant.filter((self) => !own.includes(self) && (self.id ?? self.email) !== null);
  if (others.length > 0) {
    const ids = [...new Set(meant.map(({id, email, name}) => id ?? email ?? name))].join(", ");
    throw new UserError(`"${who}" is the name of several people\n  → name one by id: ${ids}`, 2);
  }
  const values = (pick: (self: Self) => string | null) => [...new Set(own.map(pick).filter((value): value is string => value !== null))]; // prettier-ignore
  const identity = {
    kind: own[0]!.kind,
    ids: [...new Set([...values(({id}) => id), ...values(({email}) => email)])],
    names: values(({name}) => name),
  };
  return {...identity, records: await findRecords(db, identity)};
}

/** Whoever shares an id or an address with one of them, and so on; a row with a name alone is who is meant by that name. */
function spread(found: readonly Self[], selves: readonly Self[]): Self[] {
  const key = (text: string | null) => text?.trim().toLowerCase();
  const keys = new Set(found.flatMap(({id, email}) => [key(id), key(email)]).filter(Boolean));
  const names = new Set(found.map(({name}) => key(name)));
  const isOwn = ({id, email, name}: Self) =>
    (id ?? email) === null ? names.has(key(name)) : keys.has(key(id) ?? "") || keys.has(key(email) ?? "");
  const all = selves.filter((self) => found.includes(self) || isOwn(self));
  return all.length === found.length ? all : spread(all, selves);
}

/** Ids of the handoffs they had a part in. */
async function findRecords(db: Database, {kind, ids}: Pick<Identity, "kind" | "ids">): Promise<string[]> {
  const columns = kind === "person" ? ["sdr_id", "ae_id"] : ["contact_id"];
  const rows = await db.rows<{handoff_id: string | null; meeting_id: string | null}>(
    `select distinct handoff_id, meeting_id from raw.handoffs where ${columns.map((column) => isOneOf(column, ids)).join(" or ")}`,
  );
  return [...new Set(rows.flatMap((row) => [row.handoff_id, row.meeting_id]).filter((id): id is string => id !== null))];
}

/** Numbers about somebody, or about an SDR and an AE together. */
const isScopeOf = (ids: readonly string[]): string =>
  ids.length === 0 ? "false" : `list_has_any(string_split(lower(trim(scope_id)), '|'), [${ids.map((id) => quoteText(id.trim().toLowerCase())).join(", ")}])`; // prettier-ignore

const isOneOf = (column: string, values: readonly string[]): string =>
  values.length === 0 ? "false" : `lower(trim(${quoteName(column)})) in (${values.map((value) => quoteText(value.trim().toLowerCase())).join(", ")})`; // prettier-ignore

/** A row of an export that tells of somebody. */
export interface Held {
  entity: EntityName;
  path: string;
  line: number;
  /** Filled cells of the row. */
  row: Record<string, string>;
}

/** SQL condition: one of the texts mentions them by an address or a whole name, in either order. Undefined for whom no text can mention. */
function mentionSql(columns: readonly string[], {ids, names}: Pick<Identity, "ids" | "names">): string | undefined {
  const orders = names.map(splitWords).filter((words) => words.length > 1);
  const told = [
    ...ids.filter((id) => id.includes("@")).map(escapeRegex),
    ...orders.flatMap((words) => [words, [words.at(-1)!, ...words.slice(0, -1)]]).map((words) => words.join("[^\\p{L}\\p{N}]+")),
  ];
  if (told.length === 0 || columns.length === 0) return undefined;
  const pattern = `(?i)(?:^|[^\\p{L}\\p{N}])(?:${told.join("|")})(?:$|[^\\p{L}\\p{N}])`;
  return `regexp_matches(nfc_normalize(concat_ws(chr(10), ${columns.map(quoteName).join(", ")})), ${quoteText(pattern)})`;
}

/** Rows of the exports that are somebody, name or mention them, or are about a handoff of theirs; those of the ledger by what it holds. */
export async function listHeld(db: Database, identity: Identity): Promise<Held[]> {
  const held: Held[] = [];
  for (const entity of ENTITY_NAMES) {
    const self = SELVES[entity];
    const conditions = [
      ...(self?.ids ?? []).map((column) => isOneOf(column, identity.ids)),
      ...(self?.name ? [`${self.ids[0]} is null and ${isOneOf(self.name, identity.names)}`] : []),
      ...listNaming(entity).map(({name}) => isOneOf(name, [...identity.ids, ...identity.names])),
      ...listRecords(entity).map((column) => isOneOf(column, identity.records)),
    ];
    const mention = mentionSql(listMentioning(entity, ["people", "contacts"]), identity);
    if (mention) conditions.push(mention);
    if (conditions.length === 0) continue;
    const columns = ENTITIES[entity].columns.map(({name}) => quoteName(name)).join(", ");
    const rows = await db.rows<Record<string, string | number | null>>(
      `select files.path as _path, _line, ${columns} from raw.${entity} as records
       inner join (select distinct file_id, path from raw.files) as files on files.file_id = records._file_id
       where ${conditions.join(" or ")} order by files.path, _line`,
    );
    for (const {_path, _line, ...cells} of rows) {
      const row = Object.fromEntries(Object.entries(cells).filter((cell): cell is [string, string] => cell[1] !== null));
      held.push({entity, path: String(_path), line: Number(_line), row});
    }
  }
  return held;
}

/** Columns of marts that name a person, whichever part they had. */
const OF_PEOPLE = ["sdr_id", "ae_id", "person_id", "scope_id", "manager_id", "expected_ae_id", "from_id", "to_id"];

/** What Baton has worked out about a person: rows of its own tables that name them, by table. Nothing is worked out about prospects. */
export async function listDerived(db: Database, identity: Identity): Promise<Record<string, Record<string, unknown>[]>> {
  if (identity.kind !== "person") return {};
  const tables = await db.rows<{table_name: string; columns: string[]}>(`
    select table_name, list(column_name order by column_index) as columns from duckdb_columns()
    where schema_name = 'marts' and database_name = current_database() and column_name in (${OF_PEOPLE.map(quoteText).join(", ")})
    group by table_name order by table_name`);
  const derived: Record<string, Record<string, unknown>[]> = {};
  for (const {table_name: table, columns} of tables) {
    const where = columns.map((column) => (column === "scope_id" ? isScopeOf(identity.ids) : isOneOf(column, identity.ids))).join(" or "); // prettier-ignore
    const rows = await db.rows<Record<string, unknown>>(`select * from marts.${quoteName(table)} where ${where}`);
    if (rows.length > 0) derived[table] = rows;
  }
  return derived;
}

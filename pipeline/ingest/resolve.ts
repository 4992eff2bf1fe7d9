import {ENTITIES, ENTITY_NAMES, type EntityName} from "../contract/entities.js";
import {quoteName, quoteText, type Database} from "../db.js";
import type {Problem} from "../errors.js";
import type {FileReport} from "./types.js";

interface Target {
  key: string;
  /** Conditions under which an id is known although it is not in `key`. */
  alsoKnown?: string;
  /** SQL of what else a record goes by, compared in lower case. */
  aliases: string[];
}

const domain = "regexp_replace(regexp_replace(website, '^[a-zA-Z]+://', ''), '^www\\.|/.*$', '', 'g')";
const TARGETS: Partial<Record<EntityName, Target>> = {
  people: {key: "person_id", aliases: ["email", "name"]},
  accounts: {key: "account_id", aliases: [domain, "name"]},
  contacts: {key: "contact_id", aliases: ["email", "name"]},
  opportunities: {key: "opportunity_id", aliases: ["name"]},
  leads: {key: "lead_id", aliases: []},
  handoffs: {key: "handoff_id", alsoKnown: "meeting_id", aliases: []},
};

/**
 * Turns references given as e-mail, name or domain into ids where exactly one record goes by it, and lists those that point
 * at nothing in raw.rejects. Entities without an export are not looked into.
 * @param changed takes down the entities of which any row is not as its export has it any more
 * @returns per kind of record, the values found nowhere.
 */
export async function resolveReferences(
  db: Database,
  reports: readonly FileReport[],
  changed: Set<EntityName>,
): Promise<Problem[]> {
  const loaded = new Set(reports.filter((report) => report.loaded > 0).map((report) => report.entity));
  const supplied = (entity: EntityName, column: string) =>
    reports.some((report) => report.entity === entity && report.columns.includes(column));
  const problems: Problem[] = [];
  for (const [name, target] of Object.entries(TARGETS) as [EntityName, Target][]) {
    const links = ENTITY_NAMES.filter((entity) => loaded.has(entity)).flatMap((entity) =>
      ENTITIES[entity].columns
        .filter(({references, name: column}) => references === name && supplied(entity, column))
        .map((column) => ({entity, column: column.name})),
    );
    if (!loaded.has(name) || links.length === 0 || !(await findUnresolved(db, name, target, links))) continue;
    if (target.aliases.length > 0) await followAliases(db, name, target, changed);
    problems.push(...(await listOrphans(db, name)));
  }
  await db.run("drop table if exists temp.main.unresolved");
  return problems;
}

/** Collects values that are no id of the target, once per file, column and value; false when there are none. */
async function findUnresolved(
  db: Database,
  name: EntityName,
  {key, alsoKnown}: Target,
  links: readonly {entity: EntityName; column: string}[],
): Promise<boolean> {
  const selects = links.map(
    ({
      entity,
      column,
    }) => `select ${quoteText(entity)} as entity, ${quoteText(column)} as column_name, ${quoteName(column)} as value, _file_id as file_id,
      min(_line) as line, count(*) as rows from raw.${entity} where ${quoteName(column)} is not null and ${quoteName(column)} not in (select id from known) group by all`,
  );
  const more = alsoKnown ? ` union select ${alsoKnown} from raw.${name} where ${alsoKnown} is not null` : "";
  await db.run(
    `create or replace temp table unresolved as with known as (select ${key} as id from raw.${name} where ${key} is not null${more}) ${selects.join(" union all ")}`,
  );
  return (await db.rows("select 1 from unresolved limit 1")).length > 0;
}

/** A person's name however a system writes it: "Díaz, Sara" and "Sara Diaz (Deactivated User)" are "sara diaz". */
const foldName = (name: string): string =>
  `trim(regexp_replace(regexp_replace(strip_accents(lower(${name})), '\\s*\\([^()]*\\)$', ''), '^([^,@]+),\\s*([^,@]+)$', '\\2 \\1'))`;

async function followAliases(db: Database, name: EntityName, {key, aliases}: Target, changed: Set<EntityName>): Promise<void> {
  const all = aliases.map(
    (alias) => `select lower(trim(${alias})) as alias, ${key} as id from raw.${name} where ${alias} is not null`,
  );
  await db.run(
    `create or replace temp table aliases as
       select alias, any_value(id) as id, count(distinct id) as ids from (${all.join(" union all ")}) group by alias;
     alter table unresolved add column id varchar; alter table unresolved add column ids integer;
     update unresolved set id = case when aliases.ids = 1 then aliases.id end, ids = aliases.ids from aliases where aliases.alias = lower(trim(unresolved.value))`,
  );
  if (name === "people")
    await db.run(`update unresolved set id = case when folded.ids = 1 then folded.id end, ids = folded.ids
      from (select ${foldName("name")} as alias, any_value(person_id) as id, count(distinct person_id) as ids from raw.people where name is not null group by alias) as folded
      where unresolved.ids is null and folded.alias = ${foldName("unresolved.value")}`);
  const found = await db.rows<{entity: EntityName; column_name: string}>(
    "select distinct entity, column_name from unresolved where id is not null",
  );
  for (const {entity, column_name: column} of found) {
    changed.add(entity);
    await db.run(
      `update raw.${entity} set ${quoteName(column)} = found.id
       from (select distinct value, id from unresolved where id is not null and entity = ${quoteText(entity)} and column_name = ${quoteText(column)}) as found
       where raw.${entity}.${quoteName(column)} = found.value`,
    );
  }
  await db.run("delete from unresolved where id is not null; drop table aliases");
}

/** So many records that were rejected are told one by one; of more it is told that they were. */
const MOST_NAMED = 20;

/** Notes in temp.rejected, by what others name them by, records of the target that were in an export and could not be loaded. */
async function findRejected(db: Database, name: EntityName): Promise<void> {
  // A meeting's longer keys begin with its SDR.
  const own = name === "handoffs" ? `case when starts_with(record_key, '0') then substr(record_key, 3) end` : "split_part(record_key, chr(31), 2)"; // prettier-ignore
  const marks = `from raw.marks where entity = ${quoteText(name)} and kind in ('rejected', 'unkeyed')`;
  await db.run(`create or replace temp table rejected as
    with named as (select target as id, file_id, line ${marks} union all select ${own}, file_id, line ${marks}),
    firsts as (
      select id, min_by(file_id, (file_id, line)) as file_id, min_by(line, (file_id, line)) as line from named
      where id in (select value from unresolved) group by id
    ),
    causes as (
      select file_id, line, min_by(coalesce(column_name || ' ', '') || reason, coalesce(column_name, '')) as cause
      from raw.rejects where entity = ${quoteText(name)} and effect = 'row' group by file_id, line
    )
    select firsts.id, 'was rejected from the export of ${name}' || case when count(*) over () > ${MOST_NAMED} or cause is null then ''
        else ', at ' || files.path || ':' || firsts.line || ': ' || cause end as reason,
      count(*) over () > ${MOST_NAMED} or cause is null as is_many
    from firsts
    left join causes on causes.file_id = firsts.file_id and causes.line = firsts.line
    left join (select distinct file_id, path from raw.files) as files on files.file_id = firsts.file_id`);
}

async function listOrphans(db: Database, name: EntityName): Promise<Problem[]> {
  const hasIds = TARGETS[name]!.aliases.length > 0;
  const several = hasIds
    ? `when ids > 1 then 'goes by ' || ids || ' records of ${name}' else 'is not in the export of ${name}' end`
    : `else 'is not in the export of ${name}' end`;
  const hint = `export ${name} with every record that others name, archived ones too`;
  const mend = `mend the rejected rows of ${name}, and export again`;
  await findRejected(db, name);
  await db.run(
    `insert into raw.rejects select unresolved.file_id, files.path, unresolved.entity, line, column_name, value,
       case when rejected.id is not null then rejected.reason ${several} || case when rows > 1 then ' (' || rows || ' rows, the first of them here)' else '' end,
       case when rejected.id is null then ${quoteText(hint)} when is_many then ${quoteText(mend)} else ${quoteText(MEND_ONE)} end, 'orphan'
     from unresolved left join (select distinct file_id, path from raw.files) as files using (file_id)
     left join rejected on rejected.id = unresolved.value order by unresolved.file_id, line`,
  );
  const groups = await db.rows<{
    entity: string;
    column_name: string;
    is_rejected: boolean;
    orphans: number;
    examples: string;
    first: string;
  }>(
    `select entity, column_name, value in (select id from rejected) as is_rejected, count(distinct value) as orphans,
       array_to_string(list(distinct value order by value)[1:3], ', ') as examples, arg_min(path || ':' || line, (file_id, line)) as first
     from unresolved left join (select distinct file_id, path from raw.files) as files using (file_id)
     group by entity, column_name, is_rejected order by all`,
  );
  await db.run("drop table temp.main.rejected");
  return groups.map(({entity, column_name: column, is_rejected: isRejected, orphans, examples, first}) => ({
    where: `${entity}.${column}`,
    what: `${orphans} ${orphans === 1 ? "value" : "values"} ${describeLack(isRejected, orphans)} the export of ${name}: ${examples}${orphans > 3 ? ", …" : ""}; first in ${first}`,
    hint: isRejected ? mend : hint,
  }));
}

const MEND_ONE = "mend that row where the record is kept, and export again";

const describeLack = (isRejected: boolean, orphans: number): string =>
  isRejected ? `${orphans === 1 ? "was" : "were"} rejected from` : `${orphans === 1 ? "is" : "are"} not in`;

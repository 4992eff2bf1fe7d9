/** Whom nothing has touched since a day, and what stands for them. All in one database; temporary tables hold the plan. */
import {ENTITY_NAMES, type EntityName} from "../contract/entities.js";
import {FORMER, FORMER_MAIL, FORMER_PATTERN} from "../contract/former.js";
import {quoteName, quoteText, type Database} from "../db.js";
import {escapeGlob} from "../escape.js";
import {writeRowDate} from "./dates.js";
import {listNaming} from "./holdings.js";

/** Rows of exports that are kept from an earlier build, as files of their own. */
export interface KeptRows {
  /** Number of the export. */
  number: number;
  /** Entity or table of the ledger: path of the Parquet file. */
  paths: ReadonlyMap<string, string>;
  /** Path of what `writeNamed` noted of these rows, which then need not be gone through. */
  named?: string;
}

export interface PlanOptions {
  /** `YYYY-MM-DD`: whom nothing touches from then on is no longer held. */
  cutoff: string;
  salt: string;
  /** Ids, names and addresses that the configuration names: these are held as long as it does. */
  configured: readonly string[];
  kept?: readonly KeptRows[];
}

/** Tables of raw that name somebody, beside those of the ledger. */
const NAMING = ENTITY_NAMES.filter((entity) => listNaming(entity).length > 0 || ["people", "contacts", "stakeholders", "field_changes"].includes(entity)); // prettier-ignore
export const heldOf = (table: EntityName | "marks"): string => `temp.held_${table}`;
const unreadOf = (entity: EntityName): string => `temp.unread_${entity}`;

/**
 * Makes `temp.masks` (kind, value, mask), a row per id, address or name of somebody who is no longer held, and `temp.named` (file, kind, value,
 * seen), a row per file and value that names somebody, with the last day on which a row with it was touched. A value that is a mask already stands
 * for whom it stood for: what was kept and what is read anew meet.
 */
export async function planMasks(db: Database, options: PlanOptions): Promise<void> {
  await makeMacros(db, options.salt);
  const {kept = []} = options;
  await gatherHeld(db, kept);
  const known = kept.flatMap(({named}) => (named === undefined ? [] : [quoteText(escapeGlob(named))]));
  const noted = `select kept_files.number, kind, value, seen
    from read_parquet([${known.join(", ")}], filename = true) as noted inner join temp.kept_files on kept_files.path = noted.filename`;
  await db.run(`create or replace temp table own_names as
      select file, kind, value, max(seen) as seen from (${[...listNamed(), ...(known.length > 0 ? [noted] : [])].join("\n union all ")})
      where value is not null group by all;
    create or replace temp table named as
      select file, kind, value, max(seen) as seen from (from temp.own_names union all ${listTakingPart().join("\n union all ")})
      where value is not null group by all`);
  await db.run(SELVES);
  await db.run(LINKS);
  const {cutoff, configured} = options;
  const keys = configured.map((value) => `id_key(${quoteText(value)}), mail_key(${quoteText(value)}), name_key(${quoteText(value)})`); // prettier-ignore
  await db.run(`create or replace temp table gone as
    with recursive touched as (
      select links.kind, links.identity, max(named.seen) as seen
      from temp.named inner join temp.links on links.kind = named.kind and links.value = named.value group by all
    ),
    ends as (
      select kind, identity, arg_max(coalesce(ended_on, '9999'), since) as ended_on from temp.selves where kind = 'person' group by all
    ),
    named_by_us as (select identity from temp.record_keys where kind = 'person' and key in (${["''", ...keys].join(", ")})),
    people as (
      select touched.identity, coalesce(ends.ended_on, '9999') as ended_on,
        coalesce(touched.identity not in (from named_by_us) and (ends.ended_on < '${cutoff}' or touched.seen < '${cutoff}'), false) as is_gone
      from touched left join ends on ends.identity = touched.identity where touched.kind = 'person'
    ),
    managers as (
      select selves.identity as report, links.identity as manager
      from temp.selves inner join temp.links on links.kind = 'person' and links.value = selves.manager_id where selves.kind = 'person'
    ),
    -- Who leads somebody who is here is not silent, though no record names them.
    here as (
      select identity from people where not is_gone
      union
      select managers.manager from here inner join managers on managers.report = here.identity
      inner join people on people.identity = managers.manager and people.ended_on >= '${cutoff}'
    )
    select 'person' as kind, identity from people where is_gone and identity not in (from here)
    union all
    select kind, identity from touched where kind <> 'person' and coalesce(seen < '${cutoff}', true)`);
  await db.run(MASKS);
}

/** Notes in raw.named (file_id, kind, value, seen) who is named in the files of these numbers once the masks are in place, for the next build. */
export const writeNamed = (db: Database, numbers: readonly number[]): Promise<void> =>
  db.run(`create or replace table raw.named as
    select own_names.file as file_id, own_names.kind, coalesce(masks.mask, own_names.value) as value, max(own_names.seen) as seen
    from temp.own_names left join temp.masks on masks.kind = own_names.kind and masks.value = own_names.value
    where own_names.file in (${numbers.join(", ")}) group by all`);

/** Numbers of kept files in which somebody stands in the clear who is gone, or as gone who is here. */
export async function findUnfit(db: Database, numbers: readonly number[]): Promise<{number: number; isClear: boolean}[]> {
  if (numbers.length === 0) return [];
  const rows = await db.rows<{number: number; is_clear: boolean}>(`
    select named.file as number, bool_or(not is_mask(named.value)) as is_clear
    from temp.named left join temp.masks on masks.kind = named.kind and masks.value = named.value
    where named.file in (${numbers.join(", ")}) and is_mask(named.value) <> (masks.mask is not null) group by named.file`);
  return rows.map(({number, is_clear}) => ({number, isClear: is_clear}));
}

/** Functions of SQL that turn a value into its pseudonym, and that tell whom a value may name: by id, by address, by name. */
async function makeMacros(db: Database, salt: string): Promise<void> {
  await db.run(`
    create or replace temp macro former_hash(v) as left(sha256(${quoteText(salt)} || v), 12);
    create or replace temp macro low_hash(v) as former_hash(lower(trim(v)));
    create or replace temp macro is_mask(v) as regexp_full_match(v, ${quoteText(FORMER_PATTERN)});
    create or replace temp macro id_mask(v) as 'former-' || former_hash(v);
    create or replace temp macro mail_mask(v) as low_hash(v) || '@${FORMER_MAIL}';
    create or replace temp macro name_mask(label, v) as label || ' ' || left(low_hash(v), 6);
    create or replace temp macro id_key(v) as 'i' || case when is_mask(v) and starts_with(v, 'former-') then right(v, 12) else former_hash(v) end;
    create or replace temp macro mail_key(v) as 'm' || case when is_mask(v) and contains(v, '@') then left(v, 12) else low_hash(v) end;
    create or replace temp macro name_key(v) as 'n' || case when is_mask(v) and contains(v, ' ') then right(v, 6) else left(low_hash(v), 6) end`);
}

/** Puts what is kept beside what stands in raw, as views: all of it, and what it is not noted of who is named there. */
async function gatherHeld(db: Database, kept: readonly KeptRows[]): Promise<void> {
  await db.run("create or replace temp table kept_files (path varchar, number integer)");
  const files = kept.flatMap(({number, paths, named}) =>
    [...paths.values(), ...(named === undefined ? [] : [named])].map((path) => `(${quoteText(path)}, ${number})`),
  );
  if (files.length > 0) await db.run(`insert into temp.kept_files values ${files.join(", ")}`);
  for (const table of [...NAMING, "marks" as const]) {
    const id = table === "marks" ? "file_id" : "_file_id";
    const write = (view: string, files: readonly KeptRows[]) => {
      const paths = files.flatMap(({paths}) => paths.get(table) ?? []);
      const list = paths.map((path) => quoteText(escapeGlob(path))).join(", ");
      const more = `union all by name select held.* exclude (filename) replace (kept_files.number as ${id})
      from read_parquet([${list}], filename = true, union_by_name = true) as held inner join temp.kept_files on kept_files.path = held.filename`;
      return db.run(`create or replace temp view ${view} as select * from raw.${table} ${paths.length > 0 ? more : ""}`);
    };
    await write(`held_${table}`, kept);
    await write(`unread_${table}`, kept.filter(({named}) => named === undefined)); // prettier-ignore
  }
}

/** Queries of who is named where, and when that row was touched; of rows that tell so by themselves. */
function listNamed(): string[] {
  const naming = NAMING.filter((entity) => entity !== "stakeholders").flatMap((entity) =>
    listNaming(entity).map(({name, references}) => {
      const kind = references === "contacts" ? "prospect" : "person";
      const at = entity === "people" ? "null" : writeRowDate(entity);
      return `select _file_id as file, '${kind}' as kind, ${quoteName(name)} as value, ${at} as seen from ${unreadOf(entity)}`;
    }),
  );
  return [
    ...naming,
    `select _file_id, 'person', person_id, greatest(started_on, valid_from) from ${unreadOf("people")}`,
    `select _file_id, 'prospect', contact_id, null from ${unreadOf("contacts")}`,
    ...["old_value", "new_value"].flatMap((value) => [
      `select _file_id, 'person', ${value}, changed_at from ${unreadOf("field_changes")} where lower(trim(field)) in ('sdr_id', 'ae_id', 'owner_id', 'manager_id')`,
      `select _file_id, 'prospect', ${value}, changed_at from ${unreadOf("field_changes")} where lower(trim(field)) = 'contact_id'`,
    ]),
  ];
}

/** Queries of who is named as taking part in a deal. */
const listTakingPart = (): string[] => [
  ...listNaming("stakeholders").map(({name}) => stakeholders("prospect", quoteName(name), "true")),
  stakeholders("attendee", "name", "contact_id is null"),
];

/** Who takes part in a deal is as old as the deal. */
const stakeholders = (kind: string, value: string, condition: string): string =>
  `select stakeholders._file_id as file, '${kind}' as kind, stakeholders.${value} as value, greatest(met.seen, dealt.seen) as seen from ${heldOf("stakeholders")} as stakeholders
   left join (${HANDOFF_DATES}) as met on met.record = stakeholders.handoff_id
   left join (${DEAL_DATES}) as dealt on dealt.record = stakeholders.opportunity_id where ${condition}`;
export const HANDOFF_DATES = `select record, max(seen) as seen from (
    select unnest([handoff_id, meeting_id]) as record, ${writeRowDate("handoffs")} as seen from temp.held_handoffs
  ) where record is not null group by record`;
export const DEAL_DATES = `select opportunity_id as record, max(${writeRowDate("opportunities")}) as seen from temp.held_opportunities group by 1`;

const labels = Object.entries(FORMER).map(([role, label]) => `when ${quoteText(role)} then ${quoteText(label)}`).join(" "); // prettier-ignore

/** Records of people and contacts, and by which keys they are named. People whom two sources have under one address are one. */
const SELVES = `create or replace temp table selves as
    select 'prospect' as kind, id_key(contact_id) as identity, contact_id as id, email, name, ${quoteText(FORMER.prospect)} as label,
      null as manager_id, null as ended_on, '' as since from temp.held_contacts
    union all
    select 'person', coalesce(mail_key(email), id_key(person_id)), person_id, email, name, case role ${labels} else ${quoteText(FORMER.other)} end,
      manager_id, ended_on, concat_ws(' ', _exported_at::varchar, valid_from) from temp.held_people;
  create or replace temp table record_keys as
    select distinct kind, key, identity from (
      select kind, identity, unnest([id_key(id), mail_key(email), name_key(name)]) as key from temp.selves
      union all
      -- A record that was merged into another is whom it became, too.
      select case entity when 'contacts' then 'prospect' else 'person' end, id_key(target), id_key(substr(record_key, 3))
      from temp.held_marks where kind = 'merged' and entity = 'contacts'
    ) where key is not null`;

const LINKS = `create or replace temp table links as
    with own as (select distinct kind, value from temp.named),
    met as (
      select distinct own.kind, own.value, record_keys.identity, own.key[1] as how
      from (select kind, value, unnest([id_key(value), mail_key(value), name_key(value)]) as key from own) as own
      inner join temp.record_keys on record_keys.kind = own.kind and record_keys.key = own.key
    )
    from met
    union all
    -- Whom a row names by name alone is known by nothing else.
    select kind, value, case kind when 'attendee' then name_key(value) else id_key(value) end, case kind when 'attendee' then 'n' else 'u' end
    from own anti join met using (kind, value)`;

const MASKS = `create or replace temp table masks as
    with labels as (select kind, identity, arg_max(label, since) as label from temp.selves group by all),
    values as (
      select links.kind, links.value, min(links.how) as how, any_value(labels.label) as label, bool_and(gone.identity is not null) as is_gone
      from temp.links
      left join temp.gone on gone.kind = links.kind and gone.identity = links.identity
      left join labels on labels.kind = links.kind and labels.identity = links.identity
      group by links.kind, links.value
    )
    select kind, value, case when is_mask(value) then value when how = 'm' then mail_mask(value)
      when how = 'n' then name_mask(coalesce(label, case kind when 'person' then ${quoteText(FORMER.other)} else ${quoteText(FORMER.prospect)} end), value) else id_mask(value) end as mask
    from values where is_gone`;

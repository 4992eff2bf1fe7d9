/** Whom nothing has touched since a day, and what stands for them. All in one database; temporary tables hold the plan. */
import {FORMER, FORMER_MAIL, FORMER_PATTERN} from "../contract/former.js";
import {quoteText, type Database} from "../db.js";
import {gatherNamed, type KeptRows} from "./named.js";

export interface PlanOptions {
  /** `YYYY-MM-DD`: whom nothing touches from then on is no longer held. */
  cutoff: string;
  salt: string;
  /** Ids, names and addresses that the configuration names: these are held as long as it does. */
  configured: readonly string[];
  kept?: readonly KeptRows[];
  /** Files that have been read again since the last plan, where nothing else has changed; and whether they hold people or contacts. */
  again?: {numbers: readonly number[]; holdSelves: boolean};
}

/**
 * Makes `temp.masks` (kind, value, mask), a row per id, address or name of somebody who is no longer held, and `temp.named` (file, kind, value,
 * seen), a row per file and value that names somebody, with the last day on which a row with it was touched. A value that is a mask already stands
 * for whom it stood for: what was kept and what is read anew meet.
 */
export async function planMasks(db: Database, options: PlanOptions): Promise<void> {
  await makeMacros(db, options.salt);
  const {kept = [], again} = options;
  await gatherNamed(db, kept, again?.numbers);
  if (!again || again.holdSelves) await db.run(SELVES);
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

/** A kept file in which somebody stands in the clear who is gone (`isClear`), or as gone who is here. */
export interface Unfit {
  number: number;
  isClear: boolean;
}

/** Which of these files are unfit, by the plan. */
export async function findUnfit(db: Database, numbers: readonly number[]): Promise<Unfit[]> {
  if (numbers.length === 0) return [];
  const rows = await db.rows<{number: number; is_clear: boolean}>(`
    select named.file as number, bool_or(not is_mask(named.value)) as is_clear
    from temp.named left join temp.masks on masks.kind = named.kind and masks.value = named.value
    where named.file in (${numbers.join(", ")}) and is_mask(named.value) <> (masks.mask is not null) group by named.file`);
  return rows.map(({number, is_clear}) => ({number, isClear: is_clear}));
}

/**
 * Functions of SQL that turn a value into its pseudonym, and that tell whom a value may name: by id, by address, by name. A pseudonym names as the
 * value did that it stands for, and in no other way.
 */
async function makeMacros(db: Database, salt: string): Promise<void> {
  await db.run(`
    create or replace temp macro former_hash(v) as left(sha256(${quoteText(salt)} || v), 12);
    create or replace temp macro low_hash(v) as former_hash(lower(trim(v)));
    create or replace temp macro is_mask(v) as regexp_full_match(v, ${quoteText(FORMER_PATTERN)});
    create or replace temp macro id_mask(v) as 'former-' || former_hash(v);
    create or replace temp macro mail_mask(v) as low_hash(v) || '@${FORMER_MAIL}';
    create or replace temp macro name_mask(label, v) as label || ' ' || left(low_hash(v), 6);
    create or replace temp macro id_key(v) as 'i' || case when not is_mask(v) then former_hash(v) when starts_with(v, 'former-') then right(v, 12) end;
    create or replace temp macro mail_key(v) as 'm' || case when not is_mask(v) then low_hash(v) when contains(v, '@') then left(v, 12) end;
    create or replace temp macro name_key(v) as 'n' || case when not is_mask(v) then left(low_hash(v), 6) when contains(v, ' ') then right(v, 6) end`);
}

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
    known as (
      select distinct own.kind, own.value, record_keys.identity, own.key[1] as how
      from (select kind, value, unnest([id_key(value), mail_key(value)]) as key from own) as own
      inner join temp.record_keys on record_keys.kind = own.kind and record_keys.key = own.key
    ),
    -- The keys of names are short: among many, an id would have that of somebody's name by chance.
    called as (
      select distinct own.kind, own.value, record_keys.identity, 'n' as how
      from (select kind, value, name_key(value) as key from own anti join known using (kind, value)) as own
      inner join temp.record_keys on record_keys.kind = own.kind and record_keys.key = own.key
    ),
    met as (from known union all from called)
    from met
    union all
    -- Whom a row names by name alone is known by nothing else.
    select kind, value, case kind when 'attendee' then name_key(value) else coalesce(id_key(value), mail_key(value), name_key(value)) end,
      case kind when 'attendee' then 'n' else 'u' end
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

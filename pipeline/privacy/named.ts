/** Who is named where in the exports, and when that was last touched. */
import {ENTITY_NAMES, type EntityName} from "../contract/entities.js";
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

/** Tables of raw that name somebody, beside those of the ledger. */
const NAMING = ENTITY_NAMES.filter((entity) => listNaming(entity).length > 0 || ["people", "contacts", "stakeholders", "field_changes"].includes(entity)); // prettier-ignore
const heldOf = (table: EntityName | "marks"): string => `temp.held_${table}`;
const unreadOf = (entity: EntityName): string => `temp.unread_${entity}`;

/**
 * Makes `temp.named` (file, kind, value, seen) of the rows in raw and those that are kept, which lie beside each other as views then.
 * @param again files that have been read again since, where nothing else has changed
 */
export async function gatherNamed(db: Database, kept: readonly KeptRows[], again?: readonly number[]): Promise<void> {
  await gatherHeld(db, kept);
  await (again ? renameOwn(db, again) : gatherOwn(db, kept));
  await db.run(`create or replace temp table named as
    select file, kind, value, max(seen) as seen from (from temp.own_names union all ${listTakingPart().join("\n union all ")})
    where value is not null group by all`);
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

/** Notes in temp.own_names who is named in which file, and when last, by rows that tell so by themselves. */
async function gatherOwn(db: Database, kept: readonly KeptRows[]): Promise<void> {
  const known = kept.flatMap(({named}) => (named === undefined ? [] : [quoteText(escapeGlob(named))]));
  const noted = `select kept_files.number, kind, value, seen
    from read_parquet([${known.join(", ")}], filename = true) as noted inner join temp.kept_files on kept_files.path = noted.filename`;
  await db.run(`create or replace temp table own_names as
    select file, kind, value, max(seen) as seen from (${[...listNamed(), ...(known.length > 0 ? [noted] : [])].join("\n union all ")})
    where value is not null group by all`);
}

/** The same of these files alone, anew. */
const renameOwn = async (db: Database, numbers: readonly number[]): Promise<void> => {
  if (numbers.length === 0) return;
  await db.run(`delete from temp.own_names where file in (${numbers.join(", ")});
    insert into temp.own_names select file, kind, value, max(seen) as seen from (${listNamed().join("\n union all ")})
    where value is not null and file in (${numbers.join(", ")}) group by all`);
};

/** Notes in raw.named (file_id, kind, value, seen) who is named in the files of these numbers once the masks are in place, for the next build. */
export const writeNamed = (db: Database, numbers: readonly number[]): Promise<void> =>
  db.run(`create or replace table raw.named as
    select own_names.file as file_id, own_names.kind, coalesce(masks.mask, own_names.value) as value, max(own_names.seen) as seen
    from temp.own_names left join temp.masks on masks.kind = own_names.kind and masks.value = own_names.value
    where own_names.file in (${numbers.join(", ")}) group by all`);

/** SQL that tells one state of a file from another, over its names joined with the masks: who stands for whom in it. */
export const MASKS_PRINT = "md5(string_agg(distinct masks.mask, ' ' order by masks.mask))";

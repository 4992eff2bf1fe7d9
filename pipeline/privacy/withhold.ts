/** Takes out of the rows in raw what is no longer held: texts of old rows, and whom nothing has touched since. No row goes. */
import type {Config} from "../config.js";
import {ENTITIES, ENTITY_NAMES, findColumn, type EntityName} from "../contract/entities.js";
import {NONE_WORDS, PLACEHOLDERS} from "../contract/brief.js";
import {FORMER, WITHHELD} from "../contract/former.js";
import {quoteName, quoteText, type Database} from "../db.js";
import {writeRowDate} from "./dates.js";
import {listNaming, listTelling} from "./holdings.js";
import {listJudged, makeCommentHusks, makeHusks} from "./husks.js";
import {DEAL_DATES, HANDOFF_DATES, MASKS_PRINT} from "./named.js";

export type WithholdConfig = Pick<Config, "brief" | "not_disclosed_words" | "themes">;
/** A note of a brief that is one text, with other texts in the place of its parts. */
export type RewriteNote = (note: string, replace: (column: string, text: string) => string) => string;
/** The parts of such a note, by column. */
export type ReadNote = (note: string) => {cells: ReadonlyMap<string, string>};

export interface Withheld {
  /** Number of the export. */
  file: number;
  /** Cells of text that something else stands for. */
  texts: number;
  /** Tells one state of the file from another: who stands for whom in it. */
  print: string;
}

/** Whose texts are names and addresses. */
const SELVES: readonly EntityName[] = ["people", "contacts", "stakeholders"];
const COMMENTS = ["missing", "helpful"];
/** Columns of people and contacts that are somebody, beside their id. */
const CONTACT = ["name", "email", "phone", "linkedin_url"];
const ABSENT = `[${[...PLACEHOLDERS, ...NONE_WORDS].map((word) => quoteText(word)).join(", ")}]`;

/**
 * Blanks in place what `planMasks` has found, in all rows of raw.
 * @returns per file in which anything was found
 */
export async function withhold(
  db: Database,
  cutoff: string,
  config: WithholdConfig,
  notes: {read: ReadNote; rewrite: RewriteNote},
): Promise<Withheld[]> {
  const entities: EntityName[] = [];
  for (const entity of ENTITY_NAMES) if ((await db.rows(`select 1 from raw.${entity} limit 1`)).length > 0) entities.push(entity);
  await db.run(`create or replace temp table dated as
    select 'handoff' as kind, record, seen from (${HANDOFF_DATES}) union all select 'deal', record, seen from (${DEAL_DATES})`);
  const isOld = (entity: EntityName) => writeOld(entity, cutoff);
  const withheld = await tell(db, entities, isOld);
  if (withheld.length === 0) return [];
  await blankLedger(db, entities, isOld, withheld.map(({file}) => file)); // prettier-ignore
  await blankTexts(db, entities, isOld, config, notes);
  await replaceNames(db, entities, isOld);
  return withheld;
}

type IsOld = (entity: EntityName) => string;

/** SQL condition over `records`: the row is old, or undated and about nobody but who is no longer held. */
function writeOld(entity: EntityName, cutoff: string): string {
  const isGone = (kind: string, column: string) => `records.${quoteName(column)} in (select value from temp.masks where kind = '${kind}')`; // prettier-ignore
  if (entity === "people") return isGone("person", "person_id");
  if (entity === "contacts") return isGone("prospect", "contact_id");
  if (entity === "stakeholders") {
    const dated = (kind: string, column: string, sign: string) => `coalesce(records.${column} in (select record from temp.dated where kind = '${kind}' and seen ${sign} '${cutoff}'), false)`; // prettier-ignore
    const any = (sign: string) => `(${dated("handoff", "handoff_id", sign)} or ${dated("deal", "opportunity_id", sign)})`;
    return `(${any("<")} and not ${any(">=")})`;
  }
  const prospects = listNaming(entity).filter(({references}) => references === "contacts");
  const gone = prospects.map(({name}) => isGone("prospect", name)).join(" or ") || "false";
  return `coalesce(${writeRowDate(entity)} < '${cutoff}', ${gone}, false)`;
}

/** Counts per file what will be blanked. */
async function tell(db: Database, entities: readonly EntityName[], isOld: IsOld): Promise<Withheld[]> {
  const present = entities.map((entity) => `select distinct _file_id from raw.${entity}`).join(" union ") || "select 0 where false"; // prettier-ignore
  const texts = entities.flatMap((entity) => {
    const columns = listTelling(entity).map(({name}) => `count(records.${quoteName(name)})`);
    return columns.length > 0 && !SELVES.includes(entity) ? [`select _file_id as file, ${columns.join(" + ")} as texts from raw.${entity} as records where ${isOld(entity)} group by all`] : []; // prettier-ignore
  });
  return db.rows<Withheld>(`
    with texts as (select file, sum(texts)::integer as texts from (${texts.join(" union all ") || "select 0 as file, 0 as texts where false"}) group by file),
    names as (
      select named.file, ${MASKS_PRINT} as print
      from temp.named inner join temp.masks on masks.kind = named.kind and masks.value = named.value
      where named.file in (${present}) group by named.file
    )
    select file, coalesce(texts.texts, 0)::integer as texts, coalesce(names.print, '') as print
    from texts full join names using (file) where texts.texts > 0 or names.print is not null order by file`);
}

/** Rejects of rows that are old or did not arrive, and keys of records, hold what the rows held. */
async function blankLedger(db: Database, entities: readonly EntityName[], isOld: IsOld, files: readonly number[]): Promise<void> {
  const own = `file_id in (${files.join(", ")})`;
  const live = entities.map((entity) => `(rejects.entity = '${entity}' and exists (
      select 1 from raw.${entity} as records where records._file_id = rejects.file_id and records._line = rejects.line and not ${isOld(entity)}))`); // prettier-ignore
  await db.run(
    `update raw.rejects as rejects set value = null where ${own} and value is not null and not (${live.join(" or ")})`,
  );
  await db.run(`create or replace temp table mark_keys as
      with parts as (
        select record_key, unnest(string_split(record_key, chr(31))) as part, generate_subscripts(string_split(record_key, chr(31)), 1) as place
        from (select distinct record_key from raw.marks where record_key is not null)
      ),
      known as (select value, any_value(mask) as mask from temp.masks group by value)
      select record_key, string_agg(coalesce(known.mask, parts.part), chr(31) order by place) as masked
      from parts left join known on known.value = parts.part group by record_key having bool_or(known.mask is not null);
    update raw.marks set record_key = mark_keys.masked from temp.mark_keys where raw.marks.record_key = mark_keys.record_key;
    update raw.marks set target = masks.mask from temp.masks where raw.marks.target = masks.value and raw.marks.entity in ('contacts', 'people');
    drop table temp.mark_keys`);
}

async function blankTexts(
  db: Database,
  entities: readonly EntityName[],
  isOld: IsOld,
  config: WithholdConfig,
  notes: {read: ReadNote; rewrite: RewriteNote},
): Promise<void> {
  const judged = listJudged(config.brief);
  await gatherTexts(db, entities, isOld, [...judged.keys()], notes.read);
  await makeHusks(db, config);
  await makeCommentHusks(db, config);
  await rewriteNotes(db, notes);
  const replaced = new Set((await db.rows<{name: string}>("select distinct name from temp.husks")).map(({name}) => name));
  for (const entity of entities) {
    if (SELVES.includes(entity)) continue;
    if (entity === "field_changes") await blankHistory(db, isOld("field_changes"), judged);
    const told = entity === "field_changes" ? [] : listTelling(entity).map(({name}) => name);
    const plain = told.filter((name) => !(entity === "handoffs" && judged.has(name)) && !(entity === "feedback" && COMMENTS.includes(name))); // prettier-ignore
    if (plain.length > 0) {
      const sets = plain.map((name) => `${quoteName(name)} = case when ${quoteName(name)} is not null then '${WITHHELD}' end`);
      await db.run(`update raw.${entity} as records set ${sets.join(", ")} where ${isOld(entity)}`);
    }
    const parts = entity === "handoffs" ? [...judged.keys()].filter((name) => replaced.has(name)) : [];
    for (const name of parts) await put(db, entity, isOld(entity), name, `temp.husks where name = ${quoteText(name)}`);
    if (entity === "feedback") {
      await put(db, entity, isOld(entity), "missing", "temp.comment_husks");
      await db.run(`update raw.feedback as records set helpful = '${WITHHELD}' where helpful is not null and ${isOld(entity)}`);
    }
  }
}

const put = (db: Database, entity: EntityName, isOld: string, column: string, husks: string): Promise<void> =>
  db.run(`update raw.${entity} as records set ${quoteName(column)} = husks.husk from (select text, husk from ${husks}) as husks
    where records.${quoteName(column)} = husks.text and ${isOld}`);

/** The texts to judge, once each: of briefs and of their history, and comments. */
async function gatherTexts(
  db: Database,
  entities: readonly EntityName[],
  isOld: IsOld,
  columns: readonly string[],
  read: ReadNote,
): Promise<void> {
  await db.run(
    "create or replace temp table old_texts (name varchar, text varchar); create or replace temp table old_comments (text varchar)",
  );
  if (entities.includes("handoffs") && columns.length > 0)
    await db.run(`insert into temp.old_texts select distinct name, text from (
        select unnest([${columns.map(quoteText).join(", ")}]) as name, unnest([${columns.map(quoteName).join(", ")}]) as text from raw.handoffs as records where ${isOld("handoffs")}
      ) where text is not null`); // prettier-ignore
  if (entities.includes("feedback"))
    await db.run(`insert into temp.old_comments select distinct missing from raw.feedback as records where missing is not null and ${isOld("feedback")}`); // prettier-ignore
  if (!entities.includes("field_changes")) return;
  const history = `select lower(trim(field)) as name, unnest([old_value, new_value]) as text from raw.field_changes as records where ${isOld("field_changes")}`; // prettier-ignore
  await db.run(`insert into temp.old_texts select distinct name, text from (${history}) where text is not null`);
  const noted = await db.rows<{text: string}>("select text from temp.old_texts where name = 'brief_text'");
  const parts = noted.flatMap(({text}) =>
    [...read(text).cells].map(([name, part]) => `(${quoteText(name)}, ${quoteText(part)})`),
  );
  if (parts.length > 0) await db.run(`insert into temp.old_texts values ${parts.join(", ")}`);
  await db.run("create or replace temp table old_texts as select distinct * from temp.old_texts");
}

/** The history of a brief that is one note keeps its parts, each with what stands for it. */
async function rewriteNotes(db: Database, {rewrite}: {rewrite: RewriteNote}): Promise<void> {
  const noted = await db.rows<{text: string}>("select text from temp.old_texts where name = 'brief_text'");
  if (noted.length === 0) return;
  const husks = new Map((await db.rows<{key: string; husk: string | null}>("select name || chr(31) || text as key, husk from temp.husks")).map(({key, husk}) => [key, husk])); // prettier-ignore
  const rows = noted.map(({text}) => `('brief_text', ${quoteText(text)}, ${quoteText(rewrite(text, (column, part) => husks.get(`${column}\u001f${part}`) ?? WITHHELD))})`); // prettier-ignore
  await db.run(`insert into temp.husks values ${rows.join(", ")}`);
}

/** What fields of records said before: only of those whose values name nobody and are in nobody's words it stays. */
async function blankHistory(db: Database, isOld: string, judged: ReadonlyMap<string, unknown>): Promise<void> {
  const told = [...new Set(ENTITY_NAMES.flatMap((entity) => ENTITIES[entity].columns.map(({name}) => name)))];
  const harmless = told.filter((name) =>
    ENTITY_NAMES.every((entity) => {
      const column = findColumn(entity, name);
      return !column?.personal || column.type === "id";
    }),
  );
  // "name" is a person's, a contact's and an account's.
  const keeps = `(lower(trim(field)) in (${harmless.map(quoteText).join(", ")}) or (lower(trim(field)) = 'name' and lower(trim(entity)) in ('accounts', 'opportunities')))`;
  for (const value of ["old_value", "new_value"]) {
    await db.run(`update raw.field_changes as records set ${value} = '${WITHHELD}' where ${value} is not null and ${isOld}
      and lower(trim(field)) not in (${[...judged.keys(), "brief_text"].map(quoteText).join(", ")}) and not ${keeps}`);
    await db.run(`update raw.field_changes as records set ${value} = husks.husk from temp.husks as husks
      where husks.name = lower(trim(records.field)) and husks.text = records.${value} and ${isOld}`);
  }
}

/** Ids, addresses and names of those who are no longer held, wherever they stand. */
async function replaceNames(db: Database, entities: readonly EntityName[], isOld: IsOld): Promise<void> {
  const says = (column: string) => `${column} is not null and not list_contains(${ABSENT}, lower(trim(${column})))`;
  const gone = (kind: string, column: string) => `(select value from temp.masks where kind = '${kind}' and value = ${column})`;
  if (entities.includes("people"))
    await db.run(`update raw.people as records set name = case when name is not null then name_mask(coalesce(labels.label, ${quoteText(FORMER.other)}), name) end,
        email = case when email is not null then mail_mask(email) end
      from (select masks.value, arg_max(selves.label, selves.since) as label from temp.masks left join temp.selves on selves.kind = 'person' and selves.id = masks.value
        where masks.kind = 'person' group by masks.value) as labels
      where labels.value = records.person_id and not is_mask(records.person_id)`);
  if (entities.includes("contacts")) {
    const mask: Record<string, string> = {name: `name_mask(${quoteText(FORMER.prospect)}, name)`, email: "mail_mask(email)"};
    const sets = CONTACT.map((column) => `${column} = case when ${says(column)} then ${mask[column] ?? `'${WITHHELD}'`} else ${column} end`); // prettier-ignore
    await db.run(`update raw.contacts as records set ${sets.join(", ")}
      where contact_id in ${gone("prospect", "records.contact_id")} and not is_mask(contact_id)`);
  }
  if (entities.includes("stakeholders"))
    await db.run(`update raw.stakeholders as records set name = name_mask(${quoteText(FORMER.prospect)}, name)
      where ${says("name")} and not is_mask(name) and (${isOld("stakeholders")}
        or (contact_id is null and name in ${gone("attendee", "records.name")}) or contact_id in ${gone("prospect", "records.contact_id")})`);
  for (const entity of entities) {
    const columns = listNaming(entity).map(({name, references}) => [name, references === "contacts" ? "prospect" : "person"]);
    if (entity === "people") columns.push(["person_id", "person"]);
    if (entity === "contacts") columns.push(["contact_id", "prospect"]);
    for (const [column, kind] of columns)
      await db.run(`update raw.${entity} as records set ${quoteName(column!)} = masks.mask from temp.masks as masks
        where masks.kind = '${kind}' and masks.value = records.${quoteName(column!)} and masks.mask <> masks.value`);
  }
  if (!entities.includes("field_changes")) return;
  for (const [fields, kind] of [
    ["'sdr_id', 'ae_id', 'owner_id', 'manager_id'", "person"],
    ["'contact_id'", "prospect"],
  ])
    for (const value of ["old_value", "new_value"])
      await db.run(`update raw.field_changes as records set ${value} = masks.mask from temp.masks as masks
        where masks.kind = '${kind}' and masks.value = records.${value} and lower(trim(records.field)) in (${fields})`);
}

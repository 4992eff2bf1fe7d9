import {ENTITIES, type EntityName} from "../contract/entities.js";
import {quoteName, quoteText, type Database} from "../db.js";
import {normaliseHeader} from "../profiles/index.js";
import type {Outcome} from "./count-rows.js";
import type {Plan} from "./plan.js";
import type {Landing, Mapping} from "./types.js";

/** Why a profile sets a row aside that tells of a record's end. */
export const DELETED = "deleted in the CRM";
/** Headers, as `normaliseHeader` leaves them, that name the record that a row was merged into, or those merged into it. */
const WINNER = ["masterrecordid", "mergedintoid", "mergedinto"];
const LOSERS = ["mergedobjectids", "hsmergedobjectids", "mergedrecordids", "calculatedmergedvids", "hscalculatedmergedvids"];
const CONVERTED = ["convertedopportunityid"];
/** Entities whose records are merged in CRMs; each has one id. */
const MERGED: readonly EntityName[] = ["accounts", "contacts", "leads", "opportunities"];

/**
 * Notes in raw.marks what a landed file says of records without being one of their rows: deleted; in the export but rejected;
 * merged into another record; converted to an opportunity. Clean files cost nothing.
 */
export async function writeMarks(
  db: Database,
  fileId: number,
  landing: Landing,
  mapping: Mapping,
  plan: Plan,
  outcome: Outcome,
): Promise<void> {
  const insert = `insert into raw.marks (file_id, entity, line, record_key, kind, target)`;
  const start = `select ${fileId}, ${quoteText(plan.entity)}`;
  const isShort = outcome.rows - outcome.aside > outcome.loaded;
  if (outcome.aside > 0 && (await hasDeleted(db, fileId, plan)))
    await db.run(
      outcome.isToldApart
        ? `${insert} ${start}, line, key, 'deleted', null from temp.ended where key is not null`
        : `${insert} ${plan.converted} ${start}, _line, _key, 'deleted', null from converted where _key is not null and _aside = ${quoteText(DELETED)}`,
    );
  if (isShort) await db.run(`${insert} ${writeRejected(plan, start)}`);
  const key = ENTITIES[plan.entity].keys[0]!;
  const id = plan.columns.find(({column}) => column === key[0]);
  if (!MERGED.includes(plan.entity) || !id || mapping.unpivot) return;
  const headers = await db.rows<{column_name: string}>(`describe ${landing.table}`);
  const find = (forms: readonly string[]) =>
    headers.find(({column_name}) =>
      forms.includes(normaliseHeader(column_name.replace(/^propert(?:y|ies)[_.]+/i, "").replace(/__value$/i, ""))),
    )?.column_name;
  // The same conversion as the record's own id, so that 15 and 18 characters meet.
  const convert = (sql: string) => id.conversion.sql.replaceAll(`"r_${id.column}"`, () => `nullif(trim(${sql}), '')`);
  const note = (kind: string, record: string, target: string, from = landing.table) =>
    db.run(
      `${insert} select * from (${start}, ${landing.line} as line, '0' || chr(31) || ${record} as record_key, ${quoteText(kind)}, ${target} as target from ${from})
       where record_key is not null and target is not null and record_key <> '0' || chr(31) || target`,
    );
  const winner = find(WINNER);
  if (winner) await note("merged", convert(id.sql), convert(quoteName(winner)));
  const converted = plan.entity === "leads" ? find(CONVERTED) : undefined;
  if (converted) await note("converted", convert(id.sql), convert(quoteName(converted)));
  const losers = find(LOSERS);
  if (losers) {
    const each = `(select *, unnest(regexp_split_to_array(${quoteName(losers)}, '\\s*[;,]\\s*')) as _loser from ${landing.table} where ${quoteName(losers)} is not null)`;
    await note("merged", convert("split_part(_loser, ':', 1)"), convert(id.sql), each);
  }
}

/** Query of rejected rows that say which record they are; what others name a meeting by need not be in its key. */
function writeRejected({entity, columns}: Plan, start: string): string {
  if (entity !== "handoffs" || !columns.some(({column}) => column === "handoff_id"))
    return `${start}, _line, _key, 'rejected', null from odd where _key is not null and not _is_ok`;
  return `${start}, _line, _key, case when _key is null then 'unkeyed' else 'rejected' end, "v_handoff_id"
    from odd where not _is_ok and (_key is not null or "v_handoff_id" is not null)`;
}

/** What was set aside, and why, stands among the rejects. */
async function hasDeleted(db: Database, fileId: number, {entity}: Plan): Promise<boolean> {
  const rows =
    await db.rows(`select 1 from raw.rejects where file_id = ${fileId} and entity = ${quoteText(entity)} and effect = 'set_aside'
    and starts_with(reason, ${quoteText(`${DELETED}:`)}) limit 1`);
  return rows.length > 0;
}

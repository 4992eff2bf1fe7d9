/** `health.json` and `health/rejects.arrow`: what became of every row. */
import type {HealthData} from "../../contract/datasets.js";
import {FORMER_PATTERN} from "../../contract/former.js";
import {quoteText} from "../../db.js";
import {tellProblem} from "../../tell-problem.js";
import {encodeArrow} from "../arrow.js";
import {readBridge} from "./bridge.js";
import type {Ground} from "../ground.js";
import {hasWithheld} from "../protect/hide-withheld.js";
import {countListed, readChanges} from "./health-changes.js";
import {readImpossibleTimes} from "./impossible-times.js";
import {readOrphans} from "./orphans.js";
import {writeNamed, writeRejected} from "./rejected.js";
import {iso} from "../sql.js";

/** Grouped problems on the page; every entry is in the table beside it. */
const MOST_PROBLEMS = 500;
/** Unmatched answers on the page. */
const MOST_ANSWERS = 200;
/** Columns of the ledger in our words. */
const TOLD: ReadonlySet<string> = new Set(["reason", "hint"]);
/** What costs most comes first. */
const EFFECTS = "['column', 'setting', 'file', 'row', 'cell', 'note', 'told', 'orphan', 'duplicate', 'set_aside']";

export async function makeHealth({db, config}: Pick<Ground, "db" | "config">, checks: HealthData["checks"]): Promise<HealthData> {
  const found = await db.rows<Omit<HealthData["files"][number], "unread"> & {unread: string[]}>(`
    with effects as (
      select file_id, entity, (count(*) filter (where effect = 'cell'))::integer as bad_cells,
        (count(*) filter (where effect = 'orphan'))::integer as orphans
      from raw.rejects group by all
    ),
    headers as (select file_id, list(header order by rowid) as unread from raw.unread_headers group by file_id)
    select path, files.entity, coalesce(profile, '') as profile, ${iso("exported_at")} as exported_at,
      coalesce(exported_at_from, '') as exported_at_from, coalesce(encoding, '') as encoding, coalesce(delimiter, '') as delimiter,
      rows_read, loaded, merged, rejected, set_aside, coalesce(bad_cells, 0) as bad_cells, coalesce(orphans, 0) as orphans, coalesce(unread, []) as unread
    from raw.files left join effects on effects.file_id = files.file_id and effects.entity = files.entity
    left join headers on headers.file_id = files.file_id
    order by path, files.entity`);
  const lists = new Map<string, number>();
  const files = found.map(({unread, ...file}) => {
    const text = JSON.stringify(unread);
    if (!lists.has(text)) lists.set(text, lists.size);
    return {...file, unread: lists.get(text)!};
  });
  const problems = await db.rows<HealthData["problems"][number]>(`
    with entries as (
      select rejects.*, record from raw.rejects as rejects
      left join (${writeRejected(config)}) as rejected
        on rejected.file_id = rejects.file_id and rejected.entity = rejects.entity and rejected.line = rejects.line and rejects.effect = 'row'
    ),
    grouped as (
      select path, coalesce(entity, '') as entity, coalesce(column_name, '') as "column", effect, coalesce(reason, '') as reason,
        coalesce(hint, '') as hint, count(*)::integer as count, coalesce(arg_min(value, line), '') as example,
        coalesce(min(line), 0)::bigint as first_line, coalesce(arg_min(record, line), '') as record
      from entries group by all
    )
    select * from grouped
    order by list_position(${EFFECTS}, effect), count desc, path, entity, "column", reason, hint
    limit ${MOST_PROBLEMS}`);
  const unmatched = await db.rows<HealthData["unmatched_feedback"][number]>(`
    select feedback_id, ${iso("submitted_at")} as submitted_at, coalesce(people.name, ae_id, ae_email) as ae, account,
      case when reason = 'unknown_handoff' and handoff_id in (${writeNamed("handoffs")}) then 'rejected_handoff' else coalesce(reason, '') end as why
    from marts.unmatched_feedback left join marts.people on people.person_id = unmatched_feedback.ae_id
    order by unmatched_feedback.submitted_at desc, feedback_key limit ${MOST_ANSWERS}`);
  const matches = await db.rows<HealthData["feedback_matches"][number]>(`
    select matched_by as how, count(*)::integer as count from intermediate.int_feedback_matches group by how order by count desc, how`);
  const answered = await db.rows<HealthData["answered_outcomes"][number]>(`
    select showed_up as answer, count(*)::integer as count from intermediate.int_slots where is_answered group by answer order by count desc, answer`);
  const chains = await db.rows<HealthData["chains"][number]>(`
    select slot_count::integer as slots, count(*)::integer as handoffs from marts.handoffs group by slot_count order by slot_count`);
  const unknown = await db.rows<HealthData["unknown_outcomes"][number]>(`
    select sdr_name as sdr, (count(*) filter (where outcome = 'unknown'))::integer as count, count(*)::integer as of
    from marts.handoffs where outcome in ('held', 'no_show', 'unknown') and sdr_name is not null
    group by sdr_id, sdr_name having count > 0 order by sdr_name, sdr_id`);
  const {people, ...orphans} = await readOrphans({db});
  return {
    files,
    unread_headers: [...lists.keys()].map((text) => JSON.parse(text) as string[]),
    problems: problems.map((problem) => ({...problem, reason: tellProblem(problem.reason), hint: tellProblem(problem.hint)})),
    bridge: await readBridge(db),
    withheld: (await hasWithheld(db)) ? await readWithheld({db}) : null,
    ...orphans,
    totals: {...(await countListed({db})), unmatched_people: people},
    unmatched_feedback: unmatched,
    feedback_matches: matches,
    answered_outcomes: answered,
    chains,
    unknown_outcomes: unknown,
    impossible_times: await readImpossibleTimes({db}),
    ...(await readChanges({db})),
    checks: checks.map((each) => ({...each, check: tellProblem(each.check)})),
  };
}

/** Counted are people and prospects of the exports, and cells of text. */
async function readWithheld({db}: Pick<Ground, "db">): Promise<HealthData["withheld"]> {
  const gone = (column: string) => `regexp_full_match(${column}, ${quoteText(FORMER_PATTERN)})`;
  const [row] = await db.rows<NonNullable<HealthData["withheld"]>>(`
    select (select count(distinct person_id) from marts.people where ${gone("person_id")})::integer as people,
      (select count(*) from (select contact_id from raw.contacts union select contact_id from raw.handoffs) where ${gone("contact_id")})::integer as prospects,
      sum(texts)::integer as texts, strftime(max(held_from), '%Y-%m-%d') as held_from
    from raw.withheld`);
  return row!;
}

/** Every entry of the ledger as Arrow, in order of file and line. */
export async function encodeRejects(
  {db, config}: Pick<Ground, "db" | "config">,
  hide: (text: string) => string = (text) => text,
): Promise<Uint8Array> {
  const texts = ["path", "entity", "column", "value", "reason", "hint", "effect", "record"] as const;
  const rows = await db.rows<Record<(typeof texts)[number], string> & {line: number}>(`
    select coalesce(path, '') as path, coalesce(rejects.entity, '') as entity, coalesce(rejects.line, 0)::bigint as line,
      coalesce(column_name, '') as "column", coalesce(value, '') as value, coalesce(reason, '') as reason,
      coalesce(hint, '') as hint, coalesce(effect, '') as effect, coalesce(record, '') as record
    from raw.rejects as rejects
    left join (${writeRejected(config)}) as rejected
      on rejected.file_id = rejects.file_id and rejected.entity = rejects.entity and rejected.line = rejects.line and rejects.effect = 'row'
    order by all`);
  const columns = Object.fromEntries(
    texts.map((name) => [name, {text: rows.map((row) => hide(TOLD.has(name) ? tellProblem(row[name]) : row[name]))}]),
  );
  return encodeArrow({...columns, line: {number: rows.map((row) => row.line)}}, rows.length);
}

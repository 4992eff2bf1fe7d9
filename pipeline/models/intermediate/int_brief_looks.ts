// grain: one row per handoff
// key: handoff_id
// why: one look at a brief tells which cells are empty and which are odd; the rest is filled just as it stands
// reads: staging.stg_supplies, intermediate.int_brief_values, intermediate.int_brief_told_twice, intermediate.int_brief_day_before, config.brief_fields, config.brief_requirements, config.not_disclosed_words, config.placeholders, config.criteria
import type {Database} from "../../db.js";
import {NOTE_BESIDE, noteFlagOf, readNoteColumns} from "./brief-note.js";
import {isDated, lateOf, readTemplate, valueOf, type TemplateField} from "./brief-template.js";
import {writeLongHashes} from "./copied-texts.js";
import {findTexts, readRules} from "./criteria-rules.js";
import {writeLooks, type Cell} from "./judge-brief.js";
import {readWords} from "./judge-field.js";

/**
 * What `writeLooks` tells of the cells of `readCells`; `is_told_twice`; what is known of the brief's time and of its note; `hash_<position>` of
 * each long text; the values of `readNamed`.
 */
export async function write(db: Database): Promise<string> {
  const template = await readTemplate(db);
  const cells = await readCells(db);
  const dated = template.filter(isDated);
  const kept = [
    ...(await readKept(db, template)),
    "known_at",
    ...dated.map(lateOf),
    ...(await readNamed(db)).map(valueOf),
    ...writeLongHashes(template),
  ];
  const earlier = new Set(cells.slice(template.length).map(({column}) => column));
  const before = template.filter((field) => earlier.has(beforeValueOf(field)));
  const source =
    before.length === 0
      ? "intermediate.int_brief_values"
      : `(
    select then_.*, ${before.map((field) => `day_before.${valueOf(field)} as ${beforeValueOf(field)}`).join(", ")}
    from intermediate.int_brief_values as then_
    left join intermediate.int_brief_day_before as day_before on day_before.handoff_id = then_.handoff_id
  )`;
  return `select looks.*, told.handoff_id is not null as is_told_twice
from (${writeLooks(source, cells, kept, await readWords(db))}) as looks
left join intermediate.int_brief_told_twice as told on told.handoff_id = looks.handoff_id`;
}

/** The cells that are judged, in order: the fields as of the meeting's start, and, where any brief has several versions, what is asked a day before. */
export async function readCells(db: Database): Promise<Cell[]> {
  const template = await readTemplate(db);
  const [isAnyTwice] = await db.rows("select 1 from intermediate.int_brief_day_before limit 1");
  const asked = isAnyTwice ? template.filter(({is_asked}) => is_asked) : [];
  return [
    ...template.map((field) => ({column: valueOf(field), field})),
    ...asked.map((field) => ({column: beforeValueOf(field), field})),
  ];
}

/** Fields into whose text the checklists look, of every handoff: these are handed on, so that it need not be looked up again. */
export async function readNamed(db: Database): Promise<TemplateField[]> {
  const named = findTexts(await readRules(db));
  return (await readTemplate(db)).filter(({field}) => named.has(field));
}

const beforeValueOf = ({position}: TemplateField): string => `before_${position}`;

/** Columns that tell of the brief's note, where there are notes. */
export async function readKept(db: Database, template: readonly TemplateField[]): Promise<string[]> {
  const notes = await readNoteColumns(db);
  if (!notes.has("brief_from_note")) return [];
  return [...template.map(noteFlagOf), ...NOTE_BESIDE.filter((column) => notes.has(column))];
}

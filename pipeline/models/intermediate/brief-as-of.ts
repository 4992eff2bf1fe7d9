import {quoteName, quoteText, type Database} from "../../db.js";
import {asText, columnsOf, isDated, lateOf, valueOf, type TemplateField} from "./brief-template.js";
import {readHistoryColumns, writeHistory} from "./brief-history.js";
import {carry, FROM_NOTE, NOTE_BESIDE, noteFlagOf, readNoteColumns} from "./brief-note.js";
import {readSuppliers, writeVersions} from "./brief-versions.js";

/** When a brief is looked at: at the meeting's start, a day before it, or as it stands now. */
export type Moment = "then" | "day_before" | "now";

const MOMENTS: Record<Moment, string> = {
  then: "outcomes.meeting_at",
  day_before: "outcomes.meeting_at - interval 24 hour",
  now: "timestamp '9999-01-01'",
};

/**
 * Query of one row per handoff with the value of each field at the moment, whether required fields of the handoff itself
 * were judged by later evidence only, and `known_at`, since when that state is known.
 *
 * A cell comes from field history where the record's field has one; else from the newest export made by then; else from the
 * earliest later export whose `brief_updated_at` lies before; else from the earliest later export, which is "late". A cell
 * blank in the decisive meeting's row comes from the latest earlier row of the chain.
 */
export async function writeBriefAsOf(db: Database, moment: Moment, template: readonly TemplateField[]): Promise<string> {
  const notes = await readNoteColumns(db);
  const carried = carry(notes, template, moment === "then");
  const all = [...template, ...carried];
  const parts: Part[] = [];
  for (const entity of ["handoffs", "accounts", "contacts"] as const) parts.push(await writePart(db, entity, moment, all));
  const own = all.filter((field) => field.entity === "handoffs");
  const dated = template.filter(isDated);
  const cells = [
    ...own.map((field) => [valueOf(field), field] as const),
    ...dated.map((field) => [lateOf(field), field] as const),
  ];
  const single = cells.map(([name]) => name);
  // arg_max passes over blanks: the latest row that says something, up to the decisive one.
  const merged = [
    ...own.map((field) => `arg_max(${valueOf(field)}, slot_number) as ${valueOf(field)}`),
    ...dated.map((field) => {
      const late = lateOf(field);
      return `coalesce(arg_max(${late}, slot_number) filter (where ${valueOf(field)} is not null), arg_max(${late}, slot_number)) as ${late}`;
    }),
  ];
  // What has one version only reads the same at all times; it is told apart here, once.
  const told = moment === "then" ? ["told.handoff_id is not null as is_told_twice"] : [];
  const only = (handoffs: string) =>
    moment === "now" ? `and ${handoffs}.handoff_id in (select handoff_id from intermediate.int_brief_told_twice)` : "";
  const outputs = [
    ...template.map((field) => writeOutput(field, carried)),
    ...(moment === "then" ? writeNoteOutputs(template, carried) : []),
  ];
  return `with handoffs_rows as (
  select meetings.handoff_id, meetings.row_key, meetings.slot_number, outcomes.decisive_slot_number, ${MOMENTS[moment]} as moment
  from intermediate.int_meetings as meetings
  inner join intermediate.int_outcomes as outcomes on outcomes.handoff_id = meetings.handoff_id
  where meetings.slot_number <= outcomes.decisive_slot_number ${only("meetings")}
),
accounts_rows as (
  select facts.handoff_id, facts.account_id as row_key, ${MOMENTS[moment]} as moment
  from intermediate.int_handoff_facts as facts
  inner join intermediate.int_outcomes as outcomes on outcomes.handoff_id = facts.handoff_id
  where true ${only("facts")}
),
contacts_rows as (
  select facts.handoff_id, facts.contact_id as row_key, ${MOMENTS[moment]} as moment
  from intermediate.int_handoff_facts as facts
  inner join intermediate.int_outcomes as outcomes on outcomes.handoff_id = facts.handoff_id
  where true ${only("facts")}
),
${parts.map((part) => part.ctes).join(",\n")},
chains as (
  select ${["handoff_id", ...single, "known_at"].join(", ")} from handoffs_cells where decisive_slot_number = 1
  union all
  select ${["handoff_id", ...merged, "arg_max(known_at, slot_number) as known_at"].join(", ")}
  from handoffs_cells where decisive_slot_number > 1 group by handoff_id
)
select ${["chains.handoff_id", ...outputs, ...dated.map((field) => `chains.${lateOf(field)}`), "chains.known_at", ...told].join(", ")}
from chains
left join accounts_cells on accounts_cells.handoff_id = chains.handoff_id
left join contacts_cells on contacts_cells.handoff_id = chains.handoff_id
${moment === "then" ? "left join intermediate.int_brief_told_twice as told on told.handoff_id = chains.handoff_id" : ""}`;
}

/** A field's value; what the record of an account or contact leaves blank is taken from the brief's note. */
function writeOutput(field: TemplateField, carried: readonly TemplateField[]): string {
  if (field.entity === "handoffs") return `chains.${valueOf(field)}`;
  const part = carried.find(({column_name}) => column_name === field.note_column);
  const own = `${field.entity}_cells.${valueOf(field)}`;
  return part ? `coalesce(nullif(trim(${own}), ''), chains.${valueOf(part)}) as ${valueOf(field)}` : own;
}

/** What the note tells beside the fields, and which of these came from it. */
function writeNoteOutputs(template: readonly TemplateField[], carried: readonly TemplateField[]): string[] {
  const find = (column: string | null) => carried.find(({column_name}) => column_name === column);
  const from = find(FROM_NOTE);
  if (!from) return [];
  const flags = template.map((field) => {
    const part = find(field.note_column);
    if (field.entity === "handoffs")
      return `coalesce(contains(';' || chains.${valueOf(from)} || ';', ${quoteText(`;${field.column_name};`)}), false) as ${noteFlagOf(field)}`;
    const own = `${field.entity}_cells.${valueOf(field)}`;
    return `${part ? `nullif(trim(${own}), '') is null and chains.${valueOf(part)} is not null` : "false"} as ${noteFlagOf(field)}`;
  });
  const beside = carried
    .filter(({column_name}) => NOTE_BESIDE.includes(column_name))
    .map((field) => `chains.${valueOf(field)} as ${field.column_name}`);
  return [...flags, ...beside];
}

interface Part {
  /** Common table expressions, the last of them `<entity>_cells`. */
  ctes: string;
}

async function writePart(
  db: Database,
  entity: TemplateField["entity"],
  moment: Moment,
  template: readonly TemplateField[],
): Promise<Part> {
  const fields = template.filter((field) => field.entity === entity);
  const columns = columnsOf(template, entity);
  const groups = await readSuppliers(db, entity, columns, moment);
  const history = moment === "now" ? [] : await readHistoryColumns(db, entity, columns);
  const partOf = new Map(groups.flatMap(({columns}, index) => columns.map((column) => [column, `part_${index}`] as const)));
  const versions = groups.map((group, index) => `${entity}_part_${index} as (${writeVersions(entity, group, moment)})`);
  const past = history.length > 0 ? [`${entity}_history as (${writeHistory(entity, history)})`] : [];
  const value = ({column_name}: TemplateField) => {
    const newest = asText(partOf.get(column_name)!, column_name);
    const told = `history.${quoteName(column_name)}`;
    return history.includes(column_name) ? `case when ${told} is not null then nullif(${told}, '') else ${newest} end` : newest;
  };
  const late = ({column_name}: TemplateField) => {
    const part = `${partOf.get(column_name)!}.is_late`;
    return history.includes(column_name) ? `(${part} and history.${quoteName(column_name)} is null)` : part;
  };
  const known = [...new Set(fields.filter(isDated).map((field) => `${partOf.get(field.column_name)!}.known_at`))];
  const outputs = [
    "rows.handoff_id",
    ...(entity === "handoffs" ? ["rows.slot_number", "rows.decisive_slot_number"] : []),
    ...fields.map((field) => `${value(field)} as ${valueOf(field)}`),
    ...fields.filter(isDated).map((field) => `${late(field)} as ${lateOf(field)}`),
    ...(entity === "handoffs" ? [`${known.length > 0 ? `greatest(${known.join(", ")})` : "null::timestamp"} as known_at`] : []),
  ];
  const joins = groups.map(
    (_, index) =>
      `left join ${entity}_part_${index} as part_${index} on part_${index}.handoff_id = rows.handoff_id and part_${index}.row_key = rows.row_key`,
  );
  if (history.length > 0)
    joins.push(
      `left join ${entity}_history as history on history.handoff_id = rows.handoff_id and history.row_key = rows.row_key`,
    );
  const cells = `${entity}_cells as (select ${outputs.join(", ")} from ${entity}_rows as rows ${joins.join(" ")})`;
  return {ctes: [...versions, ...past, cells].join(",\n")};
}

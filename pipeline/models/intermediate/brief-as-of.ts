import {quoteText, type Database} from "../../db.js";
import {isDated, lateOf, valueOf, type TemplateField} from "./brief-template.js";
import {carry, FROM_NOTE, NOTE_BESIDE, noteFlagOf, readNoteColumns} from "./brief-note.js";
import {writePart, type Moment, type Part} from "./brief-parts.js";

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
 * @param whose `told_twice` leaves out handoffs of which all records have one version: these read the same at all times.
 */
export async function writeBriefAsOf(
  db: Database,
  moment: Moment,
  template: readonly TemplateField[],
  whose: "all" | "told_twice" = "all",
): Promise<string> {
  const notes = await readNoteColumns(db);
  const carried = carry(notes, template, moment === "then");
  const all = [...template, ...carried];
  const own = await writePart(db, "handoffs", moment, all);
  const others = [await writePart(db, "accounts", moment, all), await writePart(db, "contacts", moment, all)];
  const dated = template.filter(isDated);
  const outputs = [
    ...template.map((field) => writeOutput(field, others, carried)),
    ...(moment === "then" ? writeNoteOutputs(template, others, carried) : []),
    ...dated.map((field) => `chains.${lateOf(field)}`),
  ];
  return `with rows as (
  select meetings.handoff_id, meetings.row_key, meetings.slot_number, outcomes.decisive_slot_number, ${MOMENTS[moment]} as moment,
    facts.account_id, facts.contact_id
  from intermediate.int_meetings as meetings
  inner join intermediate.int_outcomes as outcomes on outcomes.handoff_id = meetings.handoff_id
  inner join intermediate.int_handoff_facts as facts on facts.handoff_id = meetings.handoff_id
  where meetings.slot_number <= outcomes.decisive_slot_number
    ${whose === "told_twice" ? "and meetings.handoff_id in (select handoff_id from intermediate.int_brief_told_twice)" : ""}
),
${[own, ...others].flatMap(({ctes}) => ctes.map((cte) => `${cte},\n`)).join("")}chains as (
  ${await writeChains(
    db,
    own,
    all.filter(({entity}) => entity === "handoffs"),
    dated,
  )}
)
select ${["chains.handoff_id", ...outputs, "chains.known_at"].join(", ")}
from chains
${others.map(({join}) => join).join("\n")}`;
}

/** Cells of the handoffs' own rows, a row per chain. Most chains have one slot, and nothing to merge. */
async function writeChains(
  db: Database,
  part: Part,
  own: readonly TemplateField[],
  dated: readonly TemplateField[],
): Promise<string> {
  const names = [...own.map(valueOf), ...dated.map(lateOf)];
  // arg_max passes over blanks: the latest row that says something, up to the decisive one.
  const merged = [
    ...own.map((field) => `arg_max(${valueOf(field)}, slot_number) as ${valueOf(field)}`),
    ...dated.map((field) => {
      const late = lateOf(field);
      return `coalesce(arg_max(${late}, slot_number) filter (where ${valueOf(field)} is not null), arg_max(${late}, slot_number)) as ${late}`;
    }),
  ];
  const single = `select ${["handoff_id", "account_id", "contact_id", ...names, "known_at"].join(", ")} from (${part.cells("rows.decisive_slot_number = 1")})`;
  const [found] = await db.rows("select 1 from intermediate.int_outcomes where decisive_slot_number > 1 limit 1");
  if (!found) return single;
  return `${single}
  union all
  select ${["handoff_id", "any_value(account_id) as account_id", "any_value(contact_id) as contact_id", ...merged, "arg_max(known_at, slot_number) as known_at"].join(", ")}
  from (${part.cells("rows.decisive_slot_number > 1")}) group by handoff_id`;
}

/** A field's value; what the record of an account or contact leaves blank is taken from the brief's note. */
function writeOutput(field: TemplateField, others: readonly Part[], carried: readonly TemplateField[]): string {
  if (field.entity === "handoffs") return `chains.${valueOf(field)}`;
  const part = carried.find(({column_name}) => column_name === field.note_column);
  const own = valueIn(others, field);
  return `${part ? `coalesce(nullif(trim(${own}), ''), chains.${valueOf(part)})` : own} as ${valueOf(field)}`;
}

const valueIn = (others: readonly Part[], field: TemplateField): string =>
  others.find(({entity}) => entity === field.entity)!.value(field);

/** What the note tells beside the fields, and which of these came from it. */
function writeNoteOutputs(
  template: readonly TemplateField[],
  others: readonly Part[],
  carried: readonly TemplateField[],
): string[] {
  const find = (column: string | null) => carried.find(({column_name}) => column_name === column);
  const from = find(FROM_NOTE);
  if (!from) return [];
  const flags = template.map((field) => {
    const part = find(field.note_column);
    if (field.entity === "handoffs")
      return `coalesce(contains(';' || chains.${valueOf(from)} || ';', ${quoteText(`;${field.column_name};`)}), false) as ${noteFlagOf(field)}`;
    const own = valueIn(others, field);
    return `${part ? `nullif(trim(${own}), '') is null and chains.${valueOf(part)} is not null` : "false"} as ${noteFlagOf(field)}`;
  });
  const beside = carried
    .filter(({column_name}) => NOTE_BESIDE.includes(column_name))
    .map((field) => `chains.${valueOf(field)} as ${field.column_name}`);
  return [...flags, ...beside];
}

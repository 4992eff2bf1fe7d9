// grain: one row per handoff that was held, missed or is to come
// key: handoff_id
// why: which variant of the brief it has, and what a brief that is one note says beyond the fields
// reads: intermediate.int_brief_states, config.brief_variants, staging.stg_supplies
import type {Database} from "../../db.js";
import {NOTE_BESIDE, readNoteColumns} from "../intermediate/brief-note.js";

/** `certainty` (0 to 1) is null where the brief is no note; the rest is what the note said when the meeting began. */
export async function write(db: Database): Promise<string> {
  const notes = await readNoteColumns(db);
  const told = (column: string) =>
    notes.has("brief_from_note") && NOTE_BESIDE.includes(column) && notes.has(column) ? `states.${column}` : "null::text";
  return `select states.handoff_id, states.variant, variants.label as variant_label,
  ${told("brief_certainty")}::double as certainty, ${told("brief_unplaced")} as unplaced,
  ${told("brief_meeting_time")} as meeting_time, ${told("brief_duration")} as duration, ${told("brief_touchpoints")} as touchpoints
from intermediate.int_brief_states as states
left join config.brief_variants as variants on variants.variant = states.variant
where states.outcome in ('held', 'no_show', 'pending')`;
}

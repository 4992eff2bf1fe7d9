/** What every handoff's brief had of the required fields, as bits of whole numbers: fields lie in a row each, and are far more than handoffs. */
import {quoteText, type Database} from "../db.js";
import {enumOf} from "../metrics/periods.js";

/** Fields of one number. */
const WORD = 30;

export interface FieldStates {
  /** In order of name. */
  fields: readonly string[];
  /**
   * Names of the columns of temp.field_states: in `there` a field's bit is 1 when it was there, in `required` when it was asked for. Bit k of
   * column w is field 30 w + k.
   */
  there: readonly string[];
  required: readonly string[];
}

/** Writes temp.field_states, a row per handoff: of each word what was there (`there_0`) and what was required of it (`required_0`). */
export async function gatherFieldStates(db: Database): Promise<FieldStates> {
  const known = await db.rows<{field: string}>("select distinct field from marts.brief_fields where required order by field");
  const fields = known.map(({field}) => field);
  if (fields.length === 0) return {fields, there: [], required: []};
  const words = Array.from({length: Math.ceil(fields.length / WORD)}, (_, word) => word);
  const bits = (word: number, condition: string) =>
    `coalesce(bit_or(1 << (place % ${WORD})) filter (${condition}${words.length > 1 ? ` and place // ${WORD} = ${word}` : ""}), 0)::integer`;
  await db.run(`create or replace temp table field_states as
    with states as (
      select handoff_id, state <> 'missing' as is_there, required, enum_code(field::${enumOf(fields)})::integer as place
      from marts.brief_fields where field in (${fields.map(quoteText).join(", ")})
    )
    select handoff_id, ${words.map((word) => `${bits(word, "is_there")} as there_${word}, ${bits(word, "required")} as required_${word}`).join(", ")}
    from states group by handoff_id`);
  return {fields, there: words.map((word) => `there_${word}`), required: words.map((word) => `required_${word}`)};
}

/** Whether a field's bit is set in the row's words. */
export const hasBit = (words: readonly ArrayLike<number>[], field: number, row: number): boolean =>
  ((words[Math.floor(field / WORD)]![row]! >> (field % WORD)) & 1) === 1;

/** Places of the fields that so many of these handoffs have, and as many lack, of those they are required of. */
export function findCompared(
  {fields}: FieldStates,
  {length, there, required}: {length: number; there: readonly ArrayLike<number>[]; required: readonly ArrayLike<number>[]},
  least: number,
): number[] {
  return [...fields.keys()].filter((field) => {
    const counts = [0, 0];
    for (let row = 0; row < length; row++) if (hasBit(required, field, row)) counts[Number(hasBit(there, field, row))]!++;
    return counts.every((count) => count >= least);
  });
}

/** What every handoff's brief had of the required fields, as bits of whole numbers: fields lie in a row each, and are far more than handoffs. */
import {quoteText, type Database} from "../db.js";
import {enumOf} from "../metrics/periods.js";

/** Fields of one number. */
const WORD = 30;

export interface FieldStates {
  /** In order of name. */
  fields: readonly string[];
  /** Names of the columns of temp.field_states in which a field's bit is 1 when it was there: bit k of column w is field 30 w + k. */
  words: readonly string[];
}

/** Writes temp.field_states, a row per handoff: of each word what was there (`there_0`) and what was required of it (`required_0`). */
export async function gatherFieldStates(db: Database): Promise<FieldStates> {
  const known = await db.rows<{field: string}>("select distinct field from marts.brief_fields where required order by field");
  const fields = known.map(({field}) => field);
  if (fields.length === 0) return {fields, words: []};
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
  return {fields, words: words.map((word) => `there_${word}`)};
}

const NAMES = ["lacking", "having"] as const;

/** Whether a field's bit is set in the row's words. */
export const isThere = (words: readonly ArrayLike<number>[], field: number, row: number): boolean =>
  ((words[Math.floor(field / WORD)]![row]! >> (field % WORD)) & 1) === 1;

/** Places of the fields that so many held handoffs have, and as many lack, of those they are required of. */
export async function findCompared(db: Database, {fields}: FieldStates, least: number): Promise<number[]> {
  const bit = (what: string, field: number) => `(${what}_${Math.floor(field / WORD)} >> ${field % WORD}) & 1`;
  const count = (field: number, isThere: 0 | 1) =>
    `count(*) filter (${bit("required", field)} = 1 and ${bit("there", field)} = ${isThere})::integer as ${NAMES[isThere]}_${field}`;
  const places = fields.map((_, place) => place);
  const [counts] = await db.rows<Record<string, number>>(`
    select ${places.map((place) => `${count(place, 0)}, ${count(place, 1)}`).join(", ")}
    from temp.field_states as states inner join marts.handoffs as handoffs on handoffs.handoff_id = states.handoff_id
    where handoffs.is_held`);
  return places.filter((place) => NAMES.every((name) => counts![`${name}_${place}`]! >= least));
}

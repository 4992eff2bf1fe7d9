/** What every handoff's brief had of the required fields, as bits of whole numbers: fields lie in a row each, and are far more than handoffs. */
import {quoteText, type Database} from "../db.js";
import {WORD} from "./field-bits.js";

export interface FieldStates {
  /** In order of name. */
  fields: readonly string[];
  /**
   * Query of a row per handoff: `handoff_id`, and of each word what was there (`there_0`: a field's bit is 1 when it was) and what was asked
   * for (`required_0`). Bit k of word w is field 30 w + k.
   */
  query: string;
  there: readonly string[];
  required: readonly string[];
}

/** Of the fields that any brief asks for. */
export async function describeFieldStates(db: Database): Promise<FieldStates> {
  const known = await db.rows<{field: string}>(`select field from config.brief_fields
    where required or position in (select position from config.brief_requirements where required) order by field`);
  const fields = known.map(({field}) => field);
  const words = Array.from({length: Math.ceil(fields.length / WORD)}, (_, word) => fields.slice(WORD * word, WORD * (word + 1)));
  // Both words in one number and one sum: fields are far more than handoffs, and each look at them counts.
  const bits = words.map((own, word) => {
    const bit = `case field ${own.map((field, place) => `when ${quoteText(field)} then ${2 ** place}`).join(" ")} end`;
    return `bit_or((${bit})::bigint * (case when state <> 'missing' then 1 else 0 end + case when required then ${2 ** WORD} else 0 end)) as word_${word}`;
  });
  const halves = words.map((_, word) => `coalesce(word_${word} & ${2 ** WORD - 1}, 0)::integer as there_${word}, coalesce(word_${word} >> ${WORD}, 0)::integer as required_${word}`); // prettier-ignore
  return {
    fields,
    query: `select handoff_id, ${halves.join(", ")} from (select handoff_id, ${bits.join(", ")} from marts.brief_fields group by handoff_id)`,
    there: words.map((_, word) => `there_${word}`),
    required: words.map((_, word) => `required_${word}`),
  };
}

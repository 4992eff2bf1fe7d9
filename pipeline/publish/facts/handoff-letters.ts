/** How fields and criteria of handoffs stand, as letters, out of the texts in which each handoff has them all: a row per cell would take ten times as long. */
import {quoteText} from "../../db.js";
import type {Ground} from "../ground.js";
import {JUDGED} from "../sql.js";

/** A letter per field of a judged brief, out of those that stand in one row: filled or vague, not told, missing, and added later. */
export const LETTERS = `
      select briefs.handoff_id, case when added.places is null then briefs.letters else array_to_string(
          list_transform(string_split(briefs.letters, ''), lambda letter, place: case when letter = 'm' and list_contains(added.places, place) then 'l' else letter end), '') end as letters
      from (
        select letters.handoff_id, translate(letters.letters, 'FVvNM', 'fffnm') as letters from marts.brief_letters as letters
        inner join marts.handoffs as handoffs on handoffs.handoff_id = letters.handoff_id where handoffs.${JUDGED}
      ) as briefs
      left join (
        select handoff_id, list(place) as places from intermediate.int_brief_later as later
        inner join (select field, row_number() over (order by position) as place from config.brief_fields) as template on template.field = later.field
        where later.is_added_later group by handoff_id
      ) as added on added.handoff_id = briefs.handoff_id`;

/** A row per handoff and checklist: a letter per criterion. Both stand in one text, one behind the other. */
export async function writeVerdicts({db}: Pick<Ground, "db">): Promise<string> {
  const counts = await db.rows<{checklist: string; count: number}>(
    "select checklist, count(*)::integer as count from config.criteria group by checklist order by checklist",
  );
  let from = 1;
  const parts = counts.map(({checklist, count}) => {
    const part = `select handoff_id, ${quoteText(checklist)} as checklist, substr(letters, ${from}, ${count}) as letters from marts.criteria_letters`;
    from += count;
    return part;
  });
  return (
    parts.join(" union all ") || "select null::text as handoff_id, null::text as checklist, null::text as letters where false"
  );
}

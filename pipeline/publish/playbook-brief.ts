/** One whole brief of the playbook: as an AE got it, without anybody's name. */
import type {PlaybookData} from "../contract/datasets.js";
import {isWithheldSql} from "../contract/former.js";
import {quoteText} from "../db.js";
import {groupBy, type Ground} from "./ground.js";
import type {Hidden} from "./protect/hide-names.js";

/** Briefs that are looked at for it, the best rated first; most hold a name that is in no list. */
const CANDIDATES = 40;
/** Rating from which on an AE valued the handoff. */
const VALUED = 8;
/** With fewer parts it is no whole brief. */
const FEWEST_FIELDS = 5;

/** A text of a brief, and whose it is. */
export interface Said {
  handoff_id: string;
  field: string;
  value: string;
  account: string | null;
  contact: string | null;
  sdr: string | null;
  ae: string | null;
}

type Row = Said & {
  required: boolean;
  motion: string | null;
  rating: number | null;
  became_sql: boolean;
  month: string;
  place: number;
};

/**
 * The first brief in which every required part is filled, specific and free of doubt as to whom it names; optional parts that are not are left
 * out. Null where there is none.
 * @param fields parts that say something that could be done well, in the template's order
 */
export async function chooseBrief(
  {db}: Pick<Ground, "db">,
  authors: readonly string[],
  fields: readonly string[],
  hide: (said: Said) => Hidden,
  isShown: (hidden: Hidden) => boolean,
): Promise<PlaybookData["brief"]> {
  const list = (texts: readonly string[]) => texts.map(quoteText).join(", ");
  const rows = await db.rows<Row>(`
    with whole as (
      select cells.handoff_id, count(*) filter (where cells.state = 'filled') as filled from marts.brief_fields as cells
      inner join marts.handoffs as handoffs on handoffs.handoff_id = cells.handoff_id
      where cells.outcome = 'held' and cells.field in (${list(fields)}) and handoffs.sdr_id in (${list(authors)}) and handoffs.quality_score >= ${VALUED}
      group by cells.handoff_id having bool_and(not cells.required or (cells.state = 'filled' and not cells.is_vague))
    ),
    chosen as (
      select handoffs.*, row_number() over (order by handoffs.quality_score desc, handoffs.sql_at is not null desc, whole.filled desc, handoffs.meeting_at desc, handoffs.handoff_id)::integer as place
      from whole inner join marts.handoffs as handoffs on handoffs.handoff_id = whole.handoff_id
      qualify place <= ${CANDIDATES}
    )
    select chosen.handoff_id, cells.field::text as field, said.value, cells.required, chosen.motion, chosen.quality_score as rating, chosen.sql_at is not null as became_sql,
      strftime(chosen.meeting_at, '%Y-%m') as month, chosen.account_name as account, chosen.contact_name as contact, chosen.sdr_name as sdr, chosen.ae_name as ae, chosen.place
    from chosen
    inner join marts.brief_fields as cells on cells.handoff_id = chosen.handoff_id and cells.field in (${list(fields)}) and cells.state = 'filled' and not cells.is_vague
    inner join marts.brief_values as said on said.handoff_id = cells.handoff_id and said.field = cells.field::text
    where chosen.place not in (
      select held.place from chosen as held inner join marts.brief_values as gone on gone.handoff_id = held.handoff_id where ${isWithheldSql("gone.value")}
    )
    order by chosen.place, field`);
  for (const brief of groupBy(rows, ({place}) => place).values()) {
    const parts = brief.map((row) => ({row, hidden: hide(row)}));
    if (parts.some(({row, hidden}) => row.required && !isShown(hidden))) continue;
    const texts = new Map(parts.filter(({hidden}) => isShown(hidden)).map(({row, hidden}) => [row.field, hidden.text]));
    if (texts.size < FEWEST_FIELDS) continue;
    const {motion, rating, became_sql, month} = brief[0]!;
    return {
      motion, rating, became_sql, month,
      fields: fields.flatMap((field) => (texts.has(field) ? [{field, text: texts.get(field)!}] : [])),
    }; // prettier-ignore
  }
  return null;
}

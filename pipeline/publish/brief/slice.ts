import {quoteText, type Database} from "../../db.js";

/** Stands for a person that nobody names; a slug holds no underscore. */
export const NOBODY = "_none";

/** Briefs of one file: it opens at once on a slow line. By their number, so that a text that grows moves no other into another file. */
const PER_SHARD = 6;

/** SQL of the handoffs with what the parts of a brief look things up by, and with folder and name of their shards. */
export const BRIEF_HANDOFFS = `
  select handoffs.handoff_id, coalesce(sdrs.slug, '${NOBODY}') as folder, coalesce(aes.slug, '${NOBODY}') as stem, sdrs.slug as sdr_slug,
    aes.slug as ae_slug, handoffs.team, handoffs.sdr_id, handoffs.ae_id, handoffs.account_id, handoffs.contact_id, handoffs.opportunity_id,
    handoffs.booked_at, handoffs.meeting_at, handoffs.outcome
  from marts.handoffs
  left join marts.people as sdrs on sdrs.person_id = handoffs.sdr_id
  left join marts.people as aes on aes.person_id = handoffs.ae_id`;

/** Makes `temp.brief_slice`, the handoffs that the parts of a brief are read for. @param handoffs SQL with the columns of BRIEF_HANDOFFS */
export async function sliceBriefs(db: Database, handoffs: string): Promise<void> {
  await db.run(`create or replace temp table brief_slice as ${handoffs}`);
}

/** Of handoffs that are few, a condition names each: then no view works out what it tells of all of them. */
const FEW = 10_000;

/** What the parts of a brief are read of. */
export interface Reach {
  /** More columns of the slice, in front of what is looked up: empty, or ending in a comma. */
  more: string;
  /** SQL condition: this column is of a handoff of the slice. It may let through more than those. */
  within(column: string): string;
  /** SQL condition: it is of a handoff at the account of one of them. It too may let through more. */
  near(column: string): string;
}

export const EVERYTHING: Reach = {more: "", within: () => "true", near: () => "true"};

/** That of the present `temp.brief_slice`. */
export async function readReach(db: Database): Promise<Reach> {
  const within = await nameFew(db, "select handoff_id from temp.brief_slice");
  if (within === EVERYTHING.within) return EVERYTHING;
  const near = await nameFew(
    db,
    "select handoff_id from marts.handoffs where account_id in (select account_id from temp.brief_slice)",
  );
  return {more: "", within, near};
}

/** A condition that names each of the handoffs that a query gives, where they are few. */
async function nameFew(db: Database, handoffs: string): Promise<Reach["within"]> {
  const rows = await db.rows<{handoff_id: string}>(`${handoffs} limit ${FEW + 1}`);
  if (rows.length === 0 || rows.length > FEW) return EVERYTHING.within;
  const ids = rows.map(({handoff_id}) => quoteText(handoff_id)).join(", ");
  return (column) => `${column} in (${ids})`;
}

/**
 * Makes `temp.brief_order`: every handoff with its shard, `<sdr>/<ae>-<number>`, and `place` in it. A shard never holds briefs of two pairs or
 * two teams. Whatever is booked next comes last, and a meeting that is moved stays where it is.
 */
export async function orderBriefs(db: Database): Promise<void> {
  await db.run(`create or replace temp table brief_order as
    with placed as (
      select *, row_number() over (partition by folder, stem, team order by booked_at, handoff_id) - 1 as place from (${BRIEF_HANDOFFS})
    ),
    numbered as (
      select *, dense_rank() over (partition by folder, stem order by team, place // ${PER_SHARD}) as shard_number from placed
    )
    select * exclude (folder, stem, shard_number), folder || '/' || stem || '-' || shard_number as shard
    from numbered order by folder, stem, shard_number, place`);
}

import type {Database} from "../../db.js";

/** Stands for a person that nobody names; a slug holds no underscore. */
export const NOBODY = "_none";

/** SQL of the handoffs with what the parts of a brief look things up by, and with folder and name of their shards. */
export const BRIEF_HANDOFFS = `
  select handoffs.handoff_id, coalesce(sdrs.slug, '${NOBODY}') as folder, coalesce(aes.slug, '${NOBODY}') as stem, sdrs.slug as sdr_slug,
    aes.slug as ae_slug, handoffs.team, handoffs.sdr_id, handoffs.ae_id, handoffs.account_id, handoffs.contact_id, handoffs.opportunity_id,
    handoffs.meeting_at, handoffs.outcome
  from marts.handoffs
  left join marts.people as sdrs on sdrs.person_id = handoffs.sdr_id
  left join marts.people as aes on aes.person_id = handoffs.ae_id`;

/** Makes `temp.brief_slice`, the handoffs that the parts of a brief are read for. @param handoffs SQL with the columns of BRIEF_HANDOFFS */
export async function sliceBriefs(db: Database, handoffs: string): Promise<void> {
  await db.run(`create or replace temp table brief_slice as ${handoffs}`);
}

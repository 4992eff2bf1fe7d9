/** `adjusted_quality_score`: AEs' ratings with what each AE tends to give taken out. */
import type {MetricName} from "../contract/metrics.js";
import type {Database} from "../db.js";
import {numberOf, readNames, type MemberTable} from "./members.js";
import type {RatingColumns} from "./rating-fits.js";

const RATING: MetricName = "handoff_quality_score";

/** Ratings of the held meetings, one by one: SDR and AE leave next to nothing to be added up. Null where there is no such metric. */
export async function readRatings(db: Database, tables: readonly MemberTable[]): Promise<RatingColumns | null> {
  const table = tables.find(({metrics}) => metrics.some(({name}) => name === RATING));
  if (!table) return null;
  const columns = await db.columns<Exclude<keyof RatingColumns, "sdrs" | "aes">>(`
    select ${numberOf("sdr_id", "sdr_id", "sdr")}, ${numberOf("ae_id", "ae_id", "ae")}, month // 3 as quarter, is_recent::utinyint as is_recent, ${RATING} as rating
    from ${table.name} where ${RATING} is not null and sdr_id is not null and ae_id is not null`);
  return {...columns, sdrs: await readNames(db, "sdr_id"), aes: await readNames(db, "ae_id")};
}

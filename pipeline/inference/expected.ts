/** `marts.mix_expected`: what an SDR's sources, segments and AEs alone would have given. */
import type {Database} from "../db.js";
import {numberOf, readNames, valueOf, type MemberTable} from "./members.js";
import {NOBODY, type MixMembers} from "./mix-fits.js";

/**
 * Headline rates of SDRs whose members have an AE, table by table. The members are read as they are: SDR, source, segment and AE leave
 * next to nothing to be added up. In order, since cells are numbered as they come and sums of fractions end in another digit the other way round.
 */
export async function readMixes(db: Database, tables: readonly MemberTable[]): Promise<MixMembers[]> {
  const sdrs = await readNames(db, "sdr_id");
  const read: MixMembers[] = [];
  for (const {name, metrics} of tables) {
    const rates = metrics.filter(({kind, headline}) => kind === "rate" && headline).map(valueOf);
    if (rates.length === 0) continue;
    const columns = await db.columns<string>(`
      select ${numberOf("sdr_id", "sdr_id", "sdr")}, ${numberOf("source")}, ${numberOf("segment")}, ${numberOf("ae_id", "ae_id", "ae")}, is_recent::utinyint as is_recent,
        ${rates.map((rate) => `coalesce(${rate}, ${NOBODY})::utinyint as ${rate}`).join(", ")}
      from ${name} where sdr_id is not null and ae_id is not null and coalesce(${rates.join(", ")}) is not null order by all`);
    const {length, sdr, source, segment, ae, is_recent} = columns as typeof columns & Omit<MixMembers, "outcomes" | "sdrs">;
    read.push({length, sdr, source, segment, ae, is_recent, outcomes: new Map(rates.map((rate) => [rate, columns[rate]!])), sdrs}); // prettier-ignore
  }
  return read;
}

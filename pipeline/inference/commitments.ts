/** `marts.commitments`: what was agreed in 1:1s, with the behaviour it means, or why it cannot be followed. */
import {findBehaviour, type Behaviour} from "../contract/behaviours.js";
import type {Commitment} from "../contract/commitment.js";
import type {Database} from "../db.js";

export interface CommitmentRow extends Omit<Commitment, "behaviour"> {
  commitment: number;
  /** As it was written. */
  named: string;
  behaviour: string | null;
  /** `unknown_sdr`: in no export; `unknown_behaviour`: not in the catalogue; `not_counted`: no export tells of it. Null where it can be followed. */
  problem: "unknown_sdr" | "unknown_behaviour" | "not_counted" | null;
}

/** Every row of the export stays, also those that cannot be followed. A row without a status is open. */
export async function readCommitments(
  db: Database,
  behaviours: readonly Behaviour[],
  counted: readonly Behaviour[],
): Promise<CommitmentRow[]> {
  const rows = await db.rows<Omit<CommitmentRow, "commitment" | "behaviour" | "problem"> & {is_known: boolean}>(`
    select sdr_id, behaviour as named, strftime(agreed_on, '%Y-%m-%d') as agreed_on, strftime(review_on, '%Y-%m-%d') as review_on, note, coalesce(status, 'open') as status,
      sdr_id in (select person_id from marts.people) and (sdr_id in (select person_id from staging.stg_people) or sdr_id in (select sdr_id from marts.handoffs where sdr_id is not null)) as is_known
    from staging.stg_commitments order by agreed_on, sdr_id, behaviour`);
  return rows.map(({is_known, ...row}, index): CommitmentRow => {
    const found = findBehaviour(row.named, behaviours);
    const start = {...row, commitment: index + 1, behaviour: found?.behaviour ?? null, problem: null};
    if (!is_known) return {...start, problem: "unknown_sdr"};
    if (!found) return {...start, problem: "unknown_behaviour"};
    return counted.includes(found) ? start : {...start, problem: "not_counted"};
  });
}

/** Those that can be followed. */
export const listFollowed = (rows: readonly CommitmentRow[]): Commitment[] =>
  rows.flatMap(({problem, behaviour, sdr_id, agreed_on, review_on, note, status}) =>
    problem === null && behaviour !== null ? [{sdr_id, behaviour, agreed_on, review_on, note, status}] : [],
  );

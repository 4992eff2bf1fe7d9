/** `marts.commitments`: what was agreed in 1:1s, with the behaviour it means, or why it cannot be followed. */
import {findBehaviour, type Behaviour} from "../contract/behaviours.js";
import type {Commitment} from "../coaching/commitments.js";
import type {Database} from "../db.js";
import {findNearMiss} from "../errors.js";

export interface CommitmentRow extends Omit<Commitment, "behaviour"> {
  commitment: number;
  /** As it was written. */
  named: string;
  behaviour: string | null;
  /** `unknown_sdr`: in no export; `unknown_behaviour`: not in the catalogue; `not_counted`: no export tells of it. Null where it can be followed. */
  problem: "unknown_sdr" | "unknown_behaviour" | "not_counted" | null;
  /** What may have been meant. */
  near: string | null;
}

/** Every row of the export stays, also those that cannot be followed. A row without a status is open. */
export async function readCommitments(db: Database, behaviours: readonly Behaviour[], counted: readonly Behaviour[]): Promise<CommitmentRow[]> {
  const rows = await db.rows<Omit<CommitmentRow, "commitment" | "behaviour" | "problem" | "near"> & {is_known: boolean}>(`
    select sdr_id, behaviour as named, strftime(agreed_on, '%Y-%m-%d') as agreed_on, strftime(review_on, '%Y-%m-%d') as review_on, note, coalesce(status, 'open') as status,
      sdr_id in (select person_id from marts.people) and (sdr_id in (select person_id from staging.stg_people) or sdr_id in (select sdr_id from marts.handoffs where sdr_id is not null)) as is_known
    from staging.stg_commitments order by agreed_on, sdr_id, behaviour`);
  const names = await db.rows<{person_id: string; name: string}>("select person_id, name from marts.people where person_id in (select person_id from staging.stg_people) or person_id in (select sdr_id from marts.handoffs where sdr_id is not null)");
  return rows.map(({is_known, ...row}, index): CommitmentRow => {
    const found = findBehaviour(row.named, behaviours);
    const start = {...row, commitment: index + 1, behaviour: found?.behaviour ?? null, near: null, problem: null};
    if (!is_known) return {...start, problem: "unknown_sdr", near: nearPerson(row.sdr_id, names)};
    if (!found) return {...start, problem: "unknown_behaviour", near: nearBehaviour(row.named, behaviours)};
    return counted.includes(found) ? start : {...start, problem: "not_counted"};
  });
}

/** Id of the behaviour whose id or label is nearest. */
export function nearBehaviour(named: string, behaviours: readonly Behaviour[]): string | null {
  const near = findNearMiss(named, behaviours.flatMap(({behaviour, label}) => [behaviour, label])); // prettier-ignore
  return behaviours.find(({behaviour, label}) => behaviour === near || label === near)?.behaviour ?? null;
}

function nearPerson(id: string, people: readonly {person_id: string; name: string}[]): string | null {
  const near = findNearMiss(id, people.flatMap(({person_id, name}) => [person_id, name])); // prettier-ignore
  return people.find(({person_id, name}) => person_id === near || name === near)?.person_id ?? null;
}

/** Those that can be followed. */
export const listFollowed = (rows: readonly CommitmentRow[]): Commitment[] =>
  rows.flatMap(({problem, behaviour, sdr_id, agreed_on, review_on, note, status}) =>
    problem === null && behaviour !== null ? [{sdr_id, behaviour, agreed_on, review_on, note, status}] : [],
  );

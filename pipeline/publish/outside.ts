/** Whose records a manager does not know anyway: what a sum over colleagues leaves when the manager's own people are taken off it. */
import type {Database} from "../db.js";
import type {Person} from "./ground.js";

/** Whether somebody's records are outside those of a reader's team: of another team now, and not booked in this one alone. */
export type IsOutside = (reader: Pick<Person, "team">, sdr_id: string) => boolean;

/** Reads where everybody's handoffs were booked. */
export async function readOutside(
  db: Database,
  people: readonly Pick<Person, "person_id" | "team" | "is_current">[],
): Promise<IsOutside> {
  const rows = await db.rows<{sdr_id: string; team: string}>(`
    select sdr_id, min(team) as team from marts.handoffs where sdr_id is not null
    group by sdr_id having count(*) = count(team) and min(team) = max(team)`);
  const booked = new Map(rows.map(({sdr_id, team}) => [sdr_id, team]));
  const present = new Map(people.flatMap(({person_id, team, is_current}) => (is_current ? [[person_id, team] as const] : [])));
  return ({team}, sdr_id) => team === null || (present.get(sdr_id) !== team && booked.get(sdr_id) !== team);
}

/**
 * Whether a sum over these colleagues may stand on a page that the reader's manager has, too: there are enough of them, and of those whom the
 * manager does not know anyway as many, or none.
 */
export function areEnough(
  others: readonly string[],
  reader: Pick<Person, "team">,
  isOutside: IsOutside,
  fewest: number,
): boolean {
  const outside = others.filter((sdr_id) => isOutside(reader, sdr_id)).length;
  return others.length >= fewest && (outside === 0 || outside >= fewest);
}

/** What `granularity: team` leaves of numbers that a command prints. */
import type {Config} from "../config.js";
import type {MetricRow} from "../contract/datasets.js";
import type {Scope} from "../contract/vocabulary.js";
import type {Database} from "../db.js";
import {refuseAboutPerson} from "./command.js";

type Place = Pick<MetricRow, "scope" | "scope_id">;

/** Scopes whose numbers are about one person, or two. */
export const isOfPeople = (scope: Scope): boolean => scope === "sdr" || scope === "ae" || scope === "pair";

/**
 * Rows without those about single people, where the configuration says so. A team, or a manager's teams, of fewer than
 * `publish.min_people` is as good as a person.
 */
export async function keepGranularity<T extends Place>(db: Database, config: Config, rows: readonly T[]): Promise<T[]> {
  if (config.granularity !== "team") return [...rows];
  const small = await listSmall(db, config);
  return rows.filter((row) => !isOfPeople(row.scope) && !small.has(keyOf(row)));
}

/** @throws UserError (exit code 2) for a number of a team that is as good as one about a person */
export async function refuseSmallTeam(db: Database, config: Config, row: Place): Promise<void> {
  const [kept] = await keepGranularity(db, config, [row]);
  if (!kept) refuseAboutPerson(config, `--${row.scope}`, `its numbers are of fewer than ${config.publish.min_people} people; ask for the company`); // prettier-ignore
}

const keyOf = ({scope, scope_id}: Place): string => `${scope}\t${scope_id}`;

async function listSmall(db: Database, {publish}: Config): Promise<Set<string>> {
  const rows = await db.rows<Place>(`
    select scope, scope_id from (
      select 'team' as scope, team as scope_id, sdr_id from marts.handoffs
      union all
      select 'manager', manager_id, sdr_id from marts.handoffs
    ) where scope_id is not null group by all having count(distinct sdr_id) < ${publish.min_people}`);
  return new Set(rows.map(keyOf));
}

/** People and teams as the audiences are made of them, and whose each handoff is. */
import type {Database} from "../../db.js";
import type {Group, Member, Roster} from "./audiences.js";

/** Reads it from the marts. */
export async function readRoster(db: Database): Promise<Roster> {
  const people = await db.rows<Member>(`
    select person_id, slug, name, email, team, manager_id, manager_name, is_current,
      not exists (select 1 from staging.stg_people) or person_id in (select person_id from staging.stg_people) as is_known,
      coalesce(role = 'sdr', false) or coalesce(list_contains(roles, 'sdr'), false)
        or person_id in (select sdr_id from marts.handoffs where sdr_id is not null) as is_sdr,
      coalesce(role = 'ae', false) or coalesce(list_contains(roles, 'ae'), false)
        or person_id in (select ae_id from marts.handoffs where ae_id is not null) as is_ae,
      coalesce(role = 'manager', false) as is_manager
    from marts.people order by name, person_id`);
  const teams = await db.rows<Group>("select team, slug, team_name, manager_id from marts.teams order by team_name, team");
  return {people, teams};
}

/** A handoff, and whose it is. */
export interface HandoffOwners {
  handoff_id: string;
  sdr_id: string | null;
  ae_id: string | null;
  /** The SDR's when it was booked. */
  team: string | null;
}

/** Every handoff's owners as columns: hundreds of thousands of rows. */
export async function readOwners(db: Database): Promise<Record<keyof HandoffOwners, (string | null)[]>> {
  const reader = await db.connection.runAndReadAll(
    "select handoff_id, sdr_id, ae_id, team from marts.handoffs order by handoff_id",
  );
  return reader.getColumnsObjectJS() as Record<keyof HandoffOwners, (string | null)[]>;
}

/** What every dataset starts from: the settings, the people, the teams and the metric rows. */
import type {Config} from "../config.js";
import type {Database} from "../db.js";
import {indexMetricRows, type MetricIndex} from "./metric-rows.js";
import {readOutside, type IsOutside} from "./outside.js";
import {iso} from "./sql.js";

export {groupBy} from "../group-by.js";

export interface Person {
  person_id: string;
  slug: string;
  name: string;
  role: string;
  team: string | null;
  team_name: string | null;
  manager_name: string | null;
  started_on: string | null;
  tenure_days: number | null;
  is_current: boolean;
  /** Is an SDR, or was one and has handoffs to show for it. */
  is_sdr: boolean;
  /** Stands in the people export; true for everybody where there is none. */
  is_known: boolean;
  /** Takes handoffs, or took some. */
  is_ae: boolean;
}

export interface Team {
  team: string;
  slug: string;
  team_name: string;
  manager_name: string | null;
  kind: "sdr" | "ae" | "mixed";
  sdr_count: number;
}

export interface Ground {
  db: Database;
  config: Config;
  /** ISO 8601; empty when there is no export at all. */
  asOf: string;
  people: Person[];
  /** The SDRs among them, in order of name: those who get a document of their own. */
  sdrs: Person[];
  /** The AEs, likewise. */
  aes: Person[];
  slugs: Map<string, string>;
  teams: Team[];
  metrics: MetricIndex;
  isOutside: IsOutside;
}

/** Reads it all once. */
export async function readGround(db: Database, config: Config): Promise<Ground> {
  const [settings] = await db.rows<{as_of: string | null}>(`select ${iso("as_of")} as as_of from config.settings`);
  const people = await db.rows<Person>(`
    select person_id, slug, name, role, team, team_name, manager_name,
      not exists (select 1 from staging.stg_people) or person_id in (select person_id from staging.stg_people) as is_known, strftime(started_on, '%Y-%m-%d') as started_on,
      date_diff('day', started_on, settings.as_of::date)::integer as tenure_days, is_current,
      coalesce(role = 'sdr', false) or coalesce(list_contains(roles, 'sdr'), false)
        or person_id in (select sdr_id from marts.handoffs where sdr_id is not null) as is_sdr,
      coalesce(role = 'ae', false) or coalesce(list_contains(roles, 'ae'), false)
        or person_id in (select ae_id from marts.handoffs where ae_id is not null) as is_ae
    from marts.people cross join config.settings as settings
    order by name, person_id`);
  const teams = await db.rows<Team>(`
    select team, slug, team_name, manager_name, kind, sdr_count::integer as sdr_count from marts.teams order by team_name, team`);
  const sdrs = people.filter((person) => person.is_sdr);
  const slugs = new Map(sdrs.map((person) => [person.person_id, person.slug]));
  return {
    db,
    config,
    asOf: settings?.as_of ?? "",
    people,
    sdrs,
    aes: people.filter((person) => person.is_ae),
    slugs,
    teams,
    metrics: await indexMetricRows(db, config),
    isOutside: await readOutside(db, people),
  };
}

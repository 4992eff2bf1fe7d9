/** What the focus engine is given, read from marts: counts over the weeks looked back on, comments, associations, situations. */
import type {Behaviour} from "../contract/behaviours.js";
import type {Commitment} from "../contract/commitment.js";
import type {Situation} from "../coaching/focus-types.js";
import type {Rules} from "../coaching/rules.js";
import type {Association, CommentCount, Tally} from "../coaching/types.js";
import {quoteText, type Database} from "../db.js";
import {groupBy} from "../group-by.js";
import {weekOf} from "./behaviour-weeks.js";

export type OfReview<T> = T & {review_on: string};

const dates = (days: readonly string[]): string => days.map((day) => `(date ${quoteText(day)})`).join(", ");
const text = (column: string): string => `strftime(${column}, '%Y-%m-%d')`;

/**
 * Writes `coaching_windows`: of each review date the weeks at work that are looked back on, the newest `weeks` of each SDR; weeks away do not
 * count, so that a leave makes nobody's past newer. And `coaching_restarts`: what was worked on and closed counts anew from the day it was agreed.
 */
export async function openWindows(
  db: Database,
  reviews: readonly string[],
  commitments: readonly Commitment[],
  rules: Rules,
): Promise<void> {
  await db.run(`create or replace temp table coaching_windows as
    with reviews(review_on) as (values ${dates(reviews)}),
    people as (select sdr_id, min(week_start) as first_week from marts.behaviour_weeks group by sdr_id),
    weeks as (
      select reviews.review_on, people.sdr_id, unnest(generate_series(greatest(people.first_week, reviews.review_on - 728)::timestamp, reviews.review_on - 7, interval 7 day))::date as week_start
      from reviews cross join people
    )
    select review_on, sdr_id, week_start from weeks
    where not exists (
      select 1 from temp.coaching_absences as absences
      where absences.sdr_id = weeks.sdr_id and weeks.week_start >= absences.absent_from - 2 and weeks.week_start + 4 <= absences.absent_to + 2
    )
    qualify row_number() over (partition by review_on, sdr_id order by week_start desc) <= ${rules.weeks}`);
  const done = commitments.filter(({status}) => status === "done");
  await db.run(`create or replace temp table coaching_restarts as select * from (
    ${done.length ? `values ${done.map(({sdr_id, behaviour, agreed_on}) => `(${quoteText(sdr_id)}, ${quoteText(behaviour)}, date ${quoteText(agreed_on)})`).join(", ")}` : "select null::text, null::text, null::date where false"}
  ) as restarts(sdr_id, behaviour, agreed_on)`);
}

/** Counts of each review date. Threads add in any order: rounding makes the last digit the same each time. */
export function readTallies(db: Database): Promise<OfReview<Tally>[]> {
  return db.rows(`select ${text("windows.review_on")} as review_on, weeks.sdr_id, weeks.behaviour, sum(weeks.eligible)::integer as eligible, sum(weeks.done)::integer as done, round(sum(weeks.expected), 6) as expected
    from marts.behaviour_weeks as weeks
    inner join temp.coaching_windows as windows on windows.sdr_id = weeks.sdr_id and windows.week_start = weeks.week_start
    where not exists (
      select 1 from temp.coaching_restarts as restarts
      where restarts.sdr_id = weeks.sdr_id and restarts.behaviour = weeks.behaviour and restarts.agreed_on < windows.review_on and weeks.week_start < restarts.agreed_on
    )
    group by windows.review_on, weeks.sdr_id, weeks.behaviour
    having sum(weeks.eligible) > 0
    order by windows.review_on, weeks.behaviour, weeks.sdr_id`);
}

/** Handoffs of each SDR over the weeks looked back on, by the meeting. */
export function readHandoffs(db: Database, zone: string): Promise<OfReview<{sdr_id: string; handoffs: number}>[]> {
  return db.rows(`select ${text("windows.review_on")} as review_on, windows.sdr_id, count(*)::integer as handoffs
    from marts.handoffs as handoffs
    inner join temp.coaching_windows as windows on windows.sdr_id = handoffs.sdr_id and windows.week_start = ${weekOf("handoffs.meeting_at", zone)}
    where handoffs.outcome in ('held', 'no_show') and handoffs.sdr_id is distinct from handoffs.ae_id
    group by windows.review_on, windows.sdr_id order by windows.review_on, windows.sdr_id`);
}

export const hasTable = async (db: Database, name: string): Promise<boolean> =>
  (await db.rows(`select 1 from information_schema.tables where table_schema = 'marts' and table_name = ${quoteText(name)}`))
    .length > 0;

/** Comments on something missing, by theme and in all (`theme` null), by the week of the meeting. Empty without `marts.comment_themes`. */
export async function readCommentCounts(
  db: Database,
  zone: string,
  hasThemes: boolean,
): Promise<OfReview<Omit<CommentCount, "theme"> & {theme: string | null}>[]> {
  if (!hasThemes) return [];
  return db.rows(`with comments as (
      select distinct themes.handoff_id, themes.theme, handoffs.sdr_id, ${weekOf("handoffs.meeting_at", zone)} as week_start
      from marts.comment_themes as themes inner join marts.handoffs as handoffs on handoffs.handoff_id = themes.handoff_id
      where themes.theme <> 'nothing'
    )
    select ${text("windows.review_on")} as review_on, comments.sdr_id, comments.theme, count(distinct comments.handoff_id)::integer as comments
    from comments inner join temp.coaching_windows as windows on windows.sdr_id = comments.sdr_id and windows.week_start = comments.week_start
    group by grouping sets ((windows.review_on, comments.sdr_id, comments.theme), (windows.review_on, comments.sdr_id))
    order by review_on, comments.sdr_id, comments.theme`);
}

/** What goes with an SQL. A confirmation goes with a show: what that is worth in SQLs is the company's share of them among shows. */
export async function readAssociations(db: Database, behaviours: readonly Behaviour[]): Promise<Association[]> {
  type Line = Omit<Association, "behaviour"> & {name: string};
  const fields = await db.rows<Line>(`select field as name, difference, lower, upper from marts.associations where motion = ''`);
  const practices = await db.rows<Line & {outcome: string}>(
    "select practice as name, outcome, difference, lower, upper from marts.practices",
  );
  const [sql] = await db.rows<{share: number | null}>(
    "select avg((sql_at is not null)::integer) as share from marts.handoffs where is_held",
  );
  return behaviours.flatMap(({behaviour, association}): Association[] => {
    if (!association) return [];
    if ("field" in association) {
      const line = fields.find(({name}) => name === association.field);
      return line ? [{behaviour, difference: line.difference, lower: line.lower, upper: line.upper}] : [];
    }
    const line = practices.find(({name}) => name === association.practice);
    if (!line) return [];
    const scale = line.outcome === "show_rate" ? (sql?.share ?? 0) : 1;
    return [{behaviour, difference: line.difference * scale, lower: line.lower * scale, upper: line.upper * scale}];
  });
}

export interface PersonSituation extends Omit<Situation, "handoffs"> {
  sdr_id: string;
  /** Null: compared with the company, since the team is unknown or changed within the weeks looked back on. */
  team: string | null;
}

/** Of everybody who passed a handoff on, or is an SDR. */
export async function readSituations(db: Database, rules: Rules): Promise<PersonSituation[]> {
  const absences = groupBy(
    await db.rows<{sdr_id: string; from: string; to: string}>(
      `select sdr_id, ${text("absent_from")} as "from", ${text("absent_to")} as "to" from temp.coaching_absences order by all`,
    ),
    ({sdr_id}) => sdr_id,
  );
  const people = await db.rows<Omit<PersonSituation, "absences">>(`
    with settings as (select as_of from config.settings),
    lately as (
      select sdr_id, bool_or(booked_at >= settings.as_of - interval 84 day) as is_lately,
        count(distinct team) filter (where booked_at >= settings.as_of - ${7 * rules.weeks} * interval 1 day) as teams
      from marts.handoffs cross join settings where sdr_id is not null group by sdr_id
    )
    select people.person_id as sdr_id, people.is_current, coalesce(people.role = 'sdr', false) or coalesce(lately.is_lately, false) as is_sdr,
      case when coalesce(lately.teams, 0) <= 1 then people.team end as team, ${text("people.started_on")} as started_on
    from marts.people as people left join lately on lately.sdr_id = people.person_id
    where lately.sdr_id is not null or people.role = 'sdr'
    order by people.person_id`);
  return people.map((person) => ({...person, absences: (absences.get(person.sdr_id) ?? []).map(({from, to}) => ({from, to}))}));
}

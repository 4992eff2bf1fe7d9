/** `marts.behaviour_weeks`: how often each SDR did each behaviour, of how often it could have been done, week by week. */
import type {Behaviour} from "../contract/behaviours.js";
import {quoteText, type Database} from "../db.js";
import {writeMembers, writeTimes} from "./behaviour-members.js";

/** Weeks that are kept: three halves of a year before a focus was agreed, and as many after. */
const WEEKS = 104;
/** Members of others that the average counts for beside those of the same mix and tenure. */
const PRIOR = 20;

/** First day of the week of a time in the configured zone, as a date. */
export const weekOf = (column: string, zone: string): string =>
  `date_trunc('week', timezone(${quoteText(zone)}, timezone('UTC', ${column})))::date`;

/**
 * Whole weeks from Monday; that in which the data end is left out, and so are weeks that the SDR was away for. `expected`: how many the
 * colleagues would have done of the same mix of motions or sources and the same months in the job (a starter's weeks beside starters' weeks).
 */
export async function countBehaviours(db: Database, behaviours: readonly Behaviour[], zone: string): Promise<void> {
  await db.run(`create or replace temp table coaching_absences as
    select distinct person_id as sdr_id, absent_from, coalesce(absent_to, date '9999-12-30') as absent_to
    from staging.stg_people where absent_from is not null`);
  await db.run(`create or replace temp table behaviour_counts as
    with last_week as (select ${weekOf("as_of", zone)} as this_week from config.settings),
    -- Handoffs share their time in all their behaviours: its week, in the zone, is worked out once.
    weeks as materialized (
      select dated_at, week_start from (select dated_at, ${weekOf("dated_at", zone)} as week_start from (${writeTimes(behaviours)}))
      cross join last_week where week_start < this_week and week_start >= this_week - ${7 * WEEKS}
    ),
    counts as (
      select behaviour, sdr_id, week_start, mix, count(*)::integer as eligible, (count(*) filter (where is_done))::integer as done
      from (${writeMembers(behaviours)}) as members inner join weeks on weeks.dated_at = members.dated_at group by all
    )
    select counts.*, case when date_diff('day', people.started_on, counts.week_start) < 150 then greatest(0, date_diff('day', people.started_on, counts.week_start) // 30) else 5 end as tenure
    from counts left join marts.people as people on people.person_id = counts.sdr_id
    where not exists (
      select 1 from temp.coaching_absences as absences
      where absences.sdr_id = counts.sdr_id and counts.week_start >= absences.absent_from - 2 and counts.week_start + 4 <= absences.absent_to + 2
    )`);
  await db.run(`create or replace table marts.behaviour_weeks as
    with own as (select behaviour, sdr_id, sum(eligible) as n, sum(done) as y from temp.behaviour_counts group by all),
    everyone as (select behaviour, sum(n) as n, sum(y) as y from own group by all),
    own_cells as (select behaviour, sdr_id, mix, tenure, sum(eligible) as n, sum(done) as y from temp.behaviour_counts group by all),
    cells as (select behaviour, mix, tenure, sum(n) as n, sum(y) as y from own_cells group by all),
    rates as (
      select own_cells.behaviour, own_cells.sdr_id, own_cells.mix, own_cells.tenure,
        (everyone.y - own.y + 0.5) / (everyone.n - own.n + 1) as others_rate, cells.n - own_cells.n as n, cells.y - own_cells.y as y
      from own_cells
      inner join cells on cells.behaviour = own_cells.behaviour and cells.mix = own_cells.mix and cells.tenure = own_cells.tenure
      inner join own on own.behaviour = own_cells.behaviour and own.sdr_id = own_cells.sdr_id
      inner join everyone on everyone.behaviour = own_cells.behaviour
    )
    select counts.sdr_id, counts.behaviour, counts.week_start, sum(counts.eligible)::integer as eligible, sum(counts.done)::integer as done,
      round(sum(counts.eligible * (rates.y + ${PRIOR} * rates.others_rate) / (rates.n + ${PRIOR})), 6)::double as expected
    from temp.behaviour_counts as counts
    inner join rates on rates.behaviour = counts.behaviour and rates.sdr_id = counts.sdr_id and rates.mix = counts.mix and rates.tenure = counts.tenure
    group by counts.sdr_id, counts.behaviour, counts.week_start
    order by counts.sdr_id, counts.behaviour, counts.week_start`);
  await db.run("drop table temp.behaviour_counts");
}

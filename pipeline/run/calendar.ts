import type {Config} from "../config.js";
import {quoteText, type Database} from "../db.js";

/** Instants that deadlines and business hours are counted from or to. */
const DATED = [
  ["handoffs", ["meeting_at", "handed_off_at", "accepted_at", "booked_at"]],
  ["leads", ["created_at", "assigned_at", "first_touch_at"]],
  ["feedback", ["submitted_at"]],
] as const;

/**
 * Writes `config.calendar`: one row per local day from the first dated event on, with its opening hours in UTC and running
 * sums, so that a deadline is a look-up of `business_index` and business hours are a difference of two running sums.
 * Local times become UTC day by day, so that a day of a clock change has its true hours.
 */
export async function writeCalendar(db: Database, config: Config): Promise<void> {
  const {days, start, end} = config.business_hours;
  const zone = quoteText(config.timezone);
  const isoDays = days.map((day) => ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].indexOf(day) + 1);
  const holidays =
    config.holidays.length > 0
      ? `days.day not in (${config.holidays.map((day) => `date ${quoteText(day)}`).join(", ")})`
      : "true";
  const dates = DATED.flatMap(([entity, columns]) =>
    columns.map((column) => `select min(${column}) as first, max(${column}) as last from raw.${entity}`),
  );
  // An impossible year in one row must not make a calendar of millennia, hence the bounds around as_of.
  await db.run(`create or replace table config.calendar as
    with settings as (select coalesce(as_of, timestamp '2000-01-01') as as_of from config.settings),
    dates as (select min(try_cast(first as timestamp)) as first, max(try_cast(last as timestamp)) as last from (${dates.join(" union all ")})),
    bounds as (
      select
        greatest(coalesce(dates.first, settings.as_of), settings.as_of - interval 30 year)::date - 14 as first_day,
        least(greatest(coalesce(dates.last, settings.as_of), settings.as_of), settings.as_of + interval 5 year)::date + 180 as last_day
      from dates, settings
    ),
    days as (select unnest(generate_series(first_day::timestamp, last_day::timestamp, interval 1 day))::date as day from bounds),
    hours as (
      select
        days.day,
        isodow(days.day) in (${isoDays.join(", ")}) and ${holidays} as is_business,
        timezone('UTC', timezone(${zone}, days.day + to_minutes(${minutes(start)}))) as opens_at,
        timezone('UTC', timezone(${zone}, days.day + to_minutes(${minutes(end)}))) as closes_at
      from days
    )
    select
      day,
      is_business,
      opens_at,
      closes_at,
      coalesce(sum(case when is_business then date_diff('second', opens_at, closes_at) / 3600.0 else 0 end)
        over (order by day rows between unbounded preceding and 1 preceding), 0)::double as hours_before,
      sum(case when is_business then 1 else 0 end) over (order by day)::integer as business_index
    from hours
    order by day`);
}

const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** `marts.focus_cases` and `marts.verdict_cases`: the records that counts of behaviours are made of, so that they can be looked through one by one. */
import type {Behaviour} from "../contract/behaviours.js";
import {quoteText, type Database} from "../db.js";
import {writeMembers} from "./behaviour-members.js";
import {weekOf} from "./behaviour-weeks.js";

/** Weeks of which a verdict's cases are, from the first to the last, by their first days. */
export interface VerdictWeeks {
  commitment: number;
  sdr_id: string;
  behaviour: string;
  is_after: boolean;
  from_on: string;
  to_on: string;
}

export interface CasesOf {
  chosen: readonly {sdr_id: string; behaviour: string}[];
  verdicts: readonly VerdictWeeks[];
  behaviours: readonly Behaviour[];
  /** Configured zone, in which weeks begin. */
  zone: string;
  review_on: string;
}

/**
 * A row per case of the behaviours in focus, over the weeks that the numbers are of: those looked back on at the last review date, without
 * what was counted anew since; and a row per case of a verdict, before and after. `handoff_id` is null for a lead that no handoff came from.
 */
export async function writeCases(db: Database, {chosen, verdicts, behaviours, zone, review_on}: CasesOf): Promise<void> {
  const pairs = [...chosen, ...verdicts];
  const used = behaviours.filter(({behaviour}) => pairs.some((pair) => pair.behaviour === behaviour));
  await db.run(`create or replace temp table coaching_cases as
    select *, ${weekOf("dated_at", zone)} as week_start from (${writeMembers(used)})
    where (sdr_id, behaviour) in (${rows(
      pairs.map(({sdr_id, behaviour}) => [quoteText(sdr_id), quoteText(behaviour)]),
      "null::text, null::text",
    )})`);
  await db.run(`create or replace table marts.focus_cases as
    with wanted(sdr_id, behaviour) as (${rows(
      chosen.map(({sdr_id, behaviour}) => [quoteText(sdr_id), quoteText(behaviour)]),
      "null::text, null::text",
    )})
    select wanted.sdr_id, wanted.behaviour, members.handoff_id, members.dated_at, members.is_done
    from wanted
    inner join temp.coaching_cases as members on members.sdr_id = wanted.sdr_id and members.behaviour = wanted.behaviour
    inner join temp.coaching_windows as windows
      on windows.sdr_id = wanted.sdr_id and windows.week_start = members.week_start and windows.review_on = date ${quoteText(review_on)}
    where not exists (
      select 1 from temp.coaching_restarts as restarts
      where restarts.sdr_id = wanted.sdr_id and restarts.behaviour = wanted.behaviour and restarts.agreed_on < windows.review_on
        and members.week_start < restarts.agreed_on
    )
    order by wanted.sdr_id, wanted.behaviour, members.dated_at, members.handoff_id`);
  const weeks = verdicts.map(({commitment, sdr_id, behaviour, is_after, from_on, to_on}) => [
    String(commitment), quoteText(sdr_id), quoteText(behaviour), String(is_after), `date ${quoteText(from_on)}`, `date ${quoteText(to_on)}`,
  ]); // prettier-ignore
  // Weeks away are in no count.
  await db.run(`create or replace table marts.verdict_cases as
    with parts(commitment, sdr_id, behaviour, is_after, from_on, to_on) as (${rows(weeks, "0, null::text, null::text, false, null::date, null::date")})
    select parts.commitment, parts.is_after, members.handoff_id, members.dated_at, members.is_done
    from parts
    inner join temp.coaching_cases as members
      on members.sdr_id = parts.sdr_id and members.behaviour = parts.behaviour and members.week_start between parts.from_on and parts.to_on
    inner join marts.behaviour_weeks as weeks
      on weeks.sdr_id = members.sdr_id and weeks.behaviour = members.behaviour and weeks.week_start = members.week_start
    order by parts.commitment, parts.is_after, members.dated_at desc, members.handoff_id`);
  await db.run("drop table temp.coaching_cases");
}

/** Rows as SQL; without any, `empty` says what their columns are. */
const rows = (list: readonly (readonly string[])[], empty: string): string =>
  list.length ? `values ${list.map((row) => `(${row.join(", ")})`).join(", ")}` : `select ${empty} where false`;

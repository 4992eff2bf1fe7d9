/** `marts.focus_cases`: the records that a focus's count is made of, so that it can be looked through one by one. */
import type {Behaviour} from "../contract/behaviours.js";
import {quoteText, type Database} from "../db.js";
import {writeMembers} from "./behaviour-members.js";
import {weekOf} from "./behaviour-weeks.js";

/**
 * A row per case of the behaviours in focus, over the weeks that the numbers are of: those looked back on at the last review date, without
 * what was counted anew since. `handoff_id` is null for a lead that no handoff came from.
 */
export async function writeFocusCases(
  db: Database,
  chosen: readonly {sdr_id: string; behaviour: string}[],
  behaviours: readonly Behaviour[],
  zone: string,
  review_on: string,
): Promise<void> {
  const used = behaviours.filter(({behaviour}) => chosen.some((focus) => focus.behaviour === behaviour));
  const wanted = chosen.map(({sdr_id, behaviour}) => `(${quoteText(sdr_id)}, ${quoteText(behaviour)})`);
  await db.run(`create or replace table marts.focus_cases as
    with wanted(sdr_id, behaviour) as (${wanted.length ? `values ${wanted.join(", ")}` : "select null::text, null::text where false"})
    select wanted.sdr_id, wanted.behaviour, members.handoff_id, members.dated_at, members.is_done
    from wanted
    inner join (select *, ${weekOf("dated_at", zone)} as week_start from (${writeMembers(used)})) as members
      on members.sdr_id = wanted.sdr_id and members.behaviour = wanted.behaviour
    inner join temp.coaching_windows as windows
      on windows.sdr_id = wanted.sdr_id and windows.week_start = members.week_start and windows.review_on = date ${quoteText(review_on)}
    where not exists (
      select 1 from temp.coaching_restarts as restarts
      where restarts.sdr_id = wanted.sdr_id and restarts.behaviour = wanted.behaviour and restarts.agreed_on < windows.review_on
        and members.week_start < restarts.agreed_on
    )
    order by wanted.sdr_id, wanted.behaviour, members.dated_at, members.handoff_id`);
}

/** `focuses.json` and `focus-cases/<slug>.json`: which focuses tend to work, and the records behind what an SDR's coaching counts. */
import {listBehaviours} from "../contract/behaviours.js";
import type {FocusCases, FocusesData} from "../contract/datasets.js";
import {groupBy, type Ground, type Person} from "./ground.js";
import {iso} from "./sql.js";

/** What became of everything agreed, behaviour by behaviour; nobody is named. What was agreed most often first, else in order of the catalogue. */
export async function makeFocuses({db, config}: Pick<Ground, "db" | "config">): Promise<FocusesData> {
  const count = (verdict: string) => `(count(*) filter (where verdicts.verdict = '${verdict}'))::integer`;
  const rows = await db.rows<Omit<FocusesData["behaviours"][number], "label">>(`
    with agreed as (
      select commitments.behaviour, (count(*) filter (where commitments.status <> 'dismissed'))::integer as agreed,
        (count(distinct commitments.sdr_id) filter (where commitments.status <> 'dismissed'))::integer as people,
        (count(*) filter (where commitments.status = 'dismissed'))::integer as dismissed,
        ${count("signal")} as signal, ${count("no_signal")} as no_signal, ${count("too_early")} as too_early, ${count("regressed")} as regressed
      from marts.commitments as commitments left join marts.commitment_verdicts as verdicts on verdicts.commitment = commitments.commitment
      where commitments.problem is null group by commitments.behaviour
    ),
    chosen as (select behaviour, count(*)::integer as in_focus from marts.focuses where place = 1 and behaviour is not null group by behaviour)
    select coalesce(agreed.behaviour, chosen.behaviour) as behaviour, coalesce(agreed, 0) as agreed, coalesce(people, 0) as people, coalesce(dismissed, 0) as dismissed,
      coalesce(in_focus, 0) as in_focus, coalesce(signal, 0) as signal, coalesce(no_signal, 0) as no_signal, coalesce(too_early, 0) as too_early, coalesce(regressed, 0) as regressed
    from agreed full join chosen on chosen.behaviour = agreed.behaviour`);
  const unfollowed = await db.rows<FocusesData["unfollowed"][number]>(`
    select named, problem, count(*)::integer as count from marts.commitments where problem is not null group by named, problem order by problem, count desc, named`);
  const behaviours = listBehaviours(config).flatMap(({behaviour, label}) => {
    const row = rows.find((each) => each.behaviour === behaviour);
    return row ? [{...row, label}] : [];
  });
  return {behaviours: behaviours.sort((a, b) => b.agreed - a.agreed), unfollowed};
}

type Case = FocusCases["cases"][number] & {sdr_id: string; behaviour: string};
type VerdictCase = {sdr_id: string; behaviour: string; agreed_on: string; is_after: boolean; is_done: boolean; ids: string[]};

/**
 * The records behind each SDR's focus and verdicts; null for whoever has none that could be counted. A lead that no handoff came from has no
 * record to show.
 */
export async function readFocusCases({db}: Pick<Ground, "db">): Promise<(person: Person) => FocusCases | null> {
  const rows = await db.rows<Case>(`
    select cases.sdr_id, cases.behaviour, cases.handoff_id as record_id, coalesce(handoffs.account_name, '') as account, coalesce(handoffs.ae_name, '') as ae,
      ${iso("cases.dated_at")} as dated_at, coalesce(handoffs.disputed, false) as is_disputed, cases.is_done
    from marts.focus_cases as cases inner join marts.handoffs as handoffs on handoffs.handoff_id = cases.handoff_id
    order by cases.sdr_id, cases.dated_at desc, cases.handoff_id`);
  const parts = await db.rows<VerdictCase>(`
    select verdicts.sdr_id, verdicts.behaviour, verdicts.agreed_on, cases.is_after, cases.is_done, list(cases.handoff_id order by cases.dated_at desc, cases.handoff_id) as ids
    from marts.verdict_cases as cases inner join marts.commitment_verdicts as verdicts on verdicts.commitment = cases.commitment
    where cases.handoff_id is not null
    group by verdicts.commitment, verdicts.sdr_id, verdicts.behaviour, verdicts.agreed_on, cases.is_after, cases.is_done
    order by verdicts.agreed_on desc, verdicts.commitment, cases.is_after, cases.is_done`);
  const bySdr = groupBy(rows, ({sdr_id}) => sdr_id);
  const verdictsOf = groupBy(parts, ({sdr_id}) => sdr_id);
  return ({person_id}) => {
    const [own, verdicts] = [bySdr.get(person_id) ?? [], verdictsOf.get(person_id) ?? []];
    if (!own.length && !verdicts.length) return null;
    return {
      behaviour: own[0]?.behaviour ?? null,
      cases: own.map(({sdr_id: _, behaviour: __, ...each}) => each),
      verdicts: verdicts.map(({sdr_id: _, ...each}) => each),
    };
  };
}

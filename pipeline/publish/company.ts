/** `company.json`: the overview. */
import type {CompanyData} from "../contract/datasets.js";
import {listChanges} from "./change.js";
import type {Ground} from "./ground.js";
import {makeHeadlines} from "./headline.js";
import {readLosses} from "./funnel/losses.js";
import type {Findings} from "./run-charts.js";
import {local} from "./sql.js";
import type {Funnels} from "./funnel/stages.js";

export async function makeCompany(ground: Ground, funnels: Funnels, findings: Findings): Promise<CompanyData> {
  const lead = await makeLead(ground);
  return {
    headlines: makeHeadlines(ground.metrics, "company", ""),
    funnel: funnels.of("company", ""),
    losses: await readLosses(ground),
    changes: listChanges(ground.metrics),
    runs: findings.runsOf("company", ""),
    lead,
    counts: await countHeads(ground),
    show_rate_bounds: makeBounds(lead),
  };
}

/** Meetings of the latest period whose show rate can be told. */
async function makeLead(ground: Ground): Promise<CompanyData["lead"]> {
  const show = makeHeadlines(ground.metrics, "company", "", ["show_rate"])[0]?.latest;
  if (!show) return null;
  const zone = ground.config.timezone;
  const within = (time: string) =>
    show.period === "all" ? "true"
    : show.period === "trailing_90d" ? `${time} > settings.as_of - interval 90 day and ${time} <= settings.as_of`
    : `date_trunc('${show.period}', ${local(time, zone)})::date = '${show.period_start}'`; // prettier-ignore
  const [unknown] = await ground.db.rows<{count: number}>(`
    select count(*)::integer as count from marts.handoffs cross join config.settings as settings
    where outcome = 'unknown' and ${within("meeting_at")}`);
  const [missed] = await ground.db.rows<{field: string}>(`
    select field from marts.brief_fields cross join config.settings as settings
    where required and state = 'missing' and outcome in ('held', 'no_show') and ${within("meeting_at")}
    group by field order by count(*) desc, field limit 1`);
  const hasBrief = ground.metrics.has("documentation_completeness");
  return {
    period: show.period,
    period_start: show.period_start,
    due: show.denominator ?? 0,
    held: show.numerator ?? 0,
    lower: show.lower,
    upper: show.upper,
    unknown: unknown?.count ?? 0,
    most_missed_field: hasBrief ? (missed?.field ?? null) : null,
  };
}

async function countHeads({db, people}: Ground): Promise<CompanyData["counts"]> {
  const [handoffs] = await db.rows<Omit<CompanyData["counts"], "sdrs" | "aes">>(`
    select count(*)::integer as handoffs,
      (count(*) filter (where outcome = 'pending' and meeting_at >= settings.as_of))::integer as pending,
      (count(*) filter (where outcome = 'pending' and meeting_at < settings.as_of))::integer as waiting,
      (count(*) filter (where outcome = 'unknown'))::integer as unknown,
      (count(*) filter (where outcome = 'our_side'))::integer as our_side,
      (count(*) filter (where outcome = 'canceled' and outcome_reason <> 'not_rebooked'))::integer as canceled,
      (count(*) filter (where outcome = 'canceled' and outcome_reason = 'not_rebooked'))::integer as put_off
    from marts.handoffs cross join config.settings as settings`);
  // Ids that the people export does not know stand on data health.
  const count = (role: string) => people.filter((person) => person.role === role && person.is_current && person.is_known).length;
  return {sdrs: count("sdr"), aes: count("ae"), ...handoffs!};
}

/** All unknown meetings missed, and all held. */
function makeBounds(lead: CompanyData["lead"]): CompanyData["show_rate_bounds"] {
  if (!lead || lead.unknown === 0) return null;
  const all = lead.due + lead.unknown;
  return {worst: lead.held / all, best: (lead.held + lead.unknown) / all};
}

/** `feedback.json`: what AEs answer, how often, and in which words. Never how one of them rates. */
import type {FeedbackData} from "../contract/datasets.js";
import {findMetric} from "../contract/metrics.js";
import {ACCURACY, ADVANCE} from "../contract/vocabulary.js";
import {windowDays} from "../metrics/index.js";
import {readBesides} from "./beside.js";
import {readCompanyThemes} from "./comment-themes.js";
import type {Ground} from "./ground.js";
import {makeHeadlines} from "./headline.js";
import {iso, monthOf} from "./sql.js";

/** Metrics that the page shows of the company. */
export const FEEDBACK_SHOWN = ["handoff_quality_score", "feedback_response_rate", "qualification_accuracy"];
const MONTHS = 12;
/** The newest comments; each SDR's page has that person's own. */
const WORDS = 200;
const RATINGS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

export async function makeFeedback(ground: Ground): Promise<FeedbackData> {
  const {db, config, metrics} = ground;
  const accuracy = await countAnswers(ground, "qualification_accuracy");
  const ratings = await countAnswers(ground, "round(quality_score)::integer");
  const months = await db.rows<FeedbackData["accuracy_months"][number]>(`
    select (${monthOf("meeting_at", config.timezone)})::text as month,
      (count(*) filter (where qualification_accuracy = 'full'))::integer as full,
      (count(*) filter (where qualification_accuracy = 'partial'))::integer as partial,
      (count(*) filter (where qualification_accuracy = 'not'))::integer as not
    from marts.handoffs where qualification_accuracy is not null group by month order by month`);
  const valued = await db.rows<FeedbackData["valued"][number]>(`
    with named as (select unnest(most_valuable_context) as context from marts.handoffs)
    select context, count(*)::integer as count from named group by context order by count desc, context`);
  const [answers] = await db.rows<{count: number}>(
    `select count(*)::integer as count from marts.handoffs where len(most_valuable_context) > 0`,
  );
  const words = await db.rows<FeedbackData["words"][number]>(`
    select handoff_id, account_name as account, sdr_name as sdr, people.slug as sdr_slug, ae_name as ae,
      ${iso("meeting_at")} as meeting_at, missing, helpful
    from marts.handoffs left join marts.people on people.person_id = handoffs.sdr_id
    where missing is not null or helpful is not null
    order by handoffs.meeting_at desc, handoff_id limit ${WORDS}`);
  return {
    headlines: makeHeadlines(metrics, "company", "", FEEDBACK_SHOWN.filter((metric) => metrics.has(metric))), // prettier-ignore
    accuracy: accuracy.size === 0 ? [] : ACCURACY.map((answer) => ({answer, count: accuracy.get(answer) ?? 0})),
    accuracy_months: months.slice(-MONTHS),
    valued,
    valued_answers: answers?.count ?? 0,
    ratings: ratings.size === 0 ? [] : RATINGS.map((score) => ({score, count: ratings.get(String(score)) ?? 0})),
    advance: await countAdvance(ground),
    response: await listResponse(ground),
    themes: await readCompanyThemes(ground),
    words,
  };
}

async function countAnswers({db}: Ground, expression: string): Promise<Map<string, number>> {
  const rows = await db.rows<{answer: string; count: number}>(`
    select (${expression})::text as answer, count(*)::integer as count from marts.handoffs where ${expression} is not null group by answer`);
  return new Map(rows.map(({answer, count}) => [answer, count]));
}

/** What became of the AEs' forecasts, as far as the time for an opportunity is over. */
async function countAdvance({db, config}: Ground): Promise<FeedbackData["advance"]> {
  const days = windowDays(findMetric("advance_forecast_accuracy")!, config.windows) ?? 0;
  const due = `meeting_at + ${days} * interval 1 day`;
  const rows = await db.rows<FeedbackData["advance"][number]>(`
    select will_advance as answer, count(*)::integer as count,
      (count(*) filter (where ${due} <= opportunities_known_at and opportunity_at <= ${due}))::integer as advanced,
      (count(*) filter (where ${due} <= opportunities_known_at))::integer as decided
    from marts.handoffs where will_advance is not null group by answer`);
  return ADVANCE.flatMap((answer) => rows.find((row) => row.answer === answer) ?? []);
}

/** Each AE's row over the last 90 days, else over all time; in order of name. */
async function listResponse({db, config, metrics, aes}: Ground): Promise<FeedbackData["response"]> {
  const besides = await readBesides({db, config});
  const slugs = new Map(aes.map(({person_id, slug}) => [person_id, slug]));
  const rows = metrics.all.filter((row) => row.scope === "ae" && row.metric === "feedback_response_rate");
  const ids = [...new Set(rows.map((row) => row.scope_id))];
  const chosen = ids.flatMap((id) => {
    const recent = rows.find((row) => row.scope_id === id && row.period === "trailing_90d" && row.maturity !== "too_few");
    return recent ?? rows.find((row) => row.scope_id === id && row.period === "all") ?? [];
  });
  return chosen
    .sort((a, b) => (a.scope_name < b.scope_name ? -1 : a.scope_name > b.scope_name ? 1 : 0))
    .map((row) => ({...besides.add(row), slug: slugs.get(row.scope_id) ?? ""}));
}

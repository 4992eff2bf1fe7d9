/** `marts.brief_worth`: what fully documented briefs would be worth if the association were a cause. It may not be one, and the page says so. */
import type {PracticeLine} from "../contract/datasets.js";
import type {Database} from "../db.js";

export interface WorthRow {
  /** Held handoffs of the last 90 days whose brief lacked something. */
  handoffs: number;
  /** SQLs that these would have brought on top, with the interval of the difference. */
  sqls: number;
  sqls_lower: number;
  sqls_upper: number;
  /** The same as opportunities, by the company's own share of SQLs that become one; null without it. */
  opportunities: number | null;
  opportunities_lower: number | null;
  opportunities_upper: number | null;
  /** As pipeline, by the mean amount of an opportunity in the currency most of them have; null without amounts. */
  amount: number | null;
  amount_lower: number | null;
  amount_upper: number | null;
  currency: string;
}

export async function valueBriefs(db: Database, practices: readonly PracticeLine[]): Promise<WorthRow[]> {
  const found = practices.find(({practice}) => practice === "fully_documented");
  if (!found) return [];
  const [facts] = await db.rows<{handoffs: number; rate: number | null; mean: number | null; currency: string | null}>(`
    with lacking as (
      select count(*)::integer as handoffs from marts.handoffs cross join config.settings as settings
      where is_held and not is_fully_documented and meeting_at between settings.as_of - interval 90 day and settings.as_of
    ),
    rate as (
      select value from marts.metrics where metric = 'sql_to_opportunity_rate' and scope = 'company' and period = 'all' and maturity <> 'too_few'
    ),
    amounts as (
      select currency, avg(amount) as mean from marts.opportunities where amount is not null and currency is not null
      group by currency order by count(*) desc, currency limit 1
    )
    select handoffs, rate.value as rate, amounts.mean, amounts.currency from lacking left join rate on true left join amounts on true`);
  const {handoffs, rate, mean, currency} = facts!;
  const of = (difference: number) => handoffs * difference;
  const next = (difference: number) => (rate === null ? null : of(difference) * rate);
  const money = (difference: number) => (rate === null || mean === null ? null : of(difference) * rate * mean);
  const {difference, lower, upper} = found;
  return [
    {
      handoffs,
      sqls: of(difference),
      sqls_lower: of(lower),
      sqls_upper: of(upper),
      opportunities: next(difference),
      opportunities_lower: next(lower),
      opportunities_upper: next(upper),
      amount: money(difference),
      amount_lower: money(lower),
      amount_upper: money(upper),
      currency: currency ?? "",
    },
  ];
}

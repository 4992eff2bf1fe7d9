/** One number taken apart: its row, the members behind it, and the SQL that gives both. */
import type {Config} from "../config.js";
import type {MetricRow} from "../contract/datasets.js";
import {findMetric, METRICS, type Metric} from "../contract/metrics.js";
import type {Period, Scope} from "../contract/vocabulary.js";
import {quoteText, type Database} from "../db.js";
import {findNearMiss, UserError} from "../errors.js";
import {COLUMN_OF} from "./cells.js";
import {listMembers} from "./members.js";
import {monthNumber} from "./periods.js";
import {readRules} from "./rules.js";

export interface Question {
  metric: string;
  scope: Scope;
  /** Id or name within the scope; left out for the company. */
  of?: string;
  /** `YYYY-MM`, `YYYY-Qn`, `trailing_90d` or `all`; the one that the pages show if left out. */
  period?: string;
}

/** A record that counts, or will once its window has closed. */
export interface Member {
  record_id: string;
  account: string | null;
  sdr: string | null;
  ae: string | null;
  /** ISO 8601, UTC. */
  dated_at: string;
  is_mature: boolean;
  /** What it adds to the numerator and the denominator; null while in flight. */
  numerator: number | null;
  denominator: number | null;
}

export interface Explanation {
  metric: Metric;
  row: MetricRow;
  members: Member[];
  /** Query over the warehouse that gives numerator, denominator and members in flight. */
  sql: string;
}

/**
 * @param more rows that are not among `marts.metrics`
 * @throws UserError (exit code 2) when there is no such metric, person, team or period; (1) when no member falls into it.
 */
export async function explainNumber(
  db: Database,
  config: Config,
  question: Question,
  more: readonly MetricRow[] = [],
): Promise<Explanation> {
  const metric = findMetric(question.metric) ?? refuse("metric", question.metric, METRICS.map(({name}) => name)); // prettier-ignore
  const rows = await db.rows<MetricRow>(
    `select * exclude (mature, previous_numerator, previous_denominator, previous_mature, is_change_signal) from marts.metrics
    where metric = ${quoteText(metric.name)} and scope = ${quoteText(question.scope)} order by scope_id, period, period_start`,
  );
  const own = findOwn([...more, ...rows], question);
  const row = findRow(own, question, config.period);
  const [, year, kind, number] = /^(\d{4})-(Q?)(\d{1,2})$/.exec(writePeriod(row)) ?? [];
  const step = Number(year) * (kind ? 4 : 12) + Number(number) - 1;
  const month = monthNumber("dated_at", config.timezone);
  const column = COLUMN_OF[question.scope];
  const where = [
    ...(column ? [`${column} = ${quoteText(row.scope_id)}`] : []),
    ...(row.currency ? [`currency = ${quoteText(row.currency)}`] : []),
    ...(row.period === "month" ? [`${month} = ${step}`] : []),
    ...(row.period === "quarter" ? [`${month} // 3 = ${step}`] : []),
    ...(row.period === "trailing_90d"
      ? ["dated_at <= (select as_of from config.settings)", "dated_at >= (select as_of - interval 90 day from config.settings)"]
      : []),
  ].join("\n  and ");
  const members = `from (${listMembers(metric, await readRules(db, config))})\nwhere ${where || "true"}`;
  const value = metric.kind === "median" ? ",\n  median(value) as value" : "";
  const sql = `select coalesce(sum(numerator), 0) as numerator, coalesce(sum(denominator), 0) as denominator, count(*) filter (not is_mature) as in_flight${value}\n${members}`;
  return {metric, row, members: await readMembers(db, metric, members), sql};
}

async function readMembers(db: Database, metric: Metric, members: string): Promise<Member[]> {
  const names = {
    "marts.handoffs":
      "select handoff_id as record_id, account_name as account, sdr_name as sdr, ae_name as ae from marts.handoffs",
    "marts.opportunities": "select opportunity_id, account_name, sdr_name, ae_name from marts.opportunities",
    "marts.leads":
      "select leads.lead_id, accounts.name, leads.sdr_name, null from marts.leads left join staging.stg_accounts as accounts on accounts.account_id = leads.account_id",
  }[metric.from];
  return db.rows<Member>(`with members as (select * ${members}), names(record_id, account, sdr, ae) as (${names})
    select members.record_id, names.account, names.sdr, names.ae, strftime(dated_at, '%Y-%m-%dT%H:%M:%SZ') as dated_at, is_mature, numerator, denominator
    from members left join names on names.record_id = members.record_id order by members.dated_at, members.record_id`);
}

/** The rows of the one that is asked for. */
function findOwn(rows: readonly MetricRow[], {metric, scope, of}: Question): MetricRow[] {
  if (scope === "company") return [...rows];
  const wanted = (of ?? "").toLowerCase();
  const byId = rows.filter(({scope_id}) => scope_id === of);
  const found = byId.length > 0 ? byId : rows.filter(({scope_name}) => scope_name.toLowerCase() === wanted);
  const ids = [...new Set(found.map(({scope_id}) => scope_id))];
  if (ids.length > 1)
    throw new UserError(`--${scope}: ${ids.length} are called "${of}": ${ids.join(", ")}\n  → say which by its id`, 2);
  if (ids.length === 1) return found;
  const known = [...new Map(rows.map(({scope_id, scope_name}) => [scope_id, scope_name]))];
  if (known.length === 0) throw new UserError(`${metric} has no number for any ${scope}`, 1);
  const near = findNearMiss(of ?? "", known.flat());
  const list = known.slice(0, 12).map(([id, name]) => (id === name ? id : `${id} (${name})`));
  throw new UserError(
    `--${scope}: there is no ${metric} of "${of}"${near ? `; did you mean ${near}?` : ""}\n  → use one of ${list.join(", ")}${known.length > list.length ? ` or ${known.length - list.length} more` : ""}`,
    2,
  );
}

/** Of people pages show the last 90 days, since a month holds too few. */
const OF_PEOPLE: readonly Scope[] = ["sdr", "ae", "pair"];

/** The row that the pages show: the latest of the period that they open with, else 90 days, else all time, as far as they hold enough. */
function findShown(own: readonly MetricRow[], scope: Scope, opening: Period): MetricRow | undefined {
  const enough = own.filter(({maturity}) => maturity !== "too_few");
  const order: Period[] = OF_PEOPLE.includes(scope) ? ["trailing_90d", "all"] : [opening, "trailing_90d", "all"];
  for (const period of order) {
    const latest = enough.filter((row) => row.period === period).at(-1);
    if (latest) return latest;
  }
  return own.find(({period}) => period === "all");
}

function findRow(own: readonly MetricRow[], {metric, scope, period}: Question, opening: Period): MetricRow {
  const months = own.filter((row) => row.period === "month");
  const row =
    period === undefined
      ? findShown(own, scope, opening)
      : own.find((row) => writePeriod(row) === period.toUpperCase() || row.period === period);
  if (row) return row;
  const periods = [...new Set(own.map(writePeriod))];
  if (period !== undefined && !/^(\d{4}-(0[1-9]|1[0-2]|Q[1-4])|trailing_90d|all)$/i.test(period))
    throw new UserError(
      `--period: "${period}" is no period\n  → use a month (2026-09), a quarter (2026-Q3), trailing_90d or all`,
      2,
    );
  const [first, last] = [months[0], months.at(-1)];
  throw new UserError(
    `${metric} has no member in ${period ?? "any period"}${first && last ? `\n  → there are ${writePeriod(first)} to ${writePeriod(last)}, and ${periods.filter((name) => !/^\d/.test(name)).join(", ")}` : ""}`,
  );
}

/** A row's period as a person writes it: `2026-09`, `2026-Q3`, `trailing_90d`, `all`. */
export function writePeriod({period, period_start}: Pick<MetricRow, "period" | "period_start">): Period | string {
  if (period === "month") return period_start.slice(0, 7);
  if (period === "quarter") return `${period_start.slice(0, 4)}-Q${(Number(period_start.slice(5, 7)) + 2) / 3}`;
  return period;
}

function refuse(what: string, found: string, choices: readonly string[]): never {
  const near = findNearMiss(found, choices);
  throw new UserError(
    `there is no ${what} "${found}"${near ? `; did you mean ${near}?` : ""}\n  → use one of ${choices.join(", ")}`,
    2,
  );
}

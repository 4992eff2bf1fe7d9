/** `ae/<slug>.json`: what an AE walks into and owes. Never how the AE rates: no rating of theirs is read here. */
import type {AeData, AeHandoff, MetricRow, OwedAnswer, PastHandoff, UndecidedHandoff} from "../contract/datasets.js";
import {ASKED_WEEKS, IS_ASKED, IS_UNANSWERED, writeAnswerLink} from "./asked.js";
import {readBesides} from "./beside.js";
import {readEarlierOfAes} from "./brief/earlier.js";
import type {Coming} from "./coming/read.js";
import {groupBy, type Ground, type Person} from "./ground.js";
import {AE_METRICS} from "./metric-rows.js";
import {writeSqlOver} from "./result-sql.js";
import {iso} from "./sql.js";

/** Past handoffs on an AE's page. */
const PAST = 20;
/** All of what is owed is listed; this only keeps a broken export from filling the page. */
const OWED = 200;

interface Row extends AeHandoff {
  ae_id: string;
  kind: "owed" | "undecided" | "unrecorded" | "past";
  outcome: PastHandoff["outcome"];
  is_sql: boolean;
  is_sql_over: boolean;
  rejection_reason: string | null;
  disqualification_reason: string | null;
  is_answered: boolean;
  due_at: string | null;
  is_overdue: boolean;
  form_url: string | null;
}

/** How much of each kind an AE has, beyond what is listed too. */
interface Counts {
  ae_id: string;
  owed: number;
  closed_unanswered: number;
  overdue: number;
  open: number;
  closed_undecided: number;
  unrecorded: number;
}

/** Returns the maker of an AE's document; everything is read at once. */
export async function readAes(ground: Ground, coming: readonly Coming[]): Promise<(person: Person) => AeData> {
  const {teams} = ground;
  const rows = groupBy(await readRows(ground), ({ae_id}) => ae_id);
  const besides = await readBesides(ground);
  const counts = new Map((await readCounts(ground)).map((row) => [row.ae_id, row]));
  const earlier = await readEarlierOfAes(ground.db, ground.config);
  const ahead = groupBy(coming, ({ae_id}) => ae_id ?? "");
  return (person) => {
    const own = rows.get(person.person_id) ?? [];
    const of = (kind: Row["kind"]) => own.filter((row) => row.kind === kind);
    const count = counts.get(person.person_id);
    const meetings = (ahead.get(person.person_id) ?? []).flatMap(({meeting}) => meeting ?? []);
    return {
      slug: person.slug,
      name: person.name,
      team_name: person.team_name,
      team_slug: teams.find(({team}) => team === person.team)?.slug ?? null,
      is_current: person.is_current,
      cells: listCells(ground, person).map(besides.add),
      coming: meetings,
      earlier: earlier.get(person.person_id) ?? {},
      has_calendar: meetings.length > 0,
      asked_weeks: ASKED_WEEKS,
      owed: of("owed").map((row): OwedAnswer => ({
        ...pick(row),
        due_at: row.due_at,
        is_overdue: row.is_overdue,
        form_url: row.form_url,
      })),
      owed_count: count?.owed ?? 0,
      closed_unanswered: count?.closed_unanswered ?? 0,
      undecided: of("undecided").map((row): UndecidedHandoff => ({
        ...pick(row),
        due_at: row.due_at,
        is_overdue: row.is_overdue,
      })),
      overdue_count: count?.overdue ?? 0,
      open_count: count?.open ?? 0,
      closed_undecided: count?.closed_undecided ?? 0,
      unrecorded: of("unrecorded").map(pick),
      unrecorded_count: count?.unrecorded ?? 0,
      past: of("past").map((row): PastHandoff => ({
        ...pick(row),
        outcome: row.outcome,
        is_sql: row.is_sql,
        is_sql_over: row.is_sql_over,
        rejection_reason: row.rejection_reason,
        disqualification_reason: row.disqualification_reason,
        is_answered: row.is_answered,
      })),
    };
  };
}

const pick = ({handoff_id, meeting_at, account_id, account, contact, sdr}: Row): AeHandoff => ({
  handoff_id, meeting_at, account_id, account, contact, sdr,
}); // prettier-ignore

/** SQL condition: to be accepted or rejected; where no export tells of decisions, nothing is. */
const isUndecided = ({metrics}: Pick<Ground, "metrics">): string =>
  metrics.has("acceptance_rate") ? "coalesce(handoffs.decision in ('overdue', 'open'), false)" : "false";

/** SQL condition: nobody recorded whether the meeting took place. */
const IS_UNRECORDED = "handoffs.outcome = 'unknown'";

/** Handoffs that an AE's page lists, newest first; what is owed only where the export that would show it is known. */
function readRows(ground: Ground): Promise<Row[]> {
  const {db, config} = ground;
  const kinds = [
    {kind: "past", where: "handoffs.outcome <> 'pending'", limit: PAST, due: "null::timestamp", overdue: "false"},
    {
      kind: "owed",
      where: `${IS_UNANSWERED} and ${IS_ASKED}`,
      limit: OWED,
      due: "feedback_due_at",
      overdue: "coalesce(feedback_due_at <= feedback_known_at, false)",
    },
    {kind: "unrecorded", where: IS_UNRECORDED, limit: OWED, due: "null::timestamp", overdue: "false"},
    {
      kind: "undecided",
      where: `${isUndecided(ground)} and ${IS_ASKED}`,
      limit: OWED,
      due: "acceptance_due_at",
      overdue: "handoffs.decision = 'overdue'",
    },
  ];
  const selects = kinds.map(
    ({kind, where, limit, due, overdue}) => `
    select '${kind}' as kind, handoffs.*, ${writeSqlOver(config)} as is_sql_over, ${iso(due)} as due_at, ${overdue} as is_overdue
    from marts.handoffs as handoffs cross join config.settings as settings
    where ae_id is not null and ${where}
    qualify row_number() over (partition by ae_id order by meeting_at desc, handoff_id) <= ${limit}`,
  );
  return db.rows<Row>(`
    select ae_id, kind, handoff_id, ${iso("meeting_at")} as meeting_at, account_id, account_name as account, contact_name as contact,
      sdr_name as sdr, outcome, sql_at is not null as is_sql, is_sql_over, rejection_reason, disqualification_reason,
      feedback_id is not null as is_answered, due_at, is_overdue,
      case when kind = 'owed' then ${writeAnswerLink(config)} end as form_url
    from (${selects.join(" union all by name ")}) as handoffs
    left join marts.people as aes on aes.person_id = handoffs.ae_id
    left join (select handoff_id, meeting_id from marts.slots where is_decisive) as decisive using (handoff_id)
    order by ae_id, kind, meeting_at desc, handoff_id`);
}

function readCounts(ground: Ground): Promise<Counts[]> {
  const undecided = isUndecided(ground);
  const count = (where: string) => `(count(*) filter (where ${where}))::integer`;
  return ground.db.rows<Counts>(`
    select ae_id, ${count(`${IS_UNANSWERED} and ${IS_ASKED}`)} as owed, ${count(`${IS_UNANSWERED} and not ${IS_ASKED}`)} as closed_unanswered,
      ${count(`${undecided} and ${IS_ASKED} and decision = 'overdue'`)} as overdue, ${count(`${undecided} and ${IS_ASKED} and decision = 'open'`)} as open,
      ${count(`${undecided} and not ${IS_ASKED}`)} as closed_undecided, ${count(IS_UNRECORDED)} as unrecorded
    from marts.handoffs as handoffs cross join config.settings as settings
    where ae_id is not null
    group by ae_id`);
}

/** Own response and time to decide: over the last 90 days, and over all time where those hold too few. */
function listCells({metrics}: Pick<Ground, "metrics">, {person_id}: Person): MetricRow[] {
  return AE_METRICS.flatMap((metric) => {
    const recent = metrics.find("ae", person_id, metric, "trailing_90d");
    const ever = metrics.find("ae", person_id, metric, "all");
    return (recent && recent.maturity !== "too_few" ? recent : (ever ?? recent)) ?? [];
  });
}

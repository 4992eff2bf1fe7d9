/** `ae/<slug>.json`: what an AE walks into and owes. Never how the AE rates: no rating of theirs is read here. */
import type {AeData, AeHandoff, MetricRow, OwedAnswer, PastHandoff, UndecidedHandoff} from "../contract/datasets.js";
import type {Coming} from "./coming/read.js";
import {writeFormLink} from "./form-link.js";
import {groupBy, type Ground, type Person} from "./ground.js";
import {AE_METRICS} from "./metric-rows.js";
import {iso, local} from "./sql.js";

/** Handoffs on an AE's page: past ones, and as many as there is sense in listing of what is owed. */
const PAST = 20;
const OWED = 30;

interface Row extends AeHandoff {
  ae_id: string;
  ae: string | null;
  ae_email: string | null;
  meeting_id: string | null;
  opportunity_id: string | null;
  kind: "owed" | "undecided" | "past";
  meeting_on: string;
  outcome: PastHandoff["outcome"];
  is_sql: boolean;
  rejection_reason: string | null;
  disqualification_reason: string | null;
  is_answered: boolean;
  due_at: string | null;
  is_overdue: boolean;
  total: number;
}

/** Returns the maker of an AE's document; everything is read in one query. */
export async function readAes(ground: Ground, coming: readonly Coming[]): Promise<(person: Person) => AeData> {
  const {config, teams} = ground;
  const rows = groupBy(await readRows(ground), ({ae_id}) => ae_id);
  const ahead = groupBy(coming, ({ae_id}) => ae_id ?? "");
  return (person) => {
    const own = rows.get(person.person_id) ?? [];
    const of = (kind: Row["kind"]) => own.filter((row) => row.kind === kind);
    return {
      slug: person.slug,
      name: person.name,
      team_name: person.team_name,
      team_slug: teams.find(({team}) => team === person.team)?.slug ?? null,
      is_current: person.is_current,
      cells: listCells(ground, person),
      coming: (ahead.get(person.person_id) ?? []).flatMap(({meeting}) => meeting ?? []),
      owed: of("owed").map((row): OwedAnswer => ({
        ...pick(row),
        due_at: row.due_at,
        is_overdue: row.is_overdue,
        form_url: writeFormLink(config.feedback.form_url, {
          handoff_id: row.handoff_id,
          meeting_id: row.meeting_id,
          opportunity_id: row.opportunity_id,
          ae_id: row.ae_id,
          ae_email: row.ae_email,
          ae_name: row.ae,
          account: row.account,
          account_id: row.account_id,
          meeting_date: row.meeting_on,
        }),
      })),
      owed_count: of("owed")[0]?.total ?? 0,
      undecided: of("undecided").map((row): UndecidedHandoff => ({...pick(row), due_at: row.due_at!})),
      undecided_count: of("undecided")[0]?.total ?? 0,
      past: of("past").map((row): PastHandoff => ({
        ...pick(row),
        outcome: row.outcome,
        is_sql: row.is_sql,
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

/** Handoffs that an AE's page lists, newest first; what is owed only where the export that would show it is known. */
function readRows({db, config, metrics}: Ground): Promise<Row[]> {
  const kinds = [
    {kind: "past", where: "outcome <> 'pending'", limit: PAST, due: "null::timestamp", overdue: "false"},
    {
      kind: "owed",
      where: "outcome = 'held' and feedback_id is null and feedback_known_at is not null",
      limit: OWED,
      due: "feedback_due_at",
      overdue: "coalesce(feedback_due_at <= feedback_known_at, false)",
    },
    {
      kind: "undecided",
      where: metrics.has("acceptance_rate") ? "decision = 'overdue'" : "false",
      limit: OWED,
      due: "acceptance_due_at",
      overdue: "true",
    },
  ];
  const selects = kinds.map(
    ({kind, where, limit, due, overdue}) => `
    select '${kind}' as kind, handoffs.*, ${iso(due)} as due_at, ${overdue} as is_overdue, count(*) over (partition by ae_id)::integer as total
    from marts.handoffs as handoffs cross join config.settings as settings
    where ae_id is not null and ${where}
    qualify row_number() over (partition by ae_id order by meeting_at desc, handoff_id) <= ${limit}`,
  );
  return db.rows<Row>(`
    select ae_id, ae_name as ae, people.email as ae_email, meeting_id, opportunity_id, kind, handoff_id, ${iso("meeting_at")} as meeting_at, strftime(${local("meeting_at", config.timezone)}, '%Y-%m-%d') as meeting_on,
      account_id, account_name as account, contact_name as contact, sdr_name as sdr, outcome, sql_at is not null as is_sql,
      rejection_reason, disqualification_reason, feedback_id is not null as is_answered, due_at, is_overdue, total
    from (${selects.join(" union all by name ")}) as listed
    left join marts.people on people.person_id = listed.ae_id
    left join (select handoff_id, meeting_id from marts.slots where is_decisive) as slots using (handoff_id)
    order by ae_id, kind, meeting_at desc, handoff_id`);
}

/** Own response and time to decide: over the last 90 days, and over all time where those hold too few. */
function listCells({metrics}: Pick<Ground, "metrics">, {person_id}: Person): MetricRow[] {
  return AE_METRICS.flatMap((metric) => {
    const recent = metrics.find("ae", person_id, metric, "trailing_90d");
    const ever = metrics.find("ae", person_id, metric, "all");
    return (recent && recent.maturity !== "too_few" ? recent : (ever ?? recent)) ?? [];
  });
}

/** What the handoffs of one SDR to one AE lacked, on both sides: counts and what is still asked for, no number about a person. */
import type {Config} from "../config.js";
import {quoteText, type Database} from "../db.js";
import {findPerson} from "../find-person.js";
import {IS_ASKED, IS_UNANSWERED} from "../publish/asked.js";
import {iso} from "../publish/sql.js";

/** Weeks looked back. */
export const SESSION_WEEKS = 26;
const MOST_COMMENTS = 6;

/** Done in so many of those where it could be told; `of` 0 where no export tells. */
export interface Share {
  done: number;
  of: number;
}

export interface SessionItem {
  account: string | null;
  meeting_at: string;
}

export interface Session {
  company: string;
  timezone: string;
  as_of: string;
  /** Business days that an answer is asked for within. */
  answer_days: number;
  sdr: {name: string; slug: string};
  ae: {name: string; slug: string};
  handoffs: number;
  held: number;
  /** Days, `YYYY-MM-DD`; null without a handoff. */
  from: string | null;
  to: string | null;
  /** Required fields that were open when a meeting began, most frequent first; `of` briefs that ask for it. */
  fields: {label: string; open: number; of: number}[];
  early: Share;
  confirmed: Share;
  synced: Share;
  answered: Share;
  answered_late: number;
  decided: Share;
  owed: SessionItem[];
  undecided: SessionItem[];
  comments: (SessionItem & {missing: string})[];
}

type Counts = Pick<Session, "handoffs" | "held" | "from" | "to" | "answered_late"> &
  Record<`${"early" | "confirmed" | "synced" | "answered" | "decided"}_${"done" | "of"}`, number>;

/** @throws UserError (exit code 2) when either is nobody */
export async function readSession(db: Database, config: Config, who: {sdr: string; ae: string}): Promise<Session> {
  const sdr = await findPerson(db, "--sdr", who.sdr, "sdr");
  const ae = await findPerson(db, "--ae", who.ae, "ae");
  const pair = `handoffs.sdr_id = ${quoteText(sdr.person_id)} and handoffs.ae_id = ${quoteText(ae.person_id)}`;
  const handoffs = `(select handoffs.* from marts.handoffs as handoffs cross join config.settings as settings
    where ${pair} and handoffs.outcome in ('held', 'no_show') and handoffs.meeting_at <= settings.as_of
      and handoffs.meeting_at > settings.as_of - interval ${SESSION_WEEKS} week)`;
  const [settings] = await db.rows<{as_of: string}>(`select ${iso("as_of")} as as_of from config.settings`);
  const {
    early_done,
    early_of,
    confirmed_done,
    confirmed_of,
    synced_done,
    synced_of,
    answered_done,
    answered_of,
    decided_done,
    decided_of,
    ...rest
  } = await countPair(db, handoffs, config.timezone);
  const list = <T extends SessionItem>(where: string, columns = "") =>
    db.rows<T>(`select handoffs.account_name as account, ${iso("handoffs.meeting_at")} as meeting_at ${columns}
      from marts.handoffs as handoffs cross join config.settings as settings where ${pair} and ${where} order by handoffs.meeting_at desc, handoffs.handoff_id`);
  return {
    company: config.company, timezone: config.timezone, as_of: settings!.as_of, answer_days: config.feedback_due_business_days, sdr, ae, ...rest,
    early: {done: early_done, of: early_of}, confirmed: {done: confirmed_done, of: confirmed_of}, synced: {done: synced_done, of: synced_of},
    answered: {done: answered_done, of: answered_of}, decided: {done: decided_done, of: decided_of},
    fields: await readOpenFields(db, handoffs),
    owed: await list(`${IS_UNANSWERED} and ${IS_ASKED}`),
    undecided: await list(`handoffs.decision in ('overdue', 'open') and ${IS_ASKED}`),
    comments: (await list<SessionItem & {missing: string}>(`handoffs.missing is not null and handoffs.meeting_at > settings.as_of - interval ${SESSION_WEEKS} week`, ", handoffs.missing")).slice(0, MOST_COMMENTS),
  }; // prettier-ignore
}

async function countPair(db: Database, handoffs: string, zone: string): Promise<Counts> {
  const count = (where: string, name: string) => `(count(*) filter (where ${where}))::integer as ${name}`;
  const day = (of: string) => `strftime(timezone(${quoteText(zone)}, timezone('UTC', ${of})), '%Y-%m-%d')`;
  const [row] = await db.rows<Counts>(`
    with recorded as (
      select count(confirmation_sent_at) > 0 as has_confirmations, count(sync_call_at) > 0 as has_syncs from marts.handoffs
    )
    select count(*)::integer as handoffs, ${count("is_held", "held")}, ${day("min(meeting_at)")} as from, ${day("max(meeting_at)")} as to,
      ${count("is_written_day_before", "early_done")}, ${count("is_written_day_before is not null", "early_of")},
      ${count("recorded.has_confirmations and confirmation_sent_at < meeting_at", "confirmed_done")}, ${count("recorded.has_confirmations", "confirmed_of")},
      ${count("recorded.has_syncs and sync_call_at < meeting_at", "synced_done")}, ${count("recorded.has_syncs", "synced_of")},
      ${count("is_held and feedback_known_at is not null and feedback_id is not null", "answered_done")}, ${count("is_held and feedback_known_at is not null", "answered_of")},
      ${count("is_held and feedback_first_at > feedback_due_at", "answered_late")},
      ${count("decision in ('accepted', 'rejected') and coalesce(hours_overdue, 0) <= 0", "decided_done")}, ${count("decision is not null and decision <> 'open'", "decided_of")}
    from ${handoffs} as handoffs cross join recorded`);
  return row!;
}

const readOpenFields = (db: Database, handoffs: string): Promise<Session["fields"]> =>
  db.rows(`select cells.label::text as label, (count(*) filter (where cells.state = 'missing'))::integer as open, count(*)::integer as of
    from marts.brief_fields as cells inner join ${handoffs} as handoffs on handoffs.handoff_id = cells.handoff_id
    where cells.required group by cells.label having open > 0 order by open desc, label limit 8`);

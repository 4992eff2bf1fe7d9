/** What an AE walks into on one day, from the marts. */
import {BRIEF_SECTIONS} from "../contract/brief.js";
import type {Database} from "../db.js";
import {findNearMiss, UserError} from "../errors.js";

export interface DayField {
  label: string;
  state: "filled" | "not_disclosed" | "missing";
  required: boolean;
  value: string | null;
}

export interface DayMeeting {
  handoff_id: string;
  /** `HH:MM` in the configured zone. */
  starts: string;
  ends: string | null;
  account: string | null;
  contact: string | null;
  contact_title: string | null;
  sdr: string | null;
  outcome: string;
  /** Only ever a web address. */
  link: string | null;
  territory: string | null;
  context: string | null;
  /** Accounts like it that the AE manages. */
  related: string[];
  /** Sections of the template with their fields, in reading order; empty where no brief is judged. */
  sections: {label: string; fields: DayField[]}[];
}

export interface Day {
  company: string;
  ae: string;
  slug: string;
  /** `YYYY-MM-DD` in the configured zone. */
  date: string;
  timezone: string;
  /** Until when the data are known, `YYYY-MM-DD HH:MM` in the configured zone. */
  as_of: string;
  meetings: DayMeeting[];
}

/**
 * The AE's meetings of a day, soonest first, with their briefs as of now. E-mail addresses and telephone numbers are left out.
 * @param who id or page name of the AE
 * @param date `YYYY-MM-DD`; the day of the data's own time if left out
 * @throws UserError when nobody who takes meetings is called so
 */
export async function readDay(db: Database, who: string, date?: string): Promise<Day> {
  const [settings] = await db.rows<{company: string; timezone: string; as_of: string; today: string}>(`
    select company, timezone, strftime(timezone(timezone, timezone('UTC', as_of)), '%Y-%m-%d %H:%M') as as_of,
      strftime(timezone(timezone, timezone('UTC', as_of)), '%Y-%m-%d') as today from config.settings`);
  const ae = await findAe(db, who);
  const day = date ?? settings!.today;
  const meetings = await readMeetings(db, ae.person_id, day);
  const fields = await readFields(db, ae.person_id, day);
  const {company, timezone, as_of} = settings!;
  return {
    company, timezone, as_of, ae: ae.name, slug: ae.slug, date: day,
    meetings: meetings.map((meeting) => ({...meeting, sections: groupSections(fields.filter(({handoff_id}) => handoff_id === meeting.handoff_id))})),
  }; // prettier-ignore
}

async function findAe(db: Database, who: string): Promise<{person_id: string; name: string; slug: string}> {
  const people = await db.rows<{person_id: string; name: string; slug: string}>(`
    select person_id, name, slug from marts.people
    where role = 'ae' or list_contains(roles, 'ae') order by name, person_id`);
  const found = people.find(({person_id}) => person_id === who) ?? people.find(({slug}) => slug === who);
  if (found) return found;
  const near = findNearMiss(who, people.flatMap(({person_id, slug}) => [person_id, slug])); // prettier-ignore
  const known = people
    .slice(0, 10)
    .map(({person_id, name}) => `${person_id} (${name})`)
    .join(", ");
  throw new UserError(
    `--ae: no AE "${who}"${near ? `; did you mean ${near}?` : ""}\n  → ${known ? `known are ${known}${people.length > 10 ? `, and ${people.length - 10} more` : ""}` : "no export names an AE: handoffs.ae_id"}`,
    2,
  );
}

/** Of a cancelled meeting, or one of our own side's making, there is nothing to walk into; of one put off neither. */
const OF_DAY = `handoffs.ae_id = $ae and handoffs.outcome not in ('canceled', 'our_side')
  and coalesce(handoffs.outcome_reason, '') <> 'awaiting_reschedule'
  and timezone(settings.timezone, timezone('UTC', handoffs.meeting_at))::date = $day::date`;

function readMeetings(db: Database, ae: string, day: string): Promise<Omit<DayMeeting, "sections">[]> {
  const clock = (instant: string) => `strftime(timezone(settings.timezone, timezone('UTC', ${instant})), '%H:%M')`;
  return db.rows(
    `with related as (
      select handoff_id, list(account_name order by place) as names from marts.related_accounts group by handoff_id
    )
    select handoffs.handoff_id, ${clock("handoffs.meeting_at")} as starts,
      ${clock("handoffs.meeting_at + to_seconds(handoffs.duration_minutes * 60)")} as ends,
      handoffs.account_name as account, handoffs.contact_name as contact, contacts.title as contact_title, handoffs.sdr_name as sdr,
      handoffs.outcome, case when regexp_matches(rows.meeting_link, '^https?://', 'i') then rows.meeting_link end as link,
      routing.territory, routing.context, coalesce(related.names, []::text[]) as related
    from marts.handoffs
    cross join config.settings as settings
    inner join intermediate.int_outcomes as outcomes on outcomes.handoff_id = handoffs.handoff_id
    inner join staging.stg_handoffs as rows on rows.row_key = outcomes.decisive_row_key
    inner join marts.routing on routing.handoff_id = handoffs.handoff_id
    left join related on related.handoff_id = handoffs.handoff_id
    left join staging.stg_contacts as contacts on contacts.contact_id = handoffs.contact_id
    where ${OF_DAY}
    order by handoffs.meeting_at, handoffs.handoff_id`,
    {ae, day},
  );
}

type FieldRow = DayField & {handoff_id: string; section: string};

/** Addresses are taken out of texts too, and the contact's own number. */
function readFields(db: Database, ae: string, day: string): Promise<FieldRow[]> {
  return db.rows(
    `select cells.handoff_id, template.section, template.label, cells.state, cells.required,
      case when length(contacts.phone) > 5 then replace(${PLAIN}, contacts.phone, '…') else ${PLAIN} end as value
    from marts.brief_fields as cells
    inner join marts.handoffs on handoffs.handoff_id = cells.handoff_id
    cross join config.settings as settings
    inner join config.brief_fields as template on template.field = cells.field
    left join staging.stg_contacts as contacts on contacts.contact_id = handoffs.contact_id
    where ${OF_DAY} and not (template.entity = 'contacts' and template.column_name in ('email', 'phone'))
    order by cells.handoff_id, template.position`,
    {ae, day},
  );
}
const PLAIN = "regexp_replace(cells.value, '[\\w.+%-]+@[\\w-]+(\\.[\\w-]+)+', '…@…', 'g')";

function groupSections(fields: readonly FieldRow[]): DayMeeting["sections"] {
  return BRIEF_SECTIONS.map(([name, label]) => ({
    label: label as string,
    fields: fields
      .filter(({section}) => section === name)
      .map(({label: field, state, required, value}) => ({label: field, state, required, value})),
  })).filter(({fields: own}) => own.length > 0);
}

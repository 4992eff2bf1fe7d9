/** What an AE walks into on one day: the briefs as the site shows them. */
import type {Config} from "../config.js";
import type {BriefDocument, BriefFieldInfo, CriterionInfo} from "../contract/datasets.js";
import {quoteText, type Database} from "../db.js";
import {findNearMiss, UserError} from "../errors.js";
import {BRIEF_HANDOFFS} from "../publish/brief/slice.js";
import {readBriefDocuments} from "../publish/brief/read.js";
import {listBriefFields, listCriteria} from "../publish/manifest.js";

export interface DayMeeting {
  /** `HH:MM` in the configured zone. */
  starts: string;
  ends: string | null;
  brief: BriefDocument;
}

export interface Day {
  company: string;
  ae: string;
  slug: string;
  /** `YYYY-MM-DD` in the configured zone. */
  date: string;
  timezone: string;
  currency: string;
  /** Until when the data are known, `YYYY-MM-DD HH:MM` in the configured zone. */
  as_of: string;
  meetings: DayMeeting[];
  /** The next day after it with a meeting, `YYYY-MM-DD`; null where none is known. */
  next: string | null;
  brief_fields: BriefFieldInfo[];
  criteria: CriterionInfo[];
  /** Whether any brief was supplied at all. */
  has_briefs: boolean;
}

/**
 * The AE's meetings of a day, soonest first, with their briefs: of those to come as they stand. Contact details as
 * `publish.contact_details` says.
 * @param who id or page name of the AE
 * @param date `YYYY-MM-DD`; the day of the data's own time if left out
 * @throws UserError when nobody who takes meetings is called so
 */
export async function readDay(db: Database, config: Config, who: string, date?: string): Promise<Day> {
  const {timezone, currency, company} = config;
  const [settings] = await db.rows<{as_of: string; today: string; has_briefs: boolean}>(`
    select strftime(timezone(timezone, timezone('UTC', as_of)), '%Y-%m-%d %H:%M') as as_of,
      strftime(timezone(timezone, timezone('UTC', as_of)), '%Y-%m-%d') as today,
      exists (
        select 1 from marts.brief_fields as cells inner join config.brief_fields as template on template.field = cells.field
        where template.entity = 'handoffs' and cells.state <> 'missing'
      ) as has_briefs
    from config.settings`);
  const ae = await findAe(db, who);
  const day = date ?? settings!.today;
  const briefs = await readBriefDocuments(
    db,
    config,
    `select listed.* from (${BRIEF_HANDOFFS}) as listed inner join (${listHandoffs(ae.person_id)}) as planned using (handoff_id)
    where planned.day = ${quoteText(day)}::date`,
  );
  const clock = new Intl.DateTimeFormat("en-GB", {hour: "2-digit", minute: "2-digit", timeZone: timezone});
  const [next] = await db.rows<{day: string | null}>(
    `select strftime(min(day), '%Y-%m-%d') as day from (${listHandoffs(ae.person_id)}) where day > ${quoteText(day)}::date`,
  );
  return {
    company, timezone, currency, as_of: settings!.as_of, ae: ae.name, slug: ae.slug, date: day,
    meetings: briefs.map((brief) => {
      const start = Date.parse(brief.meeting_at);
      const minutes = brief.meeting.duration_minutes;
      return {starts: clock.format(start), ends: minutes ? clock.format(start + minutes * 60_000) : null, brief};
    }),
    next: next!.day,
    brief_fields: listBriefFields(config),
    criteria: listCriteria(config),
    has_briefs: settings!.has_briefs,
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

/** The AE's handoffs with their day. Of a cancelled meeting, or one of our own side's making, there is nothing to walk into; of one put off neither. */
const listHandoffs = (ae: string): string => `
  select handoff_id, timezone(settings.timezone, timezone('UTC', meeting_at))::date as day
  from marts.handoffs cross join config.settings as settings
  where ae_id = ${quoteText(ae)} and outcome not in ('canceled', 'our_side') and coalesce(outcome_reason, '') <> 'awaiting_reschedule'`;

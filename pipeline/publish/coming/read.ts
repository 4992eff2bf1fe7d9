/** The coming meetings, with what each still misses and by when. */
import type {ComingData, ComingMeeting} from "../../contract/datasets.js";
import {cutText} from "../../cut-text.js";
import {NEWEST_EARLIER} from "../brief/earlier.js";
import {FIELDS} from "../brief/fields.js";
import {readTemplate, writePart} from "../brief/part.js";
import {BRIEF_HANDOFFS, readReach, sliceBriefs} from "../brief/slice.js";
import type {Ground} from "../ground.js";
import {iso} from "../sql.js";
import {listTasks, type Readiness} from "./tasks.js";

/** Fields that the three lines at the head of a brief are made of. */
const GIST = [
  "pain_primary",
  "business_impact",
  "timeline",
  "timeline_reason",
  "budget",
  "economic_buyer",
  "champion",
  "focus_area",
];
/** Letters of each of them. */
const LETTERS = 400;
/** A brief is on time when it is complete this long before the meeting. */
const NOTICE = "interval 24 hour";

interface Row extends Omit<ComingMeeting, "values" | "before" | "tasks" | "also">, Readiness {
  team: string | null;
  sdr_id: string | null;
  ae_id: string | null;
  values_json: string | null;
  newest: string | null;
  is_put_off: boolean;
}

export type PutOff = ComingData["put_off"][number];

export interface Coming {
  team: string | null;
  sdr_id: string | null;
  ae_id: string | null;
  meeting: ComingMeeting | null;
  /** Instead of a meeting: put off and not booked again yet. */
  putOff: PutOff | null;
}

/** Every handoff that is to come, soonest first, and those that wait for a new date. */
export async function readComing({db, config}: Pick<Ground, "db" | "config">): Promise<Coming[]> {
  await sliceBriefs(db, `select * from (${BRIEF_HANDOFFS}) where outcome = 'pending'`);
  const reach = await readReach(db);
  const rows = await db.rows<Row>(`
    with settings as (select * from config.settings),
    business_days as (select opens_at, closes_at from config.calendar where is_business),
    -- What no export ever fills cannot be missing.
    recorded as (
      select count(confirmation_sent_at) > 0 as has_confirmations, count(invite_accepted_at) > 0 as has_invitations from marts.handoffs
    ),
    briefs as (
      select exists (
        select 1 from marts.brief_fields as cells inner join config.brief_fields as template on template.field = cells.field
        where template.entity = 'handoffs' and cells.state <> 'missing'
      ) as has_briefs
    ),
    checklists as (
      select criteria.handoff_id,
        list(struct_pack(criterion := criteria.criterion, label := criteria.label, state := criteria.state, rule := rules.rule) order by criteria.position)
          filter (where criteria.checklist = 'readiness' and criteria.state <> 'met') as open,
        list(struct_pack(label := criteria.label, rule := rules.rule) order by criteria.position)
          filter (where criteria.checklist = 'qualification' and criteria.state <> 'met' and seen.saw is null) as undocumented
      from marts.criteria as criteria
      inner join temp.brief_slice as slice on slice.handoff_id = criteria.handoff_id
      left join (select * from marts.criteria_seen where ${reach.within("handoff_id")}) as seen
        on seen.handoff_id = criteria.handoff_id and seen.checklist = criteria.checklist and seen.criterion = criteria.criterion
      inner join config.criteria as rules on rules.checklist = criteria.checklist and rules.criterion = criteria.criterion
      group by criteria.handoff_id
    ),
    earlier as (${NEWEST_EARLIER}),
    parts as (${writePart(FIELDS, config, await readTemplate(db), reach)})
    select handoffs.handoff_id, ${iso("handoffs.meeting_at")} as meeting_at, handoffs.duration_minutes, handoffs.account_id,
      handoffs.account_name as account, handoffs.contact_name as contact, contacts.title as contact_title, handoffs.sdr_name as sdr,
      slice.sdr_slug, handoffs.ae_name as ae, slice.ae_slug, teams.slug as team_slug, handoffs.motion,
      case when briefs.has_briefs then coalesce(parts.fields, '') else '' end as fields, parts.values::text as values_json, earlier.newest,
      ${iso(`handoffs.meeting_at - ${NOTICE}`)} as add_by, ${iso(`least(handoffs.meeting_at - ${NOTICE}, days.closes_at)`)} as add_by_business,
      handoffs.team, handoffs.sdr_id, handoffs.ae_id, handoffs.meeting_at < settings.as_of as is_put_off,
      recorded.has_confirmations and handoffs.confirmation_sent_at is null and handoffs.meeting_at <= settings.as_of + interval 72 hour as lacks_confirmation,
      recorded.has_invitations and handoffs.invite_accepted_at is null as lacks_invitation,
      settings.is_acceptance_before_meeting and handoffs.accepted_at is null and handoffs.rejected_at is null as lacks_acceptance,
      ${iso("handoffs.acceptance_due_at")} as acceptance_due_at,
      case when routing.verdict = 'broken' then coalesce(expected.name, routing.expected_ae_id) end as expected_ae,
      ${iso("coalesce(handoffs.routed_at, handoffs.handed_off_at, handoffs.booked_at)")} as routed_at,
      coalesce(checklists.open, []) as open, coalesce(checklists.undocumented, []) as undocumented
    from marts.handoffs as handoffs
    inner join temp.brief_slice as slice on slice.handoff_id = handoffs.handoff_id
    cross join settings
    cross join recorded
    cross join briefs
    asof left join business_days as days on handoffs.meeting_at - ${NOTICE} >= days.opens_at
    left join checklists on checklists.handoff_id = handoffs.handoff_id
    left join marts.routing as routing on routing.handoff_id = handoffs.handoff_id
    left join marts.people as expected on expected.person_id = routing.expected_ae_id
    left join earlier on earlier.handoff_id = handoffs.handoff_id
    left join parts on parts.handoff_id = handoffs.handoff_id
    left join staging.stg_contacts as contacts on contacts.contact_id = handoffs.contact_id
    left join marts.teams as teams on teams.team = handoffs.team
    order by handoffs.meeting_at, handoffs.handoff_id`);
  const order = config.brief.map(({field}) => field);
  return rows.map((row) => toComing(row, order));
}

function toComing(row: Row, order: readonly string[]): Coming {
  const {
    team,
    sdr_id,
    ae_id,
    values_json,
    newest,
    is_put_off,
    lacks_confirmation,
    lacks_invitation,
    lacks_acceptance,
    acceptance_due_at,
    expected_ae,
    routed_at,
    open,
    undocumented,
    ...line
  } = row;
  const {handoff_id, account, sdr, meeting_at} = line;
  if (is_put_off) return {team, sdr_id, ae_id, meeting: null, putOff: {handoff_id, account, sdr, meeting_at}};
  const texts = JSON.parse(values_json ?? "{}") as Record<string, string>;
  const values = Object.fromEntries(GIST.flatMap((field) => (texts[field] ? [[field, cutText(texts[field], LETTERS)]] : [])));
  const lacks = {lacks_confirmation, lacks_invitation, lacks_acceptance, acceptance_due_at};
  const todo = listTasks({...line, ...lacks, expected_ae, routed_at, open, undocumented}, order);
  const before =
    newest === null ? {} : {before: JSON.parse(newest, (_, value: unknown) => value ?? undefined) as ComingMeeting["before"]};
  return {team, sdr_id, ae_id, meeting: {...line, values, ...before, ...todo}, putOff: null};
}

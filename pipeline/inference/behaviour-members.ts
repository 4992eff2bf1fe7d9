/** SQL of what behaviours are counted from: a row per handoff or lead and behaviour that could have been done there. */
import type {Behaviour, Counted} from "../contract/behaviours.js";
import {LEADING_FIELDS} from "../contract/behaviours-themes.js";
import {quoteText, type Database} from "../db.js";

type Of<From extends Counted["from"]> = Behaviour & {counted: Counted & {from: From}};
const pick = <From extends Counted["from"]>(behaviours: readonly Behaviour[], from: From): Of<From>[] =>
  behaviours.filter((entry): entry is Of<From> => entry.counted.from === from);

/** Of a handoff that one person passed on to another. */
const PASSED_ON = "handoffs.sdr_id is not null and handoffs.sdr_id is distinct from handoffs.ae_id";

/** The behaviours of which this company's exports tell anything. */
export async function findCounted(db: Database, behaviours: readonly Behaviour[], hasThemes: boolean): Promise<Behaviour[]> {
  const known = new Set(behaviours.filter(({counted}) => (counted.from === "answers" ? hasThemes : !("present" in counted))));
  for (const from of ["handoffs", "leads"] as const) {
    const entries = pick(behaviours, from);
    if (entries.length === 0) continue;
    const [found] = await db.rows<Record<string, boolean>>(
      `select ${entries.map(({counted}, index) => `coalesce(${counted.present}, false) as p${index}`).join(", ")} from marts.${from}`,
    );
    entries.forEach((entry, index) => found![`p${index}`] && known.add(entry));
  }
  return behaviours.filter((entry) => known.has(entry));
}

/** Query of `behaviour`, `sdr_id`, `handoff_id`, `dated_at`, `mix`, `is_done`; one that finds nothing where no behaviour is given. */
export function writeMembers(behaviours: readonly Behaviour[]): string {
  const parts = [
    writeFields(pick(behaviours, "fields")),
    writeHandoffs(pick(behaviours, "handoffs")),
    writeCriteria(pick(behaviours, "criteria")),
    writeLeads(pick(behaviours, "leads")),
    writeAnswers(pick(behaviours, "answers")),
  ].filter((part) => part !== "");
  if (parts.length > 0) return parts.join("\nunion all\n");
  return "select null::text as behaviour, null::text as sdr_id, null::text as handoff_id, null::timestamp as dated_at, '' as mix, null::boolean as is_done where false";
}

/** Query of every time, `dated_at`, that a row of `writeMembers` may have. */
export function writeTimes(behaviours: readonly Behaviour[]): string {
  const times = (from: "handoffs" | "leads") => pick(behaviours, from).map(({counted}) => `select ${counted.dated_by} from marts.${from} as ${from}`); // prettier-ignore
  return `select dated_at from (${[...new Set(["select meeting_at from marts.handoffs", ...times("handoffs"), ...times("leads")])].join(" union ")}) as times(dated_at) where dated_at is not null`;
}

const mixOf = ({mix}: Behaviour, source: string): string => (mix ? `coalesce(${source}.${mix}, '')` : "''");
const list = (values: readonly string[]): string => values.map(quoteText).join(", ");
/** A struct per behaviour, unnested; null where it could not have been done. */
const spread = (entries: readonly {behaviour: Behaviour; mix: string; is_done: string}[]): string =>
  `unnest([${entries.map(({behaviour, mix, is_done}) => `{behaviour: ${quoteText(behaviour.behaviour)}, mix: ${mix}, is_done: ${is_done}}`).join(", ")}], recursive := true)`;

function writeFields(entries: readonly Of<"fields">[]): string {
  if (entries.length === 0) return "";
  return `select fields.field::text as behaviour, handoffs.sdr_id, handoffs.handoff_id, handoffs.meeting_at as dated_at, coalesce(handoffs.motion, '') as mix, fields.state <> 'missing' as is_done
  from marts.brief_fields as fields inner join (
    -- A list for each handoff: joined field by field, all fields of all handoffs would be gathered for the few that hold something else.
    select handoffs.handoff_id, handoffs.sdr_id, handoffs.ae_id, handoffs.meeting_at, handoffs.motion, coalesce(unfilled.fields, []) as unfilled
    from marts.handoffs as handoffs
    left join (select handoff_id, list(field) as fields from marts.brief_unfilled where kind is not null group by handoff_id) as unfilled on unfilled.handoff_id = handoffs.handoff_id
  ) as handoffs on handoffs.handoff_id = fields.handoff_id
  where fields.outcome in ('held', 'no_show') and (fields.required or fields.weight > 0) and ${PASSED_ON}
    and not (fields.state = 'missing' and list_contains(handoffs.unfilled, fields.field::text)) and fields.field in (${list(entries.map(({counted}) => counted.field))})`;
}

function writeHandoffs(entries: readonly Of<"handoffs">[]): string {
  if (entries.length === 0) return "";
  const kinds = new Map(
    entries.map(({counted: {dated_by}}) => [dated_by, entries.filter(({counted}) => counted.dated_by === dated_by)]),
  );
  return [...kinds]
    .map(([dated_by, own]) => {
      const cells = own.map((behaviour) => ({behaviour, mix: mixOf(behaviour, "handoffs"), is_done: `case when ${behaviour.counted.eligible} then ${behaviour.counted.done} end`})); // prettier-ignore
      const briefs = cells.some(({is_done}) => /briefs\.|pains\./.test(is_done))
        ? `left join (
      select unfilled.handoff_id, bool_or(unfilled.kind = 'copy') as has_copy, bool_or(template.required and unfilled.kind = 'placeholder') as has_placeholder
      from marts.brief_unfilled as unfilled inner join config.brief_fields as template on template.field = unfilled.field group by unfilled.handoff_id
    ) as briefs on briefs.handoff_id = handoffs.handoff_id
    left join (select handoff_id, state = 'filled' as is_filled, is_vague from marts.brief_fields where field = 'pain_primary') as pains on pains.handoff_id = handoffs.handoff_id`
        : "";
      return `select behaviour, sdr_id, handoff_id, dated_at, mix, is_done from (
    select handoffs.sdr_id, handoffs.handoff_id, ${dated_by} as dated_at, ${spread(cells)} from marts.handoffs as handoffs ${briefs} where ${PASSED_ON}
  ) where is_done is not null`;
    })
    .join("\nunion all\n");
}

function writeCriteria(entries: readonly Of<"criteria">[]): string {
  if (entries.length === 0) return "";
  const criteria = [...new Set(entries.flatMap(({counted}) => counted.criteria))];
  const state = (criterion: string) => `c${criteria.indexOf(criterion)}`;
  const cells = entries.map((behaviour) => {
    const states = behaviour.counted.criteria.map(state);
    const isMet = states.map((each) => `coalesce(${each} = 'met', false)`).join(" and ");
    const isFailed = states.map((each) => `coalesce(${each} = 'not_met', false)`).join(" or ");
    const isKnown = `coalesce(${states.map((each) => `nullif(${each}, 'unknown')`).join(", ")}) is not null`;
    const is_done = behaviour.counted.rule === "met" ? `case when coalesce(${states.join(", ")}) is not null then ${isMet} end` : `case when ${isKnown} then not (${isFailed}) end`; // prettier-ignore
    return {behaviour, mix: mixOf(behaviour, "handoffs"), is_done};
  });
  return `select behaviour, sdr_id, handoff_id, dated_at, mix, is_done from (
    select handoffs.sdr_id, handoffs.handoff_id, handoffs.meeting_at as dated_at, ${spread(cells)}
    from marts.handoffs as handoffs inner join (
      select handoff_id, ${criteria.map((criterion) => `any_value(state) filter (where criterion = ${quoteText(criterion)}) as ${state(criterion)}`).join(", ")}
      from marts.criteria where criterion in (${list(criteria)}) group by handoff_id
    ) as criteria on criteria.handoff_id = handoffs.handoff_id
    where handoffs.outcome in ('held', 'no_show') and ${PASSED_ON}
  ) where is_done is not null`;
}

function writeLeads(entries: readonly Of<"leads">[]): string {
  return entries
    .map(
      ({behaviour, counted, mix}) =>
        `select ${quoteText(behaviour)} as behaviour, leads.sdr_id, booked.handoff_id, ${counted.dated_by} as dated_at, ${mix ? `coalesce(leads.${mix}, '')` : "''"} as mix, ${counted.done} as is_done
  from marts.leads as leads left join (select lead_id, min(handoff_id) as handoff_id from marts.handoffs where lead_id is not null group by lead_id) as booked on booked.lead_id = leads.lead_id
  where leads.sdr_id is not null and ${counted.eligible}`,
    )
    .join("\nunion all\n");
}

/** Needs `marts.comment_themes`. The next brief is that of the next handoff booked after the AE answered. */
function writeAnswers(entries: readonly Of<"answers">[]): string {
  const [entry] = entries;
  if (!entry) return "";
  return `select ${quoteText(entry.behaviour)} as behaviour, asked.sdr_id, next.handoff_id, next.meeting_at as dated_at, '' as mix, fields.state <> 'missing' as is_done
  from (
    select handoffs.sdr_id, handoffs.feedback_last_at, first_fields.field
    from marts.comment_themes as themes inner join marts.handoffs as handoffs on handoffs.handoff_id = themes.handoff_id
    inner join (values ${LEADING_FIELDS.map(([theme, field]) => `(${quoteText(theme)}, ${quoteText(field)})`).join(", ")}) as first_fields(theme, field) on first_fields.theme = themes.theme
    where ${PASSED_ON} and handoffs.feedback_last_at is not null
  ) as asked
  asof inner join (
    -- Of several booked at once one is the next, the same each time.
    select min(handoff_id) as handoff_id, sdr_id, booked_at, arg_min(meeting_at, handoff_id) as meeting_at
    from marts.handoffs where outcome in ('held', 'no_show') and booked_at is not null group by sdr_id, booked_at
  ) as next
    on next.sdr_id = asked.sdr_id and next.booked_at >= asked.feedback_last_at
  inner join marts.brief_fields as fields on fields.handoff_id = next.handoff_id and fields.field = asked.field`;
}

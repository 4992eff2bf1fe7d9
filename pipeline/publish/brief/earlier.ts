/** Of a brief: what was before at the same account, and what was said then of what this brief leaves open. */
import type {Config} from "../../config.js";
import {OF_ONE_MEETING} from "../../contract/brief.js";
import {isWithheldSql} from "../../contract/former.js";
import type {BriefDocument} from "../../contract/datasets.js";
import {quoteText, type Database} from "../../db.js";
import {iso} from "../sql.js";
import {keepPrivate, readTemplate, writePart, type BriefPart, type TemplateField} from "./part.js";
import {BRIEF_HANDOFFS, readReach, sliceBriefs, type Reach} from "./slice.js";

/** Earlier handoffs that a brief tells of. */
const MOST = 3;
/** Characters of what an earlier brief is quoted with; the whole stands there. */
const LONGEST_SAID = 1000;
/** Fields of the three lines: what was said of them is told also where this brief does not require them. */
const OF_LINES = ["pain_primary", "timeline", "budget", "economic_buyer", "champion"];
/** Where another person is named than before, both are told. */
const ROLES = ["economic_buyer", "champion"];

/**
 * SQL condition of two handoffs, `told` and `own`: whoever may see the later one where this is written may see the earlier one too. Of all others a day, an
 * outcome and whether the AE is the same are told: neither who, nor which one it was, nor what was written.
 * - `file`: the same SDR, AE and team, so that both briefs lie in the same trees
 * - `ae`: the same AE; for what lies in the trees of the AE's own side alone
 */
const MAY_SEE = {
  file: "told.sdr_id = own.sdr_id and told.ae_id = own.ae_id and told.team is not distinct from own.team",
  ae: "told.ae_id = own.ae_id",
} as const;
type Readers = keyof typeof MAY_SEE;

const IS_TOLD = "outcome in ('held', 'no_show', 'canceled', 'pending')";

/** SQL of the newest earlier handoffs at the account of each of `temp.brief_slice`, a row each, without what was written. */
const writeFound = (readers: Readers, more = ""): string => `
    with numbered as (
      select handoff_id, account_id, sdr_id, ae_id, team, meeting_at, outcome, decision, sql_at, contact_id, ${IS_TOLD} as is_told,
        (count(*) filter (where ${IS_TOLD}) over (
          partition by account_id order by meeting_at, handoff_id rows between unbounded preceding and current row))::integer as place
      from marts.handoffs
      where account_id in (select account_id from temp.brief_slice)
    ),
    -- By the place of what comes later: an account may have any number of handoffs.
    told as (select *, unnest(range(place + 1, place + 1 + ${MOST})) as before from numbered where is_told)
    select ${more}slice.handoff_id, told.handoff_id as earlier_id, told.contact_id, told.meeting_at, told.outcome, told.place,
      told.ae_id = own.ae_id as is_same_ae, coalesce(${MAY_SEE[readers]}, false) as is_own, told.sdr_id = own.sdr_id as is_same_sdr,
      told.sql_at is not null as is_sql, coalesce(told.decision in ('overdue', 'open'), false) as is_open
    from numbered as own
    inner join told on told.account_id = own.account_id and told.before = own.place + (not own.is_told)::integer and told.meeting_at < own.meeting_at
    inner join temp.brief_slice as slice on slice.handoff_id = own.handoff_id`;

/** Fields of which an earlier brief is quoted: what it said of the account that some brief has to say, and not of its meeting alone. */
const listQuoted = (template: readonly TemplateField[]): TemplateField[] =>
  template.filter(
    ({entity, field, is_asked}) =>
      entity === "handoffs" && (is_asked || OF_LINES.includes(field)) && !OF_ONE_MEETING.includes(field),
  );

/** The same, and of those that may be seen what was written, and how the present brief stands. */
function writeQuoted(readers: Readers, template: readonly TemplateField[], {more, near}: Reach): string {
  const quoted = listQuoted(template);
  const columns = [
    ...quoted.map(({position}) => `texts.text_${position}`),
    ...quoted.filter(({field}) => ROLES.includes(field)).map(({position}) => `present.text_${position} as now_${position}`),
  ];
  return `
    with found as materialized (${writeFound(readers, more)}),
    quoted as (
      select ${["found.*", "was.letters", "now.letters as now_letters", "contacts.phone", ...columns].join(", ")}
      from found
      inner join marts.brief_letters as was on was.handoff_id = found.earlier_id
      inner join marts.brief_letters as now on now.handoff_id = found.handoff_id
      inner join intermediate.int_brief_texts as texts on texts.handoff_id = found.earlier_id
      left join intermediate.int_brief_texts as present on present.handoff_id = found.handoff_id
      left join staging.stg_contacts as contacts on contacts.contact_id = found.contact_id
      where found.is_own and ${near("was.handoff_id")} and ${near("now.handoff_id")} and ${near("texts.handoff_id")}
    )
    from quoted
    union all by name
    select * from found anti join quoted using (handoff_id, earlier_id)`;
}

/** SQL of a member of `said`: the newest earlier text of a field that the present brief leaves open, or fills with somebody else. */
function writeSaid(config: Config, template: readonly TemplateField[], {field, position}: TemplateField): string {
  const place = template.findIndex((each) => each.position === position) + 1;
  const [text, letter] = [`text_${position}`, `substr(now_letters, ${place}, 1)`];
  const bare = (words: string) => `regexp_replace(lower(${words}), '[^\\p{L}\\p{N}]', '', 'g')`;
  const isOther = `(upper(${letter}) in ('F', 'V') and ${bare(text)} <> ${bare(`now_${position}`)})`;
  const conditions = [
    `upper(substr(letters, ${place}, 1)) in ('F', 'V')`,
    `${text} is not null`,
    `not ${isWithheldSql(text)}`,
    `(${letter} ${OF_LINES.includes(field) ? "in ('M', 'm')" : "= 'M'"}${ROLES.includes(field) ? ` or ${isOther}` : ""})`,
  ];
  const words = `to_json(left(${keepPrivate(text, config, "phone")}, ${LONGEST_SAID}))::text`;
  return `arg_max(${quoteText(`${JSON.stringify(field)}:{"text":`)} || ${words} || ',"at":"' || met_at || '","handoff_id":' || to_json(earlier_id)::text || '}', place)
        filter (where ${conditions.join(" and ")})`;
}

/** The part as its readers may see it. */
const makeEarlier = (readers: Readers): BriefPart => ({
  columns: ["earlier", "said"],
  written: ["said"],
  lookUp: (reach, template) => writeQuoted(readers, template, reach),
  given: `select * exclude (contact_id, place) from (${writeFound(readers)})`,
  quotes: `select handoff_id, earlier_id as quoted_id from (${writeFound(readers)}) where is_own`,
  sql: (config, template, found) => `
    select handoff_id,
      list(struct_pack(at := met_at, outcome := outcome, is_same_ae := is_same_ae, handoff_id := case when is_own then earlier_id end,
        is_same_sdr := case when is_own then is_same_sdr end, is_sql := case when is_own and is_sql then true end,
        is_open := case when is_own and is_open then true end) order by place desc) as earlier,
      '{' || nullif(concat_ws(',', ${["null", ...listQuoted(template).map((field) => writeSaid(config, template, field))].join(",\n        ")}), '') || '}' as said
    from (select *, ${iso("meeting_at")} as met_at from (${found}))
    group by handoff_id`,
});

/** SQL of the newest of them that is over, of each of `temp.brief_slice` that has one: what every reader of its brief may know. */
export const NEWEST_EARLIER = `
    select handoff_id, to_json(arg_max(struct_pack(at := ${iso("meeting_at")}, outcome := outcome, is_same_ae := is_same_ae), place))::text as newest
    from (${writeFound("file")}) where outcome <> 'pending'
    group by handoff_id`;

/** What was before at the account, for the file that a brief stands in. */
export const EARLIER = makeEarlier("file");
const EARLIER_OF_AE = makeEarlier("ae");

export type Earlier = Pick<BriefDocument, "earlier" | "said">;

/** The same of every meeting to come, for the AE's own side: they may see the briefs that other SDRs wrote for the same AE. By AE and handoff. */
export async function readEarlierOfAes(db: Database, config: Config): Promise<Map<string, Record<string, Earlier>>> {
  const closed = {...config, publish: {...config.publish, contact_details: false}};
  await sliceBriefs(db, `select * from (${BRIEF_HANDOFFS}) where outcome = 'pending' and ae_id is not null`);
  const rows = await db.rows<{ae_id: string; handoff_id: string; earlier: string; said: string | null}>(`
    select slice.ae_id, slice.handoff_id, to_json(parts.earlier)::text as earlier, parts.said
    from (${writePart(EARLIER_OF_AE, closed, await readTemplate(db), await readReach(db))}) as parts
    inner join temp.brief_slice as slice on slice.handoff_id = parts.handoff_id
    order by slice.ae_id, slice.meeting_at, slice.handoff_id`);
  const byAe = new Map<string, Record<string, Earlier>>();
  for (const {ae_id, handoff_id, earlier, said} of rows) {
    const own = byAe.get(ae_id) ?? (Object.create(null) as Record<string, Earlier>);
    byAe.set(ae_id, own);
    const known = JSON.parse(earlier, (_, value: unknown) => value ?? undefined) as Earlier["earlier"];
    own[handoff_id] = {earlier: known, ...(said !== null && {said: JSON.parse(said) as Earlier["said"]})};
  }
  return byAe;
}

/** Of a brief: how it was judged, where it was routed, and what its note says beside the fields. */
import {keepPrivate, LONGEST, type BriefPart} from "./part.js";

/** Both checklists: a letter per criterion and what it saw, in the manifest's order; their words stand there. */
export const CRITERIA: BriefPart = {
  columns: ["criteria", "saw"],
  sql: (config) => `
    select judged.handoff_id, judged.letters as criteria,
      list_transform(judged.saw, lambda text: coalesce(${keepPrivate("text", config)}, '')) as saw
    from marts.criteria_letters as judged
    inner join temp.brief_slice as slice on slice.handoff_id = judged.handoff_id`,
};

/**
 * Whether the territory rules were kept, and the AE's accounts nearby; nothing where there are no rules. Whose turn it was is named only
 * where that is the AE who has it: anybody else is a third person, whom `turns/` names to RevOps.
 */
export const ROUTING: BriefPart = {
  columns: ["routing", "related"],
  sql: () => `
    with related as (
      select related.handoff_id,
        list(struct_pack(account_id := related.account_id, account := related.account_name, how := related.how, tie := related.tie) order by related.place) as related
      from marts.related_accounts as related
      inner join temp.brief_slice as slice on slice.handoff_id = related.handoff_id
      group by related.handoff_id
    )
    select slice.handoff_id, related.related,
      case when routing.reason is distinct from 'no_rules' then struct_pack(verdict := routing.verdict, territory := routing.territory,
        rule := routing.rule,
        expected_ae := case when routing.expected_ae_id = slice.ae_id then people.name end, reason := routing.reason, context := routing.context) end as routing
    from temp.brief_slice as slice
    left join marts.routing as routing on routing.handoff_id = slice.handoff_id
    left join marts.people as people on people.person_id = routing.expected_ae_id
    left join related on related.handoff_id = slice.handoff_id`,
};

/** What of a brief written as one note no field could take. */
export const NOTE: BriefPart = {
  columns: ["note"],
  sql: (config) => `
    select notes.handoff_id,
      case when certainty is not null then struct_pack(unplaced := ${keepPrivate(`left(unplaced, ${LONGEST})`, config)}, certainty := certainty) end as note
    from marts.brief_notes as notes
    inner join temp.brief_slice as slice on slice.handoff_id = notes.handoff_id`,
};

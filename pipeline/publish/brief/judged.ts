/** Of a brief: how it was judged, where it was routed, and what its note says beside the fields. */
import {keepPrivate, LONGEST, type BriefPart} from "./part.js";
import type {Reach} from "./slice.js";

const writeJudged = ({more, within}: Reach): string => `
    select ${more}judged.handoff_id, judged.letters, judged.saw
    from marts.criteria_letters as judged
    inner join temp.brief_slice as slice on slice.handoff_id = judged.handoff_id
    where ${within("judged.handoff_id")}`;

/** Both checklists: a letter per criterion and what it saw, in the manifest's order; their words stand there. */
export const CRITERIA: BriefPart = {
  columns: ["criteria", "saw"],
  // The rows that the view is of: to tell them apart takes half the time of writing out what every criterion saw.
  given: `
    select verdicts.handoff_id, hash(verdicts) as print
    from intermediate.int_criteria_verdicts as verdicts inner join temp.brief_slice as slice on slice.handoff_id = verdicts.handoff_id
    union all
    select facts.handoff_id, hash(facts) as print
    from intermediate.int_criteria_facts as facts inner join temp.brief_slice as slice on slice.handoff_id = facts.handoff_id`,
  lookUp: writeJudged,
  sql: (config, _template, found) => `
    select handoff_id, letters as criteria, list_transform(saw, lambda text: coalesce(${keepPrivate("text", config)}, '')) as saw
    from (${found})`,
};

const ROUTED = `
    select slice.handoff_id, routing.verdict, routing.territory, routing.rule, routing.reason, routing.context,
      case when routing.expected_ae_id = slice.ae_id then people.name end as expected_ae
    from temp.brief_slice as slice
    left join marts.routing as routing on routing.handoff_id = slice.handoff_id
    left join marts.people as people on people.person_id = routing.expected_ae_id`;

const RELATED = `
    select related.handoff_id, related.account_id, related.account_name, related.how, related.tie, related.place
    from marts.related_accounts as related
    inner join temp.brief_slice as slice on slice.handoff_id = related.handoff_id`;

/**
 * Whether the territory rules were kept, and the AE's accounts nearby; nothing where there are no rules. Whose turn it was is named only
 * where that is the AE who has it: anybody else is a third person, whom `turns/` names to RevOps.
 */
export const ROUTING: BriefPart = {
  columns: ["routing", "related"],
  given: `
    select handoff_id, hash(routed) as print from (${ROUTED}) as routed
    union all
    select handoff_id, hash(related) as print from (${RELATED}) as related`,
  sql: () => `
    with related as (
      select handoff_id, list(struct_pack(account_id := account_id, account := account_name, how := how, tie := tie) order by place) as related
      from (${RELATED}) group by handoff_id
    )
    select routed.handoff_id, related.related,
      case when reason is distinct from 'no_rules' then struct_pack(verdict := verdict, territory := territory, rule := rule,
        expected_ae := expected_ae, reason := reason, context := context) end as routing
    from (${ROUTED}) as routed
    left join related on related.handoff_id = routed.handoff_id`,
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

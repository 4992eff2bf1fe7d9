/** The bulk of activities: what SDRs and AEs do beside the touches of a handoff that the sample's generator makes. */
import type {Database} from "../../../pipeline/db.js";
import {POD} from "./columns.js";
import {FIRST_EXPORT} from "./template.js";

const TYPES = "['Email', 'Email', 'Email', 'Call', 'Call', 'Call', 'LinkedIn', 'Email']";
const SUBJECTS =
  "['Following up on', 'Quick idea about', 'Your question on', 'Two minutes for', 'Contract dates of', 'Renewal of']";
const CALLS = "['no answer', 'voicemail', 'connected', 'no answer']";
/** Of a hundred activities beside the handoffs' own, the AE's. */
const BY_AE = 15;

/** SQL of so many rows of Task that with the templates' own there are `tasks` to a pod; of the last day one day's part. */
export async function writeMoreTasks(
  db: Database,
  part: "base" | "day",
  tasks: number,
  months: number,
  seed: number,
): Promise<string> {
  const days = months * 30.4;
  await db.run(`create or replace table met as
    select template, row_number() over (partition by template order by contact) - 1 as place, contact, account, sdr, ae, deal
    from (
      select _template as template, "WhoId" as contact, any_value("AccountId") as account, any_value("Associated_SDR__c") as sdr, any_value("OwnerId") as ae, max("WhatId") as deal
      from base_event where "IsChild" = 'false' and "WhoId" <> '' group by all
    );
    create or replace table met_counts as select template, count(*) as contacts from met group by template`);
  const [own] = await db.rows<{n: number}>(`select max(n) as n from (select count(*) as n from base_task group by _template)`);
  const more = Math.max(0, tasks - own!.n);
  const last = Math.round(more / days);
  const [from, to] = part === "base" ? [0, more - last] : [more - last, more];
  const draw = (what: string) => `hash(n, pod, ${seed}, '${what}')`;
  const pick = (list: string, what: string) => `list_extract(${list}, 1 + (${draw(what)} % len(${list}))::integer)`;
  const pod = (id: string) => `substr(${id}, 1, 5) || ${POD} || substr(${id}, 9)`;
  const at =
    part === "base"
      ? `timestamp '${FIRST_EXPORT}' - to_days(1 + (${draw("day")} % ${Math.floor(days)})::integer) + to_seconds(10800 + (${draw("time")} % 36000)::integer)`
      : `timestamp '${FIRST_EXPORT}' + to_seconds(10800 + (${draw("time")} % 36000)::integer)`;
  return `select '00THs' || ${POD} || '9' || (n // 100000) || lpad((n % 100000)::text, 5, '0') || 'MAA' as "Id", 'false' as "IsDeleted",
      ${pod("account")} as "AccountId", ${pod("contact")} as "WhoId", case when is_ae and deal <> '' then ${pod("deal")} else '' end as "WhatId",
      case when is_ae then ${pod("ae")} else ${pod("sdr")} end as "OwnerId", type as "Type", direction as "Direction__c",
      strftime(${at}, '%Y-%m-%dT%H:%M:%S.000Z') as "CompletedDateTime",
      case when type = 'Call' then ${pick(CALLS, "call")} when direction = 'Inbound' then 'replied' else '' end as "CallDisposition",
      ${pick(SUBJECTS, "subject")} || ' ' || ${draw("what")} % 1000000 as "Subject", 'Completed' as "Status"
    from (
      select pod, pods.template, n, ${draw("who")} % 100 < ${BY_AE} as is_ae, ${pick(TYPES, "type")} as type,
        case when ${draw("way")} % 100 < 12 then 'Inbound' else 'Outbound' end as direction, (${draw("contact")} % contacts)::bigint as place
      from pods inner join met_counts using (template) cross join range(${from}, ${to}) as rows(n)
    ) inner join met using (template, place)`;
}

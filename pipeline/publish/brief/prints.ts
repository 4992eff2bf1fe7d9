/** What each shard of briefs is made from, so that the next build makes only those that would come out differently. */
import type {Config} from "../../config.js";
import {quoteText, type Database} from "../../db.js";
import {FIELDS} from "./fields.js";
import {readTemplate, writePart} from "./part.js";
import {PARTS} from "./read.js";
import {EVERYTHING, sliceBriefs} from "./slice.js";

/**
 * Makes `temp.brief_prints`: for each shard of `temp.brief_order` a number that changes with what its briefs are made from. Of all handoffs at
 * once: what is held are numbers, no documents.
 * @param settings what else all briefs are made with, as a hash
 */
export async function printShards(db: Database, config: Config, settings: string): Promise<void> {
  const template = await readTemplate(db);
  await sliceBriefs(db, "from temp.brief_order");
  await db.run("create or replace temp table handoff_prints (part integer, handoff_id text, print hugeint)");
  for (const [at, part] of PARTS.entries())
    await db.run(`insert into temp.handoff_prints
      select ${at}, handoff_id, sum(hash(${at}, given)::hugeint) from (${part.given ?? writePart(part, config, template, EVERYTHING)}) as given group by handoff_id`);
  for (const [at, {quotes}] of PARTS.entries())
    if (quotes)
      await db.run(`insert into temp.handoff_prints
        select ${at}, quoting.handoff_id, sum(hash(${at}, prints.print)::hugeint) from (${quotes}) as quoting
        inner join temp.handoff_prints as prints on prints.handoff_id = quoting.quoted_id and prints.part = ${PARTS.indexOf(FIELDS)}
        group by quoting.handoff_id`);
  await db.run(`
    create or replace temp table brief_prints as
    with parts as (select handoff_id, sum(print) as print from temp.handoff_prints group by handoff_id)
    select shard, sum(hash(${quoteText(settings)}, ordered, parts.print)::hugeint)::text as print
    from temp.brief_order as ordered left join parts on parts.handoff_id = ordered.handoff_id group by shard;
    drop table temp.handoff_prints`);
}

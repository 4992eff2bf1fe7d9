/** What AEs wrote about handoffs, and which context they valued. */
import type {CommentThemes, SdrData} from "../contract/datasets.js";
import {readSdrThemes} from "./comment-themes.js";
import {groupBy, type Ground} from "./ground.js";
import {iso} from "./sql.js";

/** Comments on one SDR's page. */
const WORDS = 40;

export interface WordBook {
  wordsOf(sdr: string): SdrData["words"];
  themesOf(sdr: string): CommentThemes;
  valuedOf(sdr: string): SdrData["valued"];
  /** Answers that name any context. */
  valuedAnswersOf(sdr: string): number;
}

type OwnedWord = SdrData["words"][number] & {sdr_id: string};

/** Reads the comments and the valued context of everybody. */
export async function readWords({db}: Pick<Ground, "db">): Promise<WordBook> {
  const words = await db.rows<OwnedWord>(`
    select sdr_id, handoff_id, account_id, account_name as account, ae_name as ae, ${iso("meeting_at")} as meeting_at, missing, helpful, quality_score
    from marts.handoffs
    where sdr_id is not null and (missing is not null or helpful is not null)
    qualify row_number() over (partition by sdr_id order by handoffs.meeting_at desc, handoff_id) <= ${WORDS}
    order by handoffs.meeting_at desc, handoff_id`);
  const valued = await db.rows<{sdr_id: string; context: string; count: number}>(`
    with named as (select sdr_id, unnest(most_valuable_context) as context from marts.handoffs where sdr_id is not null)
    select sdr_id, context, count(*)::integer as count from named group by all order by count desc, context`);
  const answers = await db.rows<{sdr_id: string; count: number}>(`
    select sdr_id, count(*)::integer as count from marts.handoffs where sdr_id is not null and len(most_valuable_context) > 0 group by sdr_id`);
  const answersBySdr = new Map(answers.map(({sdr_id, count}) => [sdr_id, count]));
  const wordsBySdr = groupBy(words, (word) => word.sdr_id);
  const valuedBySdr = groupBy(valued, (value) => value.sdr_id);
  return {
    themesOf: await readSdrThemes({db}),
    wordsOf: (sdr) => (wordsBySdr.get(sdr) ?? []).map(({sdr_id: _, ...word}) => word),
    valuedAnswersOf: (sdr) => answersBySdr.get(sdr) ?? 0,
    valuedOf: (sdr) => (valuedBySdr.get(sdr) ?? []).map(({sdr_id: _, ...value}) => value),
  };
}

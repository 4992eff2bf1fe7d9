// grain: one row per different comment on what was missing and theme it is put under
// key: comment, theme
// why: what words say is told once for all handoffs whose AE wrote the same
// reads: intermediate.int_feedback, config.theme_words
import {LANGUAGES} from "../../coaching/lexicon/index.js";
import {compileLexicon} from "../../coaching/language.js";
import {findThemes} from "../../coaching/themes.js";
import {readWithheldThemes} from "../../contract/former.js";
import type {Database} from "../../db.js";
import {groupBy} from "../../group-by.js";

const COMMENTS = "select distinct missing from intermediate.int_feedback where missing is not null";

/** Streams the comments through the wording rules. `spans` are places in the comment, in UTF-16 units, as the pages mark them. */
export async function write(db: Database): Promise<string> {
  const [found] = await db.rows(`${COMMENTS} limit 1`);
  // Making the rules takes longer than all else where nobody has commented.
  if (!found)
    return "select null::text as comment, null::text as theme, null::integer[][] as spans, null::text[] as words where false";
  const added = groupBy(await db.rows<{theme: string; phrase: string}>("from config.theme_words"), ({theme}) => theme);
  const more = Object.fromEntries([...added].map(([theme, rows]) => [theme, rows.map(({phrase}) => phrase)]));
  const lexicon = compileLexicon(LANGUAGES, more);
  await db.run("create or replace temporary table comment_themes (comment text, theme text, spans text, words text)");
  const appender = await db.connection.createAppender("comment_themes", "main", "temp");
  const result = await db.connection.stream(COMMENTS);
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) break;
    for (const [comment] of chunk.getRows() as [string][]) {
      // Of a comment that is no longer held the themes are.
      const withheld = readWithheldThemes(comment)?.map((theme) => ({theme, spans: []}));
      for (const {theme, spans} of withheld ?? findThemes(comment, lexicon).themes) {
        appender.appendVarchar(comment);
        appender.appendVarchar(theme);
        appender.appendVarchar(JSON.stringify(spans.map(({start, end}) => [start, end])));
        appender.appendVarchar(JSON.stringify(spans.map(({start, end}) => comment.slice(start, end))));
        appender.endRow();
      }
    }
  }
  appender.closeSync();
  return `select comment, theme, from_json(spans, '[["integer"]]') as spans, from_json(words, '["text"]') as words from temp.comment_themes`;
}

/**
 * What stands for a text that is no longer held. Whether a field was filled, was specific, or was a copy is judged before the text goes, by the
 * rules that judge it later; what stands for it is judged the same by them.
 */
import type {Config} from "../config.js";
import {compileLexicon} from "../coaching/language.js";
import {LANGUAGES} from "../coaching/lexicon/index.js";
import {findThemes} from "../coaching/themes.js";
import {NONE_WORDS, noteColumnOf, PLACEHOLDERS, type BriefField} from "../contract/brief.js";
import {SPECIFIC} from "../contract/brief-specific.js";
import {findColumn} from "../contract/entities.js";
import {WITHHELD_COMMENT, WITHHELD_SPECIFIC, WITHHELD_VAGUE} from "../contract/former.js";
import {quoteText, type Database} from "../db.js";
import {LONG, writeAlike, writeSpaced} from "../models/intermediate/copied-texts.js";
import {writeClean, writeState, writeWordCount, type JudgingWords} from "../models/intermediate/judge-field.js";
import {writeVague} from "../models/intermediate/judge-specific.js";

/** Sixteen general words of three letters at most: a hash written in them is still vague, and short enough to be. */
const DIGITS = ["a", "an", "or", "of", "to", "in", "on", "is", "are", "be", "it", "no", "ok", "all", "any", "few"];
/** What a placeholder becomes. */
const NOTHING_SAID = "-";

/** Columns of handoffs that a field of the brief is read from, each with the traits that it is judged by. */
export function listJudged(brief: readonly BriefField[]): Map<string, BriefField> {
  const judged = new Map<string, BriefField>();
  for (const field of brief) {
    const column = noteColumnOf(field);
    if (findColumn("handoffs", column)?.type === "text" && !judged.has(column)) judged.set(column, field);
  }
  return judged;
}

/**
 * Fills `temp.husks` (name, text, husk) from `temp.old_texts` (name, text), where `name` is a column of `listJudged`.
 */
export async function makeHusks(db: Database, config: Pick<Config, "brief" | "not_disclosed_words">): Promise<void> {
  const judged = [...listJudged(config.brief)];
  const ruled = judged.flatMap(([, {field}]) => (Object.hasOwn(SPECIFIC, field) ? [SPECIFIC[field]!] : []));
  let place = 0;
  const traits = judged.map(([column, {field, min_words, allows_none, narrative}]) => {
    const own = Object.hasOwn(SPECIFIC, field) ? ++place : null;
    return `(${quoteText(column)}, ${min_words}, ${allows_none}, ${narrative}, ${own})`;
  });
  const words: JudgingWords = {
    notDisclosed: config.not_disclosed_words.map((word) => word.toLowerCase()),
    placeholders: [...PLACEHOLDERS],
    nones: [...NONE_WORDS],
  };
  const hash = `former_hash(${writeAlike(writeSpaced("text"))})`;
  // A checklist may ask whether there is a figure.
  const specific = `case when regexp_matches(text, '[0-9]') then '${WITHHELD_SPECIFIC.figure}' else '${WITHHELD_SPECIFIC.noFigure}' end`;
  const letters = `translate(${hash}, '0123456789', 'ghijklmnop')`;
  const generic = `array_to_string(list_transform(string_split(${hash}, ''), lambda digit: [${DIGITS.map(quoteText).join(", ")}][instr('0123456789abcdef', digit)]), ' ')`;
  // A text of so many words may be a copy; shorter ones are padded to what their field wants.
  const pad = (own: string, count: number) => `repeat(' ${own}', greatest(0, min_words - ${count})::integer)`;
  await db.run(`create or replace temp table husks as
    with traits(name, min_words, allows_none, narrative, place) as (values ${traits.join(", ") || "('', 1, false, false, null)"}),
    cleaned as (
      select old_texts.name, old_texts.text as whole, ${writeClean("old_texts.text")} as text, traits.* exclude (name)
      from temp.old_texts inner join traits on traits.name = old_texts.name
    ),
    states as materialized (
      select *, ${writeState({text: "text", min_words: "min_words", allows_none: "allows_none"}, words)} as state from cleaned
    ),
    judged as materialized (
      select *, state = 'filled' and place is not null and ${writeVague(ruled)} as is_vague, ${writeWordCount("text")} >= ${LONG} as is_long
      from states
    )
    select name, whole as text, case
      when text is null then null
      when state = 'missing' then '${NOTHING_SAID}'
      when state = 'not_disclosed' then ${quoteText(words.notDisclosed[0] ?? "")}
      when is_vague and is_long then '${WITHHELD_VAGUE} ' || ${generic}
      when is_vague then '${WITHHELD_VAGUE}' || ${pad("various", 3)}
      when is_long then ${specific} || ' ' || ${letters} || repeat(' more', greatest(${LONG} - 6, min_words - 6)::integer)
      else ${specific} || ${pad("more", 5)} end as husk
    from judged`);
}

/** Fills `temp.comment_husks` (text, husk) from `temp.old_comments` (text): the themes stay. */
export async function makeCommentHusks(db: Database, {themes}: Pick<Config, "themes">): Promise<void> {
  const comments = await db.rows<{text: string}>("select distinct text from temp.old_comments where text is not null");
  await db.run("create or replace temp table comment_husks (text varchar, husk varchar)");
  if (comments.length === 0) return;
  const lexicon = compileLexicon(LANGUAGES, Object.fromEntries(themes.map(({theme, words}) => [theme, words])));
  const appender = await db.connection.createAppender("comment_husks", "main", "temp");
  for (const {text} of comments) {
    appender.appendVarchar(text);
    appender.appendVarchar(WITHHELD_COMMENT + findThemes(text, lexicon).themes.map(({theme}) => theme).join(", ")); // prettier-ignore
    appender.endRow();
  }
  appender.closeSync();
}

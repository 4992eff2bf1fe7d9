/** The company's handoffs by the words of their names, cut into pages. */
import {SEARCH_SIGNS} from "../../contract/datasets-search.js";
import {foldSql} from "./fold.js";

/** Words of a name that it is found by, from the first on. */
const MOST_WORDS = 6;
/** Handoffs that a word leads to, the newest: half of all companies end in the same few letters, and nobody reads that far. */
const MOST_OF_WORD = 200;
/** A page ends before a word whose hash begins below this: one in 512, wherever it stands, so that a new word moves no other page's ends. */
const END = "008";
/** Longer ones are cut by count. */
const MOST_ON_PAGE = 1000;

/**
 * Makes `temp.search_words` (a word with what follows it in its name, and a handoff that is found by it) and `temp.search_pages` (on which page
 * a word stands, and the word that the page begins with) of `temp.search_lines`.
 */
export const PAGES = `
  create or replace temp table search_words as
  with names as (select account as name from temp.search_lines union select contact from temp.search_lines),
  folded as (select name, string_split(${foldSql("name")}, ' ') as words from names where name is not null),
  starts as (select name, words, unnest(range(1, least(length(words), ${MOST_WORDS}) + 1)) as start from folded),
  found as (select name, left(array_to_string(list_slice(words, start, length(words)), ' '), ${SEARCH_SIGNS}) as word from starts),
  pairs as (
    select word, number from found inner join temp.search_lines as lines on lines.account = found.name
    union
    select word, number from found inner join temp.search_lines as lines on lines.contact = found.name
  ),
  ranked as (select word, number, row_number() over (partition by word order by number) as place from pairs where word <> '')
  select word, number from ranked where place <= ${MOST_OF_WORD};

  create or replace temp table search_pages as
  with words as (select distinct word from temp.search_words),
  stretches as (
    select word, sum(case when md5(word) < '${END}' then 1 else 0 end) over (order by word rows unbounded preceding) as stretch from words
  ),
  parts as (
    select word, stretch, floor((row_number() over (partition by stretch order by word) - 1) / ${MOST_ON_PAGE}) as part from stretches
  ),
  begun as (select word, min(word) over (partition by stretch, part) as first from parts)
  select word, first, left(md5(first), 12) as page from begun`;

/**
 * Writes what the search looks through. A list per SDR and AE, which the trees of all who may see that person share; for those who see everything
 * pages in the order of words, so that of hundreds of thousands of handoffs a search fetches a few dozen kilobytes.
 */
import type {Ground} from "../ground.js";
import {FORMER_PATTERN} from "../../contract/former.js";
import {quoteText} from "../../db.js";
import {batch} from "../facts/facts.js";
import {local} from "../sql.js";
import type {Shelf} from "../write.js";
import {PAGES} from "./pages.js";

/** Files are made in goes of so many handoffs, by how their names' hashes begin, so that what is in memory does not grow with the company. */
const HANDOFFS = 50_000;
const DIGITS = [..."0123456789abcdef"];

/** Puts `search/**`. The same data give the same files, and a handoff more changes those few that its names stand in. */
export async function putSearch(shelf: Shelf, {db, config, sdrs, aes, teams}: Ground): Promise<void> {
  // Where no number is about a person, lists of records name nobody.
  const name = (column: string) => (config.granularity === "team" ? "null" : column);
  const json = (column: string) => `coalesce(to_json(${column})::text, 'null')`;
  await db.run(`create or replace temp table search_lines as
    with lines as (
      select row_number() over (order by meeting_at desc, handoff_id)::integer as number, handoff_id,
        ${local("meeting_at", config.timezone)}::date - date '1970-01-01' as day, account_name as account,
        case when not regexp_full_match(contact_name, ${quoteText(FORMER_PATTERN)}) then contact_name end as contact,
        sdr_id, ae_id, team, ${name("sdr_name")} as sdr, ${name("ae_name")} as ae
      from marts.handoffs
    )
    select *, '[' || ${json("handoff_id")} || ',' || ${json("day")} || ',' || ${json("account")} || ',' || ${json("contact")} || ',' as text from lines`);
  await db.run(PAGES);
  await db.run(ROWS);
  const left = new Set([
    ...sdrs.map(({slug}) => `sdr/${slug}`),
    ...aes.map(({slug}) => `ae/${slug}`),
    ...teams.map(({slug}) => `team/${slug}`),
  ]);
  const [lines] = await db.rows<{count: number}>("select count(*)::integer as count from temp.search_lines");
  for (const go of batch(DIGITS, () => lines!.count / DIGITS.length, HANDOFFS))
    for (const {path, json} of await db.rows<{path: string; json: string}>(writeLists(go))) {
      shelf.putBytes(`search/${path}.json`, Buffer.from(json));
      left.delete(path);
    }
  for (const path of left) shelf.putJson(`search/${path}.json`, {names: [], rows: []});
  const pages = await db.rows<{first: string; page: string}>("select distinct first, page from temp.search_pages order by first");
  shelf.putJson(
    "search/all.json",
    pages.map(({first, page}) => [first, page]),
  );
}

/** In which file a handoff stands, in which go that is written, and whom the handoff names there besides the one whose list it is. */
const ROWS = `create or replace temp table search_rows as
    with rows as (
      select 'sdr/' || people.slug as path, number, ae as name
      from temp.search_lines as lines inner join marts.people on people.person_id = lines.sdr_id
      union all
      select 'ae/' || people.slug, number, sdr
      from temp.search_lines as lines inner join marts.people on people.person_id = lines.ae_id
      union all
      select 'team/' || teams.slug, number, sdr
      from temp.search_lines as lines
      inner join marts.teams on teams.team = lines.team
      left join marts.people on people.person_id = lines.sdr_id and people.team = lines.team and people.is_current
      where people.person_id is null
      union all
      select distinct 'all/' || pages.page, words.number, lines.sdr
      from temp.search_words as words
      inner join temp.search_pages as pages on pages.word = words.word
      inner join temp.search_lines as lines on lines.number = words.number
    ),
    paths as (select path, left(md5(path), 1) as go from (select distinct path from rows)),
    -- Names are numbered within a file, so that somebody new changes no other.
    names as (
      select path, name, row_number() over (partition by path order by name) - 1 as place
      from (select distinct path, name from rows where name is not null)
    )
    select paths.go, rows.path, rows.number, rows.name, coalesce(names.place, -1) as place
    from rows
    inner join paths on paths.path = rows.path
    left join names on names.path = rows.path and names.name = rows.name`;

/** SQL of the files of one go with their text. */
const writeLists = (go: readonly string[]) => `
  with entries as (
    select path, name, struct_pack(number := rows.number, text := text || place || ']') as entry
    from temp.search_rows as rows inner join temp.search_lines as lines on lines.number = rows.number
    where go in (${go.map(quoteText).join(", ")})
  )
  select path, '{"names":' || to_json(coalesce(list_sort(list(distinct name) filter (where name is not null)), []))::text || ',"rows":['
    || array_to_string(list_transform(list_sort(list(entry)), lambda each: each.text), ',') || ']}' as json
  from entries group by path`;

import type {Database} from "../../db.js";
import {listAsked, writeRecords} from "./criteria-records.js";
import {readRules} from "./criteria-rules.js";
import {readCriteriaWords, writeHasWord, writeIsWord, writeNormal} from "./criteria-words-sql.js";

/** A table that says what a record's words mean, and how it is joined. */
interface LookUp {
  of: "accounts" | "contacts";
  /** Facts that it tells. */
  tells: readonly string[];
  /** Columns of the records that it is joined over. */
  over: readonly string[];
  sql: string;
}

/** SQL of the facts that look-ups tell, over their names. */
const TOLD: Record<string, string> = {
  industry_group: "industries.fit",
  market: "places.market",
  is_director: "titles.is_director",
  department_group: "coalesce(departments.fit, titles.department)",
};

/** Query of the facts in use of an entity's records, with what their words mean beside them. */
export async function writeLookedUp(db: Database, of: "accounts" | "contacts"): Promise<string> {
  const rules = await readRules(db);
  const asked = listAsked(of, rules);
  if (asked.length === 0) return "select null::text as record_id where false";
  const lookUps = Object.entries(await listLookUps(db)).filter(
    ([, lookUp]) => lookUp.of === of && lookUp.tells.some((name) => rules.used.has(name)),
  );
  const told = [...new Set(lookUps.flatMap(([, {tells}]) => tells))].filter((name) => rules.used.has(name));
  const joins = lookUps.map(
    ([table, {over, sql}]) =>
      `left join (${sql}) as ${table} on ${over.map((column) => `${table}.${column} is not distinct from records.${column}`).join(" and ")}`,
  );
  return `with records as materialized (
  ${await writeRecords(db, of, asked)}
)
select ${["records.*", ...told.map((name) => `${TOLD[name]} as ${name}`)].join(", ")}
from records
${joins.join("\n")}`;
}

/**
 * What titles, departments, industries and places mean, told once for each text that occurs: `industries` (industry, fit),
 * `titles` (title, is_director, department), `departments` (department, fit), `places` (country, state, market).
 */
async function listLookUps(db: Database): Promise<Record<string, LookUp>> {
  const words = await readCriteriaWords(db);
  const has = (...lists: (keyof typeof words)[]) => lists.map((list) => writeHasWord("word", words[list])).join(" or ");
  const is = (text: string, list: keyof typeof words) => writeIsWord(text, words[list]);
  const department = `case when ${has("revops")} then 'revops' when ${has("sales")} then 'sales' when ${has("marketing")} then 'marketing'
      when ${has("it")} then 'it'`;
  // Distinct first: writing a text in its normal form is dear.
  const texts = (...columns: string[]) =>
    `(select ${columns.join(", ")}, ${columns.map((column, index) => `${writeNormal(column)} as word${index || ""}`).join(", ")}
    from (select distinct ${columns.join(", ")} from records))`;
  return {
    industries: {
      of: "accounts",
      tells: ["industry_group"],
      over: ["industry"],
      sql: `select industry, case when word is null then null when ${has("b2b_saas")} then 'b2b_saas'
      when ${has("not_technology")} then 'other' when ${has("professional_services")} then 'professional_services'
      when ${has("technology")} then 'technology' else 'other' end as fit
    from ${texts("industry")}`,
    },
    titles: {
      of: "contacts",
      tells: ["is_director", "department_group"],
      over: ["title"],
      sql: `select title, case when word is not null then (${has("director")}) and not (${has("not_director")}) end as is_director, ${department} end as department
    from ${texts("title")}`,
    },
    departments: {
      of: "contacts",
      tells: ["department_group"],
      over: ["department"],
      sql: `select department, ${department} when word is not null then 'other' end as fit from ${texts("department")}`,
    },
    places: {
      of: "accounts",
      tells: ["market"],
      over: ["country", "state"],
      sql: `select country, state, case
      when word is null and (${is("word1", "north_american_states")} or ${is("word1", "north_american_codes")}) then 'north_america'
      when word is null then null
      when ${is("word", "north_america")} then 'north_america'
      when ${is("word", "western_europe")} then 'western_europe'
      -- Georgia is a country, too.
      when ${is("word", "north_american_states")} and word <> 'georgia' then 'north_america'
      else 'other' end as market
    from ${texts("country", "state")}`,
    },
  };
}

import type {Database} from "../../db.js";
import {readCriteriaWords, writeHasWord, writeIsWord, writeNormal} from "./criteria-words-sql.js";

/** A table that says what a record's words mean, and how it is joined. */
export interface LookUp {
  /** Facts that it tells. */
  tells: readonly string[];
  /** Columns of `int_criteria_records` that it is joined over. */
  over: readonly string[];
  sql: string;
}

/**
 * What titles, departments, industries and places mean, told once for each text that occurs: `industries` (industry, fit),
 * `titles` (title, is_director, department), `departments` (department, fit), `places` (country, state, market).
 */
export async function listLookUps(db: Database): Promise<Record<string, LookUp>> {
  const words = await readCriteriaWords(db);
  const has = (...lists: (keyof typeof words)[]) => lists.map((list) => writeHasWord("word", words[list])).join(" or ");
  const is = (text: string, list: keyof typeof words) => writeIsWord(text, words[list]);
  const department = `case when ${has("revops")} then 'revops' when ${has("sales")} then 'sales' when ${has("marketing")} then 'marketing'
      when ${has("it")} then 'it'`;
  // Distinct first: writing a text in its normal form is dear.
  const texts = (...columns: string[]) =>
    `(select ${columns.join(", ")}, ${columns.map((column, index) => `${writeNormal(column)} as word${index || ""}`).join(", ")}
    from (select distinct ${columns.join(", ")} from intermediate.int_criteria_records))`;
  return {
    industries: {
      tells: ["industry_group"],
      over: ["industry"],
      sql: `select industry, case when word is null then null when ${has("b2b_saas")} then 'b2b_saas'
      when ${has("not_technology")} then 'other' when ${has("professional_services")} then 'professional_services'
      when ${has("technology")} then 'technology' else 'other' end as fit
    from ${texts("industry")}`,
    },
    titles: {
      tells: ["is_director", "department_group"],
      over: ["title"],
      sql: `select title, case when word is not null then (${has("director")}) and not (${has("not_director")}) end as is_director, ${department} end as department
    from ${texts("title")}`,
    },
    departments: {
      tells: ["department_group"],
      over: ["department"],
      sql: `select department, ${department} when word is not null then 'other' end as fit from ${texts("department")}`,
    },
    places: {
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

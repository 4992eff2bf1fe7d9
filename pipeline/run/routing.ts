import type {Config} from "../config.js";
import {quoteText, type Database} from "../db.js";

/**
 * Writes `config.routing` (a row per rule, country and AE of the configuration, in the order of the turns) and
 * `config.countries`: the names under which exports know a country, all lower case, and its ISO 3166 code.
 */
export async function writeRouting(db: Database, config: Config): Promise<void> {
  const rules = config.routing.flatMap((rule) =>
    (rule.country ?? [null]).flatMap((country) =>
      rule.aes.map((ae) => [
        rule.territory, rule.region, country, rule.segment, rule.min_employees, rule.max_employees, ae, rule.valid_from, rule.context,
      ]),
    ),
  ); // prettier-ignore
  await fill(
    db,
    "routing",
    "position integer, territory text, region text, country text, segment text, min_employees bigint, max_employees bigint, ae_id text, valid_from date, context text",
    rules.map((rule, index) => [index + 1, ...rule]),
  );
  await fill(db, "countries", "alias text, code text", listCountries());
}

type Value = string | number | null | undefined;

async function fill(db: Database, name: string, columns: string, rows: readonly (readonly Value[])[]): Promise<void> {
  await db.run(`create or replace table config.${name} (${columns})`);
  if (rows.length === 0) return;
  const write = (value: Value) => (typeof value === "string" ? quoteText(value) : String(value ?? null));
  await db.run(`insert into config.${name} values ${rows.map((row) => `(${row.map(write).join(", ")})`).join(", ")}`);
}

/** Languages that exports write countries in. */
const LANGUAGES = ["en", "de", "fr", "es"];
const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
/** Spellings that no list of names has. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  US: ["usa", "u.s.", "u.s.a.", "united states of america", "america"],
  GB: ["uk", "u.k.", "great britain", "britain", "england", "scotland", "wales", "northern ireland"],
  NL: ["the netherlands", "holland"],
  CZ: ["czech republic"],
  KR: ["korea", "republic of korea"],
  AE: ["uae"],
};

let countries: [alias: string, code: string][] | undefined;

/** Every name of every country, each once. Codes of former countries are those of their successors. */
export const listCountries = (): readonly [alias: string, code: string][] => (countries ??= findCountries());

function findCountries(): [alias: string, code: string][] {
  const codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
  const names = LANGUAGES.map((language) => new Intl.DisplayNames([language], {type: "region", fallback: "none"}));
  const found = new Map<string, string>();
  for (const code of codes) {
    const called = names.flatMap((list) => list.of(code) ?? []);
    if (called.length === 0) continue;
    const present = new Intl.Locale(`und-${code}`).region!;
    for (const name of [code, ...called, ...(ALSO[code] ?? [])]) {
      const alias = name.toLowerCase();
      if (!found.has(alias)) found.set(alias, present);
    }
  }
  return [...found];
}

import {NONE_WORDS, noteColumnOf, PLACEHOLDERS} from "../contract/brief.js";
import {findColumn} from "../contract/entities.js";
import type {Config} from "../config.js";
import type {Database} from "../db.js";
import {writeTable} from "./tables.js";

/** The brief of the configuration: its fields, what each variant asks of them, and the words that judge a cell. */
export async function writeBrief(db: Database, config: Config): Promise<void> {
  const columns =
    "position integer, field text, section text, label text, entity text, column_name text, note_column text, required boolean, weight double, min_words integer, narrative boolean, allows_none boolean, ask text";
  const fields = config.brief.map((field, index) => {
    const note = noteColumnOf(field);
    return [
      index + 1, field.field, field.section, field.label, field.entity, field.column, findColumn("handoffs", note) ? note : null,
      field.required, field.weight, field.min_words, field.narrative, field.allows_none, field.ask,
    ]; // prettier-ignore
  });
  await writeTable(db, "brief_fields", columns, fields);
  const variants = config.brief_variants.map(({variant, label, rule}, index) => [index + 1, variant, label, rule]);
  await writeTable(db, "brief_variants", "position integer, variant text, label text, rule text", variants);
  const requirements = config.brief_variants.flatMap(({variant, required, optional, weights, evidence}) =>
    config.brief.map(({field, ...base}, index) => [
      variant,
      index + 1,
      (base.required || required.includes(field)) && !optional.includes(field),
      weights[field] ?? base.weight,
      evidence[field] ?? null,
    ]),
  );
  await writeTable(db, "brief_requirements", "variant text, position integer, required boolean, weight double, evidence text", requirements); // prettier-ignore
  const words = config.not_disclosed_words.map((word) => [word.toLowerCase()]);
  await writeTable(db, "not_disclosed_words", "word text", words);
  const placeholders = [...PLACEHOLDERS.map((word) => [word, false]), ...NONE_WORDS.map((word) => [word, true])];
  await writeTable(db, "placeholders", "word text, only_if_none_not_allowed boolean", placeholders);
}

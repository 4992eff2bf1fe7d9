import {completeThemes} from "../config-themes.js";
import type {Config} from "../config.js";
import type {Database} from "../db.js";
import {writeTable} from "./tables.js";

/** `config.themes`, in the order they are told, and `config.theme_words`: the phrases that the configuration adds. */
export async function writeThemes(db: Database, config: Config): Promise<void> {
  const rows = completeThemes(config.themes).map(({theme, label, meaning}, index) => [index + 1, theme, label, meaning]);
  await writeTable(db, "themes", "position integer, theme text, label text, meaning text", rows);
  const fields = completeThemes(config.themes).flatMap(({theme, fields}) => fields.map((field) => [theme, field]));
  await writeTable(db, "theme_fields", "theme text, field text", fields);
  const words = config.themes.flatMap(({theme, words}) => words.map((phrase) => [theme, phrase]));
  await writeTable(db, "theme_words", "theme text, phrase text", words);
}

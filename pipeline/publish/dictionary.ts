/** `dictionary.json`: every entity and column of the contract, and which of them the exports supply. */
import type {DictionaryData} from "../contract/datasets.js";
import {ENTITIES, ENTITY_NAMES} from "../contract/entities.js";
import {inLanguage} from "../contract/language.js";
import type {Ground} from "./ground.js";

export async function makeDictionary({db}: Pick<Ground, "db">): Promise<DictionaryData> {
  const rows = await db.rows<{entity: string; rows: number}>(
    "select entity, sum(loaded)::bigint as rows from raw.files group by entity",
  );
  const supplied = await db.rows<{entity: string; column_name: string}>(
    "select distinct entity, column_name from raw.file_columns",
  );
  const isSupplied = new Set(supplied.map(({entity, column_name}) => `${entity}.${column_name}`));
  return {
    entities: ENTITY_NAMES.map((name) => {
      const {label, meaning, keys, columns} = ENTITIES[name];
      return {
        name,
        label: inLanguage(label),
        meaning: inLanguage(meaning),
        keys: keys.map((key) => [...key]),
        rows: rows.find((row) => row.entity === name)?.rows ?? 0,
        columns: columns.map((column) => ({
          name: column.name,
          type: column.type,
          meaning: inLanguage(column.meaning),
          required: column.required ?? false,
          personal: column.personal ?? false,
          choices: [...(column.choices ?? [])],
          references: column.references ?? null,
          supplied: isSupplied.has(`${name}.${column.name}`),
        })),
      };
    }),
  };
}

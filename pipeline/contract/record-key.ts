import {ENTITIES, type EntityName} from "./entities.js";

/** SQL of a record's key as one text: the first of the entity's keys that is wholly filled, with its number before it; else null. */
export function writeRecordKey(entity: EntityName, table?: string): string {
  const quote = (name: string) => (table ? `${table}."${name}"` : `"${name}"`);
  const cases = ENTITIES[entity].keys.map((key, index) => {
    const parts = key.map(quote);
    return `when ${parts.map((part) => `${part} is not null`).join(" and ")} then ${[`'${index}'`, ...parts].join(" || chr(31) || ")}`;
  });
  return `case ${cases.join(" ")} end`;
}

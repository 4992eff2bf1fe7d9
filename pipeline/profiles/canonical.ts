import {ENTITIES, ENTITY_NAMES, type EntityName} from "../contract/entities.js";
import type {Profile} from "./profile.js";
import {nameAloud} from "./spoken.js";

/**
 * Baton's own shape: one CSV per entity, headers the canonical column names, any order, any missing. People write them as words
 * ("Person ID", "Meeting Date"); such a header counts where the file has none of the column's own name.
 */
export const canonical: Profile = {
  name: "canonical",
  label: "Canonical CSV",
  files: ENTITY_NAMES.map((entity) => ({
    kind: entity,
    signatures: signaturesOf(entity),
    parts: [
      {entity, columns: Object.fromEntries(ENTITIES[entity].columns.map(({name}) => [name, [name, ...nameAloud(entity, name)]]))},
    ],
  })),
};

/** A file shows its entity by the required columns, those that it is shown by, and a key. */
function signaturesOf(entity: EntityName): string[][] {
  const {columns, shownBy = [], keys} = ENTITIES[entity];
  const required = columns.filter((column) => column.required).map(({name}) => name);
  return keys.map((key) => [...new Set([...required, ...shownBy, ...key])]);
}

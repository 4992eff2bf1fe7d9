import {ENTITIES, ENTITY_NAMES} from "../contract/entities.js";
import type {Profile} from "./profile.js";

/** Baton's own shape: one CSV per entity, headers exactly the canonical column names, any order, any missing. */
export const canonical: Profile = {
  name: "canonical",
  label: "Canonical CSV",
  files: ENTITY_NAMES.map((entity) => ({
    kind: entity,
    signatures: signaturesOf(entity),
    parts: [{entity, columns: Object.fromEntries(ENTITIES[entity].columns.map(({name}) => [name, [name]]))}],
  })),
};

/** A file shows its entity by the required columns and by a key. */
function signaturesOf(entity: (typeof ENTITY_NAMES)[number]): string[][] {
  const required = ENTITIES[entity].columns.filter((column) => column.required).map(({name}) => name);
  return ENTITIES[entity].keys.map((key) => [...new Set([...required, ...key])]);
}

import {ENTITIES, type EntityName} from "../contract/entities.js";

/** The header line of an entity's canonical CSV. */
export function template(entity: EntityName): string {
  return `${ENTITIES[entity].columns.map(({name}) => name).join(",")}\n`;
}

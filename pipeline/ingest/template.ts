import {listExported, type EntityName} from "../contract/entities.js";

/** The header line of an entity's canonical CSV. */
export function template(entity: EntityName): string {
  return `${listExported(entity)
    .map(({name}) => name)
    .join(",")}\n`;
}

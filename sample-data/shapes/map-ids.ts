import {ENTITIES, ENTITY_NAMES, type EntityName} from "../../pipeline/contract/entities.js";
import type {Row, Tables} from "../types.js";

/** The tables with another system's ids in them. Handoff ids are the company's own in every system and stay. */
export function mapIds(tables: Tables, toId: (entity: EntityName, id: string) => string): Tables {
  const mapped: Tables = {};
  for (const entity of ENTITY_NAMES) {
    const kinds = kindsOf(entity);
    mapped[entity] = tables[entity]!.map((row) => {
      const copy: Row = {...row};
      for (const [column, kind] of kinds) if (copy[column]) copy[column] = toId(kind, copy[column]);
      if (entity === "field_changes" && row.field === "ae_id") {
        copy.old_value = toId("people", row.old_value!);
        copy.new_value = toId("people", row.new_value!);
      }
      return copy;
    });
  }
  return mapped;
}

/** Which columns of an entity hold ids, and of what. */
function kindsOf(entity: EntityName): [string, EntityName][] {
  const kinds: [string, EntityName][] = [];
  for (const column of ENTITIES[entity].columns) {
    if (column.name === "handoff_id") continue;
    if (column.references) kinds.push([column.name, column.references]);
  }
  const own: Partial<Record<EntityName, [string, EntityName]>> = {
    people: ["person_id", "people"],
    accounts: ["account_id", "accounts"],
    contacts: ["contact_id", "contacts"],
    leads: ["lead_id", "leads"],
    handoffs: ["meeting_id", "handoffs"],
    opportunities: ["opportunity_id", "opportunities"],
    activities: ["activity_id", "activities"],
    field_changes: ["record_id", "handoffs"],
  };
  const key = own[entity];
  return key && !kinds.some(([column]) => column === key[0]) ? [...kinds, key] : kinds;
}

/** Ids that lead nowhere, of every reference that the contract names. */
import type {HealthData} from "../../contract/datasets.js";
import {ENTITIES, type EntityName} from "../../contract/entities.js";
import {quoteName} from "../../db.js";
import type {Ground} from "../ground.js";
import {writeNamed} from "./rejected.js";

/** The column that others refer to. */
const TARGETS: Partial<Record<EntityName, string>> = {
  people: "person_id",
  accounts: "account_id",
  contacts: "contact_id",
  leads: "lead_id",
  handoffs: "handoff_id",
  opportunities: "opportunity_id",
};
const MOST_PEOPLE = 200;

interface Orphan {
  entity: EntityName;
  column: string;
  target: EntityName;
  id: string;
  rows: number;
  /** Its record was in an export, and rejected. */
  is_rejected: boolean;
}

/** @returns `people`: how many there are of those of whom the first are listed. Only entities that have an export are looked for: without one, every id would be an orphan. */
export async function readOrphans({
  db,
}: Pick<Ground, "db">): Promise<Pick<HealthData, "unmatched_people" | "orphans"> & {people: number}> {
  const present = new Set(
    (await db.rows<{entity: EntityName}>("select distinct entity from raw.files where loaded > 0")).map(({entity}) => entity),
  );
  const queries = [...present].sort().flatMap((entity) =>
    ENTITIES[entity].columns.flatMap(({name, references}) => {
      const key = references && TARGETS[references];
      if (!key || !present.has(references) || (references === entity && key === name)) return [];
      const column = quoteName(name);
      return `
        select '${entity}' as entity, '${name}' as "column", '${references}' as target, ${column} as id, count(*)::integer as rows,
          ${column} in (${writeNamed(references)}) as is_rejected
        from staging.stg_${entity}
        where ${column} is not null and ${column} not in (select ${key} from staging.stg_${references} where ${key} is not null)
        group by ${column}`;
    }),
  );
  if (queries.length === 0) return {unmatched_people: [], orphans: [], people: 0};
  const found = await db.rows<Orphan>(`${queries.join("\nunion all")}\norder by rows desc, entity, "column", id`);
  const people = found.filter(({target}) => target === "people");
  const groups = new Map<string, HealthData["orphans"][number]>();
  for (const {entity, column, target, id, rows, is_rejected: isRejected} of found.filter(
    (orphan) => orphan.target !== "people",
  )) {
    const key = `${entity}.${column}`;
    const group = groups.get(key);
    const rejected = isRejected ? rows : 0;
    if (group) [group.rows, group.rejected] = [group.rows + rows, group.rejected + rejected];
    else groups.set(key, {entity, column, references: target, rows, rejected, example: id});
  }
  return {
    unmatched_people: people
      .slice(0, MOST_PEOPLE)
      .map(({id, entity, column, rows}) => ({id, used_in: `${entity}.${column}`, rows})),
    orphans: [...groups.values()],
    people: people.length,
  };
}

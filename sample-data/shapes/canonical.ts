import {ENTITY_NAMES, listExported} from "../../pipeline/contract/entities.js";
import type {Company} from "../company.js";
import {writeCsv} from "../csv.js";
import {writeConfig} from "./config.js";

/** One CSV per entity with the canonical headers that the company uses. */
export function canonicalFiles(company: Company): Map<string, string | Buffer> {
  const files = new Map<string, string | Buffer>();
  for (const entity of ENTITY_NAMES) files.set(`canonical/${entity}.csv`, canonicalCsv(company, entity));
  files.set("baton.config.yaml", writeConfig(company, [{files: "canonical/*.csv"}]));
  return files;
}

export function canonicalCsv(company: Company, entity: (typeof ENTITY_NAMES)[number]): string {
  return writeCsv(canonicalColumns(entity), company.tables[entity]!);
}

/** Headers of the canonical export. */
export function canonicalColumns(entity: (typeof ENTITY_NAMES)[number]): string[] {
  return listExported(entity).map((column) => column.name);
}

import {quoteName, type Database} from "../db.js";
import type {Problem} from "../errors.js";
import {INTEGRITY} from "./integrity.js";
import type {Model} from "./order.js";
import {listModels} from "./run.js";

/** A check that does not hold: where, what, and up to five of the rows that show it. */
export interface CheckFailure extends Problem {
  rows: object[];
}

/**
 * Checks what every build must hold: keys not null and unique, references met, no fan-out, and the ledger's sum.
 * @returns all failures at once, none when everything holds.
 */
export async function checkModels(db: Database, models?: readonly Model[]): Promise<CheckFailure[]> {
  const failures: CheckFailure[] = [];
  for (const {name, key} of models ?? (await listModels(db))) {
    const columns = key.map(quoteName).join(", ");
    const isBlank = key.map((column) => `${quoteName(column)} is null`).join(" or ");
    // One look tells of nearly all models: as many keys, by their hashes, as rows. Only where it does not, the keys themselves are asked.
    const [{rows, filled, hashes}] = (await db.rows<Record<"rows" | "filled" | "hashes", number>>(
      writeKeyCheck({name, key}),
    )) as [Record<"rows" | "filled" | "hashes", number>];
    if (filled < rows) {
      const blank = await db.rows(`from ${name} where ${isBlank} limit 5`);
      failures.push(describe(name, `key ${key.join(", ")} is null`, blank));
    }
    if (hashes === rows) continue;
    const twice = await db.rows(
      `select ${columns}, count(*) as rows from ${name} group by ${columns} having count(*) > 1 order by all limit 5`,
    );
    if (twice.length > 0) failures.push(describe(name, `key ${key.join(", ")} is not unique`, twice));
  }
  for (const {model, rule, offenders, hint} of INTEGRITY) {
    const rows = await db.rows(`from (${offenders}) limit 5`);
    if (rows.length > 0) failures.push(describe(model, rule, rows, hint));
  }
  return failures;
}

/** Query of how many rows a model has, how many with a whole key, and how many different ones those are by their hashes. */
export function writeKeyCheck({name, key}: Pick<Model, "name" | "key">): string {
  const columns = key.map(quoteName).join(", ");
  const isBlank = key.map((column) => `${quoteName(column)} is null`).join(" or ");
  return `select count(*) as rows, count(*) filter (not (${isBlank})) as filled, count(distinct hash(${columns})) as hashes from ${name}`;
}

/** Every mistake that `checkModels` looks for, for data health. */
export async function listChecks(db: Database): Promise<{model: string; check: string}[]> {
  return [
    ...(await listModels(db)).map(({name, key}) => ({model: name, check: `key ${key.join(", ")} is null or not unique`})),
    ...INTEGRITY.map(({model, rule}) => ({model, check: rule})),
  ];
}

function describe(where: string, rule: string, rows: object[], hint?: string): CheckFailure {
  const shown = rows.map((row) => `\n      ${JSON.stringify(shorten(row))}`).join("");
  return {where, what: `${rule}; for example${shown}`, hint, rows};
}

/** Long texts would hide the rest of a row. */
function shorten(row: object): object {
  return Object.fromEntries(
    Object.entries(row)
      .filter(([, value]) => value !== null)
      .slice(0, 12)
      .map(([name, value]) => [name, typeof value === "string" && value.length > 60 ? `${value.slice(0, 60)}…` : value]),
  );
}

import {createHash} from "node:crypto";
import {quoteName, type Database} from "../../../pipeline/db.js";
import {describeTable} from "../../../pipeline/engine/ship.js";
import type {Name} from "../../../pipeline/engine/statement.js";

/** Digits by which doubles must agree: the engines add them in other orders. */
const DIGITS = 6;

/** How many rows the tables have, and a checksum of all of them in which the order of rows does not matter. */
export async function hashMarts(db: Database, tables: readonly Name[]): Promise<{rows: number; checksum: string}> {
  const hash = createHash("sha256");
  let all = 0;
  for (const name of tables) {
    const columns = (await describeTable(db, name)).map(({name: column, type}) => {
      const quoted = quoteName(column);
      return type.kind === "float" || type.kind === "decimal"
        ? `format('{:.${DIGITS - 1}e}', ${quoted}::double)`
        : `${quoted}::text`;
    });
    const [row] = await db.rows<{rows: number; content: string}>(
      `select count(*) as rows, coalesce(sum(hash(${columns.join(", ")})::hugeint), 0)::text as content from ${name.schema}.${quoteName(name.name)}`,
    );
    all += row!.rows;
    hash.update(`${name.name} ${row!.rows} ${row!.content}\n`);
  }
  return {rows: all, checksum: hash.digest("hex").slice(0, 16)};
}

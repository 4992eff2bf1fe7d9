/** Tables on the server: which of them are ours, and how one takes the place of another. */
import {UserError} from "../errors.js";
import type {Client} from "./client.js";
import {isSpread, placeOf, sayMadeBy, shardsOf, writeDrop, writeSwap, writeSync, writeTable, type Definition, type Layout} from "./layout.js"; // prettier-ignore
import {quoteLiteral} from "./value.js";

/**
 * What the table of this name says of itself; undefined where there is none.
 * @throws UserError where it is not ours, or stands in another way than the configuration has it
 */
export async function readStanding(client: Client, layout: Layout, table: string): Promise<string | undefined> {
  const {data} = await client.query(
    `SELECT comment FROM system.tables WHERE database = ${quoteLiteral(layout.database)} AND name = ${quoteLiteral(table)}`,
  );
  if (data.length === 0) return undefined;
  const comment = String(data[0]![0]);
  if (isOurs(layout, comment)) return comment;
  const where = `engine: ${layout.database}.${table} is there already`;
  if (isOurs({...layout, cluster: undefined}, comment.replace(/ on cluster [^;]*/, "")))
    throw new UserError(
      `${where}, ${comment.split(";")[0]}, and engine.clickhouse.cluster is ${layout.cluster ?? "not set"}\n  → name another database under engine.clickhouse.database, or drop Baton's tables there`,
    );
  throw new UserError(
    `${where} and was not made by Baton\n  → name another database under engine.clickhouse.database, or rename the table`,
  );
}

/** Ends the name of a table that is to take another's place. */
export const ASIDE = "__aside";

const isOurs = (layout: Layout, comment: string): boolean => comment.split(";")[0] === sayMadeBy(layout);

/** Makes a table in the place of what stands under its name; `fill` puts rows into the one aside, whose place it is told. */
export async function replaceTable(
  client: Client,
  layout: Layout,
  definition: Definition,
  fill: (aside: string) => Promise<void>,
): Promise<void> {
  const {table, columns} = definition;
  const isThere = (await readStanding(client, layout, table)) !== undefined;
  const [aside, stamp] = [table + ASIDE, Date.now().toString(36)];
  const run = async (statements: readonly string[]) => {
    for (const statement of statements) await client.command(statement);
  };
  await run([writeDrop(layout, aside), ...writeTable(layout, definition, stamp, aside)]);
  await fill(placeOf(layout, aside));
  await run(writeSync(layout, definition, stamp, aside));
  // Whoever reads meanwhile sees the old rows or the new ones, never half of either.
  await run(writeSwap(layout, aside, table, isThere));
  if (!isSpread(layout, columns)) return;
  const {data} = await client.query(
    `SELECT name FROM system.tables WHERE database = ${quoteLiteral(layout.database)} AND startsWith(name, ${quoteLiteral(shardsOf(table))})`,
  );
  await run(data.map(([name]) => String(name)).filter((name) => name !== shardsOf(table) + stamp).map((name) => writeDrop(layout, name))); // prettier-ignore
}

/**
 * Drops those of our tables for which `isLeft` says so, by the name of the table: rows that nothing reads any more are held no longer.
 * Tables of others stay.
 */
export async function clearAway(client: Client, layout: Layout, isLeft: (table: string) => boolean): Promise<void> {
  const {data} = await client.query(
    `SELECT name, comment FROM system.tables WHERE database = ${quoteLiteral(layout.database)} ORDER BY name`,
  );
  for (const [name, comment] of data.map((row) => row.map(String) as [string, string]))
    if (isOurs(layout, comment) && isLeft(name.split(shardsOf(""))[0]!)) await client.command(writeDrop(layout, name));
}

/** Rows that the server reads itself, from a table of its own or from files, as texts: what cells of an export are. */
import type {Engine} from "./database.js";
import type {Name} from "./statement.js";
import type {Column} from "./types.js";
import {quoteIdentifier} from "./value.js";

/** The column that tells a row's place. */
export const LINE = "_line";

/**
 * Puts the rows of a table, or of files that a function of ClickHouse's names, into a table of the engine: all text, and `_line`, the place of a
 * row in the order of its cells, so that the same rows have the same places whenever they are read.
 * @returns the names of the columns, and the number of rows
 */
export async function landSource(engine: Engine, from: string, into: Name): Promise<{headers: string[]; rows: number}> {
  const {client} = engine;
  const {data} = await client.query(`DESCRIBE TABLE (SELECT * FROM ${from})`);
  const cells = data.map(([name, type]) => ({name: String(name), type: String(type)}));
  const columns = [
    ...cells.map(({name}): Column => ({name, type: {kind: "text"}})),
    {name: LINE, type: {kind: "int", name: "BIGINT"}} as const,
  ];
  const names = cells.map(({name}) => quoteIdentifier(name));
  const texts = cells.map(({name, type}) => `${writeText(quoteIdentifier(name), type)} AS ${quoteIdentifier(name)}`);
  await engine.replace(into, columns, (aside) =>
    client.command(
      `INSERT INTO ${aside} SELECT ${names.join(", ")}, row_number() OVER (ORDER BY ${names.join(", ")})\nFROM (SELECT ${texts.join(", ")} FROM ${from})`,
    ),
  );
  const counted = await client.query(`SELECT count() FROM ${engine.place(into)}`);
  return {headers: cells.map(({name}) => name), rows: Number(counted.data[0]?.[0] ?? 0)};
}

/** A cell's text: null where blank, instants as ISO 8601 in UTC, whole numbers without a point, lists parted by `;`. */
function writeText(cell: string, type: string): string {
  const plain = type.replace(/^LowCardinality\((.*)\)$/, "$1").replace(/^Nullable\((.*)\)$/, "$1");
  if (/^DateTime/.test(plain)) return `concat(formatDateTime(${cell}, '%Y-%m-%dT%H:%i:%S', 'UTC'), 'Z')`;
  if (/^Float/.test(plain))
    return `if(${cell} = trunc(${cell}) AND abs(${cell}) < 1e15, toString(accurateCastOrNull(${cell}, 'Int64')), toString(${cell}))`;
  if (/^Array\(/.test(plain)) return `nullIf(arrayStringConcat(arrayMap(part -> toString(part), ${cell}), ';'), '')`;
  return `nullIf(toString(${cell}), '')`;
}

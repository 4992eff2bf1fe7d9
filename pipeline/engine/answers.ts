import type {Columns} from "../db.js";
import type {Type} from "./types.js";

/** A value of ClickHouse's JSON as `Database.rows` hands it over from DuckDB. */
export function readValue(value: unknown, type: Type): unknown {
  if (value === null || value === undefined) return null;
  switch (type.kind) {
    case "bool":
      return value === true || value === 1;
    case "int":
      return Number(value);
    case "float":
    case "decimal":
      return readNumber(value);
    case "date":
      return String(value).slice(0, 10);
    case "timestamp":
    case "zoned":
      return String(value).replace(/\.(\d*?)0+$/, (_, digits: string) => (digits === "" ? "" : `.${digits}`));
    case "list":
      if ((value as unknown[]).length === 0 && type.empty !== "list") return null;
      return (value as unknown[]).map((item) => readValue(item, type.of));
    case "struct":
      return Object.fromEntries(type.fields.map(([name, of], place) => [name, readValue((value as unknown[])[place], of)]));
    default:
      return value;
  }
}

/** What is no number is a text, as everywhere in JSON. */
function readNumber(value: unknown): unknown {
  if (value === "nan") return "NaN";
  if (value === "inf") return "Infinity";
  if (value === "-inf") return "-Infinity";
  return Number(value);
}

/** The columns of numbers of an answer; texts are numbered as they come, an ENUM's by their places. */
export function readColumns<K extends string>(
  names: readonly string[],
  types: readonly Type[],
  data: readonly (readonly unknown[])[],
): Columns<K> {
  const known: Record<string, readonly string[]> = {};
  const columns = names.map((name, place) => {
    const type = types[place]!;
    const column = new Float64Array(data.length);
    if (type.kind !== "text" && type.kind !== "enum") {
      data.forEach((row, at) => (column[at] = Number(row[place])));
      return [name, column] as const;
    }
    const places = new Map((type.kind === "enum" ? type.words : []).map((word, at) => [word, at]));
    data.forEach((row, at) => {
      const word = row[place] as string;
      if (!places.has(word)) places.set(word, places.size);
      column[at] = places.get(word)!;
    });
    if (places.size > 0) known[name] = [...places.keys()];
    return [name, column] as const;
  });
  return {length: data.length, names: known, ...Object.fromEntries(columns)} as Columns<K>;
}

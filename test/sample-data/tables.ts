import {readFileSync} from "node:fs";
import {join} from "node:path";
import Papa from "papaparse";

export type Row = Record<string, string>;

export const SAMPLE = join(import.meta.dirname, "../../sample-data");

/** Rows of a committed export, read by a parser that is not ours. */
export function readTable(entity: string): Row[] {
  return parse(readFileSync(join(SAMPLE, "canonical", `${entity}.csv`), "utf8"));
}

export function parse(text: string): Row[] {
  return Papa.parse<Row>(text, {header: true, skipEmptyLines: true}).data;
}

/** Rows by a column's value. */
export function group(rows: readonly Row[], column: string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row[column]!, [...(groups.get(row[column]!) ?? []), row]);
  return groups;
}

export const mean = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
export const share = <T>(list: readonly T[], holds: (entry: T) => boolean): number => list.filter(holds).length / list.length;

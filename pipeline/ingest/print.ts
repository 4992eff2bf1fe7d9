import Papa from "papaparse";
import type {Config} from "../config.js";
import {openDatabase, quoteName} from "../db.js";
import {UserError} from "../errors.js";
import {findNamed} from "./find.js";
import {openFile} from "./open.js";
import type {Landing} from "./types.js";

/** What `printRows` left out, for people. */
export interface Left {
  line: number;
  reason: string;
}

/**
 * The header and rows of one file as ingestion reads them, all text, piece by piece: CSV, or a JSON list with an object per row.
 * @returns records that are no rows.
 * @throws UserError when it cannot be read, or is an archive of several.
 */
export async function printRows(
  path: string,
  format: "csv" | "json",
  write: (text: string) => Promise<void> | void,
  config?: Config,
): Promise<Left[]> {
  const [file, ...others] = findNamed(path, config);
  if (others.length > 0) {
    const names = [file!, ...others].map(({entry}) => `${path}/${entry?.name}`).join(", ");
    throw new UserError(`${path}: holds ${others.length + 1} exports\n  → name one of them: ${names}`);
  }
  const db = await openDatabase();
  const opened = await openFile(db, file!).catch((error: unknown) => {
    db.close();
    throw error;
  });
  let landing: Landing | undefined;
  try {
    const {dialect} = opened;
    landing = await opened.land(db, "printed");
    if (format === "csv") await write(`${Papa.unparse([dialect.headers])}\n`);
    let isFirst = true;
    const columns = dialect.headers.map((header) => `coalesce(${quoteName(header)}, '')`).join(", ");
    const result = await db.connection.stream(`select ${columns} from ${landing.table} order by ${landing.line}`);
    for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
      const rows = chunk.getRows() as string[][];
      const texts = rows.map((row) => (format === "csv" ? Papa.unparse([row]) : formatObject(dialect.headers, row)));
      await write(
        format === "csv" ? texts.map((text) => `${text}\n`).join("") : `${isFirst ? "[\n" : ",\n"}${texts.join(",\n")}`,
      );
      isFirst = false;
    }
    if (format === "json") await write(isFirst ? "[]\n" : "\n]\n");
    return [...landing.malformed, ...landing.setAside].sort((a, b) => a.line - b.line);
  } finally {
    await landing?.close();
    opened.close();
    db.close();
  }
}

const formatObject = (headers: readonly string[], row: readonly string[]): string =>
  `{${headers.map((header, index) => `${JSON.stringify(header)}: ${JSON.stringify(row[index])}`).join(", ")}}`;

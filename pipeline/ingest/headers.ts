/** Marks that no one sees and that are no part of a name. */
const INVISIBLE = /[\u200b-\u200d\u2060\ufeff]/g;

/** Names for the columns under a header line: unique without regard to case, never blank. */
export function nameColumns(cells: readonly string[]): string[] {
  // What the reader itself adds to the rows is no name to give away.
  const seen = new Set(["_line", "rowid"]);
  return cells.map((cell, index) => {
    const base = cell.replace(INVISIBLE, "").trim().replace(/\s+/g, " ") || `column_${index + 1}`;
    let name = base;
    for (let number = 2; seen.has(name.toLowerCase()); number++) name = `${base} (${number})`;
    seen.add(name.toLowerCase());
    return name;
  });
}

/** Whether the file itself names the column. */
export const isNamed = (header: string): boolean => !/^column_\d+$/.test(header);

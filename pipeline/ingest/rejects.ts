import {ENTITIES} from "../contract/entities.js";
import {quoteText, type Database} from "../db.js";
import type {Doubt} from "./decide.js";
import type {Outcome} from "./count-rows.js";
import {describeKeys, type Plan, type PlannedColumn} from "./plan.js";
import type {FoundFile, Landing} from "./types.js";

/** Writes everything that did not arrive as it stands in the file into raw.rejects; `odd` holds the rows in question. */
export async function writeRejects(
  db: Database,
  file: FoundFile,
  fileId: number,
  landing: Landing,
  plan: Plan,
  outcome: Outcome,
  badColumns: readonly PlannedColumn[],
): Promise<void> {
  const start = `insert into raw.rejects select ${fileId}, ${quoteText(file.name)}, ${quoteText(plan.entity)}, line, column_name, value, reason, hint, effect`;
  const parts = badColumns.map(listBadCells);
  if (outcome.rows - outcome.aside > outcome.loaded) parts.push(...listBadRows(plan));
  if (parts.length > 0) await db.run(`${start} from (${parts.join(" union all ")}) order by line, column_name`);
  if (outcome.aside > 0) await db.run(`${start} from (${outcome.isToldApart ? APART : `${plan.cells} ${ASIDE}`}) order by line`);
  const records = [
    ...landing.malformed.map((record) => ({...record, hint: quoteText(QUOTE), effect: "row"})),
    ...landing.setAside.map((record) => ({...record, hint: "null", effect: "set_aside"})),
  ];
  if (records.length === 0) return;
  const rows = records.map(
    ({line, value, reason, hint, effect}) =>
      `(${line}, null, ${quoteText(value)}, ${quoteText(reason)}, ${hint}, ${quoteText(effect)})`,
  );
  await db.run(`${start} from (values ${rows.join(", ")}) as records(line, column_name, value, reason, hint, effect)`);
}

/** Writes what was guessed of whole columns: nothing is lost, and still everybody who reads the numbers must be able to see it. */
export async function writeDoubts(
  db: Database,
  file: FoundFile,
  fileId: number,
  plan: Plan,
  doubts: readonly Doubt[],
): Promise<void> {
  for (const {column, line, value, rows, reason, hint} of doubts) {
    const told = `${reason}${rows > 1 ? ` (${rows} rows, the first of them here)` : ""}`;
    const cells = [file.name, plan.entity, line, column, value, told, hint, "note"];
    const list = cells.map((cell) => (typeof cell === "number" ? `${cell}` : quoteText(cell)));
    await db.run(`insert into raw.rejects values (${fileId}, ${list.join(", ")})`);
  }
}

interface Entry {
  line?: string;
  column?: string;
  value?: string;
  reason: string;
  hint?: string;
  effect: string;
  from: string;
}

/** Of a record that could not be read as a row. */
const QUOTE = "have the export put quotes around such cells, and double those inside; or correct the line";
const CORRECT = "correct it where the record is kept, and export again";

const select = ({line = "_line", column = "null", value = "null", reason, hint, effect, from}: Entry): string =>
  `select ${line} as line, ${column} as column_name, ${value} as value, ${reason} as reason, ${hint ? quoteText(hint) : "null"} as hint,
   ${quoteText(effect)} as effect from ${from}`;

function listBadCells({column, conversion, definition, bad}: PlannedColumn): string {
  const effect = definition.required ? "row" : "cell";
  const reason = conversion.explanation ?? quoteText(conversion.reason);
  return select({
    column: quoteText(column),
    value: `"r_${column}"`,
    reason,
    hint: conversion.hint ?? CORRECT,
    effect,
    from: `odd where ${bad}`,
  });
}

/** An entry per blank required cell, and per row without a key. */
function listBadRows(plan: Plan): string[] {
  const required = plan.columns.filter(({definition}) => definition.required).map(({column}) => column);
  const blank = quoteText("is blank, and a row cannot do without it");
  const blanks = required.map((column) =>
    select({
      column: quoteText(column),
      reason: blank,
      hint: `fill ${column} where the record is kept and export again, or map the column that has it under columns.${column}`,
      effect: "row",
      from: `odd where "r_${column}" is null`,
    }),
  );
  if (ENTITIES[plan.entity].keys.every((key) => key.every((name) => required.includes(name)))) return blanks;
  const reason = quoteText(`has no key: ${describeKeys(plan.entity)} must be filled`);
  const complete = required.map((column) => `"v_${column}" is not null and `).join("");
  return [...blanks, select({reason, effect: "row", from: `odd where ${complete}_key is null`})];
}

// Whole kinds of rows are summed up: a mixed file would fill the ledger with rows that are loaded elsewhere.
const sumUp = (from: string): string =>
  select({
    line: "line",
    reason: "reason || ': ' || rows || case when rows = 1 then ' row' else ' rows, the first of them here' end",
    effect: "set_aside",
    from,
  });
const APART = sumUp("temp.apart");
const ASIDE = sumUp(
  "(select _aside as reason, count(*) as rows, min(_line) as line from cells where _aside is not null group by _aside)",
);

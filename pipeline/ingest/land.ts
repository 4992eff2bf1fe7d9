import {ENTITIES} from "../contract/entities.js";
import {quoteText, type Database} from "../db.js";
import type {Survey} from "./decide.js";
import {describeKeys, listTargets, type Plan} from "./plan.js";
import type {FileReport, FoundFile, Landing} from "./types.js";

type Counts = Pick<FileReport, "rows_read" | "loaded" | "merged" | "rejected" | "set_aside">;

/**
 * Puts the rows of a planned file into raw.<entity>, and what went wrong with them into raw.rejects.
 * Within the file the later line of a repeated key wins.
 * @returns the file's ledger line for this entity.
 */
export async function landEntity(
  db: Database, file: FoundFile, fileId: number, landing: Landing, plan: Plan, survey: Survey, exportedAt: string | null,
): Promise<Counts> {
  const {names, values} = listTargets(plan.columns);
  const once = survey.keys < survey.ok ? " qualify row_number() over (partition by _key order by _line desc) = 1" : "";
  await db.run(
    `insert into raw.${plan.entity} (${names}, _file_id, _source, _line, _exported_at)
     ${plan.with} select ${values}, ${fileId}, ${file.sourceIndex}, _line, ${exportedAt ? `timestamp ${quoteText(exportedAt)}` : "null"}
     from converted where _is_ok${once}`,
  );
  const rejected = survey.rows - survey.aside - survey.ok;
  const parts = [...listBadCells(plan, survey), ...(rejected > 0 ? listBadRows(plan) : []), ...(once ? [listDuplicates(plan)] : [])];
  if (survey.aside > 0) parts.push(ASIDE);
  const start = `insert into raw.rejects select ${fileId}, ${quoteText(file.name)}, ${quoteText(plan.entity)}, line, column_name, value, reason, hint, effect`;
  if (parts.length > 0) await db.run(`${start} from (${plan.with} ${parts.join(" union all ")}) order by line, column_name`);
  const odd = [...landing.malformed.map((record) => ({...record, effect: "row"})), ...landing.setAside.map((record) => ({...record, effect: "set_aside"}))];
  if (odd.length > 0) {
    const rows = odd.map(({line, value, reason, effect}) => `(${line}, null, ${quoteText(value)}, ${quoteText(reason)}, null, ${quoteText(effect)})`);
    await db.run(`${start} from (values ${rows.join(", ")}) as odd(line, column_name, value, reason, hint, effect)`);
  }
  return {
    rows_read: survey.rows + odd.length,
    loaded: survey.keys,
    merged: survey.ok - survey.keys,
    rejected: rejected + landing.malformed.length,
    set_aside: survey.aside + landing.setAside.length,
  };
}

const entry = (line: string, column: string, value: string, reason: string, hint: string | undefined, effect: string, from: string) =>
  `select ${line} as line, ${column} as column_name, ${value} as value, ${reason} as reason, ${hint ? quoteText(hint) : "null"} as hint, ${quoteText(effect)} as effect from ${from}`;

/** An entry per cell that is not what its column wants. */
function listBadCells(plan: Plan, survey: Survey): string[] {
  return plan.columns
    .filter(({column}) => survey.bad.get(column)! > 0)
    .map(({column, conversion, definition}) =>
      entry("_line", quoteText(column), `"r_${column}"`, quoteText(conversion.reason), conversion.hint, definition.required ? "row" : "cell",
        `converted where _aside is null and ${conversion.bad}`),
    );
}

/** An entry per blank required cell, and per row without a key. */
function listBadRows(plan: Plan): string[] {
  const required = plan.columns.filter(({definition}) => definition.required);
  const blanks = required.map(({column}) =>
    entry("_line", quoteText(column), "null", quoteText("is blank, and a row cannot do without it"), undefined, "row", `converted where _aside is null and "r_${column}" is null`),
  );
  const complete = required.map(({column}) => `"v_${column}" is not null and `).join("");
  const isKeyRequired = ENTITIES[plan.entity].keys.every((key) => key.every((name) => required.some(({column}) => column === name)));
  if (isKeyRequired) return blanks;
  const reason = quoteText(`has no key: ${describeKeys(plan.entity)} must be filled`);
  return [...blanks, entry("_line", "null", "null", reason, undefined, "row", `converted where _aside is null and ${complete}_key is null`)];
}

/** An entry per earlier row of a repeated key that says something else than the winner. */
function listDuplicates(plan: Plan): string {
  const row = `hash(${plan.columns.map(({column}) => `"v_${column}"`).join(", ")})`;
  const ranked = `(select _line, substr(replace(_key, chr(31), ' '), 3) as _said, ${row} as _row, first_value(${row}) over newest_first as _winner,
    first_value(_line) over newest_first as _winner_line from converted where _is_ok window newest_first as (partition by _key order by _line desc))`;
  const reason = "'same key as line ' || _winner_line || ', which says something else and wins'";
  return entry("_line", "null", "_said", reason, "export each record once, or map its own id", "duplicate", `${ranked} where _line <> _winner_line and _row <> _winner`);
}

// Whole kinds of rows are summed up: a mixed file would fill the ledger with rows that are loaded elsewhere.
const ASIDE = entry("min(_line)", "null", "null", "_aside || ': ' || count(*) || case when count(*) = 1 then ' row' else ' rows, the first of them here' end", undefined, "set_aside", "converted where _aside is not null group by _aside");

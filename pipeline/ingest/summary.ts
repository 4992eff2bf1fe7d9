import type {Database} from "../db.js";
import type {Problem} from "../errors.js";
import {FIRST_LINES, sayLines} from "./outcomes.js";

interface Kind {
  path: string;
  column_name: string | null;
  reason: string;
  hint: string | null;
  effect: keyof typeof CONSEQUENCES;
  first_line: number;
  example: string | null;
  count: number;
  lines: number[];
}

const CONSEQUENCES = {row: "the row is left out", cell: "loaded as blank", duplicate: "left out"};

/** What raw.rejects holds of rows and cells that did not arrive, for a person at a terminal: a problem per file, column and reason with its first line; what costs rows first. */
export async function summariseRejects(db: Database): Promise<Problem[]> {
  const kinds = await db.rows<Kind>(
    `select path, column_name, regexp_replace(reason, ' line [0-9]+', ' another line') as reason, any_value(hint) as hint, effect,
       min(line)::integer as first_line, arg_min(value, line) as example, count(*)::integer as count, ${FIRST_LINES} as lines
     from raw.rejects where effect in (${Object.keys(CONSEQUENCES).map((effect) => `'${effect}'`)})
     group by file_id, path, column_name, 3, effect
     order by array_position(['row', 'duplicate', 'cell'], effect), file_id, first_line, column_name`,
  );
  return kinds.map(describeKind);
}

function describeKind({path, column_name, reason, hint, effect, first_line, example, count, lines}: Kind): Problem {
  const what = [
    column_name,
    example === null ? null : JSON.stringify(example.length > 60 ? `${example.slice(0, 60)}…` : example),
    reason,
  ];
  const others = count === 1 ? "" : ` (${sayLines(lines, count)})`;
  return {
    where: `${path}:${first_line}`,
    what: `${what.filter((part) => part !== null).join(" ")}; ${CONSEQUENCES[effect]}${others}`,
    ...(hint ? {hint} : {}),
  };
}

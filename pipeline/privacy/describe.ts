import type {Identity} from "./forgotten.js";
import type {Held} from "./identity.js";

/** Lines named per file and entity before the rest is counted. */
const MOST_LINES = 12;

/** Says which rows of which exports hold somebody, so that they can be taken out there. */
export function describeHeld(identity: Identity, held: readonly Held[]): string {
  const groups = new Map<string, Held[]>();
  for (const row of held) groups.set(`${row.path}\0${row.entity}`, [...(groups.get(`${row.path}\0${row.entity}`) ?? []), row]);
  const files = [...groups.values()].map((rows) => {
    const {path, entity} = rows[0]!;
    const lines = rows.slice(0, MOST_LINES).map(({line}) => line).join(", "); // prettier-ignore
    const more = rows.length > MOST_LINES ? ` and ${rows.length - MOST_LINES} more` : "";
    return `  ${path} (${entity}): ${rows.length === 1 ? "line" : "lines"} ${lines}${more}`;
  });
  const who = `a ${identity.kind} who goes by ${[...identity.ids, ...identity.names].join(", ")}`;
  if (files.length === 0) return `${who}: no row of the exports holds them`;
  return `${who}\n${held.length} ${held.length === 1 ? "row of the exports holds" : "rows of the exports hold"} them; take them out there, too:\n${files.join("\n")}`;
}

import {ENTITIES} from "../contract/entities.js";
import {OPEN_DATES} from "./decide.js";
import {guessColumns, guessEntity, isLikeAnExport, LEAST_SURE} from "./guess.js";
import {guessTool} from "./guess-tool.js";
import type {Inspection} from "./inspection.js";
import {describeFileProblem, type FileOutcome} from "./outcomes.js";

const DELIMITERS: Record<string, string> = {",": "comma", ";": "semicolon", "\t": "tab", "|": "pipe"};

/** An inspection as a text: how the file reads, what it holds, where each column comes from, and a `sources:` block. */
export function describeInspection(inspection: Inspection): string {
  const {name, facts, dialect, recognition, entities, unused} = inspection;
  const odd = [
    inspection.malformed && `${inspection.malformed} unreadable`,
    inspection.setAside && `${inspection.setAside} of a footer or of counts`,
  ].filter(Boolean);
  const lines = [
    name,
    `  reads as  ${dialect.headerLine === 0 ? "a table with columns of its own" : `${facts.encoding}, ${DELIMITERS[dialect.delimiter]}, header on line ${dialect.headerLine}`}, ${inspection.rows} rows${odd.length > 0 ? ` (and ${odd.join(", ")})` : ""}${dialect.care ? `; read with care: ${dialect.care}` : ""}`,
    recognition
      ? `  holds     ${recognition.profile} / ${recognition.kind}: ${entities.map(({entity}) => entity).join(", ")} (${Math.round(recognition.certainty * 100)} % sure); times without a zone are in ${recognition.zone}`
      : "  holds     nothing that its headers tell",
  ];
  for (const {entity, columns, missing} of entities) {
    const width = Math.max(...columns.map(({column}) => column.length));
    lines.push(`  ${entity}`);
    for (const {column, headers, how, samples} of columns) {
      const origin = headers.length > 0 ? headers.map((header) => `"${header}"`).join(" and ") : "an expression";
      lines.push(
        `    ${column.padEnd(width)}  ${how === "similar" ? "guessed from " : "from "}${origin}${samples.length > 0 ? `: ${samples.map(shorten).join(" | ")}` : ", blank"}`,
      );
    }
    const required = ENTITIES[entity].columns
      .filter(({name: column, required}) => required && missing.includes(column))
      .map(({name: column}) => column);
    if (required.length > 0) lines.push(`    missing, and required: ${required.join(", ")}`);
  }
  if (unused.length > 0)
    lines.push(
      `  not used  ${unused.map(({header, samples}) => `"${header}"${samples.length > 0 ? ` (${shorten(samples[0]!)})` : ""}`).join(", ")}`,
    );
  if (recognition) lines.push(...inspection.outcomes.flatMap(describeOutcome));
  else if (!guessTool(unused) && !isLikeAnExport(guessEntity(unused), unused)) return [...lines, NO_EXPORT].join("\n");
  return [...lines, "  sources:", inspection.source].join("\n");
}

const NO_EXPORT = "  looks like no export for Baton: few of its headers are like those of any\n        → leave it out of sources";

/** A block to paste under `sources:`: what was recognised, and guesses for what was not. */
export function describeSource(inspection: Omit<Inspection, "source">): string {
  const {name, table, recognition, entities, unused, outcomes} = inspection;
  const isOpen = outcomes.some(({problems}) => problems.some(({reason}) => reason.includes(OPEN_DATES)));
  const known = entities[0];
  // Of a file that is known, what it does not need is offered only where the names all but say it.
  const guess = known
    ? guessColumns(known.entity, known.missing, unused, LEAST_SURE)
    : (guessTool(unused) ?? guessEntity(unused));
  const required = ENTITIES[guess.entity].columns.filter((column) => column.required && !isFound(column.name));
  const lines = [
    ...[...guess.columns].map(([column, header]) => `      ${column}: ${JSON.stringify(header)}   # a guess`),
    ...required.map(({name: column}) => `      ${column}: ""   # required: name its header`),
  ];
  const sql = [...(guess.tool?.sql ?? [])].map(([column, text]) => `      ${column}: ${JSON.stringify(text)}   # a guess`);
  return [
    `  - files: ${JSON.stringify(table ? name.slice(0, -table.length - 1) : name)}`,
    ...(table ? [`    table: ${table}`] : []),
    ...(recognition ? [`    profile: ${recognition.profile}`] : []),
    ...(entities.length > 1 ? [] : [`    entity: ${guess.entity}`]),
    ...(lines.length > 0 ? ["    columns:", ...lines] : []),
    ...(sql.length > 0 ? ["    sql:", ...sql] : []),
    ...(guess.tool?.where ? [`    where: ${JSON.stringify(guess.tool.where)}`] : []),
    ...(isOpen ? ["    dates: month-first   # or day-first: the file does not tell"] : []),
  ].join("\n");

  function isFound(column: string): boolean {
    return (
      guess.columns.has(column) ||
      (guess.tool?.sql.has(column) ?? false) ||
      (known?.columns.some((mapped) => mapped.column === column) ?? false)
    );
  }
}

/** What a build would make of the file, with every reason why a row or cell does not arrive. */
function describeOutcome({entity, rows_read, loaded, merged, rejected, set_aside, problems}: FileOutcome): string[] {
  const sum = `${rows_read} rows read = ${loaded} loaded + ${merged} merged + ${rejected} rejected + ${set_aside} set aside`;
  return [
    ...(entity === null ? [] : [`  ${entity}: ${sum}`]),
    ...problems.map((problem) => `      ${describeFileProblem(problem)}`),
  ];
}

const shorten = (text: string) => (text.length > 30 ? `${text.slice(0, 29)}…` : text).replace(/\s+/g, " ");

import {ENTITIES, ENTITY_NAMES, type EntityName} from "../contract/entities.js";
import {findNearMiss} from "../errors.js";
import {normaliseHeader} from "../profiles/index.js";
import type {Inspection} from "./inspect.js";

const DELIMITERS: Record<string, string> = {",": "comma", ";": "semicolon", "\t": "tab", "|": "pipe"};

/** An inspection as a text: how the file reads, what it holds, where each column comes from, and a `sources:` block. */
export function describeInspection(inspection: Inspection): string {
  const {name, facts, dialect, recognition, entities, unused} = inspection;
  const odd = [
    inspection.malformed && `${inspection.malformed} unreadable`,
    inspection.setAside && `${inspection.setAside} of a footer`,
  ].filter(Boolean);
  const lines = [
    name,
    `  reads as  ${facts.encoding}, ${DELIMITERS[dialect.delimiter]}, header on line ${dialect.headerLine}, ${inspection.rows} rows${odd.length > 0 ? ` (and ${odd.join(", ")})` : ""}${dialect.care ? `; read with care: ${dialect.care}` : ""}`,
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
  return [...lines, ...describeSource(inspection)].join("\n");
}

/** A block to paste under `sources:`: what was recognised, and guesses for what was not. */
function describeSource({name, recognition, entities, unused}: Inspection): string[] {
  const entity = entities[0]?.entity ?? guessEntity(unused.map(({header}) => header));
  const missing = entities[0]?.missing ?? ENTITIES[entity].columns.map(({name: column}) => column);
  const required = new Set(ENTITIES[entity].columns.filter((column) => column.required).map(({name: column}) => column));
  const guesses = missing.flatMap((column) => {
    const header = findNearMiss(
      column.replaceAll("_", " "),
      unused.map((candidate) => candidate.header),
    );
    return header
      ? [`      ${column}: ${JSON.stringify(header)}`]
      : required.has(column)
        ? [`      ${column}: ""   # required: name its header`]
        : [];
  });
  return [
    "  sources:",
    `  - files: ${JSON.stringify(name)}`,
    ...(recognition ? [`    profile: ${recognition.profile}`] : []),
    ...(entities.length > 1 ? [] : [`    entity: ${entity}`]),
    ...(guesses.length > 0 ? ["    columns:", ...guesses] : []),
  ];
}

/** The entity with most columns called like the headers. */
function guessEntity(headers: readonly string[]): EntityName {
  const forms = new Set(headers.map(normaliseHeader));
  const score = (entity: EntityName) => ENTITIES[entity].columns.filter(({name}) => forms.has(normaliseHeader(name))).length;
  return [...ENTITY_NAMES].sort((a, b) => score(b) - score(a))[0]!;
}

const shorten = (text: string) => (text.length > 30 ? `${text.slice(0, 29)}…` : text).replace(/\s+/g, " ");

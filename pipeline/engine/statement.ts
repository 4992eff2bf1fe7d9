/** The heads of statements; what follows `as` or `into` is a query, which DuckDB's parser reads. */
export type Statement =
  | {kind: "query"; query: string}
  | {kind: "make"; name: Name; query: string}
  | {kind: "define"; name: Name; columns: string}
  | {kind: "insert"; name: Name; columns?: readonly string[]; isByName: boolean; query: string}
  | {kind: "drop"; name: Name}
  | {kind: "macro"; name: string; parameters: readonly string[]; body: string}
  | {kind: "type"; name: string; query: string}
  | {kind: "nothing"};

/** A table's schema and name; temporary ones are of schema `temp`. */
export interface Name {
  schema: string;
  name: string;
}

const NAME = String.raw`((?:[a-z_]\w*\.)?(?:[a-z_]\w*|"[^"]+"))`;
const HEADS: readonly (readonly [RegExp, (found: readonly string[]) => Statement])[] = [
  [
    new RegExp(
      String.raw`^create (?:or replace )?(temp |temporary )?(?:table|view) (?:if not exists )?${NAME}\s+as\s+([\s\S]+)$`,
      "i",
    ),
    ([temp, name, query]) => ({kind: "make", name: nameOf(name!, temp), query: query!}),
  ],
  [
    new RegExp(String.raw`^create (?:or replace )?(temp |temporary )?table (?:if not exists )?${NAME}\s*\(([\s\S]+)\)$`, "i"),
    ([temp, name, columns]) => ({kind: "define", name: nameOf(name!, temp), columns: columns!}),
  ],
  [
    new RegExp(
      String.raw`^insert into ${NAME}(\s+by name)?(?:\s*\(([\w", ]+)\))?\s+((?:select|with|from|values)\b[\s\S]+)$`,
      "i",
    ),
    ([name, byName, columns, query]) => ({
      kind: "insert",
      name: nameOf(name!),
      isByName: byName !== undefined,
      columns: columns?.split(",").map((column) => column.trim().replaceAll('"', "")),
      query: query!,
    }),
  ],
  [new RegExp(String.raw`^drop (?:table|view) (?:if exists )?${NAME}$`, "i"), ([name]) => ({kind: "drop", name: nameOf(name!)})],
  [
    /^create (?:or replace )?temp macro (\w+)\(([\w, ]*)\) as\s+([\s\S]+)$/i,
    ([name, parameters, body]) => ({
      kind: "macro",
      name: name!,
      parameters: parameters!.split(",").map((each) => each.trim()),
      body: body!,
    }),
  ],
  [/^create (?:temp )?type (\w+) as enum \(([\s\S]+)\)$/i, ([name, query]) => ({kind: "type", name: name!, query: query!})],
  // Schemas are prefixes of names there; bounds on memory and threads are the server's own affair.
  [/^(?:create schema|drop type|set|pragma)\b/i, () => ({kind: "nothing"})],
];

function nameOf(text: string, temp?: string): Name {
  const [first, second] = text.replaceAll('"', "").split(".");
  if (temp || first === "temp") return {schema: "temp", name: second ?? first!};
  return second === undefined ? {schema: "", name: first!} : {schema: first!, name: second};
}

/** What a statement does and to which table. */
export function readStatement(sql: string): Statement {
  const text = withoutComments(sql).trim();
  for (const [head, make] of HEADS) {
    const found = head.exec(text);
    if (found) return make(found.slice(1));
  }
  return {kind: "query", query: sql};
}

/** Comments before a statement's first word. */
const withoutComments = (sql: string): string => sql.replace(/^(?:\s*--[^\n]*\n)+/, "");

/** Statements between semicolons that stand in no quotes and no comments. */
export function splitStatements(sql: string): string[] {
  const parts = sql.match(/--[^\n]*|'(?:[^']|'')*'|"(?:[^"]|"")*"|;|[^;'"-]+|-/g) ?? [];
  const statements = [""];
  for (const part of parts) {
    if (part === ";") statements.push("");
    else statements[statements.length - 1] += part;
  }
  return statements.filter((statement) => statement.trim() !== "");
}

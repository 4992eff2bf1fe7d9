/** What a model was made from, so that the next build makes only those that would come out differently. */
import {createHash} from "node:crypto";
import {quoteText, type Database} from "../db.js";
import type {Model} from "./order.js";

/** Tells of each model whether it stands as it would be made; asked for each once what it reads stands. */
export interface Prints {
  /** Takes the model's print down; true when the table that stands there has the same. */
  isStanding(model: Model): boolean;
  /** Takes down what a table just made holds; a view holds what follows from what it reads. */
  noteMade(db: Database, model: Model, kind: "view" | "table"): Promise<void>;
  /** Notes everything taken down for the next build. */
  write(db: Database): Promise<void>;
}

interface Noted {
  /** Hash of what the model was made from. */
  print: string;
  /** Changes with what it holds. */
  state: string;
}

/** Rows up to which a model is told by what it holds, so that one that came out the same ends the matter. */
const SMALL = 200_000;

/**
 * Reads the prints of the build before, and what raw and config hold now. A table of raw that holds an entity is told by what it was
 * made from, the others, which are small, by content. Holds for one state of our own code alone: whoever changes it starts a new
 * warehouse. What is not going to be built on has no versions, and gets no prints.
 */
export async function readPrints(db: Database): Promise<Prints> {
  if (!(await hasTable(db, "raw", "versions"))) return {isStanding: () => false, async noteMade() {}, async write() {}};
  const ground = await readGround(db);
  const before = await readBefore(db);
  const now = new Map<string, Noted>();
  return {
    isStanding({name, text, reads, ground: tables}) {
      const named = [
        ...tables.map((table) => `${table}=${ground.get(table)}`),
        ...reads.map((read) => `${read}=${now.get(read)?.state}`),
      ];
      const print = createHash("sha256")
        .update(JSON.stringify([text ?? "", ...named]))
        .digest("hex");
      const noted = before.get(name);
      const isSame = noted?.print === print;
      now.set(name, isSame ? noted : {print, state: print});
      return isSame;
    },
    async noteMade(lane, {name}, kind) {
      if (kind === "view") return;
      const noted = now.get(name)!;
      const [{rows}] = (await lane.rows<{rows: number}>(`select count(*) as rows from ${name}`)) as [{rows: number}];
      if (rows <= SMALL) now.set(name, {...noted, state: await readContent(lane, name)});
    },
    async write(to) {
      const rows = [...now].map(([name, {print, state}]) => `(${[name, print, state].map(quoteText).join(", ")})`);
      await to.run(`create schema if not exists build;
        create or replace table build.models as from (values ${rows.join(", ")}) as models(name, print, state)`);
    },
  };
}

/** How many rows a table has, and the sum of their hashes: the order of rows does not matter. */
async function readContent(db: Database, table: string): Promise<string> {
  const [row] = await db.rows<{content: string}>(
    `select count(*) || ' ' || coalesce(sum(hash(rows)::hugeint), 0) as content from ${table} as rows`,
  );
  return row!.content;
}

async function readGround(db: Database): Promise<Map<string, string>> {
  const tables = await db.rows<{schema: string; name: string}>(
    "select schema_name as schema, table_name as name from duckdb_tables() where schema_name in ('raw', 'config') and table_name <> 'versions' order by all",
  );
  const versions = await db.rows<{entity: string; version: string}>("from raw.versions");
  const ground = new Map(versions.map(({entity, version}) => [`raw.${entity}`, version]));
  for (const {schema, name} of tables) {
    const table = `${schema}.${name}`;
    if (!ground.has(table)) ground.set(table, await readContent(db, table));
  }
  return ground;
}

async function readBefore(db: Database): Promise<Map<string, Noted>> {
  if (!(await hasTable(db, "build", "models"))) return new Map();
  const rows = await db.rows<Noted & {name: string}>("from build.models");
  return new Map(rows.map(({name, ...noted}) => [name, noted]));
}

const hasTable = async (db: Database, schema: string, name: string): Promise<boolean> =>
  (
    await db.rows(
      `select 1 from duckdb_tables() where schema_name = ${quoteText(schema)} and table_name = ${quoteText(name)} limit 1`,
    )
  ).length > 0;

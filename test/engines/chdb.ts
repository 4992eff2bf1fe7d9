import {createRequire} from "node:module";
import {SETTINGS, writeLoad, type Answer, type Client} from "../../pipeline/engine/client.js";

interface Session {
  query(sql: string, format?: string): unknown;
  close(): void;
}
const {Session: Chdb} = createRequire(import.meta.url)("chdb") as {Session: new () => Session};

/** ClickHouse's own engine as a library, in this process: what it answers a server answers too. */
export function openChdb(): Client {
  const session = new Chdb();
  for (const [name, value] of Object.entries(SETTINGS))
    session.query(`SET ${name} = ${typeof value === "string" ? `'${value}'` : value}`);
  const ask = (sql: string, format?: string) => String(session.query(sql, format));
  return {
    async command(sql) {
      ask(sql);
    },
    async query(sql) {
      const answer = ask(sql, "JSONCompact");
      return answer === "" ? {data: []} : (JSON.parse(answer) as Answer);
    },
    async load(path, into, batch) {
      ask(`${writeLoad(into, batch)} SELECT * FROM file('${path}', Parquet)`);
    },
    async save(sql, path) {
      ask(`INSERT INTO FUNCTION file('${path}', Parquet) ${sql}`);
    },
    async close() {
      session.close();
    },
  };
}

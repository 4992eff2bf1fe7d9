import {createWriteStream, mkdtempSync, readFileSync, rmSync} from "node:fs";
import {createServer, type IncomingMessage, type Server} from "node:http";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {pipeline} from "node:stream/promises";
import {text} from "node:stream/consumers";
import type {AddressInfo} from "node:net";
import type {Client} from "../../pipeline/engine/client.js";

export interface Served {
  url: string;
  /** What is asked before every request: an error to answer with, or "lost" to hang up half-way, or "unanswered" to do it and hang up then. */
  interfere: (sql: string) => {status: number; body: string} | "lost" | "unanswered" | undefined;
  close(): Promise<void>;
}

/** ClickHouse's own engine behind its HTTP interface, as far as it is used: queries, Parquet in and out, users and their passwords. */
export async function serveChdb(chdb: Client, users: Readonly<Record<string, string>>): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), "baton-serve-"));
  let count = 0;
  const served: Served = {url: "", interfere: () => undefined, close: async () => {}};
  const answer = async (request: IncomingMessage): Promise<{status: number; body: string | Buffer} | "lost" | "unanswered"> => {
    const query = new URL(request.url!, "http://host").searchParams.get("query") ?? "";
    const {"x-clickhouse-user": user, "x-clickhouse-key": key} = request.headers;
    if (users[String(user)] !== key)
      return {status: 403, body: `Code: 516. DB::Exception: ${String(user)}: Authentication failed (AUTHENTICATION_FAILED)`};
    const file = join(folder, `${count++}.parquet`);
    if (/FORMAT Parquet$/.test(query)) await pipeline(request, createWriteStream(file));
    const sql = /FORMAT Parquet$/.test(query) ? query : await text(request);
    const interfered = served.interfere(sql);
    if (interfered && interfered !== "unanswered") return interfered;
    const [, into, batch] = /^INSERT INTO (\S+) SETTINGS insert_deduplication_token = '(.+)' FORMAT Parquet$/.exec(sql) ?? [];
    const [, saved] = /^([\s\S]*)\nFORMAT Parquet$/.exec(sql) ?? [];
    const [, asked] = /^([\s\S]*)\nFORMAT JSONCompact$/.exec(sql) ?? [];
    try {
      if (into) await chdb.load(file, into, batch!);
      else if (saved) {
        await chdb.save(saved, file);
        return {status: 200, body: readFileSync(file)};
      } else if (asked) return {status: 200, body: JSON.stringify(await chdb.query(asked))};
      else await chdb.command(sql);
      return interfered ?? {status: 200, body: ""};
    } catch (error) {
      return {status: 500, body: (error as Error).message};
    } finally {
      rmSync(file, {force: true});
    }
  };
  const server: Server = createServer((request, response) => {
    void answer(request).then((given) => {
      if (typeof given === "string") return request.socket.destroy();
      response.writeHead(given.status).end(given.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  served.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  served.close = async () => {
    await new Promise((resolve) => server.close(resolve));
    rmSync(folder, {recursive: true, force: true});
  };
  return served;
}

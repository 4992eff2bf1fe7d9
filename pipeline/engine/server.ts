/** A ClickHouse server over its HTTP interface. */
import {createReadStream, createWriteStream} from "node:fs";
import {Agent as PlainAgent, request as requestPlain, type IncomingMessage} from "node:http";
import {Agent as SecureAgent, request as requestSecure} from "node:https";
import {Readable} from "node:stream";
import {pipeline} from "node:stream/promises";
import {text} from "node:stream/consumers";
import {UserError} from "../errors.js";
import {CLUSTER_SETTINGS, SETTINGS, writeLoad, type Answer, type Client} from "./client.js";
import {explainFailure, explainLoss} from "./failures.js";

export interface ServerOptions {
  /** As `https://clickhouse.example:8443`. */
  url: string;
  /** Must be there. */
  database: string;
  user: string;
  /** Whose hosts share the tables. */
  cluster?: string;
}

/** The environment's word for the password; it is in no file, no address and no message. */
export const PASSWORD = "BATON_CLICKHOUSE_PASSWORD";

/**
 * Talks to the server that the configuration names.
 * @throws UserError where it cannot be reached, refuses the user, or has no such database
 */
export async function openServer(options: ServerOptions, password = process.env[PASSWORD] ?? ""): Promise<Client> {
  const ask = (query: string, body?: Readable) => send(options, password, query, body);
  const client: Client = {
    async command(sql) {
      await text(await ask("", Readable.from([sql])));
    },
    async query(sql) {
      const answer = await text(await ask("", Readable.from([`${sql}\nFORMAT JSONCompact`])));
      return answer === "" ? {data: []} : (JSON.parse(answer) as Answer);
    },
    async load(path, into, batch) {
      await text(await ask(`${writeLoad(into, batch)} FORMAT Parquet`, createReadStream(path)));
    },
    async save(sql, path) {
      await pipeline(await ask("", Readable.from([`${sql}\nFORMAT Parquet`])), createWriteStream(path));
    },
    async close() {},
  };
  const {data} = await client.query("SELECT currentDatabase(), version()");
  if (data.length === 0)
    throw new UserError(
      `engine: ${options.url}: answers, but not as ClickHouse does\n  → engine.clickhouse.url is that of its HTTP interface`,
    );
  return client;
}

// Each statement has a connection of its own: one that is kept may be closed there in the moment in which it is used again, and nobody knows then whether
// the statement was heard. What was agreed upon for secrecy is kept.
const PLAIN = new PlainAgent({keepAlive: false});
const SECURE = new SecureAgent({keepAlive: false});

/** One request; what the server says of an error comes as one, since it answers once the query is done. */
async function send(
  {url, database, user, cluster}: ServerOptions,
  password: string,
  query: string,
  body: Readable = Readable.from([]),
): Promise<IncomingMessage> {
  const address = new URL(url);
  const settings = cluster === undefined ? SETTINGS : {...SETTINGS, ...CLUSTER_SETTINGS};
  const parameters = {...settings, database, wait_end_of_query: 1, ...(query ? {query} : {})};
  for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, String(value));
  const headers = {"X-ClickHouse-User": user, "X-ClickHouse-Key": password, "Content-Type": "application/octet-stream"};
  const options = {method: "POST", headers};
  const request =
    address.protocol === "https:"
      ? requestSecure(address, {...options, agent: SECURE})
      : requestPlain(address, {...options, agent: PLAIN});
  const answer = new Promise<IncomingMessage>((resolve, reject) => request.once("response", resolve).once("error", reject));
  // A server that refuses answers before it has read everything; then what it says counts, not that it stopped listening.
  const sent = pipeline(body, request).catch((error: unknown) => error);
  let response: IncomingMessage;
  try {
    response = await answer;
  } catch (error) {
    await sent;
    throw explainLoss(url, error as NodeJS.ErrnoException);
  }
  if (response.statusCode === 200) return response;
  throw explainFailure({url, user, database}, response.statusCode ?? 0, await text(response));
}

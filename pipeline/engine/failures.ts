/** What a server's refusals mean to who runs Baton. */
import {UserError} from "../errors.js";

interface Told {
  url: string;
  user: string;
  database: string;
}

/** What may come right by itself: a connection that is lost, a server that has too much to do. */
export class PassingError extends UserError {}

/** ClickHouse's own numbers of too much to do: too many queries at once, too many parts that wait to be merged. */
const BUSY: readonly number[] = [202, 252];

/** ClickHouse's own numbers of what went wrong. */
const KNOWN: readonly (readonly [codes: readonly number[], what: (told: Told) => string])[] = [
  [
    [516, 194, 193, 192],
    ({user}) =>
      `refuses the user ${user}\n  → see engine.clickhouse.user, and put the password into the environment as BATON_CLICKHOUSE_PASSWORD`,
  ],
  [
    [497, 164],
    ({user, database}) =>
      `the user ${user} may not do what is needed\n  → grant create table, drop table, alter, insert and select on ${database}.* to ${user}, whose profile must not be read-only`,
  ],
  [[81], ({database}) => `has no database ${database}\n  → create it, or name another one under engine.clickhouse.database`],
  [
    [241],
    () =>
      "ended a query that needed more memory than it may have\n  → raise max_memory_usage of the user's profile, or set max_bytes_before_external_group_by there; then build again",
  ],
  [[159, 209, 210], () => "took longer than it may\n  → raise max_execution_time of the user's profile, and build again"],
  [[243, 1000], () => "has no room on its disk\n  → make room, and build again"],
];

/** The error for an answer that is one. What is not known keeps ClickHouse's own words, and is a bug of ours. */
export function explainFailure(told: Told, status: number, body: string): Error {
  const code = Number(/\bCode: (\d+)/.exec(body)?.[1]);
  if (BUSY.includes(code)) return new PassingError(`engine: ${told.url}: has too much to do (${code})\n  → build again later`);
  const known = KNOWN.find(([codes]) => codes.includes(code))?.[1];
  if (known) return new UserError(`engine: ${told.url}: ${known(told)}`);
  if (Number.isNaN(code) && status !== 500)
    return new UserError(
      `engine: ${told.url}: answers ${status}, which is not ClickHouse's way\n  → engine.clickhouse.url is that of its HTTP interface (port 8123 or 8443)`,
    );
  return new Error(`ClickHouse: ${body.trim().slice(0, 2000)}`);
}

const UNREACHABLE = [
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
];

/** The error for a connection that was not made, or was lost. */
export function explainLoss(url: string, {code = "", message}: NodeJS.ErrnoException): PassingError {
  if (UNREACHABLE.includes(code))
    return new PassingError(
      `engine: ${url}: cannot be reached (${code})\n  → see that the server runs, and that engine.clickhouse.url is the address of its HTTP interface`,
    );
  return new PassingError(
    `engine: ${url}: the connection was lost (${code || message})\n  → build again: what was half-way counts for nothing`,
  );
}

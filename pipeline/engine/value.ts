import type {Type} from "./types.js";

/** An expression carried over: its ClickHouse text and its type. */
export interface Value {
  sql: string;
  type: Type;
  /** What it is, where it is a literal (texts and numbers). */
  constant?: string | number | null;
  /** A shorter text of a truth that may be false where this is null, which is the same to a condition. */
  condition?: string;
  /** The column it is a plain copy of, as `config.settings.timezone`: a table of one row is as good as a constant. */
  origin?: string;
}

/** A truth where null is as good as false: a WHERE, a HAVING. */
export const asCondition = ({sql, condition}: Value): string => condition ?? sql;

const ESCAPES: Record<string, string> = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0"};

/** A text literal of ClickHouse, where a backslash escapes. */
export const quoteLiteral = (text: string): string => `'${text.replace(/[\\'\n\t\r\0]/g, (sign) => ESCAPES[sign]!)}'`;

/** An identifier of ClickHouse. */
export const quoteIdentifier = (name: string): string => `\`${name.replace(/[\\`]/g, (sign) => `\\${sign}`)}\``;

export const call = (name: string, ...args: readonly string[]): string => `${name}(${args.join(", ")})`;

/** Signs that mean something in a regular expression stand for themselves. */
export const escapePattern = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|\-/]/g, "\\$&");

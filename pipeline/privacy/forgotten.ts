/** Who is to be forgotten: a list beside the configuration that holds hashes alone, so that it tells nobody who is on it. */
import {createHash, randomBytes} from "node:crypto";
import {existsSync, readFileSync, renameSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {z} from "zod";
import {UserError} from "../errors.js";

const hashes = z.array(z.string().regex(/^[0-9a-f]{64}$/));
const list = z.strictObject({
  salt: z.string().min(16),
  forgotten: z.array(
    z.strictObject({
      forgotten_on: z.iso.date(),
      kind: z.enum(["person", "prospect"]),
      /** Ids and e-mail addresses. */
      ids: hashes,
      /** Names, with how many words and letters they have, so that a text is quickly looked through. */
      names: z.array(z.strictObject({hash: z.string(), words: z.int(), letters: z.int()})),
      /** Handoffs that they had a part in. */
      records: hashes,
    }),
  ),
});
export type ForgottenList = z.output<typeof list>;
export type Forgotten = ForgottenList["forgotten"][number];

/** Who is meant, in the clear: only ever held in memory. */
export interface Identity {
  kind: Forgotten["kind"];
  ids: string[];
  names: string[];
  records: string[];
}

export const locateForgotten = (configPath: string): string => join(dirname(configPath), "baton.forgotten.json");

/** Reads the list; undefined where nobody is on it. @throws UserError (exit code 2) when the file is not what this module wrote. */
export function readForgotten(configPath: string): ForgottenList | undefined {
  const path = locateForgotten(configPath);
  if (!existsSync(path)) return undefined;
  const refuse = (why: string, cause?: unknown) =>
    new UserError(`${path}: ${why}\n  → restore it from a copy: without it, those on it would come back with the next build`, 2, {
      cause,
    });
  let text: unknown;
  try {
    text = JSON.parse(readFileSync(path, "utf8"));
  } catch (cause) {
    throw refuse("is no JSON", cause);
  }
  const read = list.safeParse(text);
  if (!read.success) throw refuse(`is no list of who is to be forgotten: ${read.error.issues[0]!.path.join(".")} ${read.error.issues[0]!.message}`); // prettier-ignore
  return read.data.forgotten.length > 0 ? read.data : undefined;
}

/** Adds somebody to the list, which is made where there is none. */
export function addForgotten(configPath: string, identity: Identity, forgotten_on: string): void {
  const path = locateForgotten(configPath);
  const {salt, forgotten} = readForgotten(configPath) ?? {salt: randomBytes(16).toString("hex"), forgotten: []};
  const all = (values: readonly string[]) => [...new Set(values.map((value) => hashValue(salt, value)))].sort();
  const names = identity.names.flatMap((name) => {
    const words = splitWords(name);
    // One word alone is as good as any other word of a text.
    return words.length < 2
      ? []
      : [{hash: hashValue(salt, words.join(" ")), words: words.length, letters: words.join(" ").length}];
  });
  const entry: Forgotten = {forgotten_on, kind: identity.kind, ids: all(identity.ids), names, records: all(identity.records)};
  write(path, {salt, forgotten: [...forgotten, entry]});
}

/** Who is on the list, as far as it tells: their number, since when, and whether a person or a prospect. */
export function listForgotten(configPath: string): {number: number; since: string; kind: Forgotten["kind"]}[] {
  const {forgotten} = readForgotten(configPath) ?? {forgotten: []};
  return forgotten.map(({forgotten_on, kind}, index) => ({number: index + 1, since: forgotten_on, kind}));
}

/**
 * Takes somebody off the list: by an id or e-mail address of theirs, or the whole name where one alone goes by it. Somebody who was put on it
 * twice is taken off twice.
 * @throws UserError (exit code 2) when nobody on the list, or more than one, goes by it
 */
export function removeForgotten(configPath: string, who: string): Forgotten {
  const {salt, forgotten} = readForgotten(configPath) ?? {salt: "", forgotten: []};
  const id = hashValue(salt, who);
  const name = hashValue(salt, splitWords(who).join(" "));
  const byId = forgotten.filter(({ids}) => ids.includes(id));
  const found = byId.length > 0 ? byId : forgotten.filter(({names}) => names.some(({hash}) => hash === name));
  const meant = found[0];
  if (!meant)
    throw new UserError(`nobody on the list goes by "${who}"\n  → name the id, the e-mail address or the whole name, as the exports have it; how many are on it: npm run baton -- forget --list`, 2); // prettier-ignore
  const isOther = (entry: Forgotten) => !entry.ids.some((own) => meant.ids.includes(own));
  if (found.some(isOther))
    throw new UserError(`"${who}" is the name of several on the list\n  → name the one who is meant by id or e-mail address`, 2);
  write(locateForgotten(configPath), {salt, forgotten: forgotten.filter((entry) => !found.includes(entry))});
  return meant;
}

function write(path: string, content: ForgottenList): void {
  const aside = `${path}.next`;
  writeFileSync(aside, `${JSON.stringify(content, null, 2)}\n`, {mode: 0o600});
  renameSync(aside, path);
}

/** What a value is known by: its hash without regard to case and outer space. `hashSql` says the same of a cell. */
export const hashValue = (salt: string, value: string): string =>
  createHash("sha256").update(`${salt}${value.trim().toLowerCase()}`).digest("hex");
export const hashSql = (salt: string, cell: string): string => `sha256('${salt}' || lower(trim(${cell})))`;

/** Words of a name or text, as names are compared: an accent may be a letter's own or a mark behind it. */
export const splitWords = (text: string): string[] => (text.match(WORD) ?? []).map(foldWord);
export const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
export const foldWord = (word: string): string => word.normalize("NFC").toLowerCase();

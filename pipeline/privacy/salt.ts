/** The secret of an installation that makes its pseudonyms: stable as long as it is kept, and of no use without it. */
import {createHash, randomBytes} from "node:crypto";
import {existsSync, readFileSync, renameSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {UserError} from "../errors.js";

export const locateSalt = (configPath: string): string => join(dirname(configPath), "baton.salt");

/** The salt beside the configuration; undefined where none has been needed yet. @throws UserError (exit code 2) when the file is no salt */
export function readSalt(configPath: string): string | undefined {
  const path = locateSalt(configPath);
  if (!existsSync(path)) return undefined;
  const salt = readFileSync(path, "utf8").trim();
  if (!/^[0-9a-f]{32,}$/.test(salt))
    throw new UserError(`${path}: is no salt: 32 and more of 0-9 and a-f\n  → restore it from a copy, or delete it: every pseudonym is then another`, 2); // prettier-ignore
  return salt;
}

/**
 * The salt, made where there is none.
 * @param isKept whether a new one is written; a look alone leaves nothing behind
 */
export function takeSalt(configPath: string, isKept: boolean): string {
  const known = readSalt(configPath);
  if (known) return known;
  const salt = randomBytes(16).toString("hex");
  if (isKept) {
    const path = locateSalt(configPath);
    writeFileSync(`${path}.next`, `${salt}\n`, {mode: 0o600});
    renameSync(`${path}.next`, path);
  }
  return salt;
}

/** What tells one salt from another without telling it. */
export const printSalt = (salt: string): string => createHash("sha256").update(`print ${salt}`).digest("hex").slice(0, 16);

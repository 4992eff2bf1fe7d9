import {randomUUID} from "node:crypto";
import {constants} from "node:fs";
import {access, cp, mkdir, rename, rm} from "node:fs/promises";
import {dirname, join, resolve} from "node:path";
import {UserError} from "../../errors.js";

/**
 * Lays shell and data into one site and puts it in the place of the old one in one go, so that a reader, or a failure, never
 * meets half a site. Files are copied (as clones where the file system can), never linked: a later build must not reach into it.
 * @param shell folder made by `buildShell`
 * @param data folder whose files pages fetch as `_file/data/**`
 * @param out the site's folder
 */
export async function assembleSite({shell, data, out}: {shell: string; data: string; out: string}): Promise<void> {
  await requireFolder(shell, "the built pages");
  await requireFolder(data, "the data of the site");
  const next = `${resolve(out)}.next-${randomUUID().slice(0, 8)}`;
  try {
    await mkdir(dirname(next), {recursive: true});
    const options = {recursive: true, preserveTimestamps: true, mode: constants.COPYFILE_FICLONE};
    await cp(shell, next, options);
    await cp(data, join(next, "_file", "data"), {...options, dereference: true});
    await swapFolder(next, resolve(out));
  } finally {
    await rm(next, {recursive: true, force: true});
  }
}

/** Puts folder `next` in the place of `out`; when that fails, `out` is what it was. Both lie on one file system. */
export async function swapFolder(next: string, out: string): Promise<void> {
  const old = `${out}.old-${randomUUID().slice(0, 8)}`;
  await mkdir(dirname(out), {recursive: true});
  const had = await rename(out, old).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return false;
      throw error;
    },
  );
  try {
    await rename(next, out);
  } catch (error) {
    if (had) await rename(old, out).catch(() => undefined);
    throw error;
  }
  if (had) await rm(old, {recursive: true, force: true});
}

async function requireFolder(path: string, what: string): Promise<void> {
  await access(path).catch((cause: unknown) => {
    throw new UserError(`${path}: ${what} are not there`, 1, {cause});
  });
}

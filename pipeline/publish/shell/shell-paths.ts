/** How files of a site are named, and found from one another. */
import {createHash} from "node:crypto";
import {dirname, posix} from "node:path";

/** The address of a file, seen from a page; both by their paths in the site. */
export function relate(file: string, page: string): string {
  const path = posix.relative(dirname(page), file);
  return path.startsWith(".") ? path : `./${path}`;
}

/** What stands in a file's name for what is in it, so that browsers may keep it. */
export const hashContent = (content: string | Uint8Array): string =>
  createHash("sha256").update(content).digest("hex").slice(0, 8);

/** What stands for a text that is no longer held is for the models to judge; whoever reads a page is told that it is gone. */
import {say} from "../../../src/components/words/words.js";
import {isWithheld, WITHHELD, WITHHELD_IN_JSON, WITHHELD_VAGUE} from "../../contract/former.js";
import type {Database} from "../../db.js";
import type {Shelf} from "../write.js";

/** Whether any text of the exports is no longer held. */
export async function hasWithheld(db: Database): Promise<boolean> {
  const [found] = await db.rows<{n: number}>("select count(*) as n from duckdb_tables() where schema_name = 'raw' and table_name = 'withheld'"); // prettier-ignore
  return found!.n > 0 && (await db.rows("select 1 from raw.withheld limit 1")).length > 0;
}

/** A shelf whose documents are written so. */
export const keepWithheld = (shelf: Shelf): Shelf => ({
  ...shelf,
  putJson: (path, document) => shelf.putJson(path, holdsAny(JSON.stringify(document)) ? hideWithheld(document) : document),
  putBytes: (path, bytes) => shelf.putBytes(path, path.endsWith(".json") ? hideInBytes(bytes) : bytes),
});

/** Whether anything in a document's text may stand for another: only then it is taken apart. */
const holdsAny = (text: string | Buffer): boolean => text.includes(WITHHELD) || text.includes(WITHHELD_VAGUE);

/** Most shards hold some: their text is changed as it stands, a sign per byte, since what is looked for is made of ASCII. */
function hideInBytes(bytes: Uint8Array): Uint8Array {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!holdsAny(buffer)) return bytes;
  const gone = Buffer.from(JSON.stringify(say("withheld"))).toString("latin1");
  return Buffer.from(buffer.toString("latin1").replace(WITHHELD_IN_JSON, gone), "latin1");
}

/** A document with the words of the catalogue in the place of what stands for texts. */
export function hideWithheld<T>(document: T): T {
  const hide = (value: unknown): unknown => {
    if (typeof value === "string") return isWithheld(value) ? say("withheld") : value;
    if (Array.isArray(value)) return value.map(hide);
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, hide(each)]));
  };
  return hide(document) as T;
}

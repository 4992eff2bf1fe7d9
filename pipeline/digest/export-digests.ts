import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Config} from "../config.js";
import type {Database} from "../db.js";
import {findNearMiss, UserError} from "../errors.js";
import type {Person} from "../publish/ground.js";
import {listReaders, makeDigest} from "./make.js";
import {readStock, type Stock} from "./read.js";
import {AUDIENCES, type Audience, type Digest} from "./types.js";
import {writeHtml} from "./write-html.js";
import {writeSlack} from "./write-slack.js";
import {writeText} from "./write-text.js";

const FORMATS = {
  html: writeHtml,
  text: writeText,
  slack: (digest: Digest) => `${JSON.stringify(writeSlack(digest), null, 2)}\n`,
} as const;
type Format = keyof typeof FORMATS;
const ENDINGS: Record<Format, string> = {html: "html", text: "txt", slack: "slack.json"};

export interface DigestOptions {
  audience: string;
  /** `html`, `text`, `slack`, or `all`. */
  format: string;
  /** Id, e-mail address, name or page name of one person; everybody of the audience when left out. */
  person?: string;
}

/** A line of the manifest: whom which files are for. The e-mail address stands here and in no mail. */
export interface DigestEntry {
  audience: Audience;
  person_id: string;
  slug: string;
  email: string | null;
  subject: string;
  files: Partial<Record<Format, string>>;
}

/**
 * Writes the mails of an audience and `manifest.json` into `folder`. Mails of that audience from before are removed, so that nobody who has
 * left since gets one. Nothing is sent.
 * @throws UserError (exit code 2) for an unknown audience, format or person
 */
export async function exportDigests(
  db: Database,
  config: Config,
  folder: string,
  options: DigestOptions,
): Promise<DigestEntry[]> {
  const audience = AUDIENCES.find((known) => known === options.audience);
  if (!audience) throw new UserError(`--audience: "${options.audience}" is none\n  → use one of: ${AUDIENCES.join(", ")}`, 2);
  const formats = (Object.keys(FORMATS) as Format[]).filter((known) => options.format === "all" || options.format === known);
  if (formats.length === 0)
    throw new UserError(`--format: "${options.format}" is none\n  → use one of: all, ${Object.keys(FORMATS).join(", ")}`, 2);
  const stock = await readStock(db, config);
  const readers = options.person === undefined ? listReaders(audience, stock) : [findReader(options.person, audience, stock)];
  const own = join(folder, audience);
  removeEarlier(own);
  mkdirSync(own, {recursive: true});
  const entries = readers.map((person): DigestEntry => {
    const digest = makeDigest(audience, person, stock);
    const files = formats.map((format) => {
      const name = `${person.slug}.${ENDINGS[format]}`;
      writeFileSync(join(own, name), FORMATS[format](digest));
      return [format, name] as const;
    });
    return {
      audience,
      person_id: person.person_id,
      slug: person.slug,
      email: digest.email,
      subject: digest.subject,
      files: Object.fromEntries(files),
    };
  });
  writeFileSync(join(own, "manifest.json"), `${JSON.stringify(entries, null, 2)}\n`);
  return entries;
}

function findReader(who: string, audience: Audience, stock: Stock): Person {
  const wanted = who.trim().toLowerCase();
  const isMeant = ({person_id, slug, name}: Person) =>
    [person_id, slug, name, stock.contacts.get(person_id)?.email].some((own) => own?.toLowerCase() === wanted);
  const readers = listReaders(audience, stock);
  const found = readers.filter(isMeant);
  if (found.length === 1) return found[0]!;
  if (found.length > 1)
    throw new UserError(
      `--person: "${who}" is the name of ${found.length} people\n  → name one by id: ${found.map(({person_id}) => person_id).join(", ")}`,
      2,
    );
  const other = stock.ground.people.find(isMeant);
  if (other)
    throw new UserError(
      `--person: ${other.name} ${other.is_current ? `is no reader of mails for ${audience}` : "is no longer here, and gets no mail"}`,
      2,
    );
  const near = findNearMiss(who, readers.flatMap(({person_id, name, slug}) => [person_id, name, slug])); // prettier-ignore
  throw new UserError(`--person: nobody is called "${who}"${near ? `; did you mean ${near}?` : ""}`, 2);
}

/** Removes what the manifest of the last time names, and nothing else. */
function removeEarlier(folder: string): void {
  const manifest = join(folder, "manifest.json");
  if (!existsSync(manifest)) return;
  const there = new Set(readdirSync(folder));
  try {
    const entries = JSON.parse(readFileSync(manifest, "utf8")) as DigestEntry[];
    for (const name of entries.flatMap(({files}) => Object.values(files)))
      if (there.has(name)) rmSync(join(folder, name), {force: true});
  } catch (cause) {
    throw new UserError(`${manifest}: is no list of mails that were written here\n  → name an empty folder with --out`, 2, {
      cause,
    });
  }
  rmSync(manifest, {force: true});
}

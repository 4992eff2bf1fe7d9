/** Makes of what was found what can be read: of whom, in which file, and where in it. */
import type {Database} from "../db.js";
import {CONTACT, KINDS, PARTIES, PERSON} from "./claims.js";
import type {Finding} from "./judge.js";
import type {Lexicon} from "./lexicon.js";
import {makeLocator, type Places} from "./locate.js";
import type {Leak, Tree} from "./types.js";
import {findNamed, findPath, type Walked} from "./walk.js";
import type {Company} from "./who.js";

/** A mark in a file or name of a tree, or what could not be read. */
export type Found = {tree: number} & (
  ({file: number; isName: boolean; mark: number} & Finding) | {file: number; what: string} | {place: string; what: string}
);

export interface Context {
  trees: readonly Tree[];
  walked: Walked;
  company: Company;
  lexicon: Lexicon;
}

/** Files that are looked through again for where, and links whose path is sought; of more, the file alone is told. */
const MOST = 200;

export async function gather(db: Database, found: readonly Found[], {trees, walked, company, lexicon}: Context): Promise<Leak[]> {
  if (found.length === 0) return [];
  const describe = await makeDescriber(db, company);
  const marksOf = new Map<number, Set<number>>();
  for (const one of found) {
    if (!("mark" in one) || one.isName) continue;
    const marks = marksOf.get(one.file);
    if (marks) marks.add(one.mark);
    else if (marksOf.size < MOST) marksOf.set(one.file, new Set([one.mark]));
  }
  const locate = makeLocator(lexicon);
  const placesOf = new Map<number, Places>();
  for (const [file, marks] of marksOf) placesOf.set(file, locate(walked.paths[file]!, marks));
  const paths = new Map<string, string>();
  const pathOf = (tree: number, file: number): string => {
    const key = `${tree}:${file}`;
    const known = paths.get(key);
    if (known !== undefined) return known;
    const path = paths.size < MOST ? findPath(trees[tree]!, walked.paths[file]!) : walked.paths[file]!;
    paths.set(key, path);
    return path;
  };
  const seen = new Set<string>();
  const leaks: Leak[] = [];
  for (const one of found) {
    const tree = trees[one.tree]!.folder;
    const leak: Leak =
      "place" in one
        ? {tree, file: one.place, kind: "unreadable", whom: "", where: one.what}
        : "what" in one
          ? {tree, file: pathOf(one.tree, one.file), kind: "unreadable", whom: "", where: one.what}
          : {
              tree,
              file: one.isName ? findNamed(trees[one.tree]!, walked.names[one.file]!) : pathOf(one.tree, one.file),
              kind: KINDS[one.kind]!,
              whom: describe(one.owner),
              where: one.isName ? "its name" : (placesOf.get(one.file)?.get(one.mark) ?? ""),
            };
    const key = JSON.stringify(leak);
    if (!seen.has(key)) leaks.push(leak);
    seen.add(key);
  }
  return leaks;
}

async function makeDescriber(db: Database, company: Company): Promise<(owner: number) => string> {
  const names = new Map((await db.rows<{person_id: string; name: string}>("select person_id, max(name) as name from raw.people where name is not null group by person_id")).map(({person_id, name}) => [person_id, name])); // prettier-ignore
  const contacts = new Map((await db.rows<{contact: number; contact_id: string; name: string | null}>("select contact, contact_id, max(name) as name from leak_contacts left join raw.contacts using (contact_id) group by all")).map(({contact, contact_id, name}) => [contact, name ? `${name} (${contact_id})` : contact_id])); // prettier-ignore
  const person = (index: number) => {
    const id = company.people[index]!;
    const name = names.get(id);
    return name && name !== id ? `${name} (${id})` : id;
  };
  return (owner) => {
    const index = owner >> 2;
    if ((owner & 3) === PERSON) return person(index);
    if ((owner & 3) === CONTACT) return `prospect ${contacts.get(index) ?? ""}`;
    if ((owner & 3) !== PARTIES) return "RevOps alone";
    if (index >= company.parties.length) return person(index - company.parties.length);
    const {sdrs, aes} = company.parties[index]!;
    if (sdrs.length === 0) return "a handoff that is in no export any more";
    return `a handoff of ${sdrs.map(person).join(", ")} to ${aes.length > 0 ? aes.map(person).join(", ") : "nobody yet"}`;
  };
}

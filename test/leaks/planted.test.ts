import {rmSync} from "node:fs";
import {dirname} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {Database} from "../../pipeline/db.js";
import {findLeaks, type AudienceKind, type LeakKind} from "../../pipeline/leaks/index.js";
import {COMPANY, plant} from "./company.js";
import {exported} from "./exported.js";
import {ESCAPES, FILES, WRAPPINGS, WRITINGS} from "./forms.js";

let db: Database;
const roots: string[] = [];
beforeAll(async () => {
  db = await exported(COMPANY);
});
afterAll(() => {
  db.close();
  for (const root of roots) rmSync(root, {recursive: true, force: true});
});

/** What must not be in Ada's tree, and what the same is of Ada herself. */
const MARKS: {what: string; kinds: LeakKind[]; other: string; own: string}[] = [
  {what: "a name", kinds: ["name"], other: "Zoë Müller-Lüdenscheidt", own: "Ada Ösei"},
  {what: "a name whose words are ordinary", kinds: ["name"], other: "Will May", own: "Ada Ösei"},
  {what: "a name, family name first", kinds: ["name"], other: "Müller-Lüdenscheidt, Zoë", own: "Ösei, Ada"},
  {what: "the name of somebody who left", kinds: ["name"], other: "Dee Kowalczyk", own: "Eve Tran"},
  {what: "a manager's name", kinds: ["name"], other: "Su Okonkwo", own: "Mo Díaz"},
  {what: "a prospect's name", kinds: ["name"], other: "Ines Quintero", own: "Nils Vestergaard"},
  {what: "an id", kinds: ["id"], other: "p-zoe", own: "p-ada"},
  {what: "a prospect's id", kinds: ["id"], other: "c-1002", own: "c-1001"},
  {what: "an e-mail address", kinds: ["e-mail", "name"], other: "zoe.ml@seller.example.com", own: "ada.osei@seller.example.com"},
  {what: "a page's address", kinds: ["slug", "name"], other: "dee-kowalczyk", own: "ada-osei"},
  {what: "a handoff", kinds: ["handoff"], other: "h-2007", own: "h-2001"},
  {what: "part of a comment", kinds: ["comment"], other: "to be an intern who doesn't talk to procurement", own: "budget was anybody's guess and it cost us"},
  {what: "a short comment", kinds: ["comment"], other: "Rambling notes throughout", own: "all good"},
  {what: "part of a brief", kinds: ["brief"], other: "Their lawyers retype every order form by hand before anybody may countersign it", own: "Renewals slip by weeks since nobody watches the dates of old paper contracts"},
  {what: "a note of a 1:1", kinds: ["note"], other: "in each call who else would have to sign", own: "all good"},
  {what: "a telephone number", kinds: ["telephone"], other: "+1 415 555 0177", own: "2026-09-01"},
]; // prettier-ignore

/** Where a mark cannot be told: short comments count as whole cells, telephone numbers and ordinary names have no capitals of another kind. */
function isTold(what: string, how: string): boolean {
  if (what === "a short comment" && /sentence|calendar|style|comment of|behind|without an ending|source map/.test(how))
    return false;
  if (what === "a name whose words are ordinary" && /^plain$/.test(how)) return true;
  return true;
}

type Case = {
  name: string;
  kinds: LeakKind[];
  files: (text: string) => Record<string, string | Uint8Array>;
  other: string;
  own: string;
};
const cases: Case[] = MARKS.flatMap((mark) => {
  const named = (how: string, files: Case["files"]): Case[] =>
    isTold(mark.what, how) ? [{name: `${mark.what}: ${how}`, kinds: mark.kinds, files, other: mark.other, own: mark.own}] : [];
  return [
    ...Object.entries(FILES).flatMap(([kind, file]) =>
      Object.entries(WRITINGS).flatMap(([writing, write]) => named(`${kind}, ${writing}`, (text) => file(write(text)))),
    ),
    ...["document", "page", "table", "spreadsheet"].flatMap((kind) =>
      Object.entries(WRAPPINGS).flatMap(([wrapping, wrap]) =>
        kind === "table" && wrapping === "UTF-16"
          ? []
          : named(`${kind} in ${wrapping}`, (text) => {
              const [[name, content]] = Object.entries(FILES[kind]!(text)) as [[string, string | Uint8Array]];
              return wrap(Buffer.from(content as string), name.replace("data/", ""));
            }),
      ),
    ),
    ...Object.entries(ESCAPES).flatMap(([escape, file]) => named(escape, file)),
    ...named("name of a file", (text) => ({[`data/${text}.json`]: "{}"})),
    ...named("name of a folder", (text) => ({[`data/${text}/a.json`]: "{}"})),
  ];
});

async function look(which: "other" | "own", kind: AudienceKind = "sdr", id = "p-ada") {
  const trees = plant(cases.map((one) => ({kind, id, files: one.files(one[which])})));
  roots.push(dirname(trees[0]!.folder));
  const leaks = await findLeaks(db, trees);
  const byTree = new Map(trees.map(({folder}) => [folder, [] as typeof leaks]));
  for (const leak of leaks) byTree.get(leak.tree)!.push(leak);
  return cases.map((one, index) => ({...one, leaks: byTree.get(trees[index]!.folder)!}));
}

describe("whatever is planted, in whatever form", () => {
  it("is found, and told for what it is", async () => {
    const found = await look("other");
    expect(found.length).toBeGreaterThan(2500);
    expect(
      found.filter(({leaks, kinds}) => !leaks.some(({kind}) => kinds.includes(kind))).map(({name, leaks}) => [name, ...leaks]),
    ).toEqual([]);
  });
  it("is not found where it may be", async () => {
    const found = await look("own");
    expect(found.filter(({leaks}) => leaks.length > 0).map(({name, leaks}) => [name, ...leaks])).toEqual([]);
  });
});

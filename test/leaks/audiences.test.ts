import {rmSync, symlinkSync} from "node:fs";
import {dirname, join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {Database} from "../../pipeline/db.js";
import {findLeaks, formatLeaks, type AudienceKind, type Leak, type LeakOptions} from "../../pipeline/leaks/index.js";
import {BRIEF, COMMENT, streamTexts} from "../../pipeline/leaks/text-rows.js";
import {prepare} from "../../pipeline/leaks/who-sql.js";
import {encodeArrow} from "../../pipeline/publish/arrow.js";
import type {Cells, Given} from "../models/given.js";
import {COMPANY, link, plant} from "./company.js";
import {exported, makeStaging} from "./exported.js";

let db: Database;
const roots: string[] = [];
beforeAll(async () => {
  db = await exported(COMPANY);
});
afterAll(() => {
  db.close();
  for (const root of roots) rmSync(root, {recursive: true, force: true});
});

type Audience = [AudienceKind, string?];
const ADA: Audience = ["sdr", "p-ada"];

/** What is found in documents that hold one text each, in a tree of the audience: kind and text. */
async function find([kind, id]: Audience, texts: readonly string[], options: LeakOptions = {}): Promise<string[]> {
  const trees = plant([{kind, ...(id ? {id} : {}), files: Object.fromEntries(texts.map((text, index) => [`_${index}.json`, JSON.stringify([text])]))}]); // prettier-ignore
  roots.push(dirname(trees[0]!.folder));
  const leaks = await findLeaks(db, trees, options);
  return leaks.map((leak) => `${leak.kind}: ${texts[Number(/_(\d+)/.exec(leak.file)![1])]}`).sort();
}
const finds = async (audience: Audience, texts: readonly string[], options?: LeakOptions) =>
  [...new Set((await find(audience, texts, options)).map((line) => line.replace(/^[\w-]+: /, "")))].sort();

const NAMES = ["Ada Ösei", "Will May", "Bo Lindqvist", "Dee Kowalczyk", "Pat Umbridge", "Eve Tran", "Gus Abernathy", "Mo Díaz", "Su Okonkwo", "Fi Brandt", "Nils Vestergaard", "Ines Quintero", "Tariq Holm"]; // prettier-ignore
const not = (...allowed: string[]) => NAMES.filter((name) => !allowed.includes(name)).sort();

describe("who may be named in whose tree", () => {
  it.each<[string, Audience, string[]]>([
    ["an SDR: managers, AEs and prospects of own handoffs", ADA, ["Ada Ösei", "Mo Díaz", "Eve Tran", "Pat Umbridge", "Nils Vestergaard"]],
    ["a team: its SDRs of today, their manager, and who was in it when a handoff was booked", ["team", "South"], ["Will May", "Dee Kowalczyk", "Bo Lindqvist", "Pat Umbridge", "Su Okonkwo", "Gus Abernathy", "Ines Quintero", "Tariq Holm"]],
    ["a team that somebody joined: the handoffs of before with them, and their manager of then", ["team", "North"], ["Ada Ösei", "Bo Lindqvist", "Mo Díaz", "Su Okonkwo", "Eve Tran", "Gus Abernathy", "Pat Umbridge", "Nils Vestergaard", "Tariq Holm"]],
    ["an AE: SDRs and prospects of the handoffs", ["ae", "p-eve"], ["Eve Tran", "Fi Brandt", "Ada Ösei", "Bo Lindqvist", "Nils Vestergaard", "Tariq Holm"]],
    ["AEs of a team: the same of each of them", ["ae_team", "Field"], ["Eve Tran", "Gus Abernathy", "Pat Umbridge", "Fi Brandt", "Su Okonkwo", "Ada Ösei", "Will May", "Bo Lindqvist", "Dee Kowalczyk", "Nils Vestergaard", "Ines Quintero", "Tariq Holm"]],
    ["who was an SDR: own handoffs of then", ["sdr", "p-pat"], ["Pat Umbridge", "Su Okonkwo", "Fi Brandt", "Gus Abernathy"]],
    ["the same person as AE: the handoffs taken", ["ae", "p-pat"], ["Pat Umbridge", "Su Okonkwo", "Fi Brandt", "Ada Ösei"]],
    ["leadership: nobody", ["exec"], []],
    ["RevOps: everybody", ["revops"], NAMES],
  ])("%s", async (_, audience, allowed) => {
    expect(await finds(audience, NAMES)).toEqual(not(...allowed));
  }); // prettier-ignore
  it("leadership that sees people: everybody", async () => {
    expect(await find(["exec"], NAMES, {execSeesPeople: true})).toEqual([]);
  });
  it("whoever moved takes the handoffs of before along; those of after are not for the team that was left", async () => {
    const [before, after] = ["which other vendors they had already met with twice", "blind on the security questions they had sent by mail"]; // prettier-ignore
    expect(await finds(["team", "South"], [before, after, "h-2003", "h-2004"])).toEqual(["h-2004", after].sort());
    expect(await finds(["team", "North"], [before, after, "h-2003", "h-2004"])).toEqual([]);
    expect(await finds(["ae", "p-gus"], [before, after])).toEqual([after]);
  });
  it("notes of 1:1s are for the person and the manager, not for counterparts", async () => {
    const note = "Ask in each call who else would have to sign";
    expect(await find(["sdr", "p-will"], [note])).toEqual([]);
    expect(await find(["team", "South"], [note])).toEqual([]);
    expect(await find(["ae", "p-gus"], [note])).toEqual([`note: ${note}`]);
  });
  it("a tree of a person or team that nobody knows is refused", async () => {
    await expect(find(["sdr", "p-nobody"], [])).rejects.toThrow('no export names the person "p-nobody"');
    await expect(find(["team", "../../etc"], [])).rejects.toThrow('no export names the team "../../etc"');
  });
});

describe("what belongs together", () => {
  const meet = (more: Cells): Cells => ({
    sdr_id: "p-a",
    account_id: "x",
    contact_id: "c-1",
    meeting_at: "2026-09-01 10:00:00",
    ...more,
  });
  const people = ["a", "b", "c", "d"].map((letter) => ({
    person_id: `p-${letter}`,
    name: `Person ${letter.toUpperCase().repeat(3)}`,
  }));
  const look = async (rows: Cells[], more: Given, id: string, texts: string[]) => {
    const own = await exported({people, accounts: [{account_id: "x", name: "X"}], contacts: [{contact_id: "c-1", account_id: "x", name: "Una Prospect"}], handoffs: rows, ...more}); // prettier-ignore
    const trees = plant(texts.map((text) => ({kind: "ae" as const, id, files: {"a.json": JSON.stringify([text])}})));
    roots.push(dirname(trees[0]!.folder));
    const found = new Set((await findLeaks(own, trees)).map(({tree}) => tree));
    own.close();
    return texts.filter((_, k) => found.has(trees[k]!.folder));
  };
  it("the slots of a handoff that went from one AE to another are both AEs', with and without an id", async () => {
    const slots = (id: Cells) => [meet({...id, meeting_id: "m-101", ae_id: "p-b", meeting_status: "rescheduled"}), meet({...id, meeting_id: "m-102", ae_id: "p-c", meeting_at: "2026-09-08 10:00:00"})]; // prettier-ignore
    for (const id of [{handoff_id: "h-100"}, {}, {opportunity_id: "o-1"}])
      expect(await look(slots(id), {}, "p-c", ["Person BBB", "Una Prospect", "m-101", "Person DDD"])).toEqual(["Person DDD"]);
  });
  it("a handoff that the CRM gave to another AE is the other's alone, whatever older exports say", async () => {
    const files = [
      {rows: [meet({handoff_id: "h-100", meeting_id: "m-101", ae_id: "p-b", next_steps: "They send the contract templates over before our next talk"})], exported_at: "2026-09-01 06:00:00"},
      {rows: [meet({handoff_id: "h-100", meeting_id: "m-101", ae_id: "p-c"})], exported_at: "2026-10-01 06:00:00"},
      {rows: [meet({handoff_id: "h-200", meeting_id: "m-201", ae_id: "p-b", account_id: "y", contact_id: "c-2"})], exported_at: "2026-10-01 06:00:00"},
    ]; // prettier-ignore
    const text = "They send the contract templates over before our next talk";
    const texts = ["Person CCC", "Una Prospect", "h-100", text];
    expect(await look([], {handoffs: files}, "p-b", texts)).toEqual(texts);
    expect(await look([], {handoffs: files}, "p-c", texts)).toEqual([]);
  });
  it("an answer without a handoff's id is the handoff's of that AE, account and day; stakeholders are prospects", async () => {
    const rows = [meet({handoff_id: "h-100", ae_id: "p-b"}), meet({handoff_id: "h-200", ae_id: "p-c", account_id: "y", contact_id: "c-2"})]; // prettier-ignore
    const missing = "Could not tell at all who of them would be deciding";
    const more: Given = {
      feedback: [{submitted_at: "2026-09-01 12:00:00", ae_email: "", ae_id: "person bbb", account: "x inc.", meeting_on: "2026-09-01", missing}],
      stakeholders: [{handoff_id: "h-100", name: "Ulf Sponsor", role: "champion"}],
    }; // prettier-ignore
    expect(await look(rows, more, "p-b", [missing, "Ulf Sponsor"])).toEqual([]);
    expect(await look(rows, more, "p-c", [missing, "Ulf Sponsor"])).toEqual([missing, "Ulf Sponsor"]);
  });
  it("teams of the configuration count where the export has none", async () => {
    const own = await exported({people: [{person_id: "p-a", name: "Person AAA", role: "sdr"}, {person_id: "p-b", name: "Person BBB", role: "sdr"}]}, {teams: [{team: "One", members: ["p-a"], manager: "p-m"}, {team: "Two", members: ["p-b"]}]}); // prettier-ignore
    const trees = plant([{kind: "team", id: "One", files: {"a.json": '["Person AAA","p-m"]', "b.json": '["Person BBB"]'}}]);
    roots.push(dirname(trees[0]!.folder));
    expect((await findLeaks(own, trees)).map(({file}) => file)).toEqual(["b.json"]);
    own.close();
  });
});

describe("no false alarm", () => {
  it("where names are words, or companies, or lie side by side", async () => {
    const texts = [
      "It will may be late", "they will, May at the latest", "Will", "May", "sales", "Sales", "Chase", "Chase & Partners", "will-power", "A zoe day",
      "Ada Ösei, Will Abernathy", "Mia", "2026-09-01", "415 people, 555 seats, 0177 days", "4155550177.25", "p", "all good", "Acme",
      "Please add decision date and budget owner to every single brief",
    ]; // prettier-ignore
    expect(await find(ADA, texts)).toEqual([]);
    expect(await find(ADA, ["Zoë", "Müller-Lüdenscheidt"])).toEqual([]);
  });
  it("where one name ends and the next begins", async () => {
    const trees = plant([
      {kind: "sdr", id: "p-ada", files: {"a.json": '["Will","May"]', "b.js": "f('Dee','Kowalczy','Dee Kowal','czyk')"}},
    ]);
    roots.push(dirname(trees[0]!.folder));
    expect(await findLeaks(db, trees)).toEqual([]);
  });
  it("where a page puts together a prospect and a title that somebody else's brief has in one line", async () => {
    const met = {meeting_at: "2026-09-01 10:00:00", account_id: "x", contact_id: "c-1"};
    const both = await exported({
      people: [{person_id: "p-a", name: "Ada Osei", role: "sdr"}, {person_id: "p-b", name: "Bo Lind", role: "sdr"}],
      accounts: [{account_id: "x", name: "X"}],
      contacts: [{contact_id: "c-1", account_id: "x", name: "Una Prospect", title: "Vice President of Sales Operations"}],
      handoffs: [
        {...met, handoff_id: "h-100", sdr_id: "p-a"},
        {...met, handoff_id: "h-200", sdr_id: "p-b", focus_area: "Una Prospect, Vice President of Sales Operations, wants to see how approval works"},
      ],
    }); // prettier-ignore
    const texts = ["Una Prospect, Vice President of Sales Operations", "Sales Operations, wants to see how approval works"];
    const trees = plant(texts.map((text) => ({kind: "sdr" as const, id: "p-a", files: {"a.json": JSON.stringify([text])}})));
    roots.push(dirname(trees[0]!.folder));
    expect((await findLeaks(both, trees)).map(({tree, kind}) => [tree, kind])).toEqual([[trees[1]!.folder, "brief"]]);
    both.close();
  });
  it("where a text of an own handoff names somebody", async () => {
    const named = await exported({
      ...COMPANY,
      feedback: [{feedback_id: "f1", handoff_id: "h-2001", ae_id: "p-eve", submitted_at: "2026-09-01 15:00:00", missing: "Zoë Müller-Lüdenscheidt wrote better ones"}],
    }); // prettier-ignore
    const trees = plant([
      {kind: "sdr", id: "p-ada", files: {"a.json": '["Zoë Müller-Lüdenscheidt"]'}},
      {kind: "sdr", id: "p-bo", files: {"a.json": '["Zoë Müller-Lüdenscheidt"]'}},
    ]);
    roots.push(dirname(trees[0]!.folder));
    expect((await findLeaks(named, trees)).map(({tree}) => tree)).toEqual([trees[1]!.folder]);
    named.close();
  });
});

describe("two people of one name", () => {
  it("either may be named where one of them may be; ids and addresses of pages are each one's own", async () => {
    const trees = plant([
      {kind: "sdr", id: "p-mia1", files: {"a.json": '["Mia Ferro","Ferro, Mia","mia-ferro","sdr/mia-ferro.json","p-mia1"]'}},
      {kind: "sdr", id: "p-mia2", files: {"a.json": '["Mia Ferro","mia-ferro--2","x/mia-ferro--2.json"]'}},
      {kind: "sdr", id: "p-mia1", files: {"a.json": '["mia-ferro--2"]'}},
      {kind: "sdr", id: "p-mia2", files: {"a.json": '["mia-ferro"]'}},
      {kind: "sdr", id: "p-mia2", files: {"data/mia-ferro.json": "{}"}},
      {kind: "sdr", id: "p-mia2", files: {"a.json": '["p-mia1"]'}},
    ]);
    roots.push(dirname(trees[0]!.folder));
    // Folders are called as pages are: the first two say whose address is which.
    const {mkdtempSync, renameSync} = await import("node:fs");
    const root = mkdtempSync(join(dirname(trees[0]!.folder), "named-"));
    const named = trees.map((tree, index) => {
      const folder = join(root, index === 0 ? "mia-ferro" : index === 1 ? "mia-ferro--2" : `other/${index}`);
      if (index === 2) symlinkSync(dirname(trees[0]!.folder), join(root, "other"));
      if (index < 2) renameSync(tree.folder, folder);
      return {...tree, folder};
    });
    const leaks = await findLeaks(db, named);
    expect(leaks.map(({tree, kind}) => `${named.findIndex(({folder}) => folder === tree)} ${kind}`).sort()).toEqual(["2 slug", "3 slug", "4 slug", "5 id"]);
  }); // prettier-ignore
});

it("whoever is called like somebody else and one name more has an address of their own", async () => {
  const people = ["Ana Garcia", "Ana Garcia-Lopez"].map((name, index) => ({person_id: `p-${index + 1}`, name, role: "sdr", team: `Team ${index}`}));
  const named = await exported({people});
  const trees = plant([
    {kind: "sdr", id: "p-2", files: {"a.json": '["ana-garcia-lopez","sdr/ana-garcia-lopez-3.json"]', "sdr/ana-garcia-lopez.json": "{}"}},
    {kind: "sdr", id: "p-1", files: {"a.json": '["ana-garcia"]', "sdr/ana-garcia.json": "{}"}},
    {kind: "sdr", id: "p-1", files: {"a.json": '["ana-garcia-lopez"]'}},
  ]);
  roots.push(dirname(trees[0]!.folder));
  const leaks = await findLeaks(named, trees);
  expect(leaks.map(({tree}) => tree)).toEqual([trees[2]!.folder]);
  named.close();
}); // prettier-ignore

it("texts are read to the last one, more of them than the database gives room to", async () => {
  const handoffs = [{handoff_id: "h", sdr_id: "p-ada", ae_id: "p-eve", meeting_at: "2026-09-01 10:00:00", booked_at: "2026-09-01 08:00:00", pain_primary: "0"}];
  const feedback = [{feedback_id: "f", handoff_id: "h", ae_id: "p-eve", submitted_at: "2026-09-01 15:00:00", missing: "Who pays"}];
  const many = await exported({handoffs, feedback});
  // Below this the database never had to wait for its reader.
  const count = 300_000;
  await many.run(`insert into raw.handoffs by name
    select handoffs.* replace ('h-' || i as handoff_id, 'm-' || i as meeting_id, 'Number ' || i as pain_primary, 2 + i as _line) from raw.handoffs, range(1, ${count}) as numbers(i)`);
  await makeStaging(many);
  await prepare(many);
  await many.run("set threads = 1");
  const kinds = new Map<number, number>();
  await streamTexts(many, ({kind}) => kinds.set(kind, (kinds.get(kind) ?? 0) + 1));
  expect([...kinds].sort()).toEqual([[COMMENT, 1], [BRIEF, count]]);
  many.close();
}); // prettier-ignore

describe("contact details", () => {
  const texts = ["nils@acme.example.com", "+45 33 12 34 56", "call 33 12 34 56 now", "NILS@ACME.example.com", "4533123456"];
  it("of prospects are in no tree unless asked for, and then for the AE alone", async () => {
    for (const audience of [["revops"], ADA, ["ae", "p-eve"], ["team", "North"]] as Audience[])
      expect(await finds(audience, texts)).toEqual([...texts].sort());
    const on = {contactDetails: true};
    for (const audience of [["revops"], ["ae", "p-eve"], ["ae_team", "Field"]] as Audience[])
      expect(await find(audience, texts, on)).toEqual([]);
    expect((await finds(ADA, texts, on)).length).toBe(5);
    expect((await finds(["ae", "p-gus"], texts, on)).length).toBe(5);
  });
  it("in whatever way the number is dialled", async () => {
    const dialled = ["+49 30 9876543", "030/9876543", "(030) 98 76 543", "0049-30-9876543", "tel:+49309876543", "+1-415-555-0177", "415.555.0177"];
    expect(await finds(["revops"], dialled)).toEqual([...dialled].sort());
  }); // prettier-ignore
  it("and is no number that code calculates with", async () => {
    const files = {"a.js": "const c={orchid:309876543,half:(r&30987)/6543};", "b.js": 'call("309876543")', "c.json": '{"tel":309876543}'};
    const trees = plant([{kind: "revops", files}]);
    roots.push(dirname(trees[0]!.folder));
    expect((await findLeaks(db, trees)).map(({file}) => file)).toEqual(["b.js", "c.json"]);
  }); // prettier-ignore
});

describe("how AEs rate", () => {
  it("is a field that RevOps alone holds, in documents and tables; the word itself is none", async () => {
    const files = {
      "a.json": '{"say":"severity","rows":[{"severity":1}]}',
      "b.arrow": encodeArrow({severity: {number: [1]}}, 1),
      "c.js": 'const severity = "severity";',
    };
    const trees = plant([{kind: "revops", files}, {kind: "ae_team", id: "Field", files}]); // prettier-ignore
    roots.push(dirname(trees[0]!.folder));
    const leaks = await findLeaks(db, trees);
    expect(leaks.map(({tree, file, kind, where}) => [tree === trees[1]!.folder, file, kind, where])).toEqual([
      [true, "a.json", "field", "rows[0] (key)"],
      [true, "b.arrow", "field", "columns"],
    ]);
    expect((await findLeaks(db, trees, {revopsFields: ["say"]})).map(({file}) => file)).toEqual(["a.json"]);
  });
});

describe("exemplars", () => {
  it("may be shown of whoever agreed, by id or e-mail address", async () => {
    const text = "Their lawyers retype every order form by hand before anybody may countersign it";
    expect(await find(ADA, [text])).toEqual([`brief: ${text}`]);
    for (const exemplars of ["all", ["p-will"], ["will.may@seller.example.com"]] as const)
      expect(await find(ADA, [text], {exemplars})).toEqual([]);
    expect(await find(ADA, [text], {exemplars: ["p-zoe"]})).toEqual([`brief: ${text}`]);
  });
});

describe("what a finding says", () => {
  const leaked = JSON.stringify({
    lines: [{who: "x"}, {who: "Dee Kowalczyk", said: "intern who doesn't talk to procurement at all"}],
  });
  it("tree, file, kind, of whom and where, for each tree a file is linked into, and never what was said", async () => {
    const trees = plant([
      {kind: "team", id: "South", files: {"data/a.json": leaked}},
      {kind: "sdr", id: "p-ada", files: {}},
      {kind: "sdr", id: "p-bo", files: {}},
    ]);
    roots.push(dirname(trees[0]!.folder));
    link(trees[0]!, trees[1]!, "data/a.json");
    link(trees[0]!, trees[2]!, "data/a.json", "elsewhere/b.json");
    const leaks = await findLeaks(db, trees);
    const where = (tree: number, file: string): Leak[] => [
      {tree: trees[tree]!.folder, file, kind: "name", whom: "Dee Kowalczyk (p-dee)", where: "lines[1].who"},
      {tree: trees[tree]!.folder, file, kind: "comment", whom: "a handoff of Will May (p-will) to Gus Abernathy (p-gus)", where: "lines[1].said"},
    ]; // prettier-ignore
    expect(leaks).toEqual([...where(1, "data/a.json"), ...where(2, "elsewhere/b.json")]);
    const report = formatLeaks(leaks, 1);
    expect(report).toContain(
      "4 findings in 2 trees that their readers may not see; nothing was published\n  2 name, 2 comment\n",
    );
    expect(report).toContain("data/a.json (lines[1].who)\n    name of Dee Kowalczyk (p-dee)\n  … and 3 more");
    expect(report).not.toContain("procurement");
  });
  it("in tables the column, in what is packed through what", async () => {
    const table = encodeArrow({n: {number: [1, 2]}, sdr_name: {text: ["x", "Dee Kowalczyk"]}}, 2);
    const {gzipSync} = await import("node:zlib");
    const trees = plant([{kind: "sdr", id: "p-ada", files: {"a.arrow": table, "b.arrow.gz": gzipSync(table), "c.txt": "x\ny Dee Kowalczyk"}}]); // prettier-ignore
    roots.push(dirname(trees[0]!.folder));
    expect((await findLeaks(db, trees)).map(({where}) => where)).toEqual(["column sdr_name", "gzip, column sdr_name", "line 2"]);
  });
  it("that a file could not be read: links, tables of other kinds, archives that are broken", async () => {
    const trees = plant([{kind: "sdr", id: "p-ada", files: {"a.parquet": "PAR1", "b.bin": new Uint8Array([1, 0, 2, 0]), "c.gz": Buffer.from("1f8b0800000000000000000000000000000000000000", "hex"), "d.json": "{}"}}]); // prettier-ignore
    roots.push(dirname(trees[0]!.folder));
    symlinkSync("/etc/passwd", join(trees[0]!.folder, "link.json"));
    const leaks = await findLeaks(db, trees);
    expect(leaks.map(({file, kind}) => [file, kind]).sort()).toEqual([["a.parquet", "unreadable"], ["b.bin", "unreadable"], ["c.gz", "unreadable"], ["link.json", "unreadable"]]); // prettier-ignore
  });
  it("the same by threads as without", async () => {
    const trees = plant([
      {kind: "sdr", id: "p-ada", files: {"a.json": leaked, "b.json": "{}"}},
      {kind: "exec", files: {"c.json": leaked}},
    ]);
    roots.push(dirname(trees[0]!.folder));
    const sort = (leaks: Leak[]) => leaks.map((leak) => JSON.stringify(leak)).sort();
    expect(sort(await findLeaks(db, trees, {threads: 2}))).toEqual(sort(await findLeaks(db, trees)));
  });
});

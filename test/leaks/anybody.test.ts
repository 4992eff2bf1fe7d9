import {rmSync} from "node:fs";
import {dirname} from "node:path";
import fc from "fast-check";
import {afterAll, describe, expect, it} from "vitest";
import {OTHER_PRACTICES} from "../../pipeline/contract/behaviours-practice.js";
import {findLeaks} from "../../pipeline/leaks/index.js";
import {plant} from "./company.js";
import {exported} from "./exported.js";
import {ESCAPES, FILES, WRITINGS} from "./forms.js";

const roots: string[] = [];
afterAll(() => {
  for (const root of roots) rmSync(root, {recursive: true, force: true});
});

const ALPHABETS = ["abcdefghijklmnopqrstuvwxyz", "àéîõüçñßøåæœł", "абвгдежзиклмнопрстуя", "αβγδεζηθικλμνξ", "אבגדהוזחטיכ", "علمنوهيبتث", "अआइकखगघचछज", "山田太郎佐藤花子", "가나다라마바사"]; // prettier-ignore
const word = fc
  .tuple(fc.constantFrom(...ALPHABETS), fc.array(fc.nat(1000), {minLength: 3, maxLength: 9}))
  .map(([letters, picks]) => picks.map((pick) => [...letters][pick % [...letters].length]).join(""))
  .map((letters) => letters.charAt(0).toUpperCase() + letters.slice(1));
const name = fc.uniqueArray(word, {minLength: 2, maxLength: 4}).map((words) => words.join(" "));
const id = fc.oneof(
  fc.uuid(),
  fc.stringMatching(/^00[5Q][A-Za-z0-9]{12}[A-Z]{3}$/),
  fc.stringMatching(/^[a-z]{2,4}[-_/'".:][0-9]{3,6}$/),
  fc.stringMatching(/^[1-9][0-9]{8,10}[1-9]$/),
  fc.constantFrom("👻", "🦄💥").chain((sign) => fc.nat(1e6).map((number) => `${sign}${number}`)),
  fc.stringMatching(/^[a-z]{490}[0-9]{10}$/),
);

it("anybody, whatever they are called and whatever their id, is found in any form", async () => {
  const people = fc.sample(fc.record({name, id}), 60).map((person, index) => ({...person, id: `${person.id}`, index}));
  const ids = new Set(people.map((person) => person.id));
  expect(ids.size).toBe(people.length);
  const db = await exported({
    people: people.map((person) => ({person_id: person.id, name: person.name, role: "sdr", team: `Team ${person.index}`})),
  });
  const forms = [
    ...Object.entries(FILES).flatMap(([file, write]) =>
      Object.entries(WRITINGS).map(([writing, as]) => ({how: `${file}, ${writing}`, files: (text: string) => write(as(text))})),
    ),
    ...Object.entries(ESCAPES).map(([how, files]) => ({how, files})),
  ].filter(({how}) => how !== "names of HTML" && !how.includes("\\x") && !/column of a table/.test(how));
  const cases = forms.flatMap((form, k) => {
    const [me, other] = [people[k % people.length]!, people[(k * 7 + 1) % people.length]!];
    return me === other ? [] : (["name", "id"] as const).map((what) => ({...form, what, me, other}));
  });
  for (const which of ["other", "me"] as const) {
    const trees = plant(cases.map((one) => ({kind: "sdr", id: one.me.id, files: one.files(one[which][one.what])})));
    roots.push(dirname(trees[0]!.folder));
    const leaks = await findLeaks(db, trees, {threads: 0});
    const found = new Set(leaks.map(({tree}) => tree));
    const wrong = cases.filter((_, k) => found.has(trees[k]!.folder) !== (which === "other"));
    expect(wrong.map(({how, what, other}) => [how, what, other[what]])).toEqual([]);
  }
  db.close();
});

describe("ids that could be counts or words", () => {
  it("count where something says that an id follows, however often the same stands there", async () => {
    const db = await exported({
      people: [
        {person_id: "7", name: "Ada Osei", role: "sdr"},
        {person_id: "12", name: "Bo Lind", role: "sdr"},
        {person_id: "sam", name: "Sam Otter", role: "sdr"},
      ],
    });
    const rows = (cell: string) => `{"rows":[${Array.from({length: 50}, () => cell).join(",")}]}`;
    const harmless = ['{"n":12,"say":"12","who":"sam","sdrs":12,"id":"7"}', '{"at":"12","is":"12 of 12","name":"sam"}'];
    const leaking = ['{"sdr_id":12}', '{"sdr_id":"12"}', '{"x":1,"id":"sam"}', '{"href":"?sdr=12&a=1"}', '{"person":"sam"}'];
    const trees = plant(
      [...harmless, ...leaking].map((cell) => ({kind: "sdr" as const, id: "7", files: {"a.json": rows(cell)}})),
    );
    roots.push(dirname(trees[0]!.folder));
    const found = new Set((await findLeaks(db, trees)).map(({tree}) => tree));
    expect(trees.map(({folder}) => found.has(folder))).toEqual([...harmless.map(() => false), ...leaking.map(() => true)]);
    db.close();
  });

  it("are told apart by what they are ids of, where each kind of record is numbered from one", async () => {
    const db = await exported({
      people: [
        {person_id: "1", name: "Ada Osei", role: "sdr"},
        {person_id: "2", name: "Bo Lind", role: "sdr"},
      ],
      contacts: [{contact_id: "3", name: "Kim Reyes"}],
      handoffs: [
        {handoff_id: "4", sdr_id: "1", meeting_at: "2026-09-01T10:00:00Z"},
        {handoff_id: "5", sdr_id: "2", contact_id: "3", meeting_at: "2026-09-02T10:00:00Z"},
      ],
    });
    const harmless = [
      '{"handoff_id":4,"account_id":5,"lead_id":"5"}',
      '{"account_id":3,"handoff_id":2}',
      '{"contact_id":2}',
      '{"record_id":5}',
      '{"account":{"id":2}}',
    ];
    const leaking = ['{"handoff_id":5}', '{"contact_id":"3"}', '{"ae_id":2}', '{"meeting_id":5}', '{"x":1,"id":2}'];
    const trees = plant([...harmless, ...leaking].map((text) => ({kind: "sdr" as const, id: "1", files: {"a.json": text}})));
    roots.push(dirname(trees[0]!.folder));
    const found = new Set((await findLeaks(db, trees)).map(({tree}) => tree));
    expect(trees.map(({folder}) => found.has(folder))).toEqual([...harmless.map(() => false), ...leaking.map(() => true)]);
    db.close();
  });
});

it("Baton's own words are everybody's, though a note says the same; the note's other words stay its own", async () => {
  const db = await exported({
    people: [
      {person_id: "p-1", name: "Ana Sorge", role: "sdr", team: "East"},
      {person_id: "p-2", name: "Bo Lind", role: "sdr", team: "East"},
    ],
    commitments: [
      {
        sdr_id: "p-1",
        behaviour: "verbal_sync",
        agreed_on: "2026-09-10",
        note: "Five minutes with the AE before each first meeting, and leave out whatever the lawyers in Lyon have asked",
      },
    ],
  });
  const told = async (text: string) => {
    const trees = plant([{kind: "sdr", id: "p-2", files: {"data/manifest.json": JSON.stringify({practice: text})}}]);
    roots.push(dirname(trees[0]!.folder));
    return (await findLeaks(db, trees, {threads: 0})).map(({kind}) => kind);
  };
  expect(await told(OTHER_PRACTICES.verbal_sync)).toEqual([]);
  expect(await told("leave out whatever the lawyers in Lyon have asked")).toEqual(["note"]);
  db.close();
});

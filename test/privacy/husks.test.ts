import {afterAll, beforeAll, expect, test} from "vitest";
import {parseConfig} from "../../pipeline/config.js";
import {noteColumnOf} from "../../pipeline/contract/brief.js";
import {SPECIFIC} from "../../pipeline/contract/brief-specific.js";
import {isWithheld} from "../../pipeline/contract/former.js";
import {openDatabase, quoteText, type Database} from "../../pipeline/db.js";
import {makeNoteReader, makeNoteRewriter} from "../../pipeline/ingest/note-fields.js";
import {writeClean, writeState, writeWordCount} from "../../pipeline/models/intermediate/judge-field.js";
import {writeVague} from "../../pipeline/models/intermediate/judge-specific.js";
import {NONE_WORDS, PLACEHOLDERS} from "../../pipeline/contract/brief.js";
import {listJudged, makeHusks} from "../../pipeline/privacy/husks.js";
import {planMasks} from "../../pipeline/privacy/plan.js";
import {createTables} from "../../pipeline/ingest/tables.js";

const config = parseConfig("brief:\n  - pain_primary\n".replace("  - pain_primary", "  - field: pain_primary\n    min_words: 5\n  - field: budget\n  - field: champion\n  - field: timeline\n  - field: next_steps\n    narrative: true\n  - field: current_solution\n  - field: personality\n  - field: contact_name\n  - field: objections\n    allows_none: true\n"), "/test/baton.config.yaml"); // prettier-ignore
const PARTS = ["tbd", "none", "n/a", "[what hurts]", "Not disclosed", "would not say, Petra says", "the", "various", "tools", "Petra Klöver", "CFO", "Acme GmbH", "12 %", "in March", "next quarter", "board", "improve", "everything", "<b>bold</b>", "&nbsp;", "…", "growth", "manual process", "wants to see numbers", "x", "?", "Frau Doktor", "и так", "価格"]; // prettier-ignore
let db: Database;
beforeAll(async () => {
  db = await openDatabase();
  await createTables(db);
  await planMasks(db, {cutoff: "2025-01-01", salt: "0123456789abcdef0123456789abcdef", configured: []});
});
afterAll(() => db.close());

/** A text of a few parts; the same for the same number. */
function textOf(seed: number): string {
  let state = (seed * 2654435761) % 2 ** 32;
  const next = (below: number) => (state = (state * 1664525 + 1013904223) % 2 ** 32) % below;
  return Array.from({length: 1 + next(9)}, () => PARTS[next(PARTS.length)]!).join(next(3) ? " " : "\n");
}

test("what stands for a text is judged as the text was: its state, whether it is vague, and whether another is a copy of it", async () => {
  const judged = [...listJudged(config.brief)];
  const rows = judged.flatMap(([name]) => Array.from({length: 150}, (_, n) => `(${quoteText(name)}, ${quoteText(textOf(n))})`));
  await db.run(
    `create or replace temp table old_texts as select distinct * from (values ${rows.join(", ")}) as texts(name, text)`,
  );
  await makeHusks(db, config);
  const words = {notDisclosed: config.not_disclosed_words, placeholders: [...PLACEHOLDERS], nones: [...NONE_WORDS]};
  const ruled = judged.filter(([, {field}]) => Object.hasOwn(SPECIFIC, field));
  for (const [name, {min_words, allows_none, field}] of judged) {
    const place = 1 + ruled.findIndex(([own]) => own === name);
    const judge = (column: string) => `select text as before, state, case when state = 'filled' and ${place} > 0 then vague end as vague, ${writeWordCount("own")} >= 12 as long, regexp_matches(own, '[0-9]') as figure
      from (select *, own as text_, ${writeState({text: "own", min_words: String(min_words), allows_none: String(allows_none)}, words)} as state,
        (select ${writeVague(ruled.map(([, own]) => SPECIFIC[own.field]!))} from (select own as text, ${place} as place)) as vague
        from (select text, ${writeClean(column)} as own from temp.husks where name = ${quoteText(name)}))`; // prettier-ignore
    const differs = await db.rows(
      `select old.*, young.state as state_now, young.vague as vague_now from (${judge("text")}) as old inner join (${judge("husk")}) as young using (before)
      where old.state is distinct from young.state or old.vague is distinct from young.vague or (old.state = 'filled' and old.long <> young.long)
        or (old.state = 'filled' and not coalesce(old.vague, false) and old.figure <> young.figure)`,
    );
    expect(differs, field).toEqual([]);
  }
  const husks = await db.rows<{husk: string}>("select distinct husk from temp.husks where husk is not null");
  for (const {husk} of husks) expect(husk === "-" || husk === config.not_disclosed_words[0] || isWithheld(husk), husk).toBe(true);
  for (const {husk} of husks) expect(husk).not.toMatch(/Petra|Klöver|Acme|March|価格/);
});

test("a brief that is one note keeps its parts in its history, each with what stands for it", () => {
  const read = makeNoteReader(config.brief);
  const rewrite = makeNoteRewriter(config.brief);
  const note =
    "Primary pain: orders of Petra are typed twice\nBudget: tbd\nChampion: Petra Klöver\n\nNext steps: she sends figures\nand a list";
  const rewritten = rewrite(note, (column) => `${column} gone`);
  expect(rewritten).not.toMatch(/Petra|figures/);
  expect([...read(rewritten).cells.keys()].sort()).toEqual([...read(note).cells.keys()].sort());
  expect(read(rewritten).cells.get(noteColumnOf(config.brief[0]!))).toBe("pain_primary gone");
});

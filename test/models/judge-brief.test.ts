import fc from "fast-check";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {openDatabase, quoteText, type Database} from "../../pipeline/db.js";
import {writeLooks, writeMasks, writeOddCells, writeStateAt, writeSums} from "../../pipeline/models/intermediate/judge-brief.js";
import {writeClean, writeState, type JudgingWords} from "../../pipeline/models/intermediate/judge-field.js";
import {writePlain} from "../../pipeline/models/intermediate/odd-signs.js";

const WORDS: JudgingWords = {notDisclosed: ["not disclosed", "won’t say"], placeholders: ["tbd", "n/a", "?"], nones: ["none"]};
/** More cells than one number has bits, so that two are needed. */
const CELLS = Array.from({length: 64}, (_, index) => ({
  column: `value_${index}`,
  field: {min_words: index === 3 ? 3 : 1, allows_none: index === 5},
}));
/** Signs and words around which the quick look and the thorough one could part. */
const TEXTS = [
  "Anna Reis", "tbd", "TBD.", " tbd", "n/a", "none", "Not disclosed", "won't say yet", "notable", "<p>tbd</p>", "<b>Pain</b>", "a & b", "[name]", "{x}", "İstanbul", "ıssız",
  "", " ", "\u00a0", "text ", "text \n ", "text\u00a0 ", "text\n", "\ttext", "two words", "three whole words", "?", "…", "日本語", "\u0001tbd", "a\u0001tbd", "a\u0002", "\u0002\u0001丂tbd\u0002", "a\u0002\u0001一b", "e\u0301", "🙂",
]; // prettier-ignore

let db: Database;
beforeAll(async () => {
  db = await openDatabase();
});
afterAll(() => db.close());

/** Each brief's states and texts as the models tell them. */
async function judge(briefs: readonly (readonly (string | null)[])[]) {
  const rows = briefs.map(
    (cells, id) => `('${id}', ${cells.map((cell) => (cell === null ? "null" : quoteText(cell))).join(", ")})`,
  );
  await db.run(`create or replace table briefs as select * from (values ${rows.join(", ")}) as b(handoff_id, ${CELLS.map(({column}) => column).join(", ")});
    create or replace table looks as ${writeLooks("briefs", CELLS, [], WORDS)};
    create or replace table odd_cells as ${writeOddCells("looks", CELLS, WORDS)}`);
  const told = await db.rows<{handoff_id: string; states: string[]}>(`
    with odd as (select ${["handoff_id", ...writeMasks(CELLS)].join(", ")} from odd_cells group by handoff_id)
    select handoff_id, [${CELLS.map((_, index) => `${writeStateAt(index)}::text`).join(", ")}] as states
    from (select looks.handoff_id, ${writeSums(CELLS).join(", ")} from looks left join odd on odd.handoff_id = looks.handoff_id)
    order by handoff_id::integer`);
  const values = CELLS.map(({column}) => `${column}::text`).join(", ");
  const cleaned = await db.rows<{handoff_id: string; place: number; text: string | null}>(`
    with cells as (
      select handoff_id, unnest(range(1, ${CELLS.length + 1}))::integer as place, unnest([${values}]) as value from briefs
    ),
    told as (
      select cells.*, case when odd.place is not null then odd.text else ${writePlain("value")} end as told
      from cells left join (from odd_cells where is_cleaned) as odd on odd.handoff_id = cells.handoff_id and odd.place = cells.place
    )
    select handoff_id, place, told as text from told where told is distinct from value`);
  return {states: told.map(({states}) => states), cleaned};
}

/** The same, each cell by itself. */
async function judgeEach(briefs: readonly (readonly (string | null)[])[]) {
  const columns = CELLS.map(({column}) => column).join(", ");
  await db.run(`create or replace table each_cell as select handoff_id, place, value, ${writeClean("value")} as text,
      [${CELLS.map(({field}) => field.min_words).join(", ")}][place] as min_words, [${CELLS.map(({field}) => field.allows_none).join(", ")}][place] as allows_none
    from (select handoff_id, unnest(range(1, ${CELLS.length + 1}))::integer as place, unnest([${columns}]) as value from briefs)`);
  const rows = await db.rows<{handoff_id: string; place: number; value: string | null; text: string | null; state: string}>(`
    select handoff_id, place, value, text, ${writeState({text: "text", min_words: "min_words", allows_none: "allows_none"}, WORDS)}::text as state
    from each_cell order by handoff_id::integer, place`);
  return {
    states: briefs.map((_, id) => rows.filter(({handoff_id}) => handoff_id === String(id)).map(({state}) => state)),
    cleaned: rows.filter(({value, text}) => value !== text).map(({handoff_id, place, text}) => ({handoff_id, place, text})),
  };
}

describe("one look at all texts of a brief", () => {
  it("tells what a look at each text tells, whatever signs they hold", async () => {
    const text = fc.oneof(
      {weight: 6, arbitrary: fc.constant(null)},
      {weight: 3, arbitrary: fc.constantFrom(...TEXTS)},
      {weight: 1, arbitrary: fc.string({unit: "binary", maxLength: 12}).map((sign) => sign.replaceAll("\0", ""))},
    );
    const brief = fc.array(text, {minLength: CELLS.length, maxLength: CELLS.length});
    await fc.assert(
      fc.asyncProperty(fc.array(brief, {minLength: 40, maxLength: 40}), async (briefs) => {
        const [quick, thorough] = [await judge(briefs), await judgeEach(briefs)];
        expect(quick.states).toEqual(thorough.states);
        const order = (a: {handoff_id: string; place: number}, b: typeof a) =>
          Number(a.handoff_id) - Number(b.handoff_id) || a.place - b.place;
        expect(quick.cleaned.sort(order)).toEqual(thorough.cleaned.sort(order));
      }),
      {numRuns: 5, seed: 7, endOnFailure: true},
    );
  });

  it("leaves alone what is empty or filled just as it stands", async () => {
    const {states} = await judge([CELLS.map((_, index) => (index % 2 === 0 ? "three whole words" : null))]);
    expect(states[0]!.slice(0, 4)).toEqual(["filled", "missing", "filled", "missing"]);
    // One cell's words are counted, and it is empty.
    expect(await db.rows("select place from odd_cells")).toEqual([]);
  });
});

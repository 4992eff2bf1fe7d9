import {expect, test} from "vitest";
import {givenAsAsked as given} from "./as-asked.js";
import type {Cells} from "./given.js";

const held = (id: string, missing: string | null): {handoff: Cells; answer: Cells} => ({
  handoff: {handoff_id: id, meeting_id: `m${id}`, contact_id: `c${id}`, ae_id: "ae1", meeting_at: "2026-09-08 10:00:00", meeting_status: "held"},
  answer: {feedback_id: `f${id}`, handoff_id: id, submitted_at: "2026-09-09 10:00:00", missing},
}); // prettier-ignore

async function readThemes(comments: Record<string, string | null>, config: object = {}) {
  const rows = Object.entries(comments).map(([id, missing]) => held(id, missing));
  const db = await given({handoffs: rows.map(({handoff}) => handoff), feedback: rows.map(({answer}) => answer)}, config);
  const themes = await db.rows("select handoff_id, theme, spans, words from marts.comment_themes order by handoff_id, theme");
  return {db, themes};
}

test("a comment is under each of its themes, with the words and where they stand; without a comment there is none", async () => {
  const {themes} = await readThemes({h1: "🙈 no budget, who signs?", h2: "cake", h3: "nothing", h4: null});
  expect(themes).toEqual([
    {handoff_id: "h1", theme: "budget", spans: [[6, 12]], words: ["budget"]},
    {handoff_id: "h1", theme: "economic_buyer", spans: [[14, 23]], words: ["who signs"]},
    {handoff_id: "h2", theme: "other", spans: [], words: []},
    {handoff_id: "h3", theme: "nothing", spans: [[0, 7]], words: ["nothing"]},
  ]);
});

test("what several AEs wrote alike is looked at once", async () => {
  const {db, themes} = await readThemes({h1: "no budget", h2: "no budget", h3: "late"});
  expect(themes).toHaveLength(3);
  expect(await db.rows("select comment from intermediate.int_comment_themes order by comment")).toEqual([
    {comment: "late"},
    {comment: "no budget"},
  ]);
});

test("the configuration adds words to a theme, and themes with a label and the fields they are about", async () => {
  const config = {
    brief: [{field: "next_steps"}, {field: "technical_buyer"}],
    themes: [
      {theme: "budget", words: ["spend cap"]},
      {theme: "hosting", label: "Hosting", words: ["eu hosting", "rechenzentr*"], fields: ["technical_buyer"]},
    ],
  };
  const {db, themes} = await readThemes({h1: "Spend cap, EU hosting", h2: "Rechenzentrum?"}, config);
  expect(themes.map(({handoff_id, theme, words}: Record<string, unknown>) => [handoff_id, theme, words])).toEqual([
    ["h1", "budget", ["Spend cap"]],
    ["h1", "hosting", ["EU hosting"]],
    ["h2", "hosting", ["Rechenzentrum"]],
  ]);
  const told = await db.rows<{theme: string; label: string}>(
    "select theme, label from config.themes order by position desc limit 3",
  );
  expect(told.map(({theme, label}) => [theme, label])).toEqual([["nothing", "Nothing was missing"], ["other", "Other"], ["hosting", "Hosting"]]); // prettier-ignore
  expect(await db.rows("select field from config.theme_fields where theme = 'hosting'")).toEqual([{field: "technical_buyer"}]);
});

test("a theme about a field that the brief does not have is refused", async () => {
  await expect(readThemes({}, {themes: [{theme: "hosting", label: "Hosting", words: ["hosting"], fields: ["next_step"]}]})).rejects.toThrow(
    /themes\[0\]\.fields +the brief has no field "next_step"; did you mean next_steps\?/,
  );
}); // prettier-ignore

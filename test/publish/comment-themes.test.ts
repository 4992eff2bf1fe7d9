import {beforeAll, expect, it} from "vitest";
import type {FeedbackData, SdrData} from "../../pipeline/contract/datasets.js";
import type {Cells} from "../models/given.js";
import {published, type Published} from "./published.js";

const COMMENTS = ["no budget", "no budget, who signs?", "cake", "nothing", ...Array.from({length: 15}, () => "too late")];
let site: Published;
beforeAll(async () => {
  const handoffs = COMMENTS.map((_, index): Cells => ({
    handoff_id: `h${index + 10}`, contact_id: `c${index}`, sdr_id: index === 1 ? "p-bo" : "p-ada", ae_id: "p-eve",
    meeting_at: `2026-09-${String(index + 1).padStart(2, "0")} 10:00:00`, meeting_status: "held",
  })); // prettier-ignore
  const feedback = COMMENTS.map((missing, index) => ({feedback_id: `f${index}`, handoff_id: `h${index + 10}`, submitted_at: "2026-09-30 10:00:00", missing})); // prettier-ignore
  const people = [{person_id: "p-ada", name: "Ada Osei", role: "sdr"}, {person_id: "p-bo", name: "Bo Lind", role: "sdr"}, {person_id: "p-eve", name: "Eve Tran", role: "ae"}]; // prettier-ignore
  site = await published({people, handoffs, feedback}, {brief: [{field: "next_steps"}]});
});

it("what is said most stands first, what fits no theme and what says nothing was missing last; the newest stand for the rest", () => {
  const {comments, themes} = site.json<FeedbackData>("feedback.json").themes;
  expect(comments).toBe(19);
  expect(themes.map(({theme, count, comments: shown}) => [theme, count, shown.length])).toEqual([
    ["late", 15, 12],
    ["budget", 2, 2],
    ["economic_buyer", 1, 1],
    ["other", 1, 1],
    ["nothing", 1, 1],
  ]);
  expect(themes[1]!.comments.map(({handoff_id, text, spans}) => [handoff_id, text, spans])).toEqual([
    ["h11", "no budget, who signs?", [[3, 9]]],
    ["h10", "no budget", [[3, 9]]],
  ]);
});

it("an SDR's page has the comments on that person's handoffs alone", () => {
  const themesOf = (slug: string) => site.json<SdrData>(`sdr/${slug}.json`).themes;
  expect(themesOf("bo-lind")).toMatchObject({comments: 1, themes: [{theme: "budget", count: 1}, {theme: "economic_buyer"}]});
  expect(themesOf("ada-osei").themes.find(({theme}) => theme === "late")).toMatchObject({count: 15});
  expect(themesOf("ada-osei").themes.find(({theme}) => theme === "economic_buyer")).toBeUndefined();
});

import {beforeAll, expect, it} from "vitest";
import type {IncidenceCurve, PracticesData, RatersData, SdrData, TeamData} from "../../pipeline/contract/datasets.js";
import type {Cells} from "../models/given.js";
import {published, type Published} from "./published.js";

const pad = (number: number) => String(number).padStart(2, "0");
const meetings = Array.from({length: 120}, (_, place): Cells => {
  const at = `2026-0${1 + (place % 5)}-${pad(1 + (place % 28))} 10:00:00`;
  const isConfirmed = place % 4 !== 0;
  return {
    handoff_id: `h${place}`, meeting_id: `m${place}`, sdr_id: `s${place % 4}`, ae_id: `a${place % 3}`, account_id: `c${place}`, source: "inbound",
    booked_at: at.replace("2026", "2025"), meeting_at: at, meeting_status: place % 8 === 4 ? "no_show" : "held",
    confirmation_sent_at: isConfirmed ? at.replace("2026", "2025") : "", sql_at: place % 5 === 0 ? at : "",
  } as Cells;
}); // prettier-ignore
const feedback = meetings.slice(0, 60).map((row, place): Cells => ({
  feedback_id: `f${place}`, handoff_id: row["handoff_id"]!, submitted_at: "2026-06-01 10:00:00", quality_score: 5 + (place % 3) + (place % 4) / 2,
}) as Cells); // prettier-ignore

const people = [0, 1, 2, 3].map((place): Cells => ({person_id: `s${place}`, name: `Sdr ${place}`, role: "sdr", team: place < 2 ? "North" : "South"}) as Cells); // prettier-ignore

let site: Published;
beforeAll(async () => {
  site = await published({handoffs: meetings, feedback, people}, {as_of: "2026-09-01T00:00:00Z", publish: {min_people: 2}});
});

it("practices stand with both sides, their shares and the adjusted difference; nothing is said where one side is missing", () => {
  const {practices, score, worth} = site.json<PracticesData>("practices.json");
  expect(practices.map(({practice}) => practice)).toEqual(["confirmation_sent"]);
  const [confirmed] = practices;
  expect(confirmed).toMatchObject({outcome: "show_rate", n_with: 90, n_without: 30, share_with: 1, share_without: 0.5});
  expect(confirmed!.lower).toBeGreaterThan(0.2);
  expect([score, worth]).toEqual([null, null]);
});

it("raters are by name, with how far their ratings agree", () => {
  const {raters, fit} = site.json<RatersData>("raters.json");
  expect(raters.map(({ae, n}) => [ae, n])).toEqual([["a0", 18], ["a1", 17], ["a2", 18]]); // prettier-ignore
  expect(raters[0]!.severity).toBeLessThan(raters[2]!.severity);
  expect(fit).toMatchObject({n: 53, pieces: 1, reason: ""});
  expect(fit!.agreement).toBeGreaterThanOrEqual(0);
});

it("curves rise day by day, and those that compete add up to no more than everyone", () => {
  const curves = site.json<IncidenceCurve[]>("incidence.json");
  const all = curves.filter(({cohort}) => cohort === "all");
  expect(all.map(({event}) => event)).toEqual(["disqualified", "rejected", "sql"]);
  // What competes with SQLs is drawn for everyone alone.
  expect(new Set(curves.filter(({cohort}) => cohort !== "all").map(({event}) => event))).toEqual(new Set(["sql"]));
  const sql = all.find(({event}) => event === "sql")!;
  expect(sql.points.at(-1)!.value).toBeGreaterThan(0.1);
  for (const {points} of curves)
    points.forEach((point, index) => {
      expect(point.value).toBeGreaterThanOrEqual(points[index - 1]?.value ?? 0);
      expect(point.lower).toBeLessThanOrEqual(point.value);
      expect(point.upper).toBeGreaterThanOrEqual(point.value);
    });
  expect(all.reduce((sum, {points}) => sum + points.at(-1)!.value, 0)).toBeLessThanOrEqual(1);
});

it("a team's SDRs stand among the limits of chance for all SDRs; colleagues of other teams are not named", () => {
  const [team] = ["north"].map((slug) => site.json<TeamData>(`team/${slug}.json`));
  const show = team!.funnel_plots.find(({metric}) => metric === "show_rate")!;
  expect(show.people.map(({name, n}) => [name, n])).toEqual([["Sdr 0", 30], ["Sdr 1", 30]]); // prettier-ignore
  expect(show.centre).toBeCloseTo(105 / 120, 9);
  for (const {lower_998, lower_95, upper_95, upper_998} of show.limits) {
    expect([lower_998, lower_95, upper_95, upper_998]).toEqual([lower_998, lower_95, upper_95, upper_998].sort((a, b) => a - b));
  }
});

it("an SDR's run charts are of metrics whose weeks hold enough for ten points, and none before", () => {
  expect(site.json<SdrData>("sdr/sdr-0.json").runs).toEqual([]);
});

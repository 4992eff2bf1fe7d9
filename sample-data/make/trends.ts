import {monthOf, type Day} from "../calendar.js";

/** What the company as a whole reaches in a month: rates in 0 to 1, quality in points. */
export interface Level {
  show: number;
  sql: number;
  opportunity: number;
  quality: number;
  response: number;
  documentation: number;
}

const EARLY: Level = {show: 0.715, sql: 0.345, opportunity: 0.595, quality: 7.0, response: 0.775, documentation: 0.872};
const LATE: Level = {show: 0.73, sql: 0.365, opportunity: 0.625, quality: 7.35, response: 0.81, documentation: 0.9};
/** The seed's dashboard: the last two months look like it. */
const LAST: Record<string, Partial<Level>> = {
  "2026-07": {sql: 0.37, opportunity: 0.605, response: 0.8},
  "2026-08": {show: 0.71, sql: 0.35, opportunity: 0.685, quality: 7.2, response: 0.78, documentation: 0.89},
  "2026-09": {show: 0.78, sql: 0.42, opportunity: 0.68, quality: 8.1, response: 0.88, documentation: 0.94},
  "2026-10": {show: 0.78, sql: 0.42, opportunity: 0.68, quality: 8.1, response: 0.88, documentation: 0.94},
};

/** Level of the month of `day`, in a history of `months` from `start` on. */
export function levelOf(day: Day, start: Day, months: number): Level {
  const share = Math.min(1, Math.max(0, (day - start) / (months * 30.4)));
  const names = Object.keys(EARLY) as (keyof Level)[];
  const gradual = Object.fromEntries(
    names.map((name) => [name, EARLY[name] + (LATE[name] - EARLY[name]) * share]),
  ) as unknown as Level;
  return {...gradual, ...LAST[monthOf(day)]};
}

const SEASON = [1.02, 1, 1.06, 1, 1.02, 1.03, 0.9, 0.72, 1.12, 1.1, 1.06, 0.66];

/** How busy a month is, 1 on average. */
export function seasonOf(day: Day): number {
  return SEASON[Number(monthOf(day).slice(5)) - 1]!;
}

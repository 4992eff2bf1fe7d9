import {readDay, type Day, type Region} from "../calendar.js";
import type {Random} from "../random.js";
import type {Ae, Person, Sdr} from "../types.js";
import {HABITS, planFocus} from "./habits.js";

export const SDR_TEAMS = [
  {team: "EMEA Growth", region: "EMEA", segment: "Mid-Market"},
  {team: "North America Growth", region: "North America", segment: "Mid-Market"},
  {team: "Enterprise", region: "EMEA", segment: "Enterprise"},
] as const;
export const AE_TEAMS = [
  {team: "EMEA Sales", region: "EMEA"},
  {team: "North America Sales", region: "North America"},
] as const;

export const GROWTH_MOTIONS = [
  ["mid_market", 7],
  ["product_led", 3],
] as const;
export const ENTERPRISE_MOTIONS = [
  ["enterprise", 9],
  ["mid_market", 1],
] as const;
/** Sources differ between SDRs, so that raw rates differ where skill does not. */
const mix = (inbound: number, outbound: number, event: number, referral: number, partner: number) =>
  Object.entries({inbound, outbound, event, referral, partner});
const SOURCE_MIXES = [mix(5, 2, 1, 0.6, 0.6), mix(1.5, 5, 1.2, 0.5, 0.5), mix(3, 3, 1.5, 1, 1)];

export type MakePerson = (
  role: Person["role"],
  team: string,
  region: Region,
  segment: string,
  managerId: string | null,
  startedOn: Day,
) => Person;

export function makeAes(random: Random, count: number, person: MakePerson, managers: Person[], start: Day): Ae[] {
  const severities = random.shuffle(
    Array.from({length: count}, (_, index) => (index === 0 ? -1.2 : index === 1 ? 1.2 : random.normal(0, 0.4))),
  );
  return Array.from({length: count}, (_, index) => {
    const team = AE_TEAMS[index < count / 2 ? 0 : 1];
    const manager = managers[index < count / 2 ? 0 : 1]!;
    const base = person(
      "ae",
      team.team,
      team.region,
      index % 7 >= 4 ? "Enterprise" : "Mid-Market",
      manager.id,
      start - random.int(100, 1000),
    );
    return {
      ...base,
      severity: round(severities[index]!),
      leniency: round(random.normal(0, 0.2)),
      responds: index === 4 ? -1.6 : random.normal(0.15, 0.35),
      acceptHours: random.skewed(6, 0.5),
    };
  });
}

export function makeSdrs(
  random: Random,
  count: number,
  person: MakePerson,
  teams: readonly (typeof SDR_TEAMS)[number][],
  managers: Person[],
  start: Day,
): Sdr[] {
  const starters = Math.round(count / 6);
  const settled = count - starters;
  const habits = random.shuffle(HABITS);
  const planted = random.shuffle(
    Array.from({length: settled}, (_, index) =>
      index < Math.round(settled * 0.75) ? habits[index % habits.length]! : ("none" as const),
    ),
  );
  const startDays = ["2026-04-13", "2026-06-01", "2026-07-06", "2026-08-03"].map(readDay);
  return Array.from({length: count}, (_, index) => {
    const teamIndex = index % teams.length;
    const team = teams[teamIndex]!;
    const isEnterprise = team.segment === "Enterprise";
    const region = isEnterprise && Math.floor(index / teams.length) % 2 === 1 ? "North America" : team.region;
    const isStarter = index >= settled;
    const startedOn = isStarter ? startDays[(index - settled) % startDays.length]! : start - random.int(120, 900);
    const habit = isStarter ? "none" : planted[index]!;
    return {
      ...person("sdr", team.team, region, team.segment, managers[teamIndex]!.id, startedOn),
      habit,
      focus: planFocus(habit),
      showSkill: round(random.normal(0, 0.2)),
      sqlSkill: round(habit === "weak_fit" ? -0.75 : random.normal(0, 0.25)),
      qualitySkill: round(random.normal(0, 0.3)),
      volume: random.skewed(1, 0.14),
      sources: random.pick(SOURCE_MIXES),
      motions: isEnterprise ? ENTERPRISE_MOTIONS : GROWTH_MOTIONS,
    };
  });
}

export const round = (value: number): number => Math.round(value * 100) / 100;

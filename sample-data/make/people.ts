import {addMonths, readDay, type Day, type Region} from "../calendar.js";
import {createRandom, type Random} from "../random.js";
import type {Ae, Person, Sdr} from "../types.js";
import {FIRST_NAMES, LAST_NAMES} from "../words/names.js";
import {HABITS, planFocus} from "./habits.js";

export interface Staff {
  sdrs: Sdr[];
  aes: Ae[];
  others: Person[];
  /** Who takes over from whom: rows of the promoted SDR and the AE they became share an id. */
  all: Person[];
}

const SDR_TEAMS = [
  {team: "EMEA Growth", region: "EMEA", segment: "Mid-Market"},
  {team: "North America Growth", region: "North America", segment: "Mid-Market"},
  {team: "Enterprise", region: "EMEA", segment: "Enterprise"},
] as const;
const AE_TEAMS = [{team: "EMEA Sales", region: "EMEA"}, {team: "North America Sales", region: "North America"}] as const;

const GROWTH_MOTIONS = [["mid_market", 7], ["product_led", 3]] as const;
const ENTERPRISE_MOTIONS = [["enterprise", 9], ["mid_market", 1]] as const;
/** Sources differ between SDRs, so that raw rates differ where skill does not. */
const SOURCE_MIXES = [
  [["inbound", 5], ["outbound", 2], ["event", 1], ["referral", 0.6], ["partner", 0.6]],
  [["inbound", 1.5], ["outbound", 5], ["event", 1.2], ["referral", 0.5], ["partner", 0.5]],
  [["inbound", 3], ["outbound", 3], ["event", 1.5], ["referral", 1], ["partner", 1]],
] as const;

/**
 * Everybody who works here: `count` SDRs at the export, their AEs, managers and leaders, with the history that pages must cope
 * with (two changed team, one manager left, one SDR left, one became an AE, one was away for a quarter, starters who ramp).
 */
export function makePeople(seed: number, count: number, start: Day): Staff {
  const random = createRandom(seed, "people");
  const names = random.shuffle(LAST_NAMES);
  let number = 100;
  const person = (role: Person["role"], team: string, region: Region, segment: string, managerId: string | null, startedOn: Day): Person => {
    number++;
    const name = `${random.pick(FIRST_NAMES)} ${names[number % names.length]!}`;
    return {id: `p${number}`, name, role, team, managerId, region, segment, startedOn, endedOn: null, absence: null, changes: []};
  };

  const executives = [person("exec", "", "EMEA", "", null, start - 1500), person("exec", "", "North America", "", null, start - 900)];
  const [chief, vice] = executives as [Person, Person];
  vice.managerId = chief.id;
  const teamCount = Math.min(SDR_TEAMS.length, Math.max(1, Math.round(count / 8)));
  const sdrTeams = SDR_TEAMS.slice(0, teamCount);
  const sdrManagers = sdrTeams.map((team) => person("manager", team.team, team.region, "", vice.id, start - random.int(200, 900)));
  const aeManagers = AE_TEAMS.map((team) => person("manager", team.team, team.region, "", chief.id, start - random.int(200, 900)));
  const others = [...executives, ...sdrManagers, ...aeManagers];

  const aes = makeAes(random, Math.max(4, Math.round((count * 13) / 24)), person, aeManagers, start);
  const sdrs = makeSdrs(random, count, person, sdrTeams, sdrManagers, start);
  if (count >= 20) addHistory({random, person, sdrs, aes, others, sdrManagers, aeManagers, vice});
  return {sdrs, aes, others, all: [...others, ...aes, ...sdrs]};
}

type MakePerson = (role: Person["role"], team: string, region: Region, segment: string, managerId: string | null, startedOn: Day) => Person;

function makeAes(random: Random, count: number, person: MakePerson, managers: Person[], start: Day): Ae[] {
  const severities = random.shuffle(Array.from({length: count}, (_, index) => (index === 0 ? -1.2 : index === 1 ? 1.2 : random.normal(0, 0.4))));
  return Array.from({length: count}, (_, index) => {
    const team = AE_TEAMS[index < count / 2 ? 0 : 1];
    const manager = managers[index < count / 2 ? 0 : 1]!;
    const base = person("ae", team.team, team.region, index % 7 >= 4 ? "Enterprise" : "Mid-Market", manager.id, start - random.int(100, 1000));
    return {...base, severity: round(severities[index]!), leniency: round(random.normal(0, 0.2)), responds: index === 4 ? -1.6 : random.normal(0.15, 0.35), acceptHours: random.skewed(6, 0.5)};
  });
}

function makeSdrs(random: Random, count: number, person: MakePerson, teams: readonly (typeof SDR_TEAMS)[number][], managers: Person[], start: Day): Sdr[] {
  const starters = Math.round(count / 6);
  const settled = count - starters;
  const habits = random.shuffle(HABITS);
  const planted = random.shuffle(Array.from({length: settled}, (_, index) => (index < Math.round(settled * 0.75) ? habits[index % habits.length]! : ("none" as const))));
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
      ...person("sdr", team.team, region, team.segment, managers[teamIndex]!.id, startedOn), habit, focus: planFocus(habit),
      showSkill: round(random.normal(0, 0.2)), sqlSkill: round(habit === "weak_fit" ? -0.75 : random.normal(0, 0.25)), qualitySkill: round(random.normal(0, 0.3)),
      volume: random.skewed(1, 0.14), sources: random.pick(SOURCE_MIXES), motions: isEnterprise ? ENTERPRISE_MOTIONS : GROWTH_MOTIONS,
    };
  });
}

interface HistoryInput {
  random: Random; person: MakePerson; sdrs: Sdr[]; aes: Ae[]; others: Person[]; sdrManagers: Person[]; aeManagers: Person[]; vice: Person;
}

/** The changes that need a company of some size. */
function addHistory({random, person, sdrs, aes, others, sdrManagers, aeManagers, vice}: HistoryInput): void {
  const [emea, america, enterprise] = sdrManagers as [Person, Person, Person];
  const [, away, moved, movedToo] = sdrs as [Sdr, Sdr, Sdr, Sdr];
  away.absence = [readDay("2026-01-05"), readDay("2026-04-02")];
  moved.changes.push({from: readDay("2026-01-01"), team: "North America Growth", managerId: america.id, region: "North America", segment: "Mid-Market"});
  movedToo.changes.push({from: readDay("2025-11-03"), team: "Enterprise", managerId: enterprise.id, segment: "Enterprise"});

  // The first manager of EMEA Growth leaves; everybody's history says so.
  const successor = person("manager", "EMEA Growth", "EMEA", "", vice.id, readDay("2026-02-02"));
  others.push(successor);
  emea.endedOn = readDay("2026-01-30");
  for (const sdr of sdrs) if (sdr.managerId === emea.id && !sdr.changes.some((change) => change.managerId)) sdr.changes.push({from: successor.startedOn, managerId: successor.id});

  const template = sdrs[0]!;
  const left = {...template, ...person("sdr", "Enterprise", "EMEA", "Enterprise", enterprise.id, readDay("2024-05-06")), habit: "none" as const, focus: null, motions: ENTERPRISE_MOTIONS};
  left.endedOn = readDay("2026-02-27");
  const promoted: Sdr = {...template, ...person("sdr", "North America Growth", "North America", "Mid-Market", america.id, readDay("2023-09-04")), habit: "none", focus: null, showSkill: 0.2, sqlSkill: 0.3, qualitySkill: 0.4, motions: GROWTH_MOTIONS};
  const from = readDay("2026-03-02");
  const role = {role: "ae", team: "North America Sales", managerId: aeManagers[1]!.id, segment: "SMB"} as const;
  promoted.changes.push({from, ...role, startedOn: from});
  sdrs.push(left, promoted);
  aes.push({...promoted, ...role, startedOn: from, changes: [], severity: round(random.normal(0, 0.4)), leniency: 0, responds: 0.4, acceptHours: 4});
}

/** Share of a settled SDR's volume and how far skill has come (0 to 1), so many months after the start. */
export function rampOf(startedOn: Day, day: Day): {volume: number; skill: number} {
  if (day < startedOn) return {volume: 0, skill: 0};
  const months = Math.max(0, (day - startedOn) / 30.4);
  return {volume: Math.min(1, 0.12 + months * 0.24), skill: Math.min(1, months / 5)};
}

/** Team, manager, region and segment of a person on a day. */
export function placeOf(person: Person, day: Day): {team: string; managerId: string | null; region: Region; segment: string; role: Person["role"]} {
  let place = {team: person.team, managerId: person.managerId, region: person.region, segment: person.segment, role: person.role};
  for (const {from, ...change} of person.changes) if (from <= day) place = {...place, ...change};
  return place;
}

/** Working in a role that day. */
export function isWorking(person: Person, day: Day): boolean {
  const away = person.absence !== null && day >= person.absence[0] && day <= person.absence[1];
  return day >= person.startedOn && (person.endedOn === null || day <= person.endedOn) && !away;
}

export const monthStart = (day: Day): Day => addMonths(day, 0);
const round = (value: number): number => Math.round(value * 100) / 100;

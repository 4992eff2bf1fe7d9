import type {Day, Region} from "../calendar.js";
import type {Person} from "../types.js";

/** Share of a settled SDR's volume and how far skill has come (0 to 1), so many months after the start. */
export function rampOf(startedOn: Day, day: Day): {volume: number; skill: number} {
  if (day < startedOn) return {volume: 0, skill: 0};
  const months = Math.max(0, (day - startedOn) / 30.4);
  return {volume: Math.min(1, 0.12 + months * 0.24), skill: Math.min(1, months / 5)};
}

/** Team, manager, region and segment of a person on a day. */
export function placeOf(
  person: Person,
  day: Day,
): {team: string; managerId: string | null; region: Region; segment: string; role: Person["role"]} {
  let place = {team: person.team, managerId: person.managerId, region: person.region, segment: person.segment, role: person.role};
  for (const {from, ...change} of person.changes) if (from <= day) place = {...place, ...change};
  return place;
}

/** Working in a role that day. */
export function isWorking(person: Person, day: Day): boolean {
  const away = person.absence !== null && day >= person.absence[0] && day <= person.absence[1];
  return day >= person.startedOn && (person.endedOn === null || day <= person.endedOn) && !away;
}

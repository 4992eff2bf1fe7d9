import type {Day, Region} from "../calendar.js";
import {createRandom} from "../random.js";
import type {Ae, Person, Sdr} from "../types.js";
import {FIRST_NAMES, LAST_NAMES} from "../words/names.js";
import {AE_TEAMS, makeAes, makeSdrs, SDR_TEAMS} from "./sellers.js";
import {addHistory} from "./staff-changes.js";

export interface Staff {
  sdrs: Sdr[];
  aes: Ae[];
  others: Person[];
  /** Everybody; the promoted SDR stands in it twice, as AE and as SDR, with one id. */
  all: Person[];
}

/**
 * Everybody who works here: `count` SDRs at the export, their AEs, managers and leaders, with the history that pages must cope
 * with (two changed team, one manager left, one SDR left, one became an AE, one was away for a quarter, starters who ramp).
 */
export function makePeople(seed: number, count: number, start: Day): Staff {
  const random = createRandom(seed, "people");
  const names = random.shuffle(LAST_NAMES);
  let number = 100;
  const person = (
    role: Person["role"],
    team: string,
    region: Region,
    segment: string,
    managerId: string | null,
    startedOn: Day,
  ): Person => {
    number++;
    const name = `${random.pick(FIRST_NAMES)} ${names[number % names.length]!}`;
    return {id: `p${number}`, name, role, team, managerId, region, segment, startedOn, endedOn: null, absence: null, changes: []};
  };

  const executives = [
    person("exec", "", "EMEA", "", null, start - 1500),
    person("exec", "", "North America", "", null, start - 900),
  ];
  const [chief, vice] = executives as [Person, Person];
  vice.managerId = chief.id;
  const teamCount = Math.min(SDR_TEAMS.length, Math.max(1, Math.round(count / 8)));
  const sdrTeams = SDR_TEAMS.slice(0, teamCount);
  const sdrManagers = sdrTeams.map((team) =>
    person("manager", team.team, team.region, "", vice.id, start - random.int(200, 900)),
  );
  const aeManagers = AE_TEAMS.map((team) =>
    person("manager", team.team, team.region, "", chief.id, start - random.int(200, 900)),
  );
  const others = [...executives, ...sdrManagers, ...aeManagers];

  const aes = makeAes(random, Math.max(4, Math.round((count * 13) / 24)), person, aeManagers, start);
  const sdrs = makeSdrs(random, count, person, sdrTeams, sdrManagers, start);
  if (count >= 20) addHistory({random, person, sdrs, aes, others, sdrManagers, aeManagers, vice});
  return {sdrs, aes, others, all: [...others, ...aes, ...sdrs]};
}

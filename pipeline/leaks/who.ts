/** Who may see whom: for each tree the people, and the parties of handoffs, that may be in it. */
import type {Database} from "../db.js";
import {UserError} from "../errors.js";
import {PEOPLE} from "./who-sql.js";
import type {LeakOptions, Tree} from "./types.js";

/** The parties of handoffs: numbers of people, and teams they were in when it was booked. */
interface Parties {
  sdrs: number[];
  aes: number[];
  sdrTeams: string[];
  aeTeams: string[];
}

interface Period {
  person: number;
  team: string | null;
  manager: number;
  role: string | null;
  isNow: boolean;
}

export interface Company {
  /** Ids, by number. Two ids with one e-mail address are one person: `same` leads to the first of them. */
  people: string[];
  same: Int32Array;
  numberOf: ReadonlyMap<string, number>;
  periods: Period[];
  /** By number, from 1 on; 0 is of handoffs that are in no tree, since no newest export has them. */
  parties: Parties[];
  /** Beyond the last of `parties`: what is one person's own, and nobody's counterpart's. */
  ownOf(person: number): number;
  /** Parties that each prospect has to do with: `prospectParties` from `prospectAt[n]` to `prospectAt[n + 1]`. */
  prospectAt: Int32Array;
  prospectParties: Int32Array;
}

/** What a tree may hold. */
export interface Right {
  seesAll: boolean;
  people: Uint8Array;
  /** By number of parties; beyond them by person, for what is that person's own. */
  parties: Uint8Array;
  /** May hold e-mail and telephone of its prospects. */
  contactDetails: boolean;
}

const split = (list: string) => (list === "" ? [] : list.split("\u001f"));

export async function readCompany(db: Database): Promise<Company> {
  const people = (await db.rows<{person_id: string}>(PEOPLE)).map(({person_id}) => person_id);
  const numberOf = new Map(people.map((id, number) => [id, number]));
  const same = Int32Array.from(people, (_, number) => number);
  const twins = await db.rows<{person_id: string; first: string}>(`
    select distinct person_id, min(person_id) over (partition by lower(trim(email))) as first from raw.people where email is not null`);
  for (const {person_id, first} of twins) same[numberOf.get(person_id)!] = same[numberOf.get(first)!]!;
  const number = (id: string | null) => (id === null ? -1 : same[numberOf.get(id)!]!);

  const periods = await db.rows<{person_id: string; team: string | null; manager_id: string | null; role: string | null; is_now: boolean}>(`
    select person_id, team, manager_id, role, since = max(since) filter (since <= today) over (partition by person_id) as is_now
    from leak_periods cross join (select timezone(timezone, timezone('UTC', as_of))::date as today from config.settings)`); // prettier-ignore
  const rows = await db.rows<{parties: number; sdrs: string; aes: string; sdr_teams: string; ae_teams: string}>(
    "select distinct parties, sdrs, aes, sdr_teams, ae_teams from leak_chains order by parties",
  );
  const parties: Parties[] = [{sdrs: [], aes: [], sdrTeams: [], aeTeams: []}];
  for (const {sdrs, aes, sdr_teams, ae_teams} of rows)
    parties.push({
      sdrs: split(sdrs).map(number),
      aes: split(aes).map(number),
      sdrTeams: split(sdr_teams),
      aeTeams: split(ae_teams),
    });
  const pairs = await db.rows<{contact: number; parties: number}>("select contact, parties from leak_prospects order by contact");
  const [{contacts}] = (await db.rows<{contacts: number}>("select count(*) as contacts from leak_contacts")) as [
    {contacts: number},
  ];
  const prospectAt = new Int32Array(contacts + 1);
  for (const {contact} of pairs) prospectAt[contact + 1]! += 1;
  for (let k = 0; k < contacts; k++) prospectAt[k + 1]! += prospectAt[k]!;
  return {
    people,
    same,
    numberOf,
    periods: periods.map(({person_id, team, manager_id, role, is_now}) => ({person: number(person_id), team, manager: number(manager_id), role, isNow: is_now})), // prettier-ignore
    parties,
    ownOf: (person) => parties.length + same[person]!,
    prospectAt,
    prospectParties: Int32Array.from(pairs, (pair) => pair.parties),
  };
}

/**
 * What each tree may hold.
 * @throws UserError for a person or team that no export names
 */
export function readRights(company: Company, trees: readonly Tree[], options: LeakOptions): Right[] {
  const {people, parties, periods, numberOf, same} = company;
  const isSdr = new Uint8Array(people.length);
  const isAe = new Uint8Array(people.length);
  for (const {sdrs, aes} of parties) {
    for (const person of sdrs) isSdr[person] = 1;
    for (const person of aes) isAe[person] = 1;
  }
  for (const {person, role} of periods) {
    if (role === "sdr") isSdr[person] = 1;
    if (role === "ae") isAe[person] = 1;
  }
  // Parties by person and by team, so that no tree goes through all of them.
  const index = {sdr: new Map<number, number[]>(), ae: new Map<number, number[]>(), team: new Map<string, number[]>(), ae_team: new Map<string, number[]>()}; // prettier-ignore
  const note = <K>(map: Map<K, number[]>, key: K, value: number) => {
    const list = map.get(key);
    if (list) list.push(value);
    else map.set(key, [value]);
  };
  parties.forEach(({sdrs, aes, sdrTeams, aeTeams}, number) => {
    for (const person of sdrs) note(index.sdr, person, number);
    for (const person of aes) note(index.ae, person, number);
    for (const team of sdrTeams) note(index.team, team, number);
    for (const team of aeTeams) note(index.ae_team, team, number);
  });
  const teams = new Set([
    ...periods.flatMap(({team}) => (team === null ? [] : [team])),
    ...index.team.keys(),
    ...index.ae_team.keys(),
  ]);

  return trees.map(({kind, id, folder}) => {
    const right: Right = {
      seesAll: kind === "revops" || (kind === "exec" && options.execSeesPeople === true),
      people: new Uint8Array(people.length),
      parties: new Uint8Array(parties.length + people.length),
      contactDetails: options.contactDetails === true && ["revops", "ae", "ae_team"].includes(kind),
    };
    if (kind === "revops" || kind === "exec") return right;
    const side = kind === "sdr" || kind === "team" ? "sdr" : "ae";
    const isTeam = kind === "team" || kind === "ae_team";
    const person = isTeam ? undefined : numberOf.get(id ?? "");
    if (isTeam ? !teams.has(id ?? "") : person === undefined)
      throw new UserError(
        `${folder}: no export names the ${isTeam ? "team" : "person"} "${id ?? ""}", so nobody can say what may be in its tree`,
      );
    const acts = side === "sdr" ? isSdr : isAe;
    const own = isTeam
      ? periods.filter((period) => period.isNow && period.team === id && acts[period.person]).map((period) => period.person)
      : [same[person!]!];
    const mine = new Set(own.flatMap((one) => index[side].get(one) ?? []));
    if (isTeam) for (const number of index[kind].get(id!) ?? []) mine.add(number);
    for (const one of own) {
      right.people[one] = 1;
      right.parties[parties.length + one] = 1;
    }
    const isOwn = new Set(own);
    for (const period of periods)
      if (period.manager >= 0 && (isOwn.has(period.person) || (isTeam && period.team === id && acts[period.person])))
        right.people[period.manager] = 1;
    for (const number of mine) {
      right.parties[number] = 1;
      for (const one of parties[number]!.sdrs) right.people[one] = 1;
      for (const one of parties[number]!.aes) right.people[one] = 1;
    }
    return right;
  });
}

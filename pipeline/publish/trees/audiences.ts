/** Who is whose: the audiences of a company, and the people each may see. Pure. */
import {AUDIENCE_KINDS, type AudienceKind} from "../../contract/audiences.js";

/** A person as far as audiences go. */
export interface Member {
  person_id: string;
  slug: string;
  name: string;
  email: string | null;
  team: string | null;
  manager_id: string | null;
  manager_name: string | null;
  is_current: boolean;
  /** Stands in the people export; true for everybody where there is none. */
  is_known: boolean;
  is_sdr: boolean;
  is_ae: boolean;
  is_manager: boolean;
}

export interface Group {
  team: string;
  slug: string;
  team_name: string;
  manager_id: string | null;
}

export interface Roster {
  people: readonly Member[];
  teams: readonly Group[];
}

export interface Audience {
  kind: AudienceKind;
  /** Of the person or team; empty for RevOps and leadership. */
  id: string;
  slug: string;
  /** Folder of its tree, below that of all: made of slugs alone. */
  folder: string;
  /** Own SDRs, whose handoffs and pages are in the tree. */
  sdrs: readonly Member[];
  /** Own AEs, likewise. */
  aes: readonly Member[];
}

export interface AudienceOptions {
  execSeesPeople: boolean;
}

/** A slug, as models make them: nothing that could lead out of a folder. */
const SLUG = /^[a-z0-9]+(-{1,2}[a-z0-9]+)*$/;

/** Those who are in a team now. */
export const listInTeam = <T extends Pick<Member, "team" | "is_current">>(people: readonly T[], team: string): T[] =>
  people.filter((person) => person.team === team && person.is_current);

/**
 * Every audience, each with its own people. Whoever has left, or is not in the people export, has no tree: nobody is there to open it.
 * A team without anybody has one all the same, which says so.
 * @throws Error when two would share a folder, or a folder would lead elsewhere
 */
export function listAudiences({people, teams}: Roster, {execSeesPeople}: AudienceOptions): Audience[] {
  const sdrs = people.filter((person) => person.is_sdr);
  const aes = people.filter((person) => person.is_ae);
  const isHere = (person: Member) => person.is_current && person.is_known;
  const own: Record<AudienceKind, () => Omit<Audience, "kind" | "folder">[]> = {
    revops: () => [{id: "", slug: "", sdrs, aes}],
    exec: () => [{id: "", slug: "", sdrs: execSeesPeople ? sdrs : [], aes: execSeesPeople ? aes : []}],
    team: () =>
      teams.flatMap(({team, slug}) => {
        const members = listInTeam(sdrs, team);
        return members.length > 0 || listInTeam(aes, team).length === 0 ? [{id: team, slug, sdrs: members, aes: []}] : [];
      }),
    sdr: () => sdrs.filter(isHere).map((person) => ({id: person.person_id, slug: person.slug, sdrs: [person], aes: []})),
    ae_team: () =>
      teams.flatMap(({team, slug}) => {
        const members = listInTeam(aes, team);
        return members.length > 0 ? [{id: team, slug, sdrs: [], aes: members}] : [];
      }),
    ae: () => aes.filter(isHere).map((person) => ({id: person.person_id, slug: person.slug, sdrs: [], aes: [person]})),
  };
  const audiences = AUDIENCE_KINDS.flatMap((kind) =>
    own[kind]().map((each) => ({kind, folder: nameFolder(kind, each.slug), ...each})),
  );
  const seen = new Set<string>();
  for (const {folder} of audiences) {
    if (seen.has(folder)) throw new Error(`two audiences would share ${folder}`);
    seen.add(folder);
  }
  return audiences;
}

function nameFolder(kind: AudienceKind, slug: string): string {
  if (kind === "revops" || kind === "exec") return kind;
  if (!SLUG.test(slug)) throw new Error(`${kind} ${JSON.stringify(slug)} is no name of a folder`);
  return `${kind}/${slug}`;
}

/**
 * The manager of most of these people, and of as many the first by name; null where none has one. A team of SDRs and AEs may have one for each: who reads
 * about some of its people is told theirs.
 */
export const nameManager = (people: readonly Pick<Member, "manager_name">[]): string | null =>
  rank(people.map(({manager_name}) => manager_name))[0] ?? null;

/** Who leads the people of a tree, by id: the manager of most first; where none of them has one, the manager that their team is given. */
export function listLeaders({kind, id, sdrs, aes}: Audience, {teams}: Pick<Roster, "teams">): string[] {
  const own = rank([...sdrs, ...aes].map(({manager_id}) => manager_id));
  const given = kind === "team" || kind === "ae_team" ? teams.find(({team}) => team === id)?.manager_id : undefined;
  return own.length > 0 ? own : given ? [given] : [];
}

/** What is there, each once: what is there most often first, then in order. */
function rank(values: readonly (string | null)[]): string[] {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, count], [b, other]) => other - count || (a < b ? -1 : 1)).map(([value]) => value);
}

/** Managers whom no team and nobody in one names: they get no tree until one does. */
export function listManagersWithoutTeam({people, teams}: Roster): Member[] {
  const led = people.filter(({team, is_current, is_sdr, is_ae}) => team !== null && is_current && (is_sdr || is_ae));
  const leading = new Set([...teams, ...led].map(({manager_id}) => manager_id));
  return people.filter((person) => person.is_manager && person.is_current && !leading.has(person.person_id));
}

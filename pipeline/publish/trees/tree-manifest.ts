/** The manifest of an audience's tree: of the whole's, what concerns its readers, and nobody else's name. Pure. */
import type {Manifest} from "../../contract/datasets.js";
import {nameManager, type Audience, type AudienceOptions} from "./audiences.js";

/** @param digits of the index of briefs in this tree */
export function cutManifest(
  whole: Manifest,
  audience: Audience,
  pages: readonly string[],
  digits: number,
  {execSeesPeople}: AudienceOptions,
): Manifest {
  const {kind, slug, sdrs, aes} = audience;
  const own = {...whole, audience: {kind, slug}, pages: [...pages]};
  if (kind === "revops") return {...own, holds: whole.holds.filter((part) => part !== "contacts")};
  if (kind === "exec" && execSeesPeople)
    return {...own, holds: whole.holds.filter((part) => part === "cube" || part === "lists")};
  const sdrSlugs = new Set(sdrs.map((person) => person.slug));
  const aeSlugs = new Set(aes.map((person) => person.slug));
  const isOwn = (person: {slug: string}) => sdrSlugs.has(person.slug) || aeSlugs.has(person.slug);
  const ownTeams = new Set(whole.people.filter(isOwn).map(({team_slug}) => team_slug));
  const isOwnTeam = (team: string) => (kind === "team" || kind === "ae_team" ? team === slug : ownTeams.has(team));
  // Leadership and managers see other teams as sums; of theirs no manager is named, and of the own one the manager of whom the tree is about.
  const isTeamThere = (team: string) => kind === "exec" || kind === "team" || isOwnTeam(team);
  const managerOf = ({team}: {team: string}) => nameManager([...sdrs, ...aes].filter((person) => person.team === team));
  return {
    ...own,
    people: whole.people.filter(isOwn).map((person) => ({
      ...person,
      has_page: sdrSlugs.has(person.slug),
      has_one_on_one: kind === "team" && sdrSlugs.has(person.slug) && person.has_one_on_one,
      has_ae_page: aeSlugs.has(person.slug),
    })),
    teams: whole.teams
      .filter((team) => isTeamThere(team.slug))
      .map((team) => ({...team, manager_name: isOwnTeam(team.slug) ? managerOf(team) : null})),
    holds: kind === "ae" ? whole.holds.filter((part) => part === "contacts") : [],
    index_digits: digits,
  };
}

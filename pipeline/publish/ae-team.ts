/** `ae-team/<slug>.json`: what the AEs of a team answer, decide, and have before them. Made of their own documents, so it knows no ratings. */
import type {AeData, AeTeamData} from "../contract/datasets.js";
import {listInTeam, nameManager} from "./trees/audiences.js";
import type {Ground, Team} from "./ground.js";

/** The team's AEs who are there now, by name; null for a team without any. @param documents of all AEs, by person */
export function makeAeTeam({aes}: Pick<Ground, "aes">, team: Team, documents: ReadonlyMap<string, AeData>): AeTeamData | null {
  const own = listInTeam(aes, team.team);
  if (own.length === 0) return null;
  return {
    slug: team.slug,
    name: team.team_name,
    manager_name: nameManager(own),
    aes: own.map(({person_id}) => {
      const {slug, name, cells, coming, owed_count, overdue_count, open_count} = documents.get(person_id)!;
      return {slug, name, cells, coming: coming.length, owed_count, overdue_count, open_count};
    }),
  };
}

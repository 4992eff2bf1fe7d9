/** People and teams that the configuration names, looked for in the export of people: whoever wrote a name should hear that nobody goes by it. */
import type {Config} from "../config.js";
import type {Database} from "../db.js";
import {findNearMiss, type Problem} from "../errors.js";

const BY_ID_OR_MAIL = "name people by id or e-mail address, as the export of people has them";
const BY_ID = "name people by id, as the export of people has them";

/** A problem for each name of a person or team that no export of people knows; none where there is no such export. */
export async function reportConfigNames(
  db: Database,
  {exemplars, teams}: Pick<Config, "exemplars" | "teams">,
): Promise<Problem[]> {
  if ((exemplars === "all" || exemplars.length === 0) && teams.length === 0) return [];
  const {person_id: ids, email, team: known} = await readKnown(db);
  if (ids.size === 0) return [];
  const people = new Set([...ids, ...email]);
  const lack = (where: string, name: string, among: ReadonlySet<string>, what: string, hint: string): Problem[] => {
    if (among.has(name) || among.has(name.toLowerCase())) return [];
    const near = findNearMiss(name, among);
    return [{where, what: `"${name}" is ${what}`, hint: near ? `did you mean ${near}?` : hint}];
  };
  const lent = exemplars === "all" ? [] : exemplars;
  return [
    ...lent.flatMap((name, index) =>
      lack(`exemplars[${index}]`, name, people, "nobody in the export of people; no brief of theirs is shown", BY_ID_OR_MAIL),
    ),
    ...teams.flatMap(({team, manager, members}, index) => [
      // Members may make up a team that the export does not know.
      ...(members.length > 0 ? [] : lack(`teams[${index}].team`, team, known, "no team in the export of people; nobody is in it", "write it as the export does, or list its members")), // prettier-ignore
      ...(manager === undefined ? [] : lack(`teams[${index}].manager`, manager, ids, "nobody in the export of people", BY_ID)),
      ...members.flatMap((member, place) => lack(`teams[${index}].members[${place}]`, member, ids, "nobody in the export of people", BY_ID)), // prettier-ignore
    ]),
  ];
}

async function readKnown(db: Database): Promise<Record<"person_id" | "email" | "team", Set<string>>> {
  const [row] = await db.rows<Record<"person_id" | "email" | "team", string[] | null>>(
    `select list(distinct person_id order by person_id) as person_id, list(distinct lower(email) order by lower(email)) filter (email is not null) as email,
       list(distinct team order by team) filter (team is not null) as team from raw.people where person_id is not null`,
  );
  const {person_id, email, team} = row!;
  return {person_id: new Set(person_id), email: new Set(email), team: new Set(team)};
}

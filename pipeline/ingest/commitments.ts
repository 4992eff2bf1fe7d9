import {findBehaviour, listBehaviours, type Behaviour, type BehaviourRules} from "../contract/behaviours.js";
import {quoteText, type Database} from "../db.js";
import {findNearMiss, type Problem} from "../errors.js";

/**
 * Commitments that cannot be followed: of a behaviour that the catalogue does not have, told in the ledger (the row is loaded, and flagged);
 * and of an SDR whom nobody knows, where someone of a similar name or id is there.
 * @returns a problem per behaviour that is unknown and per person with a near miss
 */
export async function reportCommitments(db: Database, rules: BehaviourRules): Promise<Problem[]> {
  const behaviours = listBehaviours(rules);
  const named = await db.rows<{behaviour: string; place: string; rows: number}>(`
    select behaviour, arg_min(files.path || ':' || _line, (_file_id, _line)) as place, count(*)::integer as rows
    from raw.commitments left join (select distinct file_id, path from raw.files) as files on files.file_id = commitments._file_id
    where behaviour is not null group by behaviour order by behaviour`);
  const problems: Problem[] = [];
  for (const {behaviour, place, rows} of named) {
    if (findBehaviour(behaviour, behaviours)) continue;
    const near = nearBehaviour(behaviour, behaviours);
    const hint = near ? `did you mean ${near}?` : `name one of: ${behaviours.map((entry) => entry.behaviour).join(", ")}`;
    const more = rows > 1 ? ` (${rows} rows)` : "";
    problems.push({
      where: place,
      what: `"${behaviour}" is no behaviour that can be worked on${more}; kept, and not followed`,
      hint,
    });
    await db.run(`insert into raw.rejects
      select _file_id, files.path, 'commitments', _line, 'behaviour', behaviour, 'is no behaviour that can be worked on; kept, and not followed', ${quoteText(hint)}, 'orphan'
      from raw.commitments left join (select distinct file_id, path from raw.files) as files on files.file_id = commitments._file_id
      where behaviour = ${quoteText(behaviour)} order by _file_id, _line`);
  }
  return [...problems, ...(await nameNearPeople(db))];
}

/** Id of the behaviour whose id or label is nearest. */
export function nearBehaviour(named: string, behaviours: readonly Behaviour[]): string | null {
  const wanted = named.trim().replaceAll(/[\s-]+/g, "_");
  const near = findNearMiss(wanted, behaviours.map(({behaviour}) => behaviour)) ?? findNearMiss(named, behaviours.map(({label}) => label)); // prettier-ignore
  return behaviours.find(({behaviour, label}) => behaviour === near || label === near)?.behaviour ?? null;
}

/** Who may have been meant by an id that is in no export of people. */
async function nameNearPeople(db: Database): Promise<Problem[]> {
  const people = await db.rows<{person_id: string; name: string | null}>(
    "select distinct person_id, name from raw.people where person_id is not null order by person_id, name",
  );
  const unknown = await db.rows<{sdr_id: string}>(
    "select distinct sdr_id from raw.commitments where sdr_id is not null and sdr_id not in (select person_id from raw.people where person_id is not null) order by sdr_id",
  );
  if (people.length === 0) return [];
  return unknown.flatMap(({sdr_id}): Problem[] => {
    const near = findNearMiss(sdr_id, people.flatMap(({person_id, name}) => (name ? [person_id, name] : [person_id]))); // prettier-ignore
    const person = people.find(({person_id, name}) => person_id === near || name === near);
    if (!person) return [];
    const hint = `did you mean ${person.person_id}${person.name ? `, ${person.name}` : ""}?`;
    return [{where: "commitments.sdr_id", what: `"${sdr_id}" is nobody in the export of people; kept, and not followed`, hint}];
  });
}

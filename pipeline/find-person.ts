/** Who is meant by an id, an e-mail address, a name, or the name in a page's address. */
import type {Database} from "./db.js";
import {findNearMiss, UserError} from "./errors.js";

export interface FoundPerson {
  person_id: string;
  slug: string;
  name: string;
  email: string | null;
  team: string | null;
  /** `YYYY-MM-DD`; null for whoever is still here. */
  ended_on: string | null;
  is_current: boolean;
}

/** Who may be meant: those with the role, those who had it, and those whom handoffs name in it. */
const IN_ROLE = {
  sdr: "coalesce(role = 'sdr', false) or coalesce(list_contains(roles, 'sdr'), false) or person_id in (select sdr_id from marts.handoffs where sdr_id is not null)",
  ae: "coalesce(role = 'ae', false) or coalesce(list_contains(roles, 'ae'), false) or person_id in (select ae_id from marts.handoffs where ae_id is not null)",
} as const;

/**
 * @param option the option of the command that names the person, for messages
 * @throws UserError (exit code 2) when nobody or more than one is meant; says who may have been
 */
export async function findPerson(db: Database, option: string, who: string, role: keyof typeof IN_ROLE): Promise<FoundPerson> {
  const people = await db.rows<FoundPerson>(`
    select person_id, slug, name, email, team, strftime(ended_on, '%Y-%m-%d') as ended_on, is_current
    from marts.people where ${IN_ROLE[role]} order by name, person_id`);
  const wanted = who.trim().toLowerCase();
  // Ids are told apart by case; what people type is not.
  const exact = people.find(({person_id}) => person_id === who.trim()) ?? people.find(({slug}) => slug === wanted);
  if (exact) return exact;
  const found = people.filter(({email, name, person_id}) =>
    [email, name, person_id].some((own) => own?.toLowerCase() === wanted),
  );
  if (found.length === 1) return found[0]!;
  const label = role.toUpperCase();
  if (found.length > 1)
    throw new UserError(
      `${option}: "${who}" is the name of ${found.length} people\n  → name one by id: ${found.map(({person_id}) => person_id).join(", ")}`,
      2,
    );
  const near = findNearMiss(who, people.flatMap(({person_id, name, slug, email}) => [person_id, name, slug, ...(email ? [email] : [])])); // prettier-ignore
  const known = people.slice(0, 10).map(({person_id, name}) => `${person_id} (${name})`).join(", "); // prettier-ignore
  const more = people.length > 10 ? `, and ${people.length - 10} more` : "";
  throw new UserError(
    `${option}: no ${label} "${who}"${near ? `; did you mean ${near}?` : ""}\n  → ${known ? `known are ${known}${more}` : `no export names an ${label}: handoffs.${role}_id`}`,
    2,
  );
}

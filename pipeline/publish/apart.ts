/**
 * What stands apart from the files that several audiences share: whose turn a handoff was (a third person, named to RevOps), and how
 * to reach a contact (for the AE of that handoff, where the configuration lets it out).
 */
import type {ContactDetails, Turns} from "../contract/datasets.js";
import {bucketOf} from "./brief/bucket.js";
import type {Coming} from "./coming/read.js";
import {groupBy, type Ground} from "./ground.js";
import type {Shelf} from "./write.js";

/** SQL of the handoffs that went past an AE, and that AE's name. */
export const TURNS = `
    select routing.handoff_id, coalesce(people.name, routing.expected_ae_id) as name
    from marts.routing
    inner join marts.handoffs on handoffs.handoff_id = routing.handoff_id
    left join marts.people on people.person_id = routing.expected_ae_id
    where routing.expected_ae_id is not null and routing.expected_ae_id is distinct from handoffs.ae_id`;

/** Puts `turns/<xx>.json`: of handoffs that went past the rule, whose turn it was; which file, by the hash of the id as for briefs. */
export async function putTurns(shelf: Shelf, {db}: Pick<Ground, "db">): Promise<void> {
  const rows = await db.rows<{handoff_id: string; name: string}>(`${TURNS} order by routing.handoff_id`);
  for (const [bucket, own] of groupBy(rows, ({handoff_id}) => bucketOf(handoff_id)))
    shelf.putJson(`turns/${bucket}.json`, nameTurns(own));
}

/** Puts `contacts/<ae>.json`: e-mail and telephone of the contacts of an AE's handoffs; nothing unless the configuration says so. */
export async function putContacts(shelf: Shelf, {db, config, aes}: Pick<Ground, "db" | "config" | "aes">): Promise<void> {
  if (!config.publish.contact_details) return;
  const rows = await db.rows<{ae_id: string; handoff_id: string; email: string | null; phone: string | null}>(`
    select handoffs.ae_id, handoffs.handoff_id, contacts.email, contacts.phone
    from marts.handoffs inner join staging.stg_contacts as contacts on contacts.contact_id = handoffs.contact_id
    where handoffs.ae_id is not null and coalesce(contacts.email, contacts.phone) is not null
    order by handoffs.handoff_id`);
  const byAe = groupBy(rows, ({ae_id}) => ae_id);
  for (const {person_id, slug} of aes) {
    const own: ContactDetails = Object.create(null) as ContactDetails;
    for (const {handoff_id, email, phone} of byAe.get(person_id) ?? [])
      own[handoff_id] = {...(email !== null && {email}), ...(phone !== null && {phone})};
    shelf.putJson(`contacts/${slug}.json`, own);
  }
}

/** The coming meetings without whose turn they were, and that by itself. */
export function partTurns(coming: readonly Coming[]): {coming: Coming[]; turns: Turns} {
  const named: {handoff_id: string; name: string}[] = [];
  const strip = <T extends {expected_ae?: string}>(handoff_id: string, {expected_ae, ...task}: T) => {
    if (expected_ae !== undefined) named.push({handoff_id, name: expected_ae});
    return task;
  };
  const parted = coming.map((each) => {
    const {meeting} = each;
    if (!meeting) return each;
    const part = (tasks: typeof meeting.tasks) => tasks.map((task) => strip(meeting.handoff_id, task));
    return {...each, meeting: {...meeting, tasks: part(meeting.tasks), also: part(meeting.also)}};
  });
  return {coming: parted, turns: nameTurns(named)};
}

function nameTurns(rows: readonly {handoff_id: string; name: string}[]): Turns {
  const turns = Object.create(null) as Turns;
  for (const {handoff_id, name} of rows) turns[handoff_id] = name;
  return turns;
}

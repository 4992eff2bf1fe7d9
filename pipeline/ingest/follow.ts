import {ENTITIES, ENTITY_NAMES, type EntityName} from "../contract/entities.js";
import {quoteName, quoteText, type Database} from "../db.js";
import type {Problem} from "../errors.js";

/** Which id stands for which, once merged records have been followed to their end. */
type Successors = Map<string, string>;

/**
 * Lets references follow records that were merged into others, people whom two sources know under two ids but one e-mail, and
 * leads that became contact, account and opportunity.
 * @param changed takes down the entities of which any row is not as its export has it any more
 * @returns a problem per person found twice.
 */
export async function followRecords(db: Database, changed: Set<EntityName>): Promise<Problem[]> {
  const marks = await db.rows<{entity: EntityName; loser: string; winner: string}>(`
    select entity, substr(record_key, 3) as loser, arg_max(target, (coalesce(exported_at, timestamp '0001-01-01'), file_id)) as winner
    from raw.marks left join (select distinct file_id, exported_at from raw.files) using (file_id)
    where kind = 'merged' group by entity, loser order by entity, loser`);
  for (const entity of new Set(marks.map((mark) => mark.entity))) {
    const pairs = marks.filter((mark) => mark.entity === entity).map(({loser, winner}) => [loser, winner] as const);
    await replaceIds(db, changed, entity, findSuccessors(new Map(pairs)));
  }
  const twice = await db.rows<{loser: string; winner: string; email: string}>(PEOPLE_TWICE);
  await replaceIds(db, changed, "people", findSuccessors(new Map(twice.map(({loser, winner}) => [loser, winner]))), true);
  await followConversions(db, changed);
  return twice.map(({loser, winner, email}) => ({
    where: "people",
    what: `${loser} of one source and ${winner} of another are one person by the e-mail ${email}; ${winner} stands for both`,
  }));
}

/** Ends of chains; of a circle nothing is known. */
function findSuccessors(next: ReadonlyMap<string, string>): Successors {
  const ends: Successors = new Map();
  for (const start of next.keys()) {
    const seen = new Set<string>();
    let at = start;
    while (next.has(at) && !seen.has(at)) {
      seen.add(at);
      at = next.get(at)!;
    }
    if (!seen.has(at)) ends.set(start, at);
  }
  return ends;
}

// Two ids of one source with the same e-mail are a collision, and stay two.
const PEOPLE_TWICE = `
  with ids as (
    select distinct lower(trim(email)) as email, person_id, _source from raw.people where email is not null
  ),
  firsts as (
    select email, arg_min(person_id, (_source, person_id)) as winner
    from ids group by email
    having count(distinct person_id) > 1 and count(*) = count(distinct _source)
  )
  select distinct ids.person_id as loser, firsts.winner, firsts.email
  from ids inner join firsts using (email)
  where ids.person_id <> firsts.winner
  order by loser`;

/** Puts successors in the place of ids wherever they are referred to; with `isSame` in the records themselves too, which so become one. */
async function replaceIds(
  db: Database,
  changed: Set<EntityName>,
  target: EntityName,
  successors: Successors,
  isSame = false,
): Promise<void> {
  if (successors.size === 0) return;
  await db.run("create or replace temp table successors (id varchar, successor varchar)");
  const appender = await db.connection.createAppender("successors", "main", "temp");
  for (const [id, successor] of successors) {
    appender.appendVarchar(id);
    appender.appendVarchar(successor);
    appender.endRow();
  }
  appender.closeSync();
  for (const entity of ENTITY_NAMES) {
    const own = isSame && entity === target ? [ENTITIES[target].keys[0]![0]!] : [];
    const columns = ENTITIES[entity].columns.filter(({references}) => references === target).map(({name}) => name);
    for (const column of [...own, ...columns].map(quoteName))
      await change(
        db,
        changed,
        entity,
        `update raw.${entity} set ${column} = successors.successor from temp.main.successors where raw.${entity}.${column} = successors.id`,
      );
  }
  await db.run("drop table temp.main.successors");
}

/** Runs an update of an entity, and takes down whether any row was changed by it. */
async function change(db: Database, changed: Set<EntityName>, entity: EntityName, update: string): Promise<void> {
  const [done] = await db.rows<{Count: number}>(update);
  if (done!.Count > 0) changed.add(entity);
}

/** A meeting that names the lead alone is with what the lead became. */
async function followConversions(db: Database, changed: Set<EntityName>): Promise<void> {
  const newest = (column: string) => `arg_max(${column}, (coalesce(_exported_at, timestamp '0001-01-01'), _file_id))`;
  const leads = `select lead_id, ${newest("account_id")} as account_id, ${newest("contact_id")} as contact_id from raw.leads
    where coalesce(account_id, contact_id) is not null group by lead_id`;
  const opportunities = `select substr(record_key, 3) as lead_id, arg_max(target, file_id) as opportunity_id from raw.marks
    where kind = 'converted' and entity = 'leads' group by 1`;
  // Without an id of its own a meeting is known by whom it was with, which must not change.
  const hasId = "coalesce(handoffs.meeting_id, handoffs.handoff_id) is not null";
  const update = (sql: string) => change(db, changed, "handoffs", sql);
  await update(`update raw.handoffs set account_id = coalesce(handoffs.account_id, leads.account_id), contact_id = coalesce(handoffs.contact_id, leads.contact_id)
      from (${leads}) as leads where handoffs.lead_id = leads.lead_id and (handoffs.account_id is null or handoffs.contact_id is null) and ${hasId}`);
  await update(`update raw.handoffs set opportunity_id = leads.opportunity_id
      from (${opportunities}) as leads where handoffs.lead_id = leads.lead_id and handoffs.opportunity_id is null and ${hasId}`);
}

/** Names and e-mails that several people go by, and people who go by another name than before. */
export async function reportPeople(db: Database): Promise<Problem[]> {
  const collisions = await db.rows<{kind: string; value: string; ids: string; n: number}>(
    ["name", "email"]
      .map(
        (
          kind,
        ) => `select ${quoteText(kind === "email" ? "e-mail" : kind)} as kind, min(trim(${kind})) as value, count(distinct person_id) as n, array_to_string(list(distinct person_id order by person_id)[1:5], ', ') as ids
          from raw.people where ${kind} is not null group by lower(trim(${kind})) having count(distinct person_id) > 1`,
      )
      .join(" union all ") + " order by kind, value",
  );
  const renames = await db.rows<{person_id: string; names: string[]; now: string}>(`
    select person_id, arg_max(trim(name), (coalesce(_exported_at, timestamp '0001-01-01'), _file_id, coalesce(valid_from, ''), _line)) as now, list(distinct trim(name) order by trim(name)) as names
    from raw.people where name is not null group by person_id having count(distinct lower(trim(name))) > 1 order by person_id`);
  return [
    ...collisions.map(({kind, value, ids, n}) => ({
      where: "people",
      what: `${n} people go by the ${kind} "${value}": ${ids}`,
      hint: `name them by id, or give each an own ${kind}`,
    })),
    ...renames.map(({person_id, names, now}) => ({
      where: "people",
      what: `${person_id} is now called "${now}", before ${names
        .filter((name) => name !== now)
        .map((name) => `"${name}"`)
        .join(", ")}; both names are taken for ${person_id}`,
    })),
  ];
}

/** From so many meetings on, and this share of all, it is no slip that the same person booked and holds them. */
const [MANY_OWN, SHARE_OWN] = [5, 0.2];

/** Meetings of which one person is SDR and AE: of calendar events mostly the AEs' own, which nobody handed to them. */
export async function reportOwnMeetings(db: Database): Promise<Problem[]> {
  const [found] = await db.rows<{own: number; n: number}>(
    "select (count(*) filter (sdr_id = ae_id))::integer as own, count(*)::integer as n from raw.handoffs where sdr_id is not null and ae_id is not null",
  );
  const {own, n} = found!;
  if (own < MANY_OWN || own < SHARE_OWN * n) return [];
  return [
    {
      where: "handoffs",
      what: `${own.toLocaleString("en")} of ${n.toLocaleString("en")} meetings have one person as SDR and AE, and count as handoffs all the same`,
      hint: "if a field says who booked them, map it to sdr_id; leave those that nobody handed over out with where, under their source",
    },
  ];
}

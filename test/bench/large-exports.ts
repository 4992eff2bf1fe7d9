/** A made-up large company's warehouse: exports as landed, staging, and of the marts what trees are made from. */
import {parseConfig} from "../../pipeline/config.js";
import {ENTITIES, type EntityName} from "../../pipeline/contract/entities.js";
import {quoteName, quoteText, type Database} from "../../pipeline/db.js";
import {createTables} from "../../pipeline/ingest/tables.js";
import {orderModels} from "../../pipeline/run/order.js";
import {listModels, makeModel} from "../../pipeline/run/run.js";
import {writeSettings} from "../../pipeline/run/settings.js";

export const SIZE = {sdrs: 500, aes: 250, teams: 60, aesOfSdr: 25} as const;
const GIVEN = "Anna Bela Carla Dario Elif Fadi Greta Hugo Ines Jonas Kaja Lene Malik Noor Olga Pavel Rosa Sven Tariq Uma Vera Wanda Xenia Yusuf Zoe".split(" "); // prettier-ignore
const FAMILY = "Abara Birkeland Cordero Dragan Ekstrom Fiala Gokhale Halloran Ibarra Jarvela Kattner Lombardo Maalouf Nwosu Olander Petrov Quintero Rocque Sharifi Tavares Umbach Valverde Weckmann Yilmazer Zeller".split(" "); // prettier-ignore
const ENDS = "a ba co da el fin gard ham is jo kin li mar nes o per que ra sen ton ul ven win xa yn z mann berg ski vic dottir lind holm strom feld bach wald moor ley worth by gate stead dale ford wick thorp combe mere tree".split(" "); // prettier-ignore
const WORDS = "budget owner champion timeline renewal contract legal security procurement vendor pilot integration approval forecast pricing onboarding support decision board meeting quarter team process template risk audit import export report access number user country region partner invoice order system table manual delay search reminder signature version archive clause".split(" "); // prettier-ignore
const list = (words: readonly string[]) => `[${words.map(quoteText).join(", ")}]`;
const pick = (words: readonly string[], what: string) =>
  `list_extract(${list(words)}, 1 + (hash(n, ${quoteText(what)}) % ${words.length})::integer)`;
/** One of 1,250 given names and 30,000 family names. */
const name = (what: string) =>
  `${pick(GIVEN, `${what}g`)} || list_extract(${list(ENDS)}, 1 + (hash(n, '${what}e') % ${ENDS.length})::integer) || ' ' || ${pick(FAMILY, `${what}f`)} || list_extract(${list(ENDS)}, 1 + (hash(n, '${what}i') % ${ENDS.length})::integer) || list_extract(${list(ENDS)}, 1 + (hash(n, '${what}j') % ${ENDS.length})::integer)`;
const sentence = (what: string, words: number) =>
  Array.from({length: words}, (_, k) => pick(WORDS, `${what}${k}`)).join(" || ' ' || ");

const SDR = `n % ${SIZE.sdrs}`;
const AE = `(n % ${SIZE.sdrs} * 7 + n // ${SIZE.sdrs} % ${SIZE.aesOfSdr}) % ${SIZE.aes}`;
const CONTACTS = (handoffs: number) => Math.ceil(handoffs * 0.85);

/** Spread over two years up to the day of the data. */
const booked = (handoffs: number) => `(timestamp '2024-10-02' + to_minutes((n * ${(725 * 1440) / handoffs})::integer))`;
/** Every fifth SDR changed the team in the first months. */
const MOVED = "date '2024-11-10'";

/** Raw tables, staging, and few marts. */
export async function makeLargeWarehouse(db: Database, handoffs: number): Promise<void> {
  await createTables(db);
  const contacts = CONTACTS(handoffs);
  const insert = (entity: EntityName, rows: number, file: number, own: Record<string, string>, n = "line") => `
    insert into raw.${entity} by name select ${Object.entries(own).map(([column, sql]) => `${sql} as ${quoteName(column)}`).join(", ")},
      ${file} as _file_id, ${file} as _source, line as _line, timestamp '2026-10-01' as _exported_at from (select line, ${n} as n from range(${rows}) as r(line));
    insert into raw.files select ${file}, ${file}, 'bench', '${entity}.csv', '${entity}', 'canonical', '${entity}', timestamp '2026-10-01', 'configuration', 0, 'utf-8', ',', '"', 1, ${rows}, ${rows}, 0, 0, 0;
    insert into raw.file_columns select ${file}, '${entity}', unnest([${ENTITIES[entity].columns.filter(({derived}) => !derived).map((column) => quoteText(column.name)).join(", ")}])`; // prettier-ignore
  const people = SIZE.sdrs + SIZE.aes + SIZE.teams;
  const moved = SIZE.sdrs / 5;
  await db.run(insert("people", people + moved, 1, {
    person_id: `case when n < ${SIZE.sdrs} then 's' || lpad(n::text, 4, '0') when n < ${SIZE.sdrs + SIZE.aes} then 'e' || lpad((n - ${SIZE.sdrs})::text, 4, '0') else 'm' || lpad((n - ${SIZE.sdrs + SIZE.aes})::text, 4, '0') end`,
    name: name("p"), email: "'person' || n || '@seller.example.com'",
    role: `case when n < ${SIZE.sdrs} then 'sdr' when n < ${SIZE.sdrs + SIZE.aes} then 'ae' else 'manager' end`,
    team: `case when n < ${SIZE.sdrs + SIZE.aes} then 'Team ' || (n + (line >= ${people})::integer) % ${SIZE.teams} end`,
    valid_from: `case when n < ${SIZE.sdrs} and n % 5 = 0 and line < ${people} then ${MOVED} end::text`,
    manager_id: `case when n < ${SIZE.sdrs + SIZE.aes} then 'm' || lpad((n % ${SIZE.teams})::text, 4, '0') end`,
  }, `case when line < ${people} then line else (line - ${people}) * 5 end`)); // prettier-ignore
  await db.run(insert("accounts", contacts, 2, {account_id: "'a' || lpad(n::text, 7, '0')", name: `${pick(WORDS, "acc")} || ' ' || ${pick(FAMILY, "acc2")} || ' ' || n`})); // prettier-ignore
  await db.run(insert("contacts", contacts, 3, {contact_id: "'c' || lpad(n::text, 7, '0')", account_id: "'a' || lpad(n::text, 7, '0')", name: name("c"), email: "'contact' || n || '@buyer' || n || '.example.com'", phone: "'+49 30 ' || (10000000 + n)::text", title: "'VP Sales'"})); // prettier-ignore
  await db.run(insert("handoffs", handoffs, 4, {
    handoff_id: "'h' || lpad(n::text, 7, '0')", meeting_id: "'m' || lpad(n::text, 7, '0')", sdr_id: `'s' || lpad((${SDR})::text, 4, '0')`, ae_id: `'e' || lpad((${AE})::text, 4, '0')`,
    account_id: `'a' || lpad((n % ${contacts})::text, 7, '0')`, contact_id: `'c' || lpad((n % ${contacts})::text, 7, '0')`, source: "'inbound'", meeting_status: "'held'",
    booked_at: `${booked(handoffs)}::text`, meeting_at: `(${booked(handoffs)} + interval 7 day)::text`,
    pain_primary: sentence("pain", 14), current_solution: sentence("sol", 8), limitations: sentence("lim", 7), timeline: sentence("time", 6), budget: "'40k set aside'", next_steps: sentence("next", 9), focus_area: sentence("focus", 8), champion: `${name("c")} || ', VP Sales'`,
  })); // prettier-ignore
  await db.run(insert("feedback", Math.ceil(handoffs * 0.55), 5, {feedback_id: "'f' || n", handoff_id: "'h' || lpad(n::text, 7, '0')", ae_id: `'e' || lpad((${AE})::text, 4, '0')`, submitted_at: `(${booked(handoffs)} + interval 8 day)::text`, missing: sentence("miss", 12), helpful: sentence("help", 7)})); // prettier-ignore
  await writeSettings(db, parseConfig("{}", "/bench/baton.config.yaml"));
  await db.run("create schema staging");
  for (const model of orderModels(await listModels(db))) if (model.name.includes("stg_")) await makeModel(db, model);
  await makeMarts(db);
}

/** Names and page addresses as the models make them, as far as trees ask; leads as many as handoffs. */
async function makeMarts(db: Database): Promise<void> {
  const slug = (text: string) => `regexp_replace(lower(${text}), '[^a-z0-9]+', '-', 'g')`;
  await db.run(`
    create schema marts;
    create table marts.people as
      select person_id, ${slug("people.name")} as slug, people.name, people.email, role, [role] as roles, people.team, manager_id, managers.name as manager_name, true as is_current
      from (select distinct on (person_id) * from staging.stg_people order by person_id, valid_from desc nulls last) as people
      left join (select person_id as manager_id, any_value(name) as name from staging.stg_people group by all) as managers using (manager_id);
    create table marts.teams as
      select distinct team, ${slug("team")} as slug, team as team_name, manager_id, manager_name from marts.people where team is not null;
    create table marts.handoffs as
      with handoffs as (select *, (substring(handoff_id, 2))::integer as n from staging.stg_handoffs)
      select handoff_id, handoffs.sdr_id, ae_id, people.team, 'source ' || hash(n, 'source') % 6 as source, 'motion ' || hash(n, 'motion') % 3 as motion,
        'segment ' || hash(n, 'segment') % 5 as segment, 'region ' || n % ${SIZE.sdrs} % 3 as region, meeting_at, booked_at
      from handoffs asof inner join (select person_id as sdr_id, team, coalesce(valid_from, date '0001-01-01') as since from staging.stg_people) as people
        on people.sdr_id = handoffs.sdr_id and handoffs.booked_at::date >= people.since;
    create table marts.leads as select sdr_id, team, source, null::text as motion, segment, region, meeting_at - interval 9 day as created_at from marts.handoffs`);
}

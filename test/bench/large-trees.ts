/** A made-up large company's exports, and trees of files that are linked into each other as published ones are: what the leak test is timed on. */
import {linkSync, mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {parseConfig} from "../../pipeline/config.js";
import {ENTITIES, type EntityName} from "../../pipeline/contract/entities.js";
import {quoteName, quoteText, type Database} from "../../pipeline/db.js";
import {createTables} from "../../pipeline/ingest/tables.js";
import type {Tree} from "../../pipeline/leaks/index.js";
import {encodeArrow} from "../../pipeline/publish/arrow.js";
import {orderModels} from "../../pipeline/run/order.js";
import {listModels, makeModel} from "../../pipeline/run/run.js";
import {writeSettings} from "../../pipeline/run/settings.js";

export const SIZE = {sdrs: 500, aes: 250, teams: 60, aeTeams: 12, aesOfSdr: 25} as const;
/** Handoffs in a file of briefs, about 40 KB. */
const SHARD = 7;

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

const range = (count: number) => Array.from({length: count}, (_, k) => k);

/** Raw tables, and of the models staging alone. */
export async function makeLargeExports(db: Database, handoffs: number): Promise<void> {
  await createTables(db);
  const contacts = CONTACTS(handoffs);
  const insert = (entity: EntityName, rows: number, file: number, own: Record<string, string>) => `
    insert into raw.${entity} by name select ${Object.entries(own).map(([column, sql]) => `${sql} as ${quoteName(column)}`).join(", ")},
      ${file} as _file_id, ${file} as _source, n as _line, timestamp '2026-10-01' as _exported_at from range(${rows}) as r(n);
    insert into raw.files select ${file}, ${file}, 'bench', '${entity}.csv', '${entity}', 'canonical', timestamp '2026-10-01', 'configuration', 0, 'utf-8', ',', '"', 1, ${rows}, ${rows}, 0, 0, 0;
    insert into raw.file_columns select ${file}, '${entity}', unnest([${ENTITIES[entity].columns.filter(({derived}) => !derived).map((column) => quoteText(column.name)).join(", ")}])`; // prettier-ignore
  const people = SIZE.sdrs + SIZE.aes + SIZE.teams;
  await db.run(insert("people", people, 1, {
    person_id: `case when n < ${SIZE.sdrs} then 's' || lpad(n::text, 4, '0') when n < ${SIZE.sdrs + SIZE.aes} then 'e' || lpad((n - ${SIZE.sdrs})::text, 4, '0') else 'm' || lpad((n - ${SIZE.sdrs + SIZE.aes})::text, 4, '0') end`,
    name: name("p"), email: "'person' || n || '@seller.example.com'",
    role: `case when n < ${SIZE.sdrs} then 'sdr' when n < ${SIZE.sdrs + SIZE.aes} then 'ae' else 'manager' end`,
    team: `case when n < ${SIZE.sdrs} then 'Team ' || n % ${SIZE.teams} when n < ${SIZE.sdrs + SIZE.aes} then 'Field ' || n % ${SIZE.aeTeams} end`,
    manager_id: `case when n < ${SIZE.sdrs} then 'm' || lpad((n % ${SIZE.teams})::text, 4, '0') end`,
  })); // prettier-ignore
  await db.run(insert("accounts", contacts, 2, {account_id: "'a' || lpad(n::text, 7, '0')", name: `${pick(WORDS, "acc")} || ' ' || ${pick(FAMILY, "acc2")} || ' ' || n`})); // prettier-ignore
  await db.run(insert("contacts", contacts, 3, {contact_id: "'c' || lpad(n::text, 7, '0')", account_id: "'a' || lpad(n::text, 7, '0')", name: name("c"), email: "'contact' || n || '@buyer' || n || '.example.com'", phone: "'+49 30 ' || (10000000 + n)::text", title: "'VP Sales'"})); // prettier-ignore
  await db.run(insert("handoffs", handoffs, 4, {
    handoff_id: "'h' || lpad(n::text, 7, '0')", meeting_id: "'m' || lpad(n::text, 7, '0')", sdr_id: `'s' || lpad((${SDR})::text, 4, '0')`, ae_id: `'e' || lpad((${AE})::text, 4, '0')`,
    account_id: `'a' || lpad((n % ${contacts})::text, 7, '0')`, contact_id: `'c' || lpad((n % ${contacts})::text, 7, '0')`, source: "'inbound'", meeting_status: "'held'",
    booked_at: "(timestamp '2025-01-01' + to_minutes(n))::text", meeting_at: "(timestamp '2025-01-08' + to_minutes(n))::text",
    pain_primary: sentence("pain", 14), current_solution: sentence("sol", 8), limitations: sentence("lim", 7), timeline: sentence("time", 6), budget: "'40k set aside'", next_steps: sentence("next", 9), focus_area: sentence("focus", 8), champion: `${name("c")} || ', VP Sales'`,
  })); // prettier-ignore
  await db.run(insert("feedback", Math.ceil(handoffs * 0.55), 5, {feedback_id: "'f' || n", handoff_id: "'h' || lpad(n::text, 7, '0')", ae_id: `'e' || lpad((${AE})::text, 4, '0')`, submitted_at: "(timestamp '2025-01-09' + to_minutes(n))::text", missing: sentence("miss", 12), helpful: sentence("help", 7)})); // prettier-ignore
  await writeSettings(db, parseConfig("{}", "/bench/baton.config.yaml"));
  await db.run("create schema staging");
  for (const model of orderModels(await listModels(db))) if (model.name.includes("stg_")) await makeModel(db, model);
}

/** Writes files of briefs and tables, and trees of links to them. @returns the trees, and the bytes written */
export async function makeLargeTrees(db: Database, root: string): Promise<{trees: Tree[]; bytes: number; files: number}> {
  const folder = (path: string) => join(root, path);
  const tree = (path: string, kind: Tree["kind"], id?: string): Tree => ({folder: folder(path), kind, ...(id ? {id} : {})});
  const slug = (id: string) => `person-${id}`;
  const team = (sdr: string) => Number(sdr.slice(1)) % SIZE.teams;
  const aeTeam = (ae: string) => (Number(ae.slice(1)) + SIZE.sdrs) % SIZE.aeTeams;
  let [bytes, files] = [0, 0];
  const made = new Set<string>();
  const write = (path: string, content: string | Uint8Array, into: readonly string[]) => {
    for (const one of ["revops", ...into]) {
      const place = join(folder(one), path, "..");
      if (!made.has(place)) mkdirSync(place, {recursive: true});
      made.add(place);
      if (one === "revops") writeFileSync(join(folder(one), path), content);
      else linkSync(join(folder("revops"), path), join(folder(one), path));
    }
    bytes += content.length;
    files += 1;
  };
  type Brief = {sdr: string; ae: string; sdr_name: string; ae_name: string; contact: string; contact_id: string; handoff_id: string; account: string; texts: string; missing: string | null}; // prettier-ignore
  const result = await db.connection.stream(`
    select handoffs.sdr_id as sdr, handoffs.ae_id as ae, sdrs.name as sdr_name, aes.name as ae_name, contacts.name as contact, handoffs.contact_id, handoffs.handoff_id, accounts.name as account,
      concat_ws(chr(9), pain_primary, current_solution, limitations, timeline, budget, next_steps, focus_area, champion) as texts, feedback.missing
    from raw.handoffs inner join raw.people as sdrs on sdrs.person_id = handoffs.sdr_id inner join raw.people as aes on aes.person_id = handoffs.ae_id
    inner join raw.contacts using (contact_id) inner join raw.accounts on accounts.account_id = handoffs.account_id left join raw.feedback using (handoff_id)
    order by sdr, ae, handoffs.handoff_id`); // prettier-ignore
  let shard: Brief[] = [];
  let number = 0;
  let own: Brief[] = [];
  const flush = () => {
    if (shard.length === 0) return;
    const {sdr, ae} = shard[0]!;
    const into = [`sdr/${slug(sdr)}`, `ae/${slug(ae)}`, `team/${team(sdr)}`, `ae_team/${aeTeam(ae)}`];
    write(`data/briefs/${slug(sdr)}/${slug(ae)}-${++number}.json`, JSON.stringify({briefs: shard.map(makeBrief)}), into);
    shard = [];
  };
  const flushSdr = () => {
    if (own.length === 0) return;
    const {sdr} = own[0]!;
    for (let k = 0; k < 12; k++) write(`data/facts/${k}/${slug(sdr)}.arrow`, makeFacts(own), [`sdr/${slug(sdr)}`, `team/${team(sdr)}`]); // prettier-ignore
    own = [];
  };
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) break;
    for (const row of chunk.getRows()) {
      const [sdr, ae, sdr_name, ae_name, contact, contact_id, handoff_id, account, texts, missing] = row as string[];
      const brief = {sdr, ae, sdr_name, ae_name, contact, contact_id, handoff_id, account, texts, missing} as Brief;
      if (shard.length === SHARD || (shard.length > 0 && (shard[0]!.sdr !== sdr || shard[0]!.ae !== ae))) flush();
      if (own.length > 0 && own[0]!.sdr !== sdr) flushSdr();
      shard.push(brief);
      own.push(brief);
    }
  }
  flush();
  flushSdr();
  const id = (letter: string, k: number) => `${letter}${String(k).padStart(4, "0")}`;
  return {
    bytes,
    files,
    trees: [
      tree("revops", "revops"),
      ...range(SIZE.sdrs).map((k) => tree(`sdr/${slug(id("s", k))}`, "sdr", id("s", k))),
      ...range(SIZE.aes).map((k) => tree(`ae/${slug(id("e", k))}`, "ae", id("e", k))),
      ...range(SIZE.teams).map((k) => tree(`team/${k}`, "team", `Team ${k}`)),
      ...range(SIZE.aeTeams).map((k) => tree(`ae_team/${k}`, "ae_team", `Field ${k}`)),
    ],
  };

  /** About 6 KB, half of them keys and words that come back, as in a published brief. */
  function makeBrief({texts, ...brief}: Brief): object {
    const fields = texts.split("\t");
    const at = `2026-0${1 + (Number(brief.handoff_id.slice(1)) % 9)}-12T14:30:00Z`;
    return {
      ...brief,
      meeting_at: at,
      outcome: "held",
      account: {name: brief.account, industry: "Professional Services", employees: 796, annual_revenue: 84300000.5, city: "Utrecht"},
      values: Object.fromEntries(fields.map((text, k) => [`field_${k}`, text])),
      touches: range(4).map((k) => ({channel: ["call", "email"][k % 2], ours: k, theirs: 0, first_at: at, last_at: at})),
      events: range(9).map((k) => ({at, channel: "linkedin", is_theirs: k % 2 === 0, by: "sdr", outcome: "voicemail"})),
      criteria: range(21).map((k) => ({checklist: "qualification", criterion: `criterion_${k}`, label: "Sales, marketing, RevOps or IT", group: "Authority", state: "met", saw: "VP Sales, budget owner no"})),
    }; // prettier-ignore
  }
  function makeFacts(rows: readonly Brief[]): Uint8Array {
    return encodeArrow(
      {
        handoff_id: {text: rows.map(({handoff_id}) => handoff_id)},
        ae: {text: rows.map(({ae_name}) => ae_name)},
        account: {text: rows.map(({account}) => account)},
        met: {number: rows.map((_, k) => k * 1.5)},
        is_held: {truth: rows.map(() => true)},
        numerator: {number: rows.map((_, k) => k % 2)},
      },
      rows.length,
    );
  }
}

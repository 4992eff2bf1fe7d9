/** Datasets of a large company: the sample company's documents under other names, and briefs and facts of the large one's own handoffs. */
import {mkdirSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import type {BriefIndex, FunnelData, Manifest, TeamData} from "../../pipeline/contract/datasets.js";
import type {Database} from "../../pipeline/db.js";
import {groupBy} from "../../pipeline/group-by.js";
import {encodeArrow} from "../../pipeline/publish/arrow.js";
import {bucketOf} from "../../pipeline/publish/brief/bucket.js";

/** Bytes of a file of briefs, and metrics that a handoff counts in. */
const SHARD_BYTES = 40_000;
const METRICS = Array.from({length: 18}, (_, k) => `metric_${k}`);

interface Handoff {
  handoff_id: string;
  sdr: string;
  sdr_slug: string;
  ae: string;
  ae_slug: string;
  team: string;
  account: string;
  contact_id: string;
  contact: string;
  meeting_at: string;
  texts: string;
  missing: string | null;
}
interface Person {
  slug: string;
  name: string;
  role: string;
  team: string;
  manager_name: string;
}
type Put = (path: string, content: string | Uint8Array) => void;

/** Writes them below `data`. @param sample folder of the sample company's */
export async function writeLargeData(db: Database, sample: string, data: string): Promise<void> {
  const folders = new Set<string>();
  const put: Put = (path, content) => {
    const folder = dirname(join(data, path));
    if (!folders.has(folder)) mkdirSync(folder, {recursive: true});
    folders.add(folder);
    writeFileSync(join(data, path), content);
  };
  const people = await db.rows<Person>(
    "select slug, name, role, team, manager_name from marts.people where role in ('sdr', 'ae') order by person_id",
  );
  const teams = await db.rows<{team: string; slug: string; manager_name: string}>(
    "select team, slug, manager_name from marts.teams order by team",
  );
  putDocuments(sample, put, people, teams);
  await putBriefs(db, sample, put);
}

/** Every document of a company, team or person. */
function putDocuments(
  sample: string,
  put: Put,
  people: readonly Person[],
  teams: readonly {team: string; slug: string; manager_name: string}[],
): void {
  const read = (path: string) => readFileSync(join(sample, path));
  const json = <T>(path: string) => JSON.parse(read(path).toString()) as T;
  // Different bytes each, so that no two are one file.
  const rename = (path: string, slug: string, name: string) => JSON.stringify({...json<object>(path), slug, name});
  const manifest = json<Manifest>("manifest.json");
  const sdr = manifest.people.find(({has_page}) => has_page)!;
  const ae = manifest.people.find(({has_ae_page}) => has_ae_page)!;
  const {slug: like} = manifest.teams.find(({sdr_count}) => sdr_count > 0)!;
  const team = json<TeamData>(`team/${like}.json`);
  for (const path of readdirSync(sample).filter((name) => name.includes("."))) put(path, read(path));
  for (const file of readdirSync(join(sample, "facts/company"))) put(`facts/company/${file}`, read(`facts/company/${file}`));
  for (const own of teams) {
    put(`team/${own.slug}.json`, JSON.stringify({...team, slug: own.slug, team: own.team, name: own.team}));
    put(`coming/team/${own.slug}.json`, JSON.stringify({...json<object[]>(`coming/team/${like}.json`), slug: own.slug}));
    put(`facts/team/${own.slug}.arrow`, read(`facts/team/${like}.arrow`));
    put(`ae-team/${own.slug}.json`, JSON.stringify({slug: own.slug}));
  }
  for (const {slug, name, role} of people) {
    const folders = role === "sdr" ? ["sdr", "one-on-one", "coming/sdr"] : ["ae", "coming/ae"];
    for (const folder of folders)
      put(`${folder}/${slug}.json`, rename(`${folder}/${(role === "sdr" ? sdr : ae).slug}.json`, slug, name));
    if (role === "ae")
      for (const folder of ["facts/ae", "facts/rater"]) put(`${folder}/${slug}.arrow`, read(`${folder}/${ae.slug}.arrow`));
  }
  const funnel = json<FunnelData>("funnel.json");
  const groups = teams.map(({team: id}) => ({id, name: id, stages: funnel.all}));
  put(
    "funnel.json",
    JSON.stringify({...funnel, by: funnel.by.map((each) => (each.dimension === "team" ? {...each, groups} : each))}),
  );
  const slugOf = new Map(teams.map((own) => [own.team, own.slug]));
  put("manifest.json", JSON.stringify({
    ...manifest,
    people: people.map(({slug, name, role, team: own, manager_name}) => ({...(role === "sdr" ? sdr : ae), slug, name, manager_name, team_name: own, team_slug: slugOf.get(own), has_page: role === "sdr", has_ae_page: role === "ae"})),
    teams: teams.map(({slug, team: name, manager_name}) => ({slug, name, manager_name, kind: "mixed", sdr_count: 8})),
  })); // prettier-ignore
}

/** A brief per handoff, of the sample's shape and size with the texts that the exports hold; and of each SDR, the facts. */
async function putBriefs(db: Database, sample: string, put: Put): Promise<void> {
  const template = readTemplate(sample);
  const {length} = JSON.stringify(template);
  const perShard = Math.max(1, Math.floor(SHARD_BYTES / length));
  const index = new Map<string, BriefIndex>();
  for (const slug of (await db.rows<{slug: string}>("select slug from marts.people where role = 'sdr' order by slug")).map(
    (row) => row.slug,
  )) {
    const own = await db.rows<Handoff>(`
      select handoffs.handoff_id, sdrs.name as sdr, sdrs.slug as sdr_slug, aes.name as ae, aes.slug as ae_slug, handoffs.team, accounts.name as account,
        contacts.contact_id, contacts.name as contact, strftime(handoffs.meeting_at, '%Y-%m-%dT%H:%M:%SZ') as meeting_at,
        concat_ws(chr(9), pain_primary, current_solution, limitations, timeline, budget, next_steps, focus_area, champion) as texts, missing
      from marts.handoffs inner join raw.handoffs as told using (handoff_id)
      inner join marts.people as sdrs on sdrs.person_id = handoffs.sdr_id inner join marts.people as aes on aes.person_id = handoffs.ae_id
      inner join raw.contacts using (contact_id) inner join raw.accounts on accounts.account_id = told.account_id left join raw.feedback using (handoff_id)
      where sdrs.slug = '${slug}' order by ae_slug, handoffs.team, handoff_id`);
    for (const [pair, handoffs] of groupBy(own, ({ae_slug}) => `${slug}/${ae_slug}`)) {
      let number = 0;
      for (const [, booked] of groupBy(handoffs, ({team}) => team))
        for (let from = 0; from < booked.length; from += perShard) {
          const shard = booked.slice(from, from + perShard);
          put(`briefs/${pair}-${++number}.json`, JSON.stringify({briefs: shard.map((handoff) => makeBrief(template, handoff))}));
          for (const {handoff_id} of shard) {
            const bucket = bucketOf(handoff_id);
            const entries = index.get(bucket) ?? {};
            index.set(bucket, entries);
            entries[handoff_id] = `${pair}-${number}`;
          }
        }
    }
    putFacts(put, slug, own);
  }
  for (const [bucket, entries] of index) put(`briefs/index/${bucket}.json`, JSON.stringify(entries));
}

/** A brief of the sample as long as they are on average. */
function readTemplate(sample: string): Record<string, unknown> & {account: object; contact: object; values: object} {
  const folder = join(sample, "briefs");
  const own = readdirSync(folder).find((name) => name !== "index" && name !== "_none")!;
  const all = readdirSync(join(folder, own)).flatMap(
    (file) => (JSON.parse(readFileSync(join(folder, own, file), "utf8")) as {briefs: ReturnType<typeof readTemplate>[]}).briefs,
  );
  const sizes = all.map((brief) => JSON.stringify(brief).length);
  const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
  const nearest = sizes.reduce((best, size, k) => (Math.abs(size - mean) < Math.abs(sizes[best]! - mean) ? k : best), 0);
  return all[nearest]!;
}

function makeBrief(
  template: ReturnType<typeof readTemplate>,
  {texts, missing, account, contact, contact_id, ...own}: Handoff,
): object {
  const told = texts.split("\t");
  return {
    ...template,
    ...own,
    account: {...template.account, name: account},
    contact: {...template.contact, id: contact_id, name: contact},
    people: [],
    values: {...Object.fromEntries(Object.keys(template.values).map((field, k) => [field, told[k] ?? ""]))},
    answer: {missing},
  };
}

function putFacts(put: Put, slug: string, own: readonly Handoff[]): void {
  const rows = METRICS.flatMap((metric) => own.map((handoff) => ({...handoff, metric})));
  put(`facts/${slug}.arrow`, encodeArrow({
    metric: {text: rows.map(({metric}) => metric)},
    record_id: {text: rows.map(({handoff_id}) => handoff_id)},
    account: {text: rows.map(({account}) => account)},
    ae: {text: rows.map(({ae}) => ae)},
    dated_at: {text: rows.map(({meeting_at}) => meeting_at)},
    is_mature: {truth: rows.map(() => true)},
    numerator: {number: rows.map((_, k) => (k % 7) / 3)},
    denominator: {number: rows.map(() => 1)},
  }, rows.length)); // prettier-ignore
  put(`facts/handoffs/${slug}.arrow`, encodeArrow({
    record_id: {text: own.map(({handoff_id}) => handoff_id)},
    account: {text: own.map(({account}) => account)},
    sdr: {text: own.map(({sdr}) => sdr)},
    ae: {text: own.map(({ae}) => ae)},
    dated_at: {text: own.map(({meeting_at}) => meeting_at)},
    fields: {text: own.map(({handoff_id}) => handoff_id.replaceAll(/\d/g, "fm"))},
  }, own.length)); // prettier-ignore
}

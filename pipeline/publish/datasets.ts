/** Marts → datasets: everything the site is given, written into one folder. */
import type {Config} from "../config.js";
import type {FunnelData, HealthData, Turns} from "../contract/datasets.js";
import type {Database} from "../db.js";
import {awaitAll} from "../lanes.js";
import {findAbsentMetrics} from "../metrics/index.js";
import {readAes} from "./ae.js";
import {makeAeTeam} from "./ae-team.js";
import {partTurns, putContacts, putTurns} from "./apart.js";
import {readBesides} from "./beside.js";
import {encodeSteps} from "./health/bridge.js";
import {putBriefs, type Before} from "./brief/shelve.js";
import {noteVersion} from "./brief/standing.js";
import {readCoaching} from "./coaching.js";
import {putComing} from "./coming/put.js";
import {needsSdr} from "./coming/calendar.js";
import {readComing, type Coming} from "./coming/read.js";
import {shelveComing} from "./coming/lines.js";
import {joinTasks} from "./coming/tasks.js";
import {makeCompany} from "./company.js";
import {makePractices, makeRaters, readIncidence} from "./conclusions.js";
import {encodeCube} from "./funnel/cube.js";
import {makeDictionary} from "./dictionary.js";
import {makeDocumentation} from "./documentation.js";
import {encodeFacts} from "./facts/facts.js";
import {makeFocuses, readFocusCases} from "./focuses.js";
import {makeFeedback} from "./feedback.js";
import {hasWithheld, keepWithheld} from "./protect/hide-withheld.js";
import {keepContacts, readHideContacts, type HideContacts, type Looked} from "./protect/hide-contacts.js";
import {readFields, type FieldBook} from "./fields.js";
import {makeFunnel} from "./funnel/funnel.js";
import {encodeHandoffFacts} from "./facts/handoff-facts.js";
import {keepGranularity} from "./protect/granularity.js";
import {readGround, type Ground} from "./ground.js";
import {readLines} from "./handoff-lines.js";
import {encodeRejects, makeHealth} from "./health/health.js";
import {makeManifest} from "./manifest.js";
import {listNarrowed} from "./narrowed.js";
import {readOneOnOnes} from "./one-on-one.js";
import {makePlaybook} from "./playbook.js";
import {makeRouting} from "./routing.js";
import {readFindings, type Findings} from "./run-charts.js";
import {makeSdr} from "./sdr.js";
import {gatherMembers} from "./facts/members.js";
import {putSearch} from "./search/put.js";
import {countStages} from "./funnel/stage-counts.js";
import {makeFunnels, type Funnels} from "./funnel/stages.js";
import {countHandoffs, makeTeam} from "./team.js";
import {readWords} from "./words.js";
import {openShelf, type Shelf} from "./write.js";

export interface PublishOptions {
  /** A fresh folder; the caller puts it into place. */
  out: string;
  /** The datasets of the build before: what has not changed since is not written again. */
  before?: string;
  /** Checks that were made, for data health. */
  checks?: HealthData["checks"];
}

/**
 * Writes every dataset into `out`. Needs the marts and marts.metrics. Reads no clock: the same data give the same bytes.
 * @returns the version (hash of all contents), how many files, and their bytes.
 */
export async function publishDatasets(
  db: Database,
  config: Config,
  options: PublishOptions,
): Promise<{version: string; files: number; bytes: number}> {
  const hide = await readHideContacts(db);
  const ground = await readGround(db, config);
  const looked: Looked = new Map();
  const open = keepContacts(keepGranularity(openShelf(options.out, options.before), config, ground), hide, looked);
  const isWithheld = await hasWithheld(db);
  const shelf = isWithheld ? keepWithheld(open) : open;
  const before = options.before === undefined ? undefined : {folder: options.before, hide, looked, hasWithheld: isWithheld};
  const funnels = makeFunnels(await countStages(ground), ground.metrics, config.stage_order);
  const funnel = makeFunnel(ground, funnels);
  const fields = await readFields(ground);
  const {coming, turns} = partTurns(await readComing(ground));
  const beside = async (act: (own: Ground) => Promise<void>) => {
    const side = await db.fork();
    await act({...ground, db: side}).finally(() => side.close());
  };
  const findings = await readFindings(ground);
  const parts = [
    putPeople(shelf, ground, funnels, fields, coming, findings),
    beside((own) => putCompany(shelf, own, {funnels, funnel, fields, findings, checks: options.checks ?? [], hide})),
    beside((own) => putFacts(shelf, own, funnel)),
    beside((own) => putSearch(shelf, own)),
    beside((own) => putHandoffs(shelf, own, coming, turns, before)),
  ];
  await awaitAll(parts);

  // The manifest names the version of everything, of what it says itself too.
  const manifest = await makeManifest(ground, funnels, await findAbsentMetrics(db));
  const version = shelf.hashContents(manifest);
  shelf.putJson("manifest.json", {...manifest, version});
  if (before) await noteVersion(db, version);
  return {version, ...shelf.count()};
}

/** Documents of teams and people. */
async function putPeople(
  shelf: Shelf,
  ground: Ground,
  funnels: Funnels,
  fields: FieldBook,
  coming: readonly Coming[],
  findings: Findings,
): Promise<void> {
  const lines = await readLines(ground);
  const calendars = new Set(
    coming.flatMap(({meeting, sdr_id}) => (meeting && sdr_id !== null && needsSdr(joinTasks(meeting)) ? [sdr_id] : [])),
  );
  const parts = {
    funnels,
    fields,
    lines,
    coming: shelveComing(coming),
    calendars,
    findings,
    besides: await readBesides(ground),
    coaching: await readCoaching(ground),
    handoffs: await countHandoffs(ground),
  };
  const words = await readWords(ground);
  for (const team of ground.teams) shelf.putJson(`team/${team.slug}.json`, makeTeam(ground, parts, team));
  const makeOneOnOne = await readOneOnOnes(ground, parts, words);
  const casesOf = await readFocusCases(ground);
  for (const person of ground.sdrs) {
    shelf.putJson(`sdr/${person.slug}.json`, makeSdr(ground, parts, words, person));
    shelf.putJson(`one-on-one/${person.slug}.json`, makeOneOnOne(person));
    const cases = casesOf(person);
    if (cases) shelf.putJson(`focus-cases/${person.slug}.json`, cases);
  }
}

/** What is about single handoffs: the briefs, the coming meetings, what each AE owes. */
async function putHandoffs(
  shelf: Shelf,
  ground: Ground,
  coming: readonly Coming[],
  turns: Turns,
  before: Before | undefined,
): Promise<void> {
  putComing(shelf, ground, coming);
  if (Object.keys(turns).length > 0) shelf.putJson("coming/turns.json", turns);
  await putTurns(shelf, ground);
  await putContacts(shelf, ground);
  const makeAe = await readAes(ground, coming);
  const documents = new Map(ground.aes.map((person) => [person.person_id, makeAe(person)]));
  for (const document of documents.values()) shelf.putJson(`ae/${document.slug}.json`, document);
  for (const team of ground.teams) {
    const document = makeAeTeam(ground, team, documents);
    if (document) shelf.putJson(`ae-team/${team.slug}.json`, document);
  }
  await putBriefs(shelf, ground, before);
}

interface CompanyParts {
  funnels: Funnels;
  funnel: FunnelData;
  fields: FieldBook;
  findings: Findings;
  checks: HealthData["checks"];
  hide: HideContacts;
}

/** Documents of the company as a whole. */
async function putCompany(
  shelf: Shelf,
  ground: Ground,
  {funnels, funnel, fields, findings, checks, hide}: CompanyParts,
): Promise<void> {
  shelf.putJson("company.json", await makeCompany(ground, funnels, findings));
  shelf.putJson("funnel.json", funnel);
  for (const narrowed of listNarrowed(ground, funnel)) shelf.putJson(`narrowed/${narrowed.dimension}.json`, narrowed);
  shelf.putJson("incidence.json", await readIncidence(ground));
  shelf.putJson("practices.json", await makePractices(ground));
  shelf.putJson("raters.json", await makeRaters(ground));
  shelf.putJson("documentation.json", await makeDocumentation(ground, fields));
  shelf.putJson("feedback.json", await makeFeedback(ground));
  shelf.putJson("playbook.json", await makePlaybook(ground));
  shelf.putJson("routing.json", await makeRouting(ground));
  shelf.putJson("focuses.json", await makeFocuses(ground));
  shelf.putJson("health.json", await makeHealth(ground, checks));
  shelf.putBytes("health/rejects.arrow", await encodeRejects(ground, hide));
  shelf.putBytes("health/steps.arrow", await encodeSteps(ground));
  shelf.putJson("dictionary.json", await makeDictionary(ground));
}

/** The long tables. */
async function putFacts(shelf: Shelf, ground: Ground, funnel: FunnelData): Promise<void> {
  const currencies = await gatherMembers(ground);
  for await (const [path, bytes] of encodeCube(ground, funnel)) shelf.putBytes(`cube/${path}.arrow`, bytes);
  for await (const [path, bytes] of encodeFacts(ground, currencies)) shelf.putBytes(`facts/${path}.arrow`, bytes);
  for await (const [path, bytes] of encodeHandoffFacts(ground)) shelf.putBytes(`facts/${path}.arrow`, bytes);
}

import type {
  AeData,
  BriefDocument,
  BriefIndex,
  BriefShard,
  ComingCompany,
  ComingData,
  ComingTask,
  ContactDetails,
  Manifest,
  Turns,
} from "../../../pipeline/contract/datasets.js";
import {readAddress} from "../frame/address.js";
import {bucketOf} from "../base/bucket.js";
import {loadDocument, loadManifest} from "../frame/load.js";
import type {Loaded} from "../frame/load.js";
import {addressOfSubject} from "../frame/site-pages.js";

/** The brief that the page's address names (`?handoff=…`), by way of the index: two small files. `data` is null when it names none. */
export async function loadBrief(): Promise<Loaded<BriefDocument | null>> {
  const id = readAddress("handoff");
  if (!id) return loadNothing();
  const digits = await loadManifest().then(({index_digits}) => index_digits, () => 2); // prettier-ignore
  const index = await loadDocument<BriefIndex>(`briefs/index/${bucketOf(id).slice(0, digits) || "all"}.json`);
  if (index.state !== "ready") return index.state === "absent" ? {...index, subject: id} : index;
  const path = Object.hasOwn(index.data, id) ? `${index.data[id]!.split("/").map(encodeURIComponent).join("/")}.json` : "";
  if (!path) return {state: "absent", path, manifest: index.manifest, subject: id};
  const shard = await loadDocument<BriefShard>(`briefs/${path}`);
  if (shard.state !== "ready") return shard.state === "absent" ? {...shard, subject: id} : shard;
  const brief = shard.data.briefs.find(({handoff_id}) => handoff_id === id);
  if (!brief) return {state: "absent", path, manifest: shard.manifest, subject: id};
  return {...shard, data: await addApart(brief, shard.manifest)};
}

/** Adds what stands apart from the brief, where the site holds it: how to reach the contact, whose turn it was, and what was before at the account. */
async function addApart(brief: BriefDocument, manifest: Manifest): Promise<BriefDocument> {
  const {handoff_id: id, ae_slug, routing, earlier = []} = brief;
  const {holds} = manifest;
  const added = {...brief};
  // The AE's own side may read what other SDRs wrote for the same AE.
  const isKeptBack = earlier.some(({handoff_id, is_same_ae}) => is_same_ae && !handoff_id);
  if (isKeptBack && brief.outcome === "pending" && ae_slug && addressOfSubject(manifest, "ae", ae_slug)) {
    const ae = await loadDocument<AeData>(`ae/${encodeURIComponent(ae_slug)}.json`);
    if (ae.state === "ready" && Object.hasOwn(ae.data.earlier, id)) Object.assign(added, ae.data.earlier[id]);
  }
  if (holds.includes("contacts") && ae_slug) {
    const contacts = await loadDocument<ContactDetails>(`contacts/${encodeURIComponent(ae_slug)}.json`);
    if (contacts.state === "ready" && Object.hasOwn(contacts.data, id)) added.contact = {...brief.contact, ...contacts.data[id]};
  }
  if (holds.includes("turns") && routing?.verdict === "broken" && !routing.expected_ae) {
    const turns = await loadDocument<Turns>(`turns/${bucketOf(id)}.json`);
    if (turns.state === "ready" && Object.hasOwn(turns.data, id)) added.routing = {...routing, expected_ae: turns.data[id]!};
  }
  return added;
}

/** Whose coming meetings the board shows; `people`: whom there are to choose from. */
export type BoardData =
  {kind: "company"; data: ComingCompany} | {kind: "team" | "sdr" | "ae"; data: ComingData} | {kind: "people"; data: null};

/**
 * The coming meetings of whom the page's address names (`?team=…`, `?sdr=…`, `?ae=…`), else of whom the site is for; of the company, team
 * by team, when there is nobody.
 */
export async function loadBoard(): Promise<Loaded<BoardData>> {
  const kinds = ["sdr", "ae", "team"] as const;
  const known = await loadManifest().catch(() => null);
  const own = known?.audience;
  const kind = kinds.find((name) => readAddress(name)) ?? kinds.find((name) => own?.kind === name);
  if (!kind && own?.kind === "ae_team") return {state: "ready", data: {kind: "people", data: null}, manifest: known!};
  if (!kind) {
    const loaded = await loadDocument<ComingCompany>("coming/company.json");
    return loaded.state === "ready" ? {...loaded, data: {kind: "company", data: loaded.data}} : loaded;
  }
  const slug = readAddress(kind) || own!.slug;
  const loaded = await loadDocument<ComingData>(`coming/${kind}/${encodeURIComponent(slug)}.json`);
  if (loaded.state === "absent") return {...loaded, subject: slug};
  if (loaded.state !== "ready") return loaded;
  return {...loaded, data: {kind, data: await addTurns(loaded.data, loaded.manifest)}};
}

/** Adds whose turn the handoffs were that are to go to somebody else, where the site holds it. */
async function addTurns(data: ComingData, {holds}: Manifest): Promise<ComingData> {
  const isOpen = ({what}: ComingTask) => what === "reroute";
  if (!holds.includes("turns") || !data.meetings.some(({tasks, also}) => [...tasks, ...also].some(isOpen))) return data;
  const turns = await loadDocument<Turns>("coming/turns.json");
  if (turns.state !== "ready") return data;
  const meetings = data.meetings.map((meeting) => {
    const turn = Object.hasOwn(turns.data, meeting.handoff_id) ? turns.data[meeting.handoff_id] : undefined;
    const add = (task: ComingTask) => (turn !== undefined && isOpen(task) ? {...task, expected_ae: turn} : task);
    return {...meeting, tasks: meeting.tasks.map(add), also: meeting.also.map(add)};
  });
  return {...data, meetings};
}

async function loadNothing(): Promise<Loaded<null>> {
  const loaded = await loadDocument<unknown>("manifest.json");
  return loaded.state === "ready" ? {...loaded, data: null} : loaded;
}

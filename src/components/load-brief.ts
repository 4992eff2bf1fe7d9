import type {BriefDocument, BriefIndex, BriefShard, ComingCompany, ComingData} from "../../pipeline/contract/datasets.js";
import {readAddress} from "./address.js";
import {bucketOf} from "./bucket.js";
import {loadDocument} from "./load.js";
import type {Loaded} from "./load.js";

/** The brief that the page's address names (`?handoff=…`), by way of the index: two small files. `data` is null when it names none. */
export async function loadBrief(): Promise<Loaded<BriefDocument | null>> {
  const id = readAddress("handoff");
  if (!id) return loadNothing();
  const index = await loadDocument<BriefIndex>(`briefs/index/${bucketOf(id)}.json`);
  if (index.state !== "ready") return index.state === "absent" ? {...index, subject: id} : index;
  const path = Object.hasOwn(index.data, id) ? `${index.data[id]!.split("/").map(encodeURIComponent).join("/")}.json` : "";
  if (!path) return {state: "absent", path, manifest: index.manifest, subject: id};
  const shard = await loadDocument<BriefShard>(`briefs/${path}`);
  if (shard.state !== "ready") return shard.state === "absent" ? {...shard, subject: id} : shard;
  const brief = shard.data.briefs.find(({handoff_id}) => handoff_id === id);
  return brief ? {...shard, data: brief} : {state: "absent", path, manifest: shard.manifest, subject: id};
}

/** Whose coming meetings the board shows. */
export type BoardData = {kind: "company"; data: ComingCompany} | {kind: "team" | "sdr" | "ae"; data: ComingData};

/** The coming meetings of whom the page's address names (`?team=…`, `?sdr=…`, `?ae=…`); of the company, team by team, when it names nobody. */
export async function loadBoard(): Promise<Loaded<BoardData>> {
  const kind = (["sdr", "ae", "team"] as const).find((name) => readAddress(name));
  if (!kind) {
    const loaded = await loadDocument<ComingCompany>("coming/company.json");
    return loaded.state === "ready" ? {...loaded, data: {kind: "company", data: loaded.data}} : loaded;
  }
  const slug = readAddress(kind);
  const loaded = await loadDocument<ComingData>(`coming/${kind}/${encodeURIComponent(slug)}.json`);
  if (loaded.state === "absent") return {...loaded, subject: slug};
  return loaded.state === "ready" ? {...loaded, data: {kind, data: loaded.data}} : loaded;
}

async function loadNothing(): Promise<Loaded<null>> {
  const loaded = await loadDocument<unknown>("manifest.json");
  return loaded.state === "ready" ? {...loaded, data: null} : loaded;
}

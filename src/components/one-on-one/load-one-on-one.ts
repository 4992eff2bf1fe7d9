import type {OneOnOneData} from "../../../pipeline/contract/datasets.js";
import {loadExemplars} from "../people/exemplars.js";
import {loadDocument} from "../frame/load.js";
import type {Loaded} from "../frame/load.js";
import {readAddress} from "../frame/address.js";
import type {OneOnOne} from "./one-on-one-page.js";

/** The sheet of whom the page's address names (`?sdr=…`), with the playbook's exemplars; `data` is null when it names nobody. */
export async function loadOneOnOne(): Promise<Loaded<OneOnOne | null>> {
  const slug = readAddress("sdr");
  if (!slug) {
    const loaded = await loadDocument<unknown>("manifest.json");
    return loaded.state === "ready" ? {...loaded, data: null} : loaded;
  }
  const [sheet, exemplars] = await Promise.all([
    loadDocument<OneOnOneData>(`one-on-one/${encodeURIComponent(slug)}.json`),
    loadExemplars(),
  ]);
  if (sheet.state === "absent") return {...sheet, subject: slug};
  return sheet.state === "ready" ? {...sheet, data: {sheet: sheet.data, exemplars}} : sheet;
}

import type {
  BriefDocument,
  ComingCompany,
  ComingData,
  DictionaryData,
  HealthData,
  Manifest,
} from "../../pipeline/contract/datasets.js";
import {openPages} from "./open-pages.js";

/** The pages about single handoffs and about the data, drawn. */
export async function drawOthers(json: <T>(path: string) => T, briefs: readonly BriefDocument[]): Promise<Element[]> {
  const {BoardPage, BriefPage, Dictionary, Glossary, HowToRead, HealthPage} = await openPages();
  const manifest = json<Manifest>("manifest.json");
  const board = (kind: "team" | "sdr" | "ae", slugs: readonly string[]) =>
    slugs.map((slug) => BoardPage({kind, data: json<ComingData>(`coming/${kind}/${slug}.json`)}, manifest));
  const some = <T>(list: readonly T[]) => list.slice(0, 6);
  return [
    BoardPage({kind: "company", data: json<ComingCompany>("coming/company.json")}, manifest),
    ...board("team", manifest.teams.map(({slug}) => slug)), // prettier-ignore
    ...board("sdr", some(manifest.people.filter(({has_page}) => has_page)).map(({slug}) => slug)), // prettier-ignore
    ...board("ae", some(manifest.people.filter(({has_ae_page}) => has_ae_page)).map(({slug}) => slug)), // prettier-ignore
    ...briefs.map((brief) => BriefPage(brief, manifest)),
    BriefPage(null, manifest),
    HealthPage(json<HealthData>("health.json"), manifest),
    Glossary(manifest),
    HowToRead(manifest),
    Dictionary(json<DictionaryData>("dictionary.json"), manifest),
  ];
}

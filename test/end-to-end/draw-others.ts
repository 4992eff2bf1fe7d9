import type {
  BriefDocument,
  ComingCompany,
  ComingData,
  DictionaryData,
  HealthData,
  Manifest,
} from "../../pipeline/contract/datasets.js";

/** The readiness boards of the company, and of a team, an SDR and an AE, drawn in the document that `drawPages` has opened. */
export async function drawBoards(json: <T>(path: string) => T): Promise<Element[]> {
  const {BoardPage} = await import("../../src/components/board-page.js");
  const {HealthLead} = await import("../../src/components/health-lead.js");
  const manifest = json<Manifest>("manifest.json");
  const one = (kind: "team" | "sdr" | "ae", list: readonly {slug: string}[]) =>
    list.slice(0, 1).map(({slug}) => BoardPage({kind, data: json<ComingData>(`coming/${kind}/${slug}.json`)}, manifest));
  return [
    BoardPage({kind: "company", data: json<ComingCompany>("coming/company.json")}, manifest),
    ...one("team", manifest.teams),
    ...one(
      "sdr",
      manifest.people.filter(({has_page}) => has_page),
    ),
    ...one(
      "ae",
      manifest.people.filter(({has_ae_page}) => has_ae_page),
    ),
    HealthLead(json<HealthData>("health.json"), manifest),
  ];
}

/** The pages about single handoffs and about the data, drawn in the document that `drawPages` has opened. */
export async function drawOthers(json: <T>(path: string) => T, briefs: readonly BriefDocument[]): Promise<Element[]> {
  // Nothing is painted here, so no frame ever comes.
  globalThis.requestAnimationFrame ??= () => 0;
  const {BoardPage} = await import("../../src/components/board-page.js");
  const {BriefPage} = await import("../../src/components/brief-page.js");
  const {Dictionary} = await import("../../src/components/dictionary.js");
  const {Glossary} = await import("../../src/components/glossary.js");
  const {HowToRead} = await import("../../src/components/how-to-read.js");
  const {HealthPage} = await import("../../src/components/health-page.js");
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

import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import type {BriefDocument, BriefShard, Manifest, OneOnOneData} from "../../pipeline/contract/datasets.js";
import type {PageKind} from "../../src/components/words/words.js";
import {openPages} from "./open-pages.js";

/** Reads a data file by its path below `data/`, as an audience's tree has it. */
export type Read = <T>(path: string) => T;
type Drawn = Node | string | null;
type Draw = (read: Read, manifest: Manifest) => Drawn[];

/** Subjects of a kind that are drawn: one page tells what can be asked on it as well as twenty; two where they differ much. */
const FEW = 2;

/** How each kind of page is drawn from a tree, once for each subject and, where there is a choice, without one. */
export async function openKinds(briefs: readonly BriefDocument[]): Promise<Record<PageKind, Draw>> {
  const {AePage, AeTeamPage, BoardPage, BriefPage, Dictionary, DocumentationPage, FeedbackPage, FocusesPage, FunnelPage, Glossary, HealthPage, HowToRead, IncidencePart, NoticePage, OneOnOnePage, OverviewPage, PlaybookPage, PracticesPage, RatersPage, RoutingPage, SdrPage, TeamPage} = await openPages(); // prettier-ignore
  const one =
    <T>(path: string, page: (data: T, manifest: Manifest) => Drawn): Draw =>
    (read, manifest) => [page(read<T>(path), manifest)];
  const each =
    <T>(
      list: (manifest: Manifest) => readonly {slug: string}[],
      folder: string,
      page: (data: T | null, manifest: Manifest) => Drawn,
    ): Draw =>
    (read, manifest) => {
      const own = list(manifest)
        .slice(0, FEW)
        .map(({slug}) => page(read<T>(`${folder}/${slug}.json`), manifest));
      return manifest.audience.kind === "revops" ? [...own, page(null, manifest)] : own;
    };
  const sdrs = ({people}: Manifest) => {
    const all = people.filter(({has_page}) => has_page);
    return all.length > FEW ? all.slice(FEW) : all;
  };
  const aes = ({people}: Manifest) => people.filter(({has_ae_page}) => has_ae_page);
  const teams = ({teams: all, audience}: Manifest) =>
    all.filter(({kind, slug}) => kind !== "ae" && (audience.kind !== "team" || slug === audience.slug)).slice(0, 1);
  const aeTeams = ({teams: all}: Manifest) => all.filter(({kind}) => kind !== "sdr").slice(0, 1);
  const board =
    (kind: "team" | "sdr" | "ae", list: (manifest: Manifest) => readonly {slug: string}[]): Draw =>
    (read, manifest) =>
      list(manifest)
        .slice(0, 1)
        .map(({slug}) => BoardPage({kind, data: read(`coming/${kind}/${slug}.json`)}, manifest));
  const company: Draw = (read, manifest) => [BoardPage({kind: "company", data: read("coming/company.json")}, manifest)];
  const boards = {team: board("team", teams), sdr: board("sdr", sdrs), ae: board("ae", aes)};
  return {
    overview: one("company.json", OverviewPage),
    company: one("company.json", OverviewPage),
    funnel: (read, manifest) => [FunnelPage(read("funnel.json"), manifest), IncidencePart(read("incidence.json"), manifest)],
    team: each(teams, "team", TeamPage),
    sdr: each(sdrs, "sdr", SdrPage),
    ae: each(aes, "ae", AePage),
    ae_team: each(aeTeams, "ae-team", AeTeamPage),
    one_on_one: each(
      ({people}) => people.filter(({has_one_on_one}) => has_one_on_one),
      "one-on-one",
      (sheet: OneOnOneData | null, manifest) => OneOnOnePage(sheet && {sheet, exemplars: []}, manifest),
    ),
    board: (read, manifest) => {
      const {kind} = manifest.audience;
      if (kind === "ae_team") return [BoardPage({kind: "people", data: null}, manifest), ...boards.ae(read, manifest)];
      return kind in boards
        ? boards[kind as keyof typeof boards](read, manifest)
        : [company, ...Object.values(boards)].flatMap((draw) => draw(read, manifest));
    },
    brief: (_, manifest) => [...briefs.map((brief) => BriefPage(brief, manifest)), BriefPage(null, manifest)],
    documentation: one("documentation.json", DocumentationPage),
    feedback: one("feedback.json", FeedbackPage),
    routing: one("routing.json", RoutingPage),
    practices: one("practices.json", PracticesPage),
    focuses: one("focuses.json", FocusesPage),
    raters: one("raters.json", RatersPage),
    playbook: one("playbook.json", PlaybookPage),
    health: one("health.json", HealthPage),
    how_to_read: (_, manifest) => [HowToRead(manifest)],
    glossary: (_, manifest) => [Glossary(manifest)],
    notice: (_, manifest) => [NoticePage(manifest)],
    dictionary: one("dictionary.json", Dictionary),
  };
}

/** Briefs that together have all that a brief can have, of the first SDRs: each has something that none before it has. */
export function pickBriefs(data: string, folders = 3): BriefDocument[] {
  const seen = new Set<string>();
  const files = readdirSync(join(data, "briefs"), {withFileTypes: true})
    .filter((entry) => entry.isDirectory() && entry.name !== "index")
    .slice(0, folders)
    .flatMap(({name}) => readdirSync(join(data, "briefs", name)).map((file) => join(data, "briefs", name, file)));
  return files
    .flatMap((file) => (JSON.parse(readFileSync(file, "utf8")) as BriefShard).briefs)
    .filter((brief) => {
      const {outcome, after = {}, meeting, touches = [], usage = [], event_count = 0} = brief;
      const traits = [
        outcome, ...Object.keys(brief), ...Object.keys(after), `slots ${(meeting.slots ?? []).length > 1}`, `touches ${touches.length > 0}`, `usage ${usage.length > 1}`, `events ${event_count > 20}`,
      ]; // prettier-ignore
      const isNew = traits.some((trait) => !seen.has(trait));
      for (const trait of traits) seen.add(trait);
      return isNew;
    });
}

import type {Manifest, OneOnOneData} from "../../pipeline/contract/datasets.js";
import {openPages} from "./open-pages.js";

/** Every page that datasets make, drawn: of the company, of each team, SDR and AE. Components that failed throw. */
export async function drawPages(json: <T>(path: string) => T): Promise<Element[]> {
  const {AePage, DocumentationPage, FeedbackPage, FocusesPage, FunnelPage, IncidencePart, OneOnOnePage, OverviewPage, PlaybookPage, PracticesPage, RatersPage, RoutingPage, SdrPage, TeamPage} = await openPages(); // prettier-ignore
  const manifest = json<Manifest>("manifest.json");
  const draw = <T>(path: string, page: (data: T, manifest: Manifest) => Element | null) => page(json<T>(path), manifest) ?? [];
  const pages = [
    draw("company.json", OverviewPage), draw("funnel.json", FunnelPage), draw("incidence.json", IncidencePart), draw("documentation.json", DocumentationPage),
    draw("feedback.json", FeedbackPage), draw("routing.json", RoutingPage), draw("practices.json", PracticesPage), draw("raters.json", RatersPage), draw("playbook.json", PlaybookPage),
    draw("focuses.json", FocusesPage),
    ...manifest.people.filter(({has_one_on_one}) => has_one_on_one).map(({slug}) => draw<OneOnOneData>(`one-on-one/${slug}.json`, (sheet, own) => OneOnOnePage({sheet, exemplars: []}, own))),
    ...manifest.teams.map(({slug}) => draw(`team/${slug}.json`, TeamPage)),
    ...manifest.people.filter(({has_page}) => has_page).map(({slug}) => draw(`sdr/${slug}.json`, SdrPage)),
    ...manifest.people.filter(({has_ae_page}) => has_ae_page).map(({slug}) => draw(`ae/${slug}.json`, AePage)),
  ]; // prettier-ignore
  // Sections that fail say so in their place.
  for (const failed of pages.flat().flatMap((page) => [...page.querySelectorAll(".note-failed")]))
    throw new Error(failed.textContent ?? "");
  return pages.flat();
}

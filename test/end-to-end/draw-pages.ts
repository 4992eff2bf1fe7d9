import {createRequire} from "node:module";
import type {Manifest, OneOnOneData} from "../../pipeline/contract/datasets.js";

/** A document to draw in, beside what reads files: pages and pipeline in one process. What Node has of its own stays. */
export function openDocument(): void {
  if (typeof document !== "undefined") return;
  const {JSDOM} = createRequire(import.meta.url)("jsdom") as {
    JSDOM: new (html: string, options: {url: string}) => {window: Record<string, unknown>};
  };
  const {window} = new JSDOM("<!doctype html><main></main>", {url: "http://site.test/"});
  const missing = Object.getOwnPropertyNames(window).filter((name) => !(name in globalThis));
  Object.assign(globalThis, Object.fromEntries(missing.map((name) => [name, window[name]])), {window});
}

/** Every page that datasets make, drawn: of the company, of each team, SDR and AE. Components that failed throw. */
export async function drawPages(json: <T>(path: string) => T): Promise<Element[]> {
  openDocument();
  const {AePage} = await import("../../src/components/ae-page.js");
  const {DocumentationPage} = await import("../../src/components/documentation-page.js");
  const {FeedbackPage} = await import("../../src/components/feedback-page.js");
  const {FocusesPage} = await import("../../src/components/focuses-page.js");
  const {FunnelPage} = await import("../../src/components/funnel-page.js");
  const {IncidencePart} = await import("../../src/components/incidence-part.js");
  const {OneOnOnePage} = await import("../../src/components/one-on-one-page.js");
  const {OverviewPage} = await import("../../src/components/overview-page.js");
  const {PlaybookPage} = await import("../../src/components/playbook-page.js");
  const {PracticesPage} = await import("../../src/components/practices-page.js");
  const {RatersPage} = await import("../../src/components/raters-page.js");
  const {RoutingPage} = await import("../../src/components/routing-page.js");
  const {SdrPage} = await import("../../src/components/sdr-page.js");
  const {TeamPage} = await import("../../src/components/team-page.js");
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

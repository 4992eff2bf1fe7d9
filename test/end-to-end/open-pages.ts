import {createRequire} from "node:module";

/** A document to draw in, beside what reads files: pages and pipeline in one process. What Node has of its own stays. */
function openDocument(): void {
  if (typeof document !== "undefined") return;
  const {JSDOM} = createRequire(import.meta.url)("jsdom") as {
    JSDOM: new (html: string, options: {url: string}) => {window: Record<string, unknown>};
  };
  const {window} = new JSDOM("<!doctype html><main></main>", {url: "http://site.test/"});
  const missing = Object.getOwnPropertyNames(window).filter((name) => !(name in globalThis));
  Object.assign(globalThis, Object.fromEntries(missing.map((name) => [name, window[name]])), {window});
}

/** The components of all pages, with a document to draw them in. */
export async function openPages() {
  openDocument();
  // Nothing is painted here, so no frame ever comes.
  globalThis.requestAnimationFrame ??= () => 0;
  // Nobody goes from one address to another.
  globalThis.addEventListener ??= () => undefined;
  globalThis.dispatchEvent ??= () => true;
  const {AePage} = await import("../../src/components/people/ae-page.js");
  const {AeTeamPage} = await import("../../src/components/people/ae-team-page.js");
  const {BoardPage} = await import("../../src/components/board/board-page.js");
  const {BriefPage} = await import("../../src/components/brief/brief-page.js");
  const {Dictionary} = await import("../../src/components/guide/dictionary.js");
  const {DocumentationPage} = await import("../../src/components/company/documentation-page.js");
  const {FeedbackPage} = await import("../../src/components/company/feedback-page.js");
  const {FocusesPage} = await import("../../src/components/company/focuses-page.js");
  const {FunnelPage} = await import("../../src/components/funnel/funnel-page.js");
  const {Glossary} = await import("../../src/components/guide/glossary.js");
  const {HealthPage} = await import("../../src/components/health/health-page.js");
  const {HowToRead} = await import("../../src/components/guide/how-to-read.js");
  const {IncidencePart} = await import("../../src/components/funnel/incidence-part.js");
  const {NoticePage} = await import("../../src/components/guide/notice-page.js");
  const {OneOnOnePage} = await import("../../src/components/one-on-one/one-on-one-page.js");
  const {OverviewPage} = await import("../../src/components/company/overview-page.js");
  const {PlaybookPage} = await import("../../src/components/company/playbook-page.js");
  const {PracticesPage} = await import("../../src/components/company/practices-page.js");
  const {RatersPage} = await import("../../src/components/company/raters-page.js");
  const {RoutingPage} = await import("../../src/components/company/routing-page.js");
  const {SdrPage} = await import("../../src/components/people/sdr-page.js");
  const {TeamPage} = await import("../../src/components/people/team-page.js");
  return {
    AePage, AeTeamPage, BoardPage, BriefPage, Dictionary, DocumentationPage, FeedbackPage, FocusesPage, FunnelPage, Glossary, HealthPage, HowToRead, IncidencePart, NoticePage, OneOnOnePage, OverviewPage, PlaybookPage, PracticesPage, RatersPage, RoutingPage, SdrPage, TeamPage,
  }; // prettier-ignore
}

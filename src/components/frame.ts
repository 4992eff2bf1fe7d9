import {PAGES, say} from "./words.js";
import type {PageKind} from "./words.js";

/** Pages named in the bar, and those at the foot of every page, for the second look. */
const IN_BAR: readonly PageKind[] = [
  "overview",
  "funnel",
  "team",
  "sdr",
  "ae",
  "board",
  "documentation",
  "feedback",
  "routing",
  "practices",
  "health",
];
const AT_FOOT: readonly PageKind[] = ["playbook", "focuses", "raters", "glossary", "dictionary"];

/** What stands in the head of every page: the icon and the script that fills the bar from data. */
export function renderHead(): string {
  return `<link rel="icon" type="image/svg+xml" href="/favicon.svg"><meta name="color-scheme" content="light dark">
<script type="module" src="/components/chrome.js"></script>`;
}

/** The slim bar over every page, as HTML; company and freshness are filled in when the data are known. */
export function renderBar(path: string): string {
  return `<a class="skip" href="#observablehq-main">${say("skip")}</a>
<a class="bar-company" href="/index">${say("product")}</a>
<button class="bar-menu" type="button" aria-expanded="false" aria-controls="bar-pages">${say("menu")}</button>
<nav id="bar-pages" class="bar-pages" aria-label="${say("navigation")}">${IN_BAR.map((kind) => renderLink(kind, path)).join("")}</nav>
<span class="bar-fresh" role="status"></span>`;
}

/** The line at the foot of every page. */
export function renderFoot(path: string): string {
  return `<nav class="foot-pages" aria-label="${say("more_pages")}">${AT_FOOT.map((kind) => renderLink(kind, path)).join("")}</nav><p class="foot-zone"></p>`;
}

function renderLink(kind: PageKind, path: string): string {
  const page = PAGES[kind];
  const current = page.path === path || (page.path === "/index" && path === "/");
  return `<a href="${page.path}"${current ? ' aria-current="page"' : ""}>${page.name}</a>`;
}

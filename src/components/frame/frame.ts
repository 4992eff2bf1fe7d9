import {PAGES_OF} from "./audience-pages.js";
import type {SiteKind} from "./audience-pages.js";
import {PAGES, say} from "../words/words.js";
import type {PageKind} from "../words/words.js";

/** What stands in the head of every page: the icon and the script that fills the bar from data. */
export function renderHead(): string {
  return `<link rel="icon" type="image/svg+xml" href="/favicon.svg"><meta name="color-scheme" content="light dark">
<script type="module" src="/components/frame/chrome.js"></script>`;
}

/** The slim bar over every page, as HTML; company and freshness are filled in when the data are known. */
export function renderBar(path: string): string {
  return `<a class="skip" href="#observablehq-main">${say("skip")}</a>
<a class="bar-company" href="/index">${say("product")}</a>
<button class="bar-menu" type="button" aria-expanded="false" aria-controls="bar-pages">${say("menu")}</button>
${renderBarPages(path)}
<button class="bar-search" type="button" aria-haspopup="dialog" aria-keyshortcuts="/ Control+K">${say("search")} <kbd aria-hidden="true">/</kbd></button>
<span class="bar-fresh" role="status"></span>`;
}

/** The line at the foot of every page. */
export function renderFoot(path: string): string {
  return `${renderFootPages(path)}<p class="foot-zone"></p>`;
}

/** How an address is written; as Framework wants it if left out. */
type Write = (path: string) => string;

/** The pages in the bar of an audience's site: the one it starts with, and those for daily work. @param path the page it stands on */
export function renderBarPages(path: string, kind: SiteKind = "revops", write: Write = (to) => to): string {
  const {start, startName, bar} = PAGES_OF[kind];
  const first = renderLink("/index", startName ? say(startName) : PAGES[start].name, path, write);
  return `<nav id="bar-pages" class="bar-pages" aria-label="${say("navigation")}">${first}${renderLinks(bar, path, write)}</nav>`;
}

/** Those at its foot, for the second look. */
export function renderFootPages(path: string, kind: SiteKind = "revops", write: Write = (to) => to): string {
  return `<nav class="foot-pages" aria-label="${say("more_pages")}">${renderLinks(PAGES_OF[kind].foot, path, write)}</nav>`;
}

const renderLinks = (kinds: readonly PageKind[], path: string, write: Write): string =>
  kinds.map((kind) => renderLink(PAGES[kind].path, PAGES[kind].name, path, write)).join("");

function renderLink(to: string, name: string, path: string, write: Write): string {
  const isCurrent = to === path || (to === "/index" && path === "/");
  return `<a href="${write(to)}"${isCurrent ? ' aria-current="page"' : ""}>${name}</a>`;
}

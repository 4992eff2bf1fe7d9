import type {Manifest} from "../../../pipeline/contract/datasets.js";
import {ADDRESS_WRITTEN, followChoices} from "./address.js";
import {GRAMMAR} from "../words/grammar.js";
import {loadManifest} from "./load.js";
import {describeStale, Freshness} from "./freshness.js";
import {keepPlace} from "./keep-place.js";
import {followLinks, Unfiltered} from "./ways.js";
import {say} from "../words/words.js";

/** Fills what stands around every page: company, freshness, time zone, and the menu of narrow screens. */
function fillChrome(): void {
  document.documentElement.lang = GRAMMAR.language;
  const menu = document.querySelector<HTMLButtonElement>(".bar-menu");
  menu?.addEventListener("click", () => {
    const open = menu.getAttribute("aria-expanded") !== "true";
    menu.setAttribute("aria-expanded", String(open));
    document.querySelector(".bar-pages")?.toggleAttribute("data-open", open);
  });
  offerSearch();
  followLinks();
  keepPlace();
  followChoices();
  loadManifest().then(
    (manifest) => {
      const company = document.querySelector(".bar-company");
      if (company) company.textContent = manifest.company;
      if (!document.title.includes(manifest.company))
        document.title = document.title.replace(/\| Baton$/, `| ${manifest.company}`);
      const fresh = document.querySelector(".bar-fresh");
      fresh?.replaceChildren(Freshness(manifest));
      showStale(describeStale(manifest));
      showUnfiltered(manifest);
      globalThis.addEventListener(ADDRESS_WRITTEN, () => showUnfiltered(manifest));
      const zone = document.querySelector(".foot-zone");
      if (zone) zone.textContent = say("time_zone", {zone: manifest.timezone});
    },
    () => undefined, // the page's own parts say that data are missing
  );
}

/** Opens the search by its button, by “/” and by Ctrl or Cmd with K; what it needs is fetched only then. */
function offerSearch(): void {
  const open = () => void import("../search/search.js").then(({openSearch}) => openSearch());
  document.querySelector(".bar-search")?.addEventListener("click", open);
  document.addEventListener("keydown", (event) => {
    const isPair = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    const isSlash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
    if ((!isPair && !isSlash) || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    open();
  });
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));

/** Says above the page which filters of the address it does not narrow by. */
function showUnfiltered(manifest: Manifest): void {
  document.querySelector(".unfiltered")?.remove();
  const line = Unfiltered(manifest);
  if (line) document.querySelector("#observablehq-main")?.prepend(line);
}

/** Puts the notice of old data into the bar, under what is in it: it stands on every page, and on paper. */
function showStale(text: string): void {
  if (!text) return;
  const line = document.createElement("p");
  line.className = "bar-stale";
  line.textContent = text;
  document.querySelector("#observablehq-header")?.append(line);
}

fillChrome();

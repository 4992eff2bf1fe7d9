import {html} from "htl";
import type {Manifest} from "../../../pipeline/contract/datasets.js";
import {addressOf, chooseAddress, readEntry} from "./address.js";
import {carryFilters, findKind, listIgnored, listNarrowing, nameFilter, readFilters} from "./filters.js";
import type {FilterName} from "./filters.js";
import {formatMonth} from "../base/format.js";
import {addressOfSubject, hasPage} from "./site-pages.js";
import {say} from "../words/words.js";
import type {PageKind} from "../words/words.js";

/** Where the tab's last step began and led to. */
interface Step {
  from: string;
  to: string;
}
const STEP = "baton:step";

/** Lets every link of the page take the filters along, in one place for all; and a breadcrumb to where the reader came from go back there, to the same spot. */
export function followLinks(): void {
  const first = new WeakMap<HTMLAnchorElement, string>();
  const carry = (event: Event) => {
    const link = (event.target as Element | null)?.closest?.<HTMLAnchorElement>("a[href]");
    // A place of the page itself is no way out of it.
    if (!link || link.origin !== globalThis.location.origin || link.getAttribute("href")!.startsWith("#")) return;
    // As it was drawn: filters may have changed since it was last followed.
    if (!first.has(link)) first.set(link, link.href);
    link.href = carryFilters(first.get(link)!, globalThis.location.href);
    if (event.type === "click" && isPlain(event as MouseEvent)) follow(link, event);
  };
  for (const type of ["click", "auxclick", "contextmenu"]) document.addEventListener(type, carry, {capture: true});
}

const isPlain = ({button, ctrlKey, metaKey, shiftKey, altKey}: MouseEvent) =>
  button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey;

function follow(link: HTMLAnchorElement, event: Event): void {
  const here = globalThis.location.href;
  const step = readStep();
  if (link.closest(".crumbs") && step?.to === here && isSamePlace(link.href, step.from) && globalThis.history.length > 1) {
    event.preventDefault();
    // Choices made on the page since are entries of their own.
    globalThis.history.go(-1 - (readEntry().choices ?? 0));
    return;
  }
  try {
    globalThis.sessionStorage.setItem(STEP, JSON.stringify({from: here, to: link.href} satisfies Step));
  } catch {
    // A browser that keeps nothing follows the link as any other.
  }
}

function readStep(): Step | null {
  try {
    return JSON.parse(globalThis.sessionStorage.getItem(STEP) ?? "null") as Step | null;
  } catch {
    return null;
  }
}

/** Whether a place is the page that an address leads to, however else it is narrowed or unfolded. */
export function isSamePlace(href: string, place: string): boolean {
  const [to, from] = [new URL(href), new URL(place)];
  return to.pathname === from.pathname && [...to.searchParams].every(([name, value]) => from.searchParams.get(name) === value);
}

/** Says which of the address's filters the page does not narrow by, and where one is narrowed; null where there is nothing to say. */
export function Unfiltered(manifest: Manifest): HTMLElement | null {
  const {pathname, search} = globalThis.location;
  const kind = nameStart(findKind(pathname), manifest);
  const ignored = kind ? listIgnored(kind, search, manifest) : [];
  if (!ignored.length) return null;
  const asked = readFilters(search);
  const list = ignored.map((name) => describeFilter(name, asked[name]!, manifest)).join(", ");
  const team = ignored.includes("team") ? addressOfSubject(manifest, "team", asked.team) : undefined;
  const isInFunnel = (name: FilterName) => (name !== "team" || !team) && listNarrowing("funnel", manifest).includes(name);
  const funnel = hasPage(manifest, "funnel") && kind !== "funnel" && ignored.some(isInFunnel);
  const clear = () => {
    chooseAddress(Object.fromEntries(ignored.map((name) => [name, ""])));
    node.remove();
    // What was pressed is gone: the keyboard goes on from the page's heading.
    const heading = document.querySelector<HTMLElement>("main h1");
    heading?.setAttribute("tabindex", "-1");
    heading?.focus();
  };
  const node = html`<p class="unfiltered" role="note">
    ${say("not_narrowed", {list})}${team ? html` <a href=${team}>${say("not_narrowed_team")}</a>` : null}${funnel ? html` <a href=${addressOf("funnel")}>${say("not_narrowed_funnel")}</a>` : null}
    <button type="button" class="quiet" ${{onclick: clear}}>${say("not_narrowed_drop")}</button>
  </p>`;
  return node;
}

/** The page at a site's top is its start page. */
const nameStart = (kind: PageKind | undefined, {pages}: Manifest): PageKind | undefined =>
  kind === "overview" && pages?.length ? (pages[0] as PageKind) : kind;

/** A filter and what it is set to, within a sentence. */
export function describeFilter(name: FilterName, value: string, manifest: Manifest): string {
  return say("filtered_item", {dimension: nameFilter(name), value: nameValue(name, value, manifest)});
}

/** What a filter is set to as pages show it, whatever the address calls it; what is no team and no month stands as it is. */
function nameValue(name: FilterName, value: string, {teams}: Manifest): string {
  if (name === "team") return teams.find(({slug}) => slug === value)?.name ?? value;
  return name === "period" && /^\d{4}-(0[1-9]|1[0-2])$/.test(value) ? formatMonth(`${value}-01`) : value;
}

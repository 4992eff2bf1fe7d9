import {html} from "htl";
import {addressOf, readAddress} from "./address.js";
import {PAGES} from "./words.js";
import type {PageKind} from "./words.js";
import type {Crumb} from "./subject.js";

/** What a page's address may name as its subject. */
const SUBJECTS = ["team", "sdr", "ae"] as const;

/**
 * A handoff by its name, with the way to its brief. The address remembers the page it stands on, so that the brief leads back there.
 * @param content what is shown, a text or a node
 */
export function BriefLink(handoffId: string, content: Node | string): HTMLElement {
  return html`<a href=${addressOfBrief(handoffId)}>${content}</a>`;
}

/** Address of a handoff's brief, with the page that leads there. */
export function addressOfBrief(handoffId: string): string {
  return addressOf("brief", {handoff: handoffId, ...rememberPlace()});
}

function rememberPlace({pathname, search} = globalThis.location): Record<string, string> {
  const path = pathname.replace(/\.html$/, "");
  const kinds = Object.keys(PAGES) as PageKind[];
  const kind = kinds.find((candidate) => candidate !== "brief" && path.endsWith(PAGES[candidate].path));
  if (!kind) return {};
  const own = new URLSearchParams(search);
  const subject = SUBJECTS.find((name) => own.get(name));
  return {from: kind, ...(subject && {[subject]: own.get(subject)!})};
}

/** The page that led to the brief, as the address remembers it; null where it does not, or names no page of this site. */
export function readPlace(search = globalThis.location?.search ?? ""): Omit<Crumb, "name"> | null {
  const kind = readAddress("from", search);
  if (!Object.hasOwn(PAGES, kind)) return null;
  const subject = SUBJECTS.find((name) => readAddress(name, search));
  return {kind: kind as PageKind, query: subject ? {[subject]: readAddress(subject, search)} : {}};
}

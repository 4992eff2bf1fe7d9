import {addressOf, readAddress} from "./address.js";
import {findKind} from "./filters.js";
import {make} from "../base/make.js";
import {PAGES} from "../words/words.js";
import type {PageKind} from "../words/words.js";
import type {Crumb} from "./subject.js";

/** What the address of a kind of page may name as its subject. */
const SUBJECTS: Partial<Record<PageKind, readonly string[]>> = {
  team: ["team"],
  sdr: ["sdr"],
  one_on_one: ["sdr"],
  ae: ["ae"],
  ae_team: ["ae_team"],
  board: ["sdr", "ae", "team"],
};

/**
 * A handoff by its name, with the way to its brief. The address remembers the page it stands on, so that the brief leads back there.
 * @param content what is shown, a text or a node
 */
export function BriefLink(handoffId: string, content: Node | string): HTMLElement {
  return make("a", {href: addressOfBrief(handoffId)}, content);
}

/** Address of a handoff's brief, with the page that leads there. */
export function addressOfBrief(handoffId: string): string {
  return addressOf("brief", {handoff: handoffId, ...rememberPlace()});
}

function rememberPlace({pathname, search} = globalThis.location): Record<string, string> {
  const kind = findKind(pathname);
  // To the start every brief leads back.
  return kind && kind !== "brief" && kind !== "overview" ? {from: kind, ...readSubject(kind, search)} : {};
}

/** The page that led to the brief, as the address remembers it; null where it does not, or names no page of this site. */
export function readPlace(search = globalThis.location?.search ?? ""): Omit<Crumb, "name"> | null {
  const kind = readAddress("from", search);
  if (!Object.hasOwn(PAGES, kind)) return null;
  return {kind: kind as PageKind, query: readSubject(kind as PageKind, search)};
}

function readSubject(kind: PageKind, search: string): Record<string, string> {
  const name = SUBJECTS[kind]?.find((each) => readAddress(each, search));
  return name ? {[name]: readAddress(name, search)} : {};
}

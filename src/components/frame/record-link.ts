import type {Manifest} from "../../../pipeline/contract/datasets.js";
import {keepSafeLink} from "./address.js";
import {make} from "../base/make.js";

/** The kinds of record that the configuration may give an address for. */
export type RecordKind = "account" | "contact" | "lead" | "opportunity" | "handoff" | "meeting" | "person" | "call" | "activity";

/** A record by its name, with the way to it in the system it came from where the configuration knows one. */
export function RecordLink(
  kind: RecordKind,
  id: string | null,
  name: string | null,
  {links}: Pick<Manifest, "links">,
): Node | string {
  const text = name ?? id ?? "";
  // A handoff that the exports do not name was named by us: nobody else knows it by that.
  const isOurs = kind === "handoff" && id?.startsWith("chain:");
  const href = links[kind] && id && !isOurs ? keepSafeLink(links[kind].replaceAll("{id}", encodeURIComponent(id))) : undefined;
  return href && text ? make("a", {href, rel: "noreferrer"}, text) : text;
}

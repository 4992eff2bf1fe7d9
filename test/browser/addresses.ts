import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import type {Manifest} from "../../pipeline/contract/datasets.js";
import type {Workspace} from "../../pipeline/workspace.js";

/** Every page, with a subject where it takes one; of briefs as many, from all parts of the list. */
export function listAddresses(workspace: Pick<Workspace, "site" | "data">, {each = 2, briefs = 12} = {}): string[] {
  const manifest = JSON.parse(readFileSync(join(workspace.data, "manifest.json"), "utf8")) as Manifest;
  const pages = (readdirSync(workspace.site, {recursive: true}) as string[]).filter((path) => path.endsWith(".html")).sort();
  const of = <T extends object>(list: readonly T[], is: (one: T) => boolean, slug: (one: T) => string) => list.filter(is).slice(0, each).map(slug); // prettier-ignore
  const sdrs = of(manifest.people, ({has_page}) => has_page, ({slug}) => slug); // prettier-ignore
  const aes = of(manifest.people, ({has_ae_page}) => has_ae_page, ({slug}) => slug); // prettier-ignore
  const teams = of(manifest.teams, ({sdr_count}) => sdr_count > 0, ({slug}) => slug); // prettier-ignore
  const handoffs = readdirSync(join(workspace.data, "briefs/index")).flatMap((file) => Object.keys(JSON.parse(readFileSync(join(workspace.data, "briefs/index", file), "utf8")) as object)); // prettier-ignore
  const step = Math.max(1, Math.floor(handoffs.length / briefs));
  const query = (page: string, name: string, values: readonly string[]) => values.map((value) => `pages/${page}.html?${name}=${encodeURIComponent(value)}`); // prettier-ignore
  return [
    ...pages,
    ...query("sdr", "sdr", sdrs),
    ...query("one-on-one", "sdr", sdrs.slice(0, 1)),
    ...query("ae", "ae", aes),
    ...query("team", "team", teams),
    ...query("board", "sdr", sdrs.slice(0, 1)),
    ...query("brief", "handoff", handoffs.filter((_, k) => k % step === 0).slice(0, briefs)),
  ];
}

import type {Manifest} from "../../../pipeline/contract/datasets.js";
import {addressOf} from "./address.js";
import type {PageKind} from "../words/words.js";

/** Whether the site has pages of a kind: a tree of one audience has few. */
export const hasPage = ({pages}: Pick<Manifest, "pages">, kind: PageKind): boolean => pages === null || pages.includes(kind);

/** Whether the site may have numbers about single people of the whole company. */
export const showsPeople = ({audience, is_team_only}: Pick<Manifest, "audience" | "is_team_only">): boolean =>
  audience.kind === "revops" && !is_team_only;

type Kind = "team" | "sdr" | "ae" | "ae_team";

/** Address of the page of a team or person, where the site has it: of many it is said who they are, and no more. */
export function addressOfSubject(
  manifest: Pick<Manifest, "pages" | "people" | "teams">,
  kind: Kind,
  slug: string | null | undefined,
): string | undefined {
  if (!slug) return undefined;
  if (manifest.pages === null) return addressOf(kind, {[kind]: slug});
  if (!hasPage(manifest, kind)) return undefined;
  const isThere =
    kind === "team" || kind === "ae_team"
      ? manifest.teams.some((team) => team.slug === slug)
      : manifest.people.some((person) => person.slug === slug && (kind === "sdr" ? person.has_page : person.has_ae_page));
  return isThere ? addressOf(kind, {[kind]: slug}) : undefined;
}

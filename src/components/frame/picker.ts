import {html} from "htl";
import type {Manifest, PersonLink} from "../../../pipeline/contract/datasets.js";
import {addressOf} from "./address.js";
import {formatCount} from "../base/format.js";
import {hasPage} from "./site-pages.js";
import {say} from "../words/words.js";
import type {PageKind} from "../words/words.js";

/** The teams to choose from, for a team page opened without one. */
export function TeamPicker({teams}: Pick<Manifest, "teams">, page: "team" | "ae_team" = "team"): HTMLElement {
  return html`<ul class="picker" aria-label=${say("choose_team")}>
    ${teams.map(
      ({slug, name, manager_name, sdr_count}) =>
        html`<li>
          <a href=${addressOf(page, {[page]: slug})}>${name}</a>
          <span class="muted"
            >${[manager_name, sdr_count ? say("sdr_count", {n: sdr_count}) : ""].filter(Boolean).join(" · ")}</span
          >
        </li>`,
    )}
  </ul>`;
}

export interface PersonPickerOptions {
  kind?: "sdr" | "ae";
  /** Page that a name leads to; the person's own if left out. */
  page?: PageKind;
  /** Level of the headings. */
  depth?: 2 | 3;
}

/** The people with a page of their own, under their teams, for a person's page opened without one. */
export function PersonPicker(
  {people, teams, pages}: Pick<Manifest, "people" | "teams" | "pages">,
  {kind = "sdr", page = kind, depth = 2}: PersonPickerOptions = {},
): HTMLElement {
  const shown = people.filter((person) => (kind === "sdr" ? person.has_page : person.has_ae_page));
  const groups = [
    ...teams.map(({slug, name}) => ({name, people: shown.filter(({team_slug}) => team_slug === slug)})),
    {name: say("no_team"), people: shown.filter(({team_slug}) => !team_slug)},
  ];
  return html`<div class="picker-groups">
    <p class="muted small">${describeShown(shown, kind)}</p>
    ${groups
      .filter((group) => group.people.length)
      .map(
        (group) =>
          html`<section>
            ${depth === 2 ? html`<h2>${group.name}</h2>` : html`<h3>${group.name}</h3>`}
            <ul class="picker">
              ${group.people.map((person) => PersonItem(person, page, kind, hasPage({pages}, "health")))}
            </ul>
          </section>`,
      )}
  </div>`;
}

/** Whether somebody is there and does this work now, as far as the export tells roles: whom the overview counts. */
const isInRole = ({role, is_current, is_known}: PersonLink, kind: "sdr" | "ae") =>
  is_current && is_known && (role === kind || role === "");
const isInOther = (person: PersonLink, kind: "sdr" | "ae") => person.is_current && person.is_known && !isInRole(person, kind);

/** How many stand there, and why they may be more than those who do the work now. */
function describeShown(people: readonly PersonLink[], kind: "sdr" | "ae"): string {
  const counts = [
    ["picker_now", people.filter((person) => isInRole(person, kind)).length],
    ["picker_other", people.filter((person) => isInOther(person, kind)).length],
    ["picker_former", people.filter(({is_current, is_known}) => !is_current && is_known).length],
    ["picker_unlisted", people.filter(({is_known}) => !is_known).length],
  ] as const;
  return `${counts
    .filter(([, n]) => n)
    .map(([key, n]) => say(key, {n: formatCount(n)}))
    .join(", ")}.`;
}

function PersonItem(person: PersonLink, page: PageKind, kind: "sdr" | "ae", hasHealth: boolean): HTMLElement {
  const {slug, name, is_current, is_known} = person;
  const tags = [
    is_current ? "" : say("former"),
    isInOther(person, kind) ? say("other_role") : "",
    // An id that leads to nobody: data health says where it stands.
    is_known ? "" : hasHealth ? html`<a href=${addressOf("health")}>${say("unlisted")}</a>` : say("unlisted"),
  ];
  return html`<li>
    <a href=${addressOf(page, {[kind]: slug})}>${name}</a
    >${tags.filter(Boolean).map((tag) => html` <span class="tag">${tag}</span>`)}
  </li>`;
}

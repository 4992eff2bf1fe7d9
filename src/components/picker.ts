import {html} from "htl";
import type {Manifest, PersonLink} from "../../pipeline/contract/datasets.js";
import {addressOf} from "./address.js";
import {say} from "./words.js";

/** The teams to choose from, for a team page opened without one. */
export function TeamPicker({teams}: Pick<Manifest, "teams">): HTMLElement {
  return html`<ul class="picker" aria-label=${say("choose_team")}>
    ${teams.map(
      ({slug, name, manager_name, sdr_count}) =>
        html`<li>
          <a href=${addressOf("team", {team: slug})}>${name}</a>
          <span class="muted"
            >${[manager_name, sdr_count ? say("sdr_count", {n: sdr_count}) : ""].filter(Boolean).join(" · ")}</span
          >
        </li>`,
    )}
  </ul>`;
}

/** The people with a page of their own, under their teams, for a person's page opened without one. */
export function PersonPicker({people, teams}: Pick<Manifest, "people" | "teams">): HTMLElement {
  const shown = people.filter(({has_page}) => has_page);
  const groups = [
    ...teams.map(({slug, name}) => ({name, people: shown.filter(({team_slug}) => team_slug === slug)})),
    {name: say("no_team"), people: shown.filter(({team_slug}) => !team_slug)},
  ];
  return html`<div class="picker-groups">
    ${groups
      .filter((group) => group.people.length)
      .map(
        (group) =>
          html`<section>
            <h2>${group.name}</h2>
            <ul class="picker">
              ${group.people.map(PersonItem)}
            </ul>
          </section>`,
      )}
  </div>`;
}

function PersonItem({slug, name, is_current}: PersonLink): HTMLElement {
  return html`<li>
    <a href=${addressOf("sdr", {sdr: slug})}>${name}</a>${is_current ? null : html` <span class="tag">${say("former")}</span>`}
  </li>`;
}

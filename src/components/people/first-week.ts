import {html} from "htl";
import type {Manifest, SdrData} from "../../../pipeline/contract/datasets.js";
import {addressOf} from "../frame/address.js";
import {Exemplars, loadPlaybook} from "./exemplars.js";
import {askOver} from "../explain/explain-outcome.js";
import {Sentence} from "../explain/told.js";
import {hasPage} from "../frame/site-pages.js";
import {WholeBrief} from "../company/whole-brief.js";
import {PAGES, say} from "../words/words.js";

/** Whether nothing is known yet of what an SDR did. */
export function isNew({headlines, recent}: SdrData): boolean {
  return !recent.length && headlines.every(({latest, trailing}) => !latest && !trailing?.denominator);
}

/** For an SDR without data, or with too few for numbers: what a good handoff asks for, step by step, with the brief's required fields by section. */
export function FirstWeek({slug, name, recent}: Pick<SdrData, "slug" | "name" | "recent">, manifest: Manifest): HTMLElement {
  const {brief_fields} = manifest;
  const required = brief_fields.filter((field) => field.required);
  const sections = [...new Set(required.map(({section_label}) => section_label))];
  return html`<div>
    <p>
      ${
        recent.length
          ? Sentence(say("week_lead_few", {n: recent.length}), [() => askOver(recent.length, manifest, {of: "sdr", slug}, name)])
          : say("week_lead")
      }
    </p>
    <ol class="steps">
      <li>
        ${say("week_1")}
        <dl class="fields">
          ${sections.map(
            (section) =>
              html`<div>
                <dt>${section}</dt>
                <dd>
                  ${required
                    .filter(({section_label}) => section_label === section)
                    .map(({label}) => label)
                    .join(", ")}
                </dd>
              </div>`,
          )}
        </dl>
      </li>
      <li>${say("week_2")}</li>
      <li>${say("week_3")}</li>
      <li>${say("week_4")}</li>
      <li>${say(hasPage(manifest, "feedback") ? "week_5" : "week_5_alone")}</li>
    </ol>
    ${FromPlaybook(manifest)}
    <p class="muted">
      ${say("week_links")}
      ${(["feedback", "documentation", "playbook", "glossary"] as const)
        .filter((kind) => hasPage(manifest, kind))
        .map((kind, index) => html`${index ? ", " : ""}<a href=${addressOf(kind)}>${PAGES[kind].name}</a>`)}
    </p>
  </div>`;
}

/** Two excerpts of different fields that AEs valued, and a whole brief, folded; they come once they are loaded, where there is a playbook. */
function FromPlaybook(manifest: Manifest): HTMLElement {
  const place = html`<div></div>`;
  void loadPlaybook().then((playbook) => {
    const [first, ...rest] = playbook?.exemplars ?? [];
    const second = rest.find(({behaviour}) => behaviour !== first?.behaviour);
    const two = [first, second].filter((each) => each !== undefined);
    const brief = playbook?.brief;
    place.replaceChildren(
      ...(two.length ? [html`<p>${say("week_exemplars")}</p>`, Exemplars(two)] : []),
      ...(brief
        ? [
            html`<details class="on-paper">
              <summary class="shown">${say("week_brief")}</summary>
              ${WholeBrief(brief, manifest)}
            </details>`,
          ]
        : []),
    );
  });
  return place;
}

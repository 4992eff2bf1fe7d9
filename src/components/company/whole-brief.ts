import {html} from "htl";
import type {Manifest, PlaybookData} from "../../../pipeline/contract/datasets.js";
import {formatMonth, formatRating} from "../base/format.js";
import {say} from "../words/words.js";

/** One brief of the playbook from its first part to its last, part by part as the AE's page has them; nobody is named. */
export function WholeBrief(
  brief: NonNullable<PlaybookData["brief"]>,
  {brief_fields}: Pick<Manifest, "brief_fields">,
): HTMLElement {
  const textOf = new Map(brief.fields.map(({field, text}) => [field, text]));
  const known = brief_fields.filter(({field}) => textOf.has(field));
  const sections = [...new Set(known.map(({section_label}) => section_label))];
  return html`<figure class="exemplar whole-brief">
    ${sections.map(
      (section) =>
        html`<div>
          <h3>${section}</h3>
          <dl class="brief-fields">
            ${known
              .filter(({section_label}) => section_label === section)
              .map(
                ({field, label}) =>
                  html`<div class="brief-field">
                    <dt>${label}</dt>
                    <dd dir="auto">${textOf.get(field)}</dd>
                  </div>`,
              )}
          </dl>
        </div>`,
    )}
    <figcaption class="muted small">${describeSource(brief)}</figcaption>
  </figure>`;
}

/** Of when it is, of what motion, and what became of the handoff. */
export function describeSource({
  month,
  motion,
  rating,
  became_sql,
}: Pick<PlaybookData["exemplars"][number], "month" | "motion" | "rating" | "became_sql">): string {
  return say("playbook_exemplar", {
    month: formatMonth(`${month}-01`),
    motion: motion ? say("playbook_motion", {motion: motion.replaceAll("_", " ")}) : "",
    rating: rating === null ? "" : say("playbook_rating", {rating: formatRating(rating)}),
    sql: became_sql ? say("playbook_sql") : "",
  });
}

import {html} from "htl";
import type {BriefFieldInfo, Manifest, PlaybookData} from "../../../pipeline/contract/datasets.js";
import type {Asked} from "../explain/explain-panel.js";
import {askPlain} from "../explain/explain-plain.js";
import {Finding} from "../base/finding.js";
import {formatCount} from "../base/format.js";
import {followNamed} from "../frame/named.js";
import {Section} from "../frame/section.js";
import {Sentence} from "../explain/told.js";
import {describeSource, WholeBrief} from "./whole-brief.js";
import {say, WORDS, type WordKey} from "../words/words.js";

/** What a good and a poor handoff have of each. */
const PAIRS = ["pain", "people", "time", "now", "said", "ready"] as const;

/** What a good handoff is, part by part, with excerpts of the company's own briefs. */
export function PlaybookPage(data: PlaybookData, manifest: Manifest): HTMLElement {
  const {exemplars, brief, authors} = data;
  const shown = new Set(exemplars.map(({behaviour}) => behaviour));
  const fields = manifest.brief_fields.filter(({field}) => shown.has(field) || `playbook_for_${field}` in WORDS);
  const who = authors > 0 ? say("playbook_authors", {n: formatCount(authors)}) : say("playbook_nobody");
  const node = html`<div>
    ${Finding(say("playbook_lead"), say("playbook_also"))} ${Section(say("playbook_two"), manifest, () => Comparison())}
    ${brief ? Section(say("whole_brief"), manifest, () => WholeBrief(brief, manifest), {hint: say("whole_brief_hint")}) : null}
    ${Section(
      say("playbook_fields"),
      manifest,
      () =>
        html`<div>
          <p class="reading">
            <span class="conclude">${authors > 0 ? Sentence(who, [() => askAuthors(authors, manifest)]) : who}</span>
            ${exemplars.length ? html`<span class="muted">${say("playbook_not")}</span>` : null}
          </p>
          ${fields.map((info) => Field(info, data))}
        </div>`,
      {hint: say("playbook_fields_hint")},
    )}
    ${manifest.other_behaviours.length ? Section(say("playbook_others"), manifest, () => Others(manifest), {hint: say("playbook_others_hint")}) : null}
  </div>`;
  return followNamed(node);
}

/** The question about how many agreed that their briefs are shown. */
const askAuthors = (authors: number, manifest: Manifest): Asked =>
  askPlain({title: say("authors_title"), value: formatCount(authors), meaning: say("authors_meaning")}, manifest);

function Comparison(): HTMLElement {
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${say("playbook_two")}>
    <table class="playbook stack">
      <thead>
        <tr>
          <td></td>
          <th scope="col">${say("playbook_good")}</th>
          <th scope="col">${say("playbook_poor")}</th>
        </tr>
      </thead>
      <tbody>
        ${PAIRS.map(
          (pair) =>
            html`<tr>
              <th scope="row">${say(`playbook_pair_${pair}`)}</th>
              <td data-head=${`${say("playbook_good")}:`}>${say(`playbook_${pair}_good`)}</td>
              <td class="muted" data-head=${`${say("playbook_poor")}:`}>${say(`playbook_${pair}_poor`)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function Field({field, label, required, ask}: BriefFieldInfo, {exemplars, authors}: PlaybookData): HTMLElement {
  const own = exemplars.filter(({behaviour}) => behaviour === field);
  const key = `playbook_for_${field}`;
  return html`<section class="playbook-field">
    <h3 id=${`field-${field}`}>${label} ${required ? html`<span class="tag">${say("playbook_required")}</span>` : null}</h3>
    ${key in WORDS ? html`<p>${say(key as WordKey)}</p>` : null}
    ${ask ? html`<p class="muted">${say("playbook_ask", {question: ask})}</p>` : null} ${own.map(Exemplar)}
    ${own.length === 0 && authors > 0 ? html`<p class="muted small">${say("playbook_no_exemplar")}</p>` : null}
  </section>`;
}

/** What a good handoff takes that no field holds: each with how it is done. */
function Others({other_behaviours}: Manifest): HTMLElement {
  return html`<dl class="glossary">
    ${other_behaviours.map(
      ({behaviour, label, practice}) =>
        html`<div id=${`behaviour-${behaviour}`}>
          <dt>${label}</dt>
          <dd>${practice}</dd>
        </div>`,
    )}
  </dl>`;
}

function Exemplar({text, ...source}: PlaybookData["exemplars"][number]): HTMLElement {
  return html`<figure class="exemplar">
    <blockquote>${text}</blockquote>
    <figcaption class="muted small">${describeSource(source)}</figcaption>
  </figure>`;
}

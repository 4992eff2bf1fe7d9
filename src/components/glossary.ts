import {html} from "htl";
import type {MetricInfo} from "../../pipeline/contract/datasets.js";
import {say} from "./words.js";

/** Every metric with its meaning and formula, in alphabetical order, each at an address of its own. */
export function Glossary(metrics: readonly MetricInfo[]): HTMLElement {
  const ordered = [...metrics].sort((a, b) => a.label.localeCompare(b.label));
  return html`<dl class="glossary">
    ${ordered.map(
      ({name, label, meaning, formula, window, dated_by}) =>
        html`<div id=${name}>
          <dt>${label}</dt>
          <dd>
            ${meaning}
            <p class="muted">
              ${[formula, window && `${say("window")}: ${window}`, dated_by && `${say("dated_by")}: ${dated_by}`].filter(Boolean).join(" · ")}
            </p>
          </dd>
        </div>`,
    )}
  </dl>`;
}

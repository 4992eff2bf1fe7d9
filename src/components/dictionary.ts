import {html} from "htl";
import type {DictionaryData} from "../../pipeline/contract/datasets.js";
import {formatCount} from "./format.js";
import {say} from "./words.js";

/** Every entity Baton reads, column by column, and which of them this company supplied. */
export function Dictionary({entities}: DictionaryData): HTMLElement {
  return html`<div class="dictionary">
    ${entities.map(
      ({name, label, meaning, rows, columns}) =>
        html`<section id=${name}>
          <h2>${label} <span class="muted small">${name} · ${say("row_count", {n: formatCount(rows)})}</span></h2>
          <p>${meaning}</p>
          <div class="scroll" tabindex="0" role="region" aria-label=${label}>
            <table>
              <caption class="unseen">
                ${label}
              </caption>
              <thead>
                <tr>
                  <th scope="col">${say("column")}</th>
                  <th scope="col">${say("type")}</th>
                  <th scope="col">${say("definition")}</th>
                  <th scope="col">${say("supplied")}</th>
                </tr>
              </thead>
              <tbody>
                ${columns.map(
                  (column) =>
                    html`<tr>
                      <th scope="row"><code>${column.name}</code></th>
                      <td>${column.type}</td>
                      <td>
                        ${column.meaning}${column.choices.length ? html` <span class="muted">${column.choices.join(", ")}</span>` : null}${column.required ? html` <span class="tag">${say("required")}</span>` : null}${column.personal ? html` <span class="tag">${say("personal")}</span>` : null}
                      </td>
                      <td>${column.supplied ? say("yes") : html`<span class="muted">${say("no")}</span>`}</td>
                    </tr>`,
                )}
              </tbody>
            </table>
          </div>
        </section>`,
    )}
  </div>`;
}

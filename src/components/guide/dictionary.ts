import {html} from "htl";
import type {DictionaryData, Manifest} from "../../../pipeline/contract/datasets.js";
import {askData} from "../explain/explain-health.js";
import {formatCount} from "../base/format.js";
import {Sentence} from "../explain/told.js";
import {say} from "../words/words.js";

type Entity = DictionaryData["entities"][number];

/** Every entity Baton reads, column by column, which of them this company supplied, and how to get an empty file of each. */
export function Dictionary({entities}: DictionaryData, manifest: Manifest): HTMLElement {
  const supplied = entities.filter(({rows}) => rows);
  const lead = say("dictionary_lead", {supplied: supplied.length, n: entities.length});
  const ask = () =>
    askData(
      {
        title: say("dictionary_contents"),
        n: supplied.length,
        meaning: "dictionary_supplied_meaning",
        where: say("dictionary_where"),
        entries: [[say("denominator"), formatCount(entities.length)]],
      },
      manifest,
    );
  return html`<div class="dictionary">
    <p class="finding">${Sentence(lead, [ask])}</p>
    <nav aria-label=${say("dictionary_contents")}>
      <ul class="picker">
        ${entities.map(
          ({name, label, rows}) =>
            html`<li>
              <a href=${`#${name}`}>${label}</a>
              <span class="muted small">${rows ? say("row_count", {n: formatCount(rows)}) : say("not_supplied_short")}</span>
            </li>`,
        )}
      </ul>
    </nav>
    ${entities.map((entity) => EntitySection(entity, manifest))}
  </div>`;
}

function EntitySection({name, label, meaning, keys, rows, columns}: Entity, manifest: Manifest): HTMLElement {
  const supplied = columns.filter((column) => column.supplied).length;
  const text = [
    rows ? say("row_count", {n: formatCount(rows)}) : say("not_supplied_short"),
    rows ? say("dictionary_columns", {supplied, n: columns.length}) : "",
    keys.length ? `${say("key")}: ${keys.map((key) => key.join(" + ")).join(", ")}` : "",
  ]
    .filter(Boolean)
    .join(" · ");
  const ask = () =>
    askData(
      {
        title: label,
        n: rows ?? 0,
        meaning: "source_rows_meaning",
        where: say("source_where"),
        entries: [[say("dictionary_supplied"), say("of_n", {part: supplied, n: columns.length})]],
      },
      manifest,
    );
  return html`<section id=${name}>
    <h2>${label} <span class="muted small">${name}</span></h2>
    <p>${meaning}</p>
    <p class="muted small">${Sentence(text, [rows ? ask : null])}</p>
    <p class="small">${say("dictionary_template")} <code>npm run --silent baton -- template ${name} > ${name}.csv</code></p>
    <div class="scroll" tabindex="0" role="region" aria-label=${label}>
      <table class="columns-of stack">
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
          ${columns.map(ColumnRow)}
        </tbody>
      </table>
    </div>
  </section>`;
}

function ColumnRow({
  name,
  type,
  meaning,
  required,
  personal,
  choices,
  references,
  supplied,
}: Entity["columns"][number]): HTMLElement {
  return html`<tr>
    <th scope="row"><code>${name}</code></th>
    <td class="muted">${type}</td>
    <td>
      ${meaning}${choices.length ? html` <span class="muted">${say("choices")} ${choices.join(", ")}</span>` : null}${
        references ? html` <a class="small" href=${`#${references}`}>${say("leads_to", {entity: references})}</a>` : null
      }${required ? html` <span class="tag">${say("required")}</span>` : null}${personal ? html` <span class="tag">${say("personal")}</span>` : null}
    </td>
    <td data-head=${say("supplied")}>${supplied ? say("yes") : html`<span class="muted">${say("no")}</span>`}</td>
  </tr>`;
}

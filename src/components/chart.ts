import * as Plot from "@observablehq/plot";
import {html} from "htl";
import {Reading} from "./reading.js";
import type {Ask} from "./told.js";
import {say} from "./words.js";

export interface ChartText {
  /** States the finding, not the axes. */
  title?: string;
  /** What a sighted reader would conclude, in a sentence. */
  summary: string;
  /** What not to conclude. */
  not: string;
  /** What to conclude, where it does not stand in the text around; the summary if left out. */
  conclude?: string;
  /** The questions about the numbers that it concludes with. */
  asks?: readonly Ask[];
  /** What a shade stands for, below the picture, where no line can cross it. */
  key?: Node | null;
  /** The numbers behind the picture. */
  table?: {header: readonly string[]; rows: readonly (readonly (string | number | Node)[])[]};
}

/**
 * A chart by Plot with what everybody needs who cannot see it: a summary and its numbers. Plot's own style element is taken out,
 * since the site must work where styles come from files alone; style.css has the same rules.
 */
export function Chart(
  options: Plot.PlotOptions,
  {title, summary, not, conclude = summary, asks = [], key, table}: ChartText,
): HTMLElement {
  const plot = Plot.plot({
    ...options,
    ariaLabel: title ?? summary,
    ariaDescription: summary,
    title: undefined,
    caption: undefined,
    figure: false,
  });
  for (const style of plot.querySelectorAll("style")) style.remove();
  plot.setAttribute("role", "img");
  // The parts of a picture that is described as a whole are no parts to be read out.
  for (const part of plot.querySelectorAll("[aria-label]")) part.removeAttribute("aria-label");
  plot.setAttribute("aria-label", summary);
  return html`<figure class="chart">
    ${title ? html`<figcaption>${title}</figcaption>` : null}${Reading(conclude, not, asks)}${plot}${key}${table ? Numbers(table) : null}
  </figure>`;
}

function Numbers({header, rows}: NonNullable<ChartText["table"]>): HTMLElement {
  return html`<details class="numbers">
    <summary>${say("chart_table")}</summary>
    <table>
      <thead>
        <tr>
          ${header.map((text) => html`<th scope="col">${text}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </details>`;
}

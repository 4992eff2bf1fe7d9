import * as Plot from "@observablehq/plot";
import {html} from "htl";
import {Fit} from "./fit.js";
import {GRAMMAR} from "../words/grammar.js";
import {Reading} from "../explain/reading.js";
import {Take} from "../picture/take.js";
import type {Ask} from "../explain/told.js";
import {make} from "../base/make.js";
import {say} from "../words/words.js";

export interface ChartText {
  /** States the finding, not the axes. */
  title?: string;
  /** What a sighted reader would conclude, in a sentence. */
  summary: string;
  /** What not to conclude. */
  not: string;
  /** What to conclude, where it does not stand in the text around; the summary if left out. */
  conclude?: string;
  /** What to conclude, where it stands in the text around: a picture takes it along. */
  found?: string;
  /** The questions about the numbers that it concludes with. */
  asks?: readonly Ask[];
  /** What a shade stands for, below the picture, where no line can cross it. */
  key?: Node | null;
  /** The numbers behind the picture. */
  table?: {header: readonly string[]; rows: readonly (readonly (string | number | Node)[])[]};
}

/**
 * A chart by Plot with what everybody needs who cannot see it: a summary and its numbers. It is drawn as wide as its place, so that its
 * letters have their own size on every screen.
 * @param drawAt the options for a width in pixels, of which `widest` is the largest
 */
export function Chart(
  drawAt: (width: number) => Plot.PlotOptions,
  {title, summary, not, found = "", conclude = found ? "" : summary, asks = [], key, table}: ChartText,
  {widest = 720} = {},
): HTMLElement {
  const figure = html`<figure class="chart">
    ${title ? html`<figcaption>${title}</figcaption>` : null}${Reading(conclude, not, asks)}${Fit(
      (width) => Picture({...drawAt(width), width}, title ?? summary, summary),
      {widest},
    )}${key}${table ? Numbers(table) : null}
  </figure>`;
  return Take(figure, title, found);
}

/** Plot's own style element is taken out, since the site must work where styles come from files alone; charts.css has the same rules. */
function Picture(options: Plot.PlotOptions, label: string, summary: string): Element {
  const plot = Plot.plot({
    ...options,
    ariaLabel: label,
    ariaDescription: summary,
    title: undefined,
    caption: undefined,
    figure: false,
  });
  for (const style of plot.querySelectorAll("style")) style.remove();
  plot.setAttribute("role", "img");
  nameMonths(plot);
  // The parts of a picture that is described as a whole are no parts to be read out.
  for (const part of plot.querySelectorAll("[aria-label]")) part.removeAttribute("aria-label");
  plot.setAttribute("aria-label", summary);
  return plot;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Plot writes the months of an axis in English; a site in another language has its own. */
function nameMonths(plot: Element): void {
  if (GRAMMAR.language === "en") return;
  const month = new Intl.DateTimeFormat(GRAMMAR.locale, {month: "short", timeZone: "UTC"});
  for (const label of plot.querySelectorAll('[aria-label="x-axis tick label"] tspan, [aria-label="x-axis tick label"] text')) {
    if (label.childElementCount > 0) continue;
    label.textContent = (label.textContent ?? "").replace(new RegExp(`^(${MONTHS.join("|")})\\b`), (name) =>
      month.format(Date.UTC(2000, MONTHS.indexOf(name), 1)),
    );
  }
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
        ${rows.map((row) => make("tr", {}, ...row.map((cell) => make("td", {}, cell))))}
      </tbody>
    </table>
  </details>`;
}

import {html} from "htl";
import type {Asked} from "../explain/explain-panel.js";
import {addEntries} from "../explain/explain-plain.js";
import {Explained} from "../explain/explained.js";
import {formatCount, formatShare} from "../base/format.js";
import {Reading} from "../explain/reading.js";
import {tellRounded} from "../base/rounded.js";
import {Take} from "../picture/take.js";
import {say} from "../words/words.js";

export interface Bar {
  label: string;
  count: number;
  href?: string;
  hint?: string;
  /** The question about its count. */
  ask?: () => Asked;
}

/** Things by how often they occur, longest first unless told: a bar, its count, and its share of all. */
export function BarList(
  bars: readonly Bar[],
  {
    caption,
    total = bars.reduce((sum, {count}) => sum + count, 0),
    sorted = true,
    ask: askAll,
  }: {caption: string; total?: number; sorted?: boolean; ask?: () => Asked},
): HTMLElement {
  const most = Math.max(1, ...bars.map(({count}) => count));
  const ordered = sorted ? [...bars].sort((a, b) => b.count - a.count) : bars;
  const top = [...bars].sort((a, b) => b.count - a.count)[0];
  const conclude = top?.count
    ? say("read_bars", {label: top.label, count: formatCount(top.count), n: formatCount(total)})
    : say("read_bars_none");
  const counts = bars.map(({count}) => count);
  const isWhole = counts.reduce((sum, count) => sum + count, 0) === total;
  const not = [say("read_bars_not"), isWhole ? tellRounded(counts) : ""].filter(Boolean).join(" ");
  const figure = html`<div>
    ${Reading(conclude, not, [top && askBar(top, total), askAll])}
    <table class="bars">
      <caption class="unseen">
        ${caption}
      </caption>
      <tbody>
        ${ordered.map((bar) => {
          const {label, count, href, hint} = bar;
          const ask = askBar(bar, total);
          return html`<tr title=${hint ?? ""}>
            <th scope="row">${href ? html`<a href=${href}>${label}</a>` : label}</th>
            <td class="bar">${count ? html`<span ${{style: {width: `${(count / most) * 100}%`}}}></span>` : null}</td>
            <td class="right">${ask ? Explained(formatCount(count), ask) : formatCount(count)}</td>
            <td class="right muted">${formatShare(total ? count / total : null, total)}</td>
          </tr>`;
        })}
      </tbody>
    </table>
  </div>`;
  return Take(figure, caption);
}

/** The question about a bar: its own, with the share that it is of all bars. */
function askBar({ask, count}: Bar, total: number): (() => Asked) | undefined {
  const share = say("bar_share_of", {share: formatShare(total ? count / total : null, total), n: formatCount(total)});
  return ask && (() => addEntries(ask(), [say("bar_share"), share]));
}

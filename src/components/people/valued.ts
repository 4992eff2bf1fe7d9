import {html} from "htl";
import type {Manifest, SdrData} from "../../../pipeline/contract/datasets.js";
import {BarList} from "../chart/bar-list.js";
import {formatCount} from "../base/format.js";
import {askValued, askValuing} from "../explain/explain-answers.js";
import {nameContext} from "../base/name-context.js";
import {Sentence} from "../explain/told.js";
import {say} from "../words/words.js";

/** What AEs named as the most valuable context, most often named first, as shares of the answers that name any. */
export function Valued(
  {valued, valued_answers: n, slug}: Pick<SdrData, "valued" | "valued_answers" | "slug">,
  manifest: Manifest,
): HTMLElement {
  if (!valued.length) return html`<p class="muted">${say("valued_none")}</p>`;
  const ask = () => askValuing(n, manifest, {of: "sdr", slug});
  if (n < manifest.min_n) return html`<p class="muted">${Sentence(say("valued_few", {n}), [ask])}</p>`;
  return html`<div>
    <p class="muted small">${Sentence(say("valued_of", {n: formatCount(n)}), [ask])}</p>
    ${BarList(
      valued.map(({context, count}) => ({
        label: nameContext(context),
        count,
        ask: () => askValued({context, count, answers: n, place: {of: "sdr", slug}}, manifest),
      })),
      {caption: say("valued"), total: n},
    )}
  </div>`;
}

import {html} from "htl";
import type {Manifest, StandOut} from "../../pipeline/contract/datasets.js";
import {addressOf} from "./address.js";
import {askField} from "./explain-fields.js";
import type {Asked} from "./explain-panel.js";
import {Explained} from "./explained.js";
import {formatCount, formatInterval, formatShare} from "./format.js";
import {say} from "./words.js";

/** What a manager may talk about this week, a sentence each, about a field of the brief; or that nothing stands out. */
export function StandOuts(list: readonly StandOut[], manifest: Manifest): HTMLElement {
  if (!list.length) return html`<p>${say("stand_outs_none")}</p>`;
  return html`<ul class="lines">
    ${list.map(
      (line) =>
        html`<li>
          <a href=${addressOf("sdr", {sdr: line.slug})}>${line.name}</a>: ${describeStandOut(line, manifest)}
          ${Explained(say("explain"), () => ask(line, manifest))}
        </li>`,
    )}
  </ul>`;
}

function ask({slug, name, field, filled, judged}: StandOut, manifest: Manifest): Asked {
  const label = manifest.brief_fields.find((info) => info.field === field)?.label ?? field;
  const span = {period: "trailing_90d", period_start: ""} as const;
  return askField(
    {field, label},
    {place: {of: "sdr", slug}, whose: name, counts: {part: filled, judged}, what: "filled", span},
    manifest,
  );
}

export function describeStandOut(
  {field, filled, judged, lower, upper, rest_filled, rest_judged}: StandOut,
  {brief_fields}: Pick<Manifest, "brief_fields">,
): string {
  return say("stand_out", {
    field: brief_fields.find((info) => info.field === field)?.label ?? field,
    share: formatShare(filled / judged, judged),
    interval: formatInterval({lower, upper}, {unit: "share"}, {n: judged}),
    n: formatCount(judged),
    rest: formatShare(rest_filled / rest_judged, rest_judged),
  });
}

import {html} from "htl";
import type {Loss, Manifest} from "../../../pipeline/contract/datasets.js";
import {askLoss, askLosses, askOwner} from "../explain/explain-answers.js";
import type {Asked} from "../explain/explain-panel.js";
import {Explained} from "../explain/explained.js";
import {formatCount, formatShare} from "../base/format.js";
import {groupCauses} from "../explain/group-causes.js";
import {Reading} from "../explain/reading.js";
import {Sentence} from "../explain/told.js";
import {tellRounded} from "../base/rounded.js";
import {Take} from "../picture/take.js";
import {say} from "../words/words.js";

/** Why handoffs stopped: by the first cause recorded, most frequent first; what the exports give as reason stands below on demand. */
export function LossList(losses: readonly Loss[], manifest: Manifest, {caption}: {caption: string}): HTMLElement | null {
  const causes = groupCauses(losses);
  if (!causes.length) return null;
  const total = causes.reduce((sum, {count}) => sum + count, 0);
  const most = causes[0]!;
  const unexplained = causes.find(({cause}) => cause === "not_explained");
  const figure = html`<div>
    ${Owners(losses, total, manifest)}
    <p class="conclude">
      ${Sentence(
        [
          say("losses_lead", {
            n: formatCount(total),
            cause: most.label,
            count: formatCount(most.count),
            share: formatShare(most.count / total, total),
          }),
          unexplained && unexplained !== most
            ? say("losses_unexplained", {share: formatShare(unexplained.count / total, total)})
            : "",
        ].join(" "),
        [
          () => askLosses(losses, total, manifest),
          () => askLoss(most, total, manifest),
          unexplained && unexplained !== most && (() => askLoss(unexplained, total, manifest)),
        ],
      )}
    </p>
    ${Reading("", [say("read_losses_not"), tellRounded(causes.map(({count}) => count))].filter(Boolean).join(" "))}
    <ol class="losses" aria-label=${caption}>
      ${causes.map(
        ({cause, label, count, reasons}) =>
          html`<li>
            ${Line(label, count, most.count, total, () => askLoss({cause, label, count}, total, manifest))}
            ${
              reasons.length
                ? html`<details>
                    <summary class="muted small shown">${say("losses_reasons", {n: reasons.length})}</summary>
                    <ol>
                      ${reasons.map(
                        (reason) =>
                          html`<li>
                            ${Line(reason.reason || say("no_reason"), reason.count, most.count, total, () => askLoss(reason, total, manifest))}
                          </li>`,
                      )}
                    </ol>
                  </details>`
                : null
            }
          </li>`,
      )}
    </ol>
  </div>`;
  return Take(figure, caption);
}

/** What each side can act on, and what most of it is; a loss is laid where it can be mended, which is no blame, as is said first. */
function Owners(losses: readonly Loss[], total: number, manifest: Manifest): HTMLElement {
  const owners = [...new Set(losses.map(({owner}) => owner))]
    .map((owner) => {
      const causes = groupCauses(losses.filter((loss) => loss.owner === owner));
      return {owner, causes, count: causes.reduce((sum, {count}) => sum + count, 0)};
    })
    .sort((a, b) => b.count - a.count);
  const asks = owners.map(
    ({owner}) =>
      () =>
        askOwner(owner, losses, total, manifest),
  );
  const list = owners.map(({owner, count, causes: [most, ...others]}) =>
    say(others.length ? "losses_owner_most" : "losses_owner", {
      owner: say(`owner_${owner}`),
      share: formatShare(count / total, total),
      n: formatCount(count),
      ...(others.length && {cause: most!.label, count: formatCount(most!.count)}),
    }),
  );
  return html`<p class="owners">${Sentence(say("losses_owners", {list: list.join("; ")}), asks)}</p>`;
}

function Line(label: string, count: number, most: number, total: number, ask: () => Asked): HTMLElement {
  return html`<div class="loss">
    <span>${label}</span><span class="bar"><span ${{style: {width: `${(count / most) * 100}%`}}}></span></span>
    <span class="right">${Explained(formatCount(count), ask)}</span
    ><span class="right muted">${formatShare(count / total, total)}</span>
  </div>`;
}

import {html} from "htl";
import type {BriefDocument, Manifest} from "../../../pipeline/contract/datasets.js";
import {Facts} from "./brief-cards.js";
import {LongText} from "../base/long-text.js";
import {RecordLink} from "../frame/record-link.js";
import {say} from "../words/words.js";
import type {WordKey} from "../words/words.js";

/** Which territory the account lies in, whether the handoff went where the rule says, and the AE's accounts nearby. */
export function Territory({routing, related = []}: BriefDocument, manifest: Manifest): HTMLElement | null {
  if (!routing && !related.length) return null;
  // Whom the rule names is told to those who may know.
  const isUnnamed = routing?.verdict === "broken" && !routing.expected_ae;
  const verdict =
    routing &&
    (isUnnamed
      ? say("routing_broken_plain")
      : say(`routing_${routing.verdict}` as WordKey, {ae: routing.expected_ae ?? say("unnamed")}));
  const reason = routing?.verdict === "no_rule" && routing.reason && say(`no_rule_${routing.reason}` as WordKey);
  return html`<div>
    ${routing ? html`<p>${[verdict, reason && say("routing_because", {reason})].filter(Boolean).join(" ")}</p>` : null}
    ${Facts([
      [say("routing"), [routing?.territory, routing?.rule].filter(Boolean).join(": ")],
      [say("context"), routing?.context && LongText(routing.context)],
      [
        say("related"),
        related.length > 0 &&
          html`<ul class="related">
            ${related.map(
              ({account_id, account, how, tie}) =>
                html`<li>
                  ${RecordLink("account", account_id ?? null, account, manifest)}
                  <span class="muted"
                    >${[how && say(`related_${how}` as WordKey), tie && say(`related_${tie}` as WordKey)].filter(Boolean).join(", ")}</span
                  >
                </li>`,
            )}
          </ul>`,
      ],
    ])}
  </div>`;
}

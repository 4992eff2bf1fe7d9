import {html} from "htl";
import type {MetricRow} from "../../../pipeline/contract/datasets.js";
import {describeHeld} from "../explain/judged.js";
import {say, startSentence} from "../words/words.js";

/** Beside a status that stands on few; what it means stands once below the table, and is read out with each. */
export function HeldMark(row: MetricRow | null): Node | null {
  const held = describeHeld(row);
  return held
    ? html`<span class="held" title=${startSentence(held)}
        ><span aria-hidden="true">${say("held_mark")}</span><span class="unseen">, ${held}</span></span
      >`
    : null;
}

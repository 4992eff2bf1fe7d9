import {html} from "htl";
import type {PracticesData} from "../../pipeline/contract/datasets.js";
import {formatCount, formatDecimal, formatMoney} from "./format.js";
import {say} from "./words.js";

/** A what-if in words, with its interval and what it does not say. */
export function Worth({handoffs, sqls, opportunities, amount, currency}: NonNullable<PracticesData["worth"]>): HTMLElement {
  const of = (extra: {value: number; lower: number; upper: number}, format: (value: number) => string) => ({
    value: format(extra.value),
    lower: format(extra.lower),
    upper: format(extra.upper),
  });
  const decimal = (value: number) => formatDecimal(value, Math.abs(value) < 10 ? 1 : 0);
  return html`<div>
    <p>${say("worth_lead", {n: formatCount(handoffs), ...of(sqls, decimal)})}</p>
    <p>
      ${opportunities ? say("worth_next", of(opportunities, decimal)) : null}
      ${
        amount
          ? say(
              "worth_amount",
              of(amount, (value) => formatMoney(value, currency)),
            )
          : null
      }
    </p>
    <p class="muted">${say("worth_not")}</p>
  </div>`;
}

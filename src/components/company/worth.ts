import {html} from "htl";
import type {Manifest, PracticesData} from "../../../pipeline/contract/datasets.js";
import {askCount} from "../explain/explain-count.js";
import {askPlain} from "../explain/explain-plain.js";
import {formatCount, formatDecimal, formatMoney} from "../base/format.js";
import {Sentence} from "../explain/told.js";
import {say} from "../words/words.js";

/** A what-if in words, with its interval and what it does not say. */
export function Worth(
  {handoffs, sqls, opportunities, amount, currency}: NonNullable<PracticesData["worth"]>,
  manifest: Manifest,
): HTMLElement {
  const of = (extra: {value: number; lower: number; upper: number}, format: (value: number) => string) => ({
    value: format(extra.value),
    lower: format(extra.lower),
    upper: format(extra.upper),
  });
  const decimal = (value: number) => formatDecimal(value, Math.abs(value) < 10 ? 1 : 0);
  const ask = () =>
    askCount(
      {
        title: say("worth"),
        meaning: say("worth_not"),
        part: say("count_worth_part"),
        numerator: handoffs,
        value: say("interval_of", of(sqls, decimal)),
        span: {period: "trailing_90d", period_start: ""},
        isMember: ({stages, fields}) =>
          stages.includes("h") && manifest.brief_fields.some(({required}, index) => required && /[ml]/.test(fields[index] ?? "")),
        counts: () => say("counts_missing"),
      },
      manifest,
    );
  const money = (value: number) => formatMoney(value, currency);
  const next = [
    opportunities ? say("worth_next", of(opportunities, decimal)) : "",
    amount ? say("worth_amount", of(amount, money)) : "",
  ];
  const askNext = (title: string, value: string, formula: string) =>
    askPlain({title, value, meaning: say("worth_not"), formula, entries: [[say("worth_of"), say("interval_of", of(sqls, decimal))]], behind: ask()}, manifest); // prettier-ignore
  const askOpportunities = () =>
    askNext(say("worth_opportunities"), say("interval_of", of(opportunities!, decimal)), say("worth_opportunities_formula"));
  const askAmount = () => askNext(say("worth_pipeline"), say("interval_of", of(amount!, money)), say("worth_pipeline_formula"));
  return html`<div>
    <p>${Sentence(say("worth_lead", {n: formatCount(handoffs), ...of(sqls, decimal)}), [ask])}</p>
    <p>${Sentence(next.join(" "), [opportunities && askOpportunities, amount && askAmount])}</p>
    <p class="muted">${say("worth_not")}</p>
  </div>`;
}

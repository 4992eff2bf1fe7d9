import {html} from "htl";
import type {Manifest, MetricInfo} from "../../../pipeline/contract/datasets.js";
import {addressOf} from "../frame/address.js";
import {formatMetric} from "../base/format.js";
import {GRAMMAR} from "../words/grammar.js";
import {followNamed} from "../frame/named.js";
import {TERMS} from "../words/terms.js";
import type {Term} from "../words/terms.js";
import {say, WORDS} from "../words/words.js";
import type {WordKey} from "../words/words.js";

/** Along the way of a handoff; a group of the company's own comes after. */
const GROUPS = ["meetings", "conversion", "feedback", "documentation", "speed", "pipeline"];

/** Every metric with its meaning and formula, in groups, and the words of the trade; each at an address of its own. */
export function Glossary({metrics, absent_metrics, targets_confirmed}: Manifest): HTMLElement {
  const groups = [...new Set([...GROUPS, ...metrics.map(({group}) => group)])].filter((group) =>
    metrics.some((metric) => metric.group === group),
  );
  const absent = new Map(absent_metrics.map(({metric, why}) => [metric, why]));
  const node = html`<div>
    <p class="finding">${say("glossary_lead")}</p>
    ${groups.map(
      (group) =>
        html`<section>
          <h2 id=${`group-${group}`}>${nameGroup(group)}</h2>
          <dl class="glossary">
            ${metrics.filter((metric) => metric.group === group).map((metric) => Entry(metric, absent.get(metric.name), targets_confirmed))}
          </dl>
        </section>`,
    )}
    <section>
      <h2 id="words">${say("glossary_terms")}</h2>
      <dl class="glossary">
        ${[...TERMS].sort((a, b) => a.name.localeCompare(b.name, GRAMMAR.locale)).map((term) => TermEntry(term, metrics))}
      </dl>
    </section>
  </div>`;
  return followNamed(node);
}

function Entry(metric: MetricInfo, why: string | undefined, isConfirmed: boolean): HTMLElement {
  const {name, label, meaning, formula, window, dated_by, counted, target} = metric;
  const details = [
    `${say("counts")} ${counted}`,
    window && `${say("glossary_window")}: ${window}`,
    dated_by && `${say("dated_by")}: ${dated_by}`,
    target !== null && isConfirmed && say("glossary_target", {target: formatMetric(target, metric)}),
  ];
  return html`<div id=${name}>
    <dt>${label}</dt>
    <dd>
      ${meaning}
      <p class="muted">${formula}</p>
      <p class="muted">${details.filter(Boolean).join(" · ")}</p>
      ${why ? html`<p class="muted">${say("absent_here")}: ${why}</p>` : null}
    </dd>
  </div>`;
}

function TermEntry({id, name, meaning, metric}: Term, metrics: readonly MetricInfo[]): HTMLElement {
  const info = metrics.find((candidate) => candidate.name === metric);
  return html`<div id=${`word-${id}`}>
    <dt>${name}</dt>
    <dd>${meaning}${info ? html` <a href=${`${addressOf("glossary")}#${info.name}`}>${info.label}</a>` : null}</dd>
  </div>`;
}

function nameGroup(group: string): string {
  const key = `group_${group}`;
  return key in WORDS ? say(key as WordKey) : group;
}

import {html} from "htl";
import type {CaseInPoint, Manifest} from "../../../pipeline/contract/datasets.js";
import {keepSafeLink} from "../frame/address.js";
import {BriefLink} from "../frame/brief-link.js";
import {formatDay} from "../base/format.js";
import {tellResult} from "../people/handoff-result.js";
import {nameAnswer} from "../people/handoff-rows.js";
import {MarkedText} from "../base/marked-text.js";
import {say} from "../words/words.js";

/** Handoffs to talk about, side by side: the brief's field, the AE's words, what became of it, the recording; each leads to its brief. */
export function CasesInPoint(cases: readonly CaseInPoint[], manifest: Pick<Manifest, "timezone">): HTMLElement {
  if (!cases.length) return html`<p class="muted">${say("cases_none")}</p>`;
  return html`<div class="cases">${cases.map((each) => Case(each, manifest))}</div>`;
}

function Case(each: CaseInPoint, {timezone: zone}: Pick<Manifest, "timezone">): HTMLElement {
  const {kind, handoff_id, account, ae, meeting_at, brief, missing, helpful, outcome, call_url} = each;
  const call = call_url ? keepSafeLink(call_url) : undefined;
  const result = [say(`outcome_${outcome}`), tellResult(each)].filter(Boolean).join(", ");
  const words = [["was_missing", missing], ["was_helpful", helpful]] as const; // prettier-ignore
  const said = words.flatMap(([key, text]) => (text === null ? [] : [{key, text}]));
  return html`<section class="case">
    <h3>${say(`case_${kind}`)}</h3>
    <p>
      ${BriefLink(handoff_id, account ?? say("unnamed"))}
      <span class="sub">${[formatDay(meeting_at, {zone, year: true}), ae ?? say("unnamed")].join(", ")}</span>
    </p>
    <dl class="facts">
      ${
        brief
          ? html`<div>
              <dt>${say("case_brief")}: ${brief.label}</dt>
              <dd>
                ${brief.text === null ? html`<span class="muted">${say("case_brief_none")}</span>` : MarkedText(brief.text, [])}
              </dd>
            </div>`
          : null
      }
      <div>
        <dt>${say("case_ae")}</dt>
        <dd>
          ${said.length ? said.map(({key, text}) => html`<span class="words"><span class="muted">${say(key)}:</span> ${MarkedText(text, [])}</span> `) : html`<span class="muted">${say("case_ae_none")}</span>`}
          <span class="sub">${nameAnswer(each)}</span>
        </dd>
      </div>
      <div>
        <dt>${say("case_outcome")}</dt>
        <dd>${result}</dd>
      </div>
      ${
        call
          ? html`<div>
              <dt>${say("case_call")}</dt>
              <dd><a href=${call}>${new URL(call).host}</a></dd>
            </div>`
          : null
      }
    </dl>
  </section>`;
}

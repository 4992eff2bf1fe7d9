import {html} from "htl";
import type {Manifest} from "../../../pipeline/contract/datasets.js";
import {say} from "../words/words.js";
import type {WordKey} from "../words/words.js";

/** What is measured, why, who sees it, how long, and what one can ask for, by the settings of the last build. */
export function NoticePage({company, is_team_only, protection}: Manifest): HTMLElement {
  const n = protection.min_people;
  const readers: [reader: WordKey, sees: WordKey][] = [
    ["notice_sdr", "notice_sdr_sees"],
    ["notice_ae", "notice_ae_sees"],
    ["notice_team", "notice_team_sees"],
    ["notice_ae_team", "notice_ae_team_sees"],
    ["notice_exec", protection.exec_sees_people ? "notice_exec_people" : "notice_exec_sees"],
    ["notice_revops", "notice_revops_sees"],
  ];
  const settings = [
    is_team_only ? say("notice_team_only") : null,
    protection.is_pseudonymised ? say("notice_pseudonyms") : null,
    say("notice_small", {n}),
    say(protection.contact_details ? "notice_contacts_on" : "notice_contacts_off"),
    say(protection.has_exemplars ? "notice_exemplars_some" : "notice_exemplars_none"),
  ];
  return html`<div class="prose">
    <p class="finding">${say("notice_lead")}</p>
    <p class="muted">${say("notice_company", {company})}</p>
    ${Section("notice_what", ["notice_what_1", "notice_what_2", "notice_what_3"])}
    ${Section("notice_why", ["notice_why_1", "notice_why_2", "notice_why_3"])}
    <section>
      <h2>${say("notice_who")}</h2>
      <p class="muted">${say("notice_who_hint")}</p>
      <dl class="glossary">
        ${readers.map(
          ([reader, sees]) =>
            html`<div>
              <dt>${say(reader)}</dt>
              <dd>${say(sees, {n})}</dd>
            </div>`,
        )}
      </dl>
      <ul class="lines">
        ${settings.filter((line) => line !== null).map((line) => html`<li>${line}</li>`)}
      </ul>
    </section>
    ${Section("notice_long", ["notice_long_1", protection.retention_months ? "notice_retention" : "notice_retention_off", "notice_long_2"], {n: protection.retention_months ?? 0})}
    ${Section("notice_rights", ["notice_rights_1", "notice_rights_2", "notice_rights_3", "notice_rights_ask"])}
  </div>`;
}

const Section = (title: WordKey, texts: readonly WordKey[], values: Record<string, number> = {}): HTMLElement =>
  html`<section>
    <h2>${say(title)}</h2>
    ${texts.map((text) => html`<p>${say(text, values)}</p>`)}
  </section>`;

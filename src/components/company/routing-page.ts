import {html} from "htl";
import type {Manifest, RoutingData} from "../../../pipeline/contract/datasets.js";
import {BrokenBySdr, BrokenRules} from "./broken-rules.js";
import {Bursts, OverdueDecisions, Rejections} from "./decision-tables.js";
import {askLapsed, askOverdue} from "../explain/explain-outcome.js";
import {askBalance, askBulk, askNoRule} from "../explain/explain-routing.js";
import {Finding} from "../base/finding.js";
import {formatCount, formatShare} from "../base/format.js";
import {askHeadline, describeHeadline} from "./lead.js";
import {MetricTable} from "../table/metric-table.js";
import {Missing, Note} from "../base/missing.js";
import {BalanceTable, findUneven, HandsTable, LoadTable} from "./routing-tables.js";
import {Section} from "../frame/section.js";
import {Sentence} from "../explain/told.js";
import {say, WORDS} from "../words/words.js";
import type {WordKey} from "../words/words.js";

/** Routing: whether handoffs went to the AE whom the rules name, how evenly and how fast, and what AEs decided about them. */
export function RoutingPage(data: RoutingData, manifest: Manifest): HTMLElement {
  const {verdicts, headlines, has_rules: hasRules, decisions, load, reassignments} = data;
  if (verdicts.kept + verdicts.broken + verdicts.no_rule === 0) return Missing(manifest, {entity: "handoffs"});
  const needs = "territories";
  return html`<div>
    ${Lead(data, manifest)} ${hasRules ? null : Note(say("missing"), [say("routing_no_rules")])}
    ${headlines.length ? Section(say("routing_numbers"), manifest, () => MetricTable(headlines, manifest)) : null}
    ${hasRules ? Section(say("balance"), manifest, () => BalanceTable(data.balance, manifest), {needs, hint: say("balance_hint")}) : null}
    ${hasRules ? Section(say("broken_rules"), manifest, () => BrokenRules(data, manifest), {needs}) : null}
    ${data.broken_by_sdr.length ? Section(say("broken_by"), manifest, () => BrokenBySdr(data, manifest), {hint: say("broken_by_hint")}) : null}
    ${Section(say("overdue_decisions"), manifest, () => OverdueDecisions(decisions, manifest))}
    <div class="columns">
      ${Section(say("bulk"), manifest, () => Bursts(decisions, manifest), {hint: decisions.auto_accepted ? say("bulk_hint") : ""})}
      ${Section(say("rejections"), manifest, () => Rejections(decisions, manifest))}
    </div>
    ${Section(say("load"), manifest, () => LoadTable(load, manifest), {hint: say("load_hint"), needs: "handoffs"})}
    ${Section(say("reassigned_aes"), manifest, () => HandsTable(reassignments, manifest))}
  </div>`;
}

function Lead({headlines, verdicts, no_rule, balance, has_rules, decisions}: RoutingData, manifest: Manifest): HTMLElement {
  const kept = headlines.find(({metric}) => metric === "routing_kept_rate");
  const uneven = findUneven(balance);
  const {accepted, auto_accepted: auto, overdue, lapsed, asked_weeks: weeks} = decisions;
  const reasons = no_rule.map(({reason, count}) => say("routing_none_item", {reason: nameReason(reason), n: formatCount(count)}));
  return Finding(
    Sentence(describeHeadline(kept, manifest, {key: "routing_lead", withTarget: "routing_lead_target"}), [
      askHeadline(kept, manifest),
    ]),
    uneven
      ? Sentence(
          say("routing_uneven", {
            territory: uneven.territory,
            got: formatShare(uneven.share_got, uneven.chances),
            due: formatShare(uneven.share_due, uneven.chances),
            n: formatCount(uneven.chances),
          }),
          [() => askBalance(uneven, manifest), () => askBalance(uneven, manifest, {isDue: true})],
        )
      : balance.some(({reading}) => reading === "even") && say("routing_even"),
    overdue > 0 && Sentence(say("routing_overdue", {n: formatCount(overdue)}), [() => askOverdue(overdue, manifest)]),
    lapsed > 0 && Sentence(say("routing_lapsed", {n: formatCount(lapsed), weeks}), [() => askLapsed(lapsed, weeks, manifest)]),
    auto > 0 &&
      Sentence(
        say("routing_bulk", {n: formatCount(accepted), count: formatCount(auto), share: formatShare(auto / accepted, accepted)}),
        [() => askBulk(decisions, manifest)],
      ),
    has_rules &&
      verdicts.no_rule > 0 &&
      Sentence(say("routing_none", {n: formatCount(verdicts.no_rule), list: reasons.join(", ")}), [
        () => askNoRule(no_rule, nameReason, manifest),
      ]),
  );
}

function nameReason(reason: string): string {
  const key = `no_rule_${reason}`;
  return key in WORDS ? say(key as WordKey) : reason.replaceAll("_", " ");
}

import type {FairnessData, LeadingLine, Manifest, VerdictNumbers} from "../../../pipeline/contract/datasets.js";
import {listOwnCases} from "./explain-behaviour.js";
import type {FocusPlace} from "./explain-focus.js";
import type {Asked} from "./explain-panel.js";
import {listVerdictCases} from "./explain-verdict.js";
import {addEntries, askPlain} from "./explain-plain.js";
import {formatCount, formatDay, formatInterval, formatShare, formatShareOf} from "../base/format.js";
import {say} from "../words/words.js";

/** The question about what became of something agreed: how often before, and since. */
export function askVerdict(verdict: VerdictNumbers, place: FocusPlace): Asked {
  const {label, agreed_on, before_done, before_n, after_done, after_n} = verdict;
  const share = (done: number, n: number) => (n ? `${formatShareOf(done, n)} (${formatCount(done)})` : "");
  const asked = askPlain(
    {
      title: label,
      value: before_n && after_n ? say("verdict_value", {before: formatShareOf(before_done, before_n), after: formatShareOf(after_done, after_n)}) : formatDay(agreed_on, {year: true}),
      meaning: say("verdict_meaning"),
      formula: say("run_formula_rate"),
      entries: [
        [say("verdict_agreed"), formatDay(agreed_on, {year: true})],
        [say("verdict_before"), share(before_done, before_n)],
        [say("verdict_after"), share(after_done, after_n)],
      ],
    },
    place.manifest,
  ); // prettier-ignore
  return {...asked, list: () => listVerdictCases(verdict, place)};
}

/** The question about a leading behaviour of a 1:1 sheet, with its cases. */
export function askLeading(line: LeadingLine, place: FocusPlace): Asked {
  const {eligible: n, done, value, lower, upper, others, left_out} = line;
  const {manifest, name} = place;
  const title = say("focus_question", {label: line.label, name});
  const share = `${formatShare(value, n)} (${formatInterval({lower, upper}, {unit: "share"}, {n})})`;
  const asked = askPlain(
    {
      title,
      value: n < manifest.min_n ? say("status_too_few") : share,
      meaning: say("leading_meaning"),
      formula: say("leading_formula"),
      entries: [
        [say("numerator"), formatCount(done)],
        [say("denominator"), formatCount(n)],
        [say("leading_left_out_entry"), left_out ? say("leading_left_out_why", {n: formatCount(left_out)}) : ""],
      ],
    },
    manifest,
  );
  const all = others
    ? addEntries(asked, [say("all_others"), say("leading_others", {share: formatShare(others.done / others.eligible, n), n: formatCount(others.eligible), people: others.people})]) // prettier-ignore
    : asked;
  return {...all, ...listOwnCases(line, place)};
}

/** The question about which AEs took the handoffs. */
export function askTakers({aes, held}: FairnessData, manifest: Manifest): Asked {
  return askPlain(
    {
      title: say("takers_title"),
      value: formatCount(held),
      meaning: say("takers_meaning"),
      formula: say("takers_formula"),
      entries: [
        [say("takers_aes"), formatCount(aes.length)],
        ...aes.map(({name, handoffs}) => [name, say("takers_line", {share: formatShare(handoffs / held, held), n: formatCount(handoffs)})] as const),
      ],
    },
    manifest,
  ); // prettier-ignore
}

/** The question about how many handoffs were answered and rated. */
export function askUnanswered({held, answered, rated}: FairnessData, manifest: Manifest): Asked {
  return askPlain(
    {
      title: say("unanswered_title"),
      value: say("of_n", {part: formatCount(held - answered), n: formatCount(held)}),
      meaning: say("unanswered_meaning"),
      entries: [
        [say("takers_title"), formatCount(held)],
        [say("unanswered_answered"), formatCount(answered)],
        [say("unanswered_rated"), formatCount(rated)],
        [say("unanswered_unrated"), formatCount(held - rated)],
      ],
    },
    manifest,
  );
}

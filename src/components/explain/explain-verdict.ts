import type {FocusCases, VerdictNumbers} from "../../../pipeline/contract/datasets.js";
import {NoList} from "./explain.js";
import type {FocusPlace} from "./explain-focus.js";
import {RecordList} from "./fact-list.js";
import {byNewest, loadHandoffFacts} from "./facts.js";
import {formatCount} from "../base/format.js";
import {loadDocument} from "../frame/load.js";
import {say} from "../words/words.js";

/** The handoffs before and after something was agreed, each with whether it was done. */
export async function listVerdictCases({behaviour, agreed_on, before_n, after_n}: VerdictNumbers, {slug, manifest}: FocusPlace): Promise<Node> {
  const [cases, facts] = await Promise.all([
    loadDocument<FocusCases>(`focus-cases/${encodeURIComponent(slug)}.json`),
    loadHandoffFacts({of: "sdr", slug}),
  ]);
  if (cases.state !== "ready") return NoList(cases.state, "", manifest);
  if (facts.state !== "ready") return NoList(facts.state, "", manifest);
  const factOf = new Map(facts.data.map((fact) => [fact.record_id, fact]));
  const records = cases.data.verdicts
    .filter((part) => part.behaviour === behaviour && part.agreed_on === agreed_on)
    .flatMap(({is_after, is_done, ids}) =>
      ids.flatMap((id) => {
        const fact = factOf.get(id);
        return fact ? [{...fact, is_after, is_done}] : [];
      }),
    )
    .sort(byNewest);
  const n = before_n + after_n;
  return RecordList(records, {
    manifest,
    record: "handoff",
    counts: ({is_after, is_done}) =>
      say("verdict_case", {when: say(is_after ? "verdict_when_after" : "verdict_when_before"), done: say(is_done ? "focus_counts_yes" : "focus_counts_no")}),
    caption: say("records"),
    file: `${slug}-${behaviour}-${agreed_on}`,
    total: n,
    partly: say("list_cases", {shown: formatCount(records.length), n: formatCount(n)}),
    command: "",
  });
} // prettier-ignore

import {html} from "htl";
import type {Extra, Manifest, PracticesData} from "../../../pipeline/contract/datasets.js";
import {DataTable} from "../table/data-table.js";
import {DotInterval} from "../chart/dot-interval.js";
import {OnCommandLine} from "../explain/explain.js";
import {askCount} from "../explain/explain-count.js";
import type {Asked} from "../explain/explain-panel.js";
import {askPlain} from "../explain/explain-plain.js";
import {Explained} from "../explain/explained.js";
import {formatCount, formatDecimal, formatShare} from "../base/format.js";
import {makePlainRow} from "../table/plain-row.js";
import {Reading} from "../explain/reading.js";
import {Take} from "../picture/take.js";
import {Sentence} from "../explain/told.js";
import {say, startSentence} from "../words/words.js";

/** No page lists leads by their score. */
const listLeads = (manifest: Manifest) => () =>
  Promise.resolve(OnCommandLine("npm run baton -- explain lead_qualification_rate --period all", manifest));

/** The question about how well the score orders leads. */
function askConcordance({value, lower, upper}: Extra, fifths: readonly Fifth[], manifest: Manifest): Asked {
  const sum = (count: (fifth: Fifth) => number) => fifths.reduce((total, fifth) => total + count(fifth), 0);
  const [n, qualified] = [sum((fifth) => fifth.n), sum((fifth) => fifth.qualified)];
  const asked = askPlain(
    {
      title: say("concordance"),
      value: say("interval_of", {value: formatShare(value), lower: formatShare(lower), upper: formatShare(upper)}),
      meaning: say("concordance_meaning"),
      formula: say("concordance_formula"),
      entries: [
        [startSentence(say("count_score_part")), formatCount(qualified)],
        [startSentence(say("concordance_others")), formatCount(n - qualified)],
        [say("concordance_chance"), formatShare(0.5)],
      ],
    },
    manifest,
  );
  return {...asked, list: listLeads(manifest)};
}

type Fifth = NonNullable<PracticesData["score"]>["fifths"][number];

/** Fifths of the leads by score, and whether a higher score means a better lead. */
export function LeadScore({fifths, concordance}: NonNullable<PracticesData["score"]>, manifest: Manifest): HTMLElement {
  const info = {unit: "share" as const, label: say("qualified"), counted: say("event_leads")};
  const row = ({value, lower, upper, n}: Fifth) => makePlainRow({denominator: n, value, lower, upper});
  const ask = ({lowest, highest, n, qualified}: Fifth) => ({
    ...askCount(
      {
        title: `${say("score_fifth")} ${say("score_range", {low: formatDecimal(lowest, 0), high: formatDecimal(highest, 0)})}`,
        meaning: say("count_score_meaning"),
        part: say("count_score_part"),
        whole: say("count_score_whole"),
        numerator: qualified,
        denominator: n,
        isMember: () => false,
        counts: () => "",
      },
      manifest,
    ),
    list: listLeads(manifest),
  });
  const domain = [0, Math.max(...fifths.map(({upper}) => upper))] as const;
  const figure = html`<div>
    ${
      concordance
        ? html`<p class="conclude">
            ${Sentence(
              [
                say("score_lead", {share: formatShare(concordance.value), lower: formatShare(concordance.lower), upper: formatShare(concordance.upper)}),
                concordance.lower > 0.5 ? say("score_yes") : say("score_no"),
              ].join(" "),
              [() => askConcordance(concordance, fifths, manifest)],
            )}
          </p>`
        : null
    }
    ${Reading(concordance ? "" : say("score_no"), say("read_score_not"))}
    ${DataTable(
      fifths,
      [
        {key: "score", label: say("score_fifth"), value: ({lowest}) => lowest, cell: ({lowest, highest}) => say("score_range", {low: formatDecimal(lowest, 0), high: formatDecimal(highest, 0)}), isName: true},
        {key: "n", label: say("leads"), value: ({n}) => n, cell: (fifth) => Explained(formatCount(fifth.n), () => ask(fifth)), align: "right"},
        {key: "qualified", label: say("qualified"), value: ({value}) => value, cell: (fifth) => html`<span class="mark-cell">${DotInterval(row(fifth), info, {domain, width: 140})}<span class="small">${Explained(formatShare(fifth.value, fifth.n), () => ask(fifth))}</span></span>`},
      ],
      {caption: say("score_title"), file: "lead-score", filter: false},
    )}
  </div>`; // prettier-ignore
  return Take(figure, say("score_title"));
}

import type {ChecklistData, Conversion, HandoffFact, Manifest} from "../../../pipeline/contract/datasets.js";
import {countsAs} from "./counts-as.js";
import {askCount} from "./explain-count.js";
import type {Asked} from "./explain-panel.js";
import {askPlain} from "./explain-plain.js";
import {formatDecimal, formatShare} from "../base/format.js";
import {say} from "../words/words.js";

type Comparison = NonNullable<ChecklistData["comparison"]>;

/** The question about how many of those on one side of a checklist became an SQL. */
export function askChecklistSide(
  title: string,
  {metric, numerator, denominator}: Conversion,
  isSide: (fact: HandoffFact) => boolean,
  manifest: Manifest,
): Asked {
  const info = manifest.metrics.find(({name}) => name === metric);
  return askCount(
    {
      title,
      meaning: [say("checklist_side_meaning"), info?.meaning].filter(Boolean).join(" "),
      part: info?.formula ?? "",
      whole: title,
      numerator,
      denominator,
      isMember: (fact) => fact.is_sql_known && isSide(fact),
      counts: ({stages}) => countsAs(stages.includes("s"), info?.yes, info?.no),
    },
    manifest,
  );
}

/** The question about the difference between the two sides. */
export function askChecklistDifference(
  {value, lower, upper}: NonNullable<Comparison["difference"]>,
  {all_met, others}: Comparison,
  manifest: Manifest,
): Asked {
  const points = (part: number) => formatDecimal(part * 100, 0);
  const side = ({value: share, denominator}: Conversion) =>
    say("share_of_n", {share: formatShare(share, denominator), n: denominator});
  return askPlain(
    {
      title: say("checklist_difference_title"),
      value: say("checklist_points", {points: points(value), lower: points(lower), upper: points(upper)}),
      meaning: say("practices_not"),
      formula: say("checklist_difference_formula"),
      entries: [
        [say("checklist_with"), side(all_met)],
        [say("checklist_without"), side(others)],
      ],
    },
    manifest,
  );
}

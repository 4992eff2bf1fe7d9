import type {Manifest, RatersData} from "../../../pipeline/contract/datasets.js";
import {askRow} from "./explain.js";
import type {Asked} from "./explain-panel.js";
import {formatSigned} from "../chart/difference-mark.js";
import {addEntries} from "./explain-plain.js";
import {formatCount, formatDecimal, formatRating, NOTHING} from "../base/format.js";
import {makePlainRow} from "../table/plain-row.js";
import {say} from "../words/words.js";

type Rater = RatersData["raters"][number];

/** The question about how an AE rates, with the ratings given; for RevOps alone. */
export function askRater(rater: Rater, what: "mean" | "severity" | "spread", manifest: Manifest): Asked {
  const {ae, slug, n, sdrs, mean, severity, lower, upper, spread} = rater;
  const metric = manifest.metrics.find(({name}) => name === "handoff_quality_score")!;
  const row = makePlainRow({metric: metric.name, scope: "ae", scope_id: ae, scope_name: ae, denominator: n, n, value: mean});
  const limit = (value: number | null) => (value === null ? NOTHING : formatSigned(value));
  const given = askRow(metric, row, manifest, {place: {of: "rater", slug: slug ?? ""}});
  const asked = addEntries(given, [say("rated_sdrs"), formatCount(sdrs)]);
  const value = {
    mean: formatRating(mean),
    severity: say("severity_of", {value: formatSigned(severity), lower: limit(lower), upper: limit(upper)}),
    spread: formatDecimal(spread),
  }[what];
  if (what === "mean") return {...asked, value};
  const meaning = say(what === "severity" ? "count_severity_meaning" : "count_spread_meaning");
  return {
    ...asked,
    value,
    entries: [[say("definition"), meaning], ...asked.entries.slice(2)],
  };
}

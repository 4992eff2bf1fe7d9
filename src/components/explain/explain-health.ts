import type {HealthData, Manifest} from "../../../pipeline/contract/datasets.js";
import {askCount} from "./explain-count.js";
import type {Asked} from "./explain-panel.js";
import {askPlain} from "./explain-plain.js";
import {formatCount} from "../base/format.js";
import {say} from "../words/words.js";
import type {WordKey} from "../words/words.js";

/** The question about a count of data health that is no number of handoffs: what was counted, and where the rows are. */
export function askData(
  {
    title,
    n,
    meaning,
    where,
    entries = [],
  }: {title: string; n: number; meaning: WordKey; where: string; entries?: Asked["entries"]},
  manifest: Manifest,
): Asked {
  return {...askPlain({title, value: formatCount(n), meaning: say(meaning), entries}, manifest), unlisted: where};
}

/** The question about how old an export is, of how many files it is, or how many rows were loaded from them. */
export const askSource = (title: string, n: number, what: "days" | "files" | "rows", manifest: Manifest): Asked =>
  askData({title, n, meaning: `source_${what}_meaning`, where: say("source_where")}, manifest);

/** The question about the past meetings of an SDR of which nobody said what became of them. */
export function askUnknown({sdr, count, of}: HealthData["unknown_outcomes"][number], manifest: Manifest): Asked {
  return askCount(
    {
      title: `${say("unknown_outcomes")}: ${sdr}`,
      meaning: say("unknown_meaning"),
      part: say("unknown_part"),
      whole: say("unknown_whole"),
      numerator: count,
      denominator: of,
      isMember: (fact) => fact.sdr === sdr && fact.outcome === "unknown",
      counts: ({outcome}) => say(`outcome_${outcome}` as WordKey),
      listed: count,
    },
    manifest,
  );
}

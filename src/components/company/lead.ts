import type {Headline, Manifest} from "../../../pipeline/contract/datasets.js";
import {askRow} from "../explain/explain.js";
import type {AskOptions} from "../explain/explain.js";
import {countMembers, formatCount, formatInterval, formatMetric, formatRow} from "../base/format.js";
import {namePeriod} from "./overview-lead.js";
import type {Ask} from "../explain/told.js";
import {say, startSentence} from "../words/words.js";
import type {WordKey} from "../words/words.js";

/** The question about what `describeHeadline` says; nothing where it says nothing. */
export function askHeadline(headline: Headline | undefined, manifest: Manifest, options: AskOptions = {}): Ask {
  const metric = manifest.metrics.find(({name}) => name === headline?.metric);
  const row = headline?.latest ?? headline?.trailing;
  return metric && row && (() => askRow(metric, row, manifest, options));
}

/**
 * A headline as a sentence, with interval, n and target; empty where no period holds enough.
 * @param key sentence of the catalogue; `withTarget` stands in where a confirmed target is known
 */
export function describeHeadline(
  headline: Headline | undefined,
  manifest: Pick<Manifest, "metrics" | "as_of" | "timezone">,
  {key, withTarget}: {key: WordKey; withTarget: WordKey},
): string {
  const metric = manifest.metrics.find(({name}) => name === headline?.metric);
  const row = headline?.latest ?? headline?.trailing;
  if (!metric || !row || row.value === null || row.maturity === "too_few") return "";
  const n = countMembers(row);
  return say(row.target === null ? key : withTarget, {
    when: startSentence(namePeriod(row, manifest)),
    share: formatRow(row, metric),
    interval: formatInterval(row, metric, {n, currency: row.currency}),
    n: formatCount(n),
    counted: metric.counted,
    window: metric.window,
    target: formatMetric(row.target, metric, {n}),
  });
}

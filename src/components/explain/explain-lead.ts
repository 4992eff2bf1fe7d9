import type {CompanyData, Headline, Manifest} from "../../../pipeline/contract/datasets.js";
import {askRow} from "./explain.js";
import type {Asked} from "./explain-panel.js";
import {askPlain} from "./explain-plain.js";
import {countMembers, formatCount, formatMetric, formatRow, formatShare} from "../base/format.js";
import {describeHeld, JUDGING} from "./judged.js";
import {makePlainRow} from "../table/plain-row.js";
import {nameStatus} from "../chart/status-mark.js";
import {say} from "../words/words.js";

type Lead = NonNullable<CompanyData["lead"]>;

/** The question about the meetings due and held that the overview opens with. */
export function askMet(lead: Lead, manifest: Manifest): Asked {
  const metric = manifest.metrics.find(({name}) => name === "show_rate")!;
  const {held, due, lower, upper, period, period_start} = lead;
  const value = due ? held / due : null;
  const row = makePlainRow({metric: metric.name, numerator: held, denominator: due, value, lower, upper, period, period_start});
  return askRow(metric, row, manifest);
}

/** The question about the show rate as it would be with every unknown outcome one way or the other. */
export function askShowBounds(
  {held, due, unknown}: Lead,
  {worst, best}: NonNullable<CompanyData["show_rate_bounds"]>,
  manifest: Manifest,
): Asked {
  const share = (value: number) => formatShare(value, due);
  const [n, all, more] = [held, due + unknown, held + unknown].map(formatCount);
  return askPlain(
    {
      title: say("bounds_title"),
      value: say("interval", {lower: share(worst), upper: share(best)}),
      meaning: say("bounds_meaning"),
      formula: say("bounds_formula", {worst: say("of_n", {part: n!, n: all!}), best: say("of_n", {part: more!, n: all!})}),
      entries: [[say("bounds_unknown"), formatCount(unknown)]],
    },
    manifest,
  );
}

/** The question about how many people there are of a role. */
export function askPeople(role: "sdrs" | "aes", count: number, manifest: Manifest): Asked {
  return askPlain({title: say(`people_${role}`), value: formatCount(count), meaning: say(`people_${role}_meaning`)}, manifest);
}

const MEETING: readonly string[] = ["exceeds", "on_track"];

/** Headlines with a target, as far as enough is known, and those of them that meet it. */
export function listJudged(headlines: readonly Headline[]): {judged: Headline[]; met: number} {
  const judged = headlines.filter(({latest}) => latest && JUDGING.includes(latest.status));
  return {judged, met: judged.filter(({latest}) => MEETING.includes(latest!.status)).length};
}

/** The question about how many numbers of a table meet their target: each with its value, target and status. */
export function askTargets(headlines: readonly Headline[], manifest: Manifest): Asked {
  const {judged, met} = listJudged(headlines);
  return askPlain(
    {
      title: say("targets_title"),
      value: say("of_n", {part: met, n: judged.length}),
      meaning: say("targets_meaning"),
      entries: judged.flatMap(({metric, latest}) => {
        const info = manifest.metrics.find(({name}) => name === metric);
        if (!info || !latest) return [];
        const target = formatMetric(latest.target, info, {n: countMembers(latest), currency: latest.currency});
        const held = describeHeld(latest);
        const words = {value: formatRow(latest, info), target, status: nameStatus(latest.status), held};
        return [[info.label, say(held ? "targets_line_held" : "targets_line", words)]] as const;
      }),
    },
    manifest,
  );
}

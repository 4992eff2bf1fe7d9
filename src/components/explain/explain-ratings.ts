import type {Manifest} from "../../../pipeline/contract/datasets.js";
import {askAnswers} from "./explain-answers.js";
import type {Asked} from "./explain-panel.js";
import {formatRating} from "../base/format.js";
import {say} from "../words/words.js";

/** From here on a rating is a good one. */
export const GOOD = 8;

/** The question about how many ratings are good ones. */
export function askGood(good: number, total: number, manifest: Manifest): Asked {
  return askAnswers(
    {
      title: say("count_good", {score: GOOD}),
      meaning: say("count_good_meaning", {score: GOOD}),
      part: say("count_good", {score: GOOD}),
      whole: say("count_ratings"),
      numerator: good,
      denominator: total,
      isMember: ({score}) => score > 0,
      isIt: ({score}) => Math.round(score) >= GOOD,
    },
    manifest,
  );
}

/** The question about the rating that half of all do not exceed. */
export function askMiddle(median: number, total: number, manifest: Manifest): Asked {
  const asked = askGood(0, total, manifest);
  const [, , , n, time] = asked.entries;
  return {
    title: say("count_middle"),
    value: String(median),
    entries: [
      [say("definition"), say("count_middle_meaning")],
      [say("formula"), say("count_middle_formula")],
      [say("members"), n![1]],
      time!,
    ],
    list: () => listScores(total, manifest),
  };
}

/** All ratings, each with what was given. */
function listScores(total: number, manifest: Manifest): Promise<Node> {
  const {list} = askAnswers(
    {
      title: say("count_middle"),
      meaning: "",
      part: "",
      whole: "",
      numerator: total,
      denominator: total,
      isMember: ({score}) => score > 0,
      isIt: () => true,
      counts: ({score}) => formatRating(score),
    },
    manifest,
  );
  return list!();
}

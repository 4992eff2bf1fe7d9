import type {BriefDocument, Manifest} from "../../../pipeline/contract/datasets.js";
import type {BriefCriterion} from "../brief/brief-criteria.js";
import type {Asked} from "./explain-panel.js";
import {askPlain} from "./explain-plain.js";
import {formatCount, formatDay, NOTHING} from "../base/format.js";
import {say} from "../words/words.js";
import type {WordKey} from "../words/words.js";

interface Question {
  title: string;
  value: string;
  meaning: WordKey;
  entries?: Asked["entries"];
}

/** The question about something that one brief counts: there is no list of records behind it. */
const askBrief = ({meaning, ...question}: Question, manifest: Manifest): Asked => ({
  ...askPlain({...question, meaning: say(meaning)}, manifest),
  unlisted: say("brief_alone"),
});

const part = (n: number, of: number): string => say("of_n", {part: formatCount(n), n: formatCount(of)});

/** The question about how many required fields are filled. @param missing labels of the others */
export const askComplete = (
  {filled, required}: NonNullable<BriefDocument["completeness"]>,
  missing: readonly string[],
  manifest: Manifest,
): Asked =>
  askBrief(
    {
      title: say("brief_complete_title"),
      value: part(filled, required),
      meaning: "brief_complete_meaning",
      entries: [[say("counts_missing"), missing.join(", ")]],
    },
    manifest,
  );

/** The question about how many roles are named, and how many of them agreed to meet. */
export const askRoles = (counts: {named: number; n: number; agreed: number}, manifest: Manifest): Asked =>
  askBrief(
    {
      title: say("people_map"),
      value: part(counts.named, counts.n),
      meaning: "brief_roles_meaning",
      entries: [[say("brief_roles_agreed"), formatCount(counts.agreed)]],
    },
    manifest,
  );

/** The question about touches before the meeting, channel by channel. */
export function askTouches({touches = []}: BriefDocument, text: string, manifest: Manifest): Asked {
  const entries = touches.map(({channel, ours, theirs, talks}) => {
    const words = {ours: formatCount(ours), theirs: formatCount(theirs), talks: formatCount(talks)};
    return [say(`channel_${channel}` as WordKey), say("brief_touches_line", words)] as const;
  });
  return askBrief({title: say("engagement"), value: text, meaning: "brief_touches_meaning", entries}, manifest);
}

/** The question about how many criteria of each letter are met. */
export const askBant = (criteria: readonly BriefCriterion[], text: string, manifest: Manifest): Asked =>
  askBrief(
    {
      title: say("checklists"),
      value: text,
      meaning: "brief_bant_meaning",
      entries: criteria.filter(({letter}) => letter).map(({label, state}) => [label, say(`check_${state}`)] as const),
    },
    manifest,
  );

/** The question about what the account does in the product, week by week. */
export function askUsage({usage = []}: BriefDocument, text: string, manifest: Manifest): Asked {
  const count = (value: number | undefined) => (value === undefined ? NOTHING : formatCount(value));
  const entries = usage.map(
    ({week, active_users, seats}) =>
      [formatDay(week, {year: true}), say("brief_usage_line", {active: count(active_users), seats: count(seats)})] as const,
  );
  return askBrief({title: say("usage"), value: text, meaning: "brief_usage_meaning", entries}, manifest);
}

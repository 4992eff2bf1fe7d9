import type {DecisionData, HandoffFact, Manifest, RoutingData} from "../../../pipeline/contract/datasets.js";
import {askCount} from "./explain-count.js";
import type {Asked} from "./explain-panel.js";
import {addEntries, askPlain} from "./explain-plain.js";
import {formatCount, formatDecimal, formatInterval, formatShare} from "../base/format.js";
import {say, startSentence} from "../words/words.js";

type Balance = RoutingData["balance"][number];
type Load = RoutingData["load"][number];
/** What a table of AEs' load counts. */
export type LoadCount = Exclude<keyof Load, "ae">;

/** Weeks over which handoffs a week are counted. */
const WEEKS = 12;
const WEEK = 7 * 86_400_000;

/** The question about an AE's share of a territory's handoffs: the one got, or the one due. */
export function askBalance(row: Balance, manifest: Manifest, {isDue = false} = {}): Asked {
  const {ae, territory, handoffs, chances, lower, upper, share_got, share_due} = row;
  const interval = formatInterval({lower, upper}, {unit: "share"}, {n: chances});
  const asked = askCount(
    {
      title: `${ae}, ${territory}`,
      meaning: say("count_balance_meaning"),
      part: say("count_balance_part"),
      whole: say("count_balance_whole"),
      numerator: handoffs,
      denominator: chances,
      value: `${formatShare(share_got, chances)} (${interval})`,
      isMember: (fact) => fact.territory === territory && fact.ae === ae,
      counts: () => say("counts_yes"),
      listed: handoffs,
    },
    manifest,
  );
  if (!isDue) return asked;
  const entries = asked.entries.slice(2).filter(([term]) => term !== say("numerator"));
  return {
    ...asked,
    title: `${say("share_due")}: ${asked.title}`,
    value: formatShare(share_due, chances),
    entries: [[say("definition"), say("count_due_meaning")], [say("formula"), say("count_due_formula")], ...entries],
  };
}

/** The question about handoffs of which no rule tells whose they are, by why. */
export function askNoRule(reasons: RoutingData["no_rule"], nameReason: (reason: string) => string, manifest: Manifest): Asked {
  const known = new Set(reasons.map(({reason}) => reason));
  const asked = askCount(
    {
      title: say("count_no_rule"),
      meaning: say("count_no_rule_meaning"),
      part: say("count_no_rule_part"),
      numerator: reasons.reduce((sum, {count}) => sum + count, 0),
      isMember: ({routed = ""}) => known.has(routed),
      counts: ({routed = ""}) => nameReason(routed),
    },
    manifest,
  );
  return addEntries(asked, ...reasons.map(({reason, count}) => [startSentence(nameReason(reason)), formatCount(count)] as const));
}

/** The question about those of some handoffs that something is true of; its words are of `count_<what>_…`. */
function askPart(
  what: "broken" | "bulk" | "hands",
  {title, part, of, isMember}: {title: string; part: number; of: number; isMember: (fact: HandoffFact) => boolean},
  manifest: Manifest,
): Asked {
  return askCount(
    {
      title,
      meaning: say(`count_${what}_meaning`),
      part: say(`count_${what}_part`),
      whole: say(`count_${what}_whole`),
      numerator: part,
      denominator: of,
      isMember,
      counts: () => say("counts_yes"),
      listed: part,
    },
    manifest,
  );
}

/** The question about handoffs that went to an AE outside the rotation. */
export const askBroken = ({kept, broken}: RoutingData["verdicts"], manifest: Manifest): Asked =>
  askPart(
    "broken",
    {title: say("broken_rules"), part: broken, of: kept + broken, isMember: ({routed}) => routed === "broken"},
    manifest,
  );

/** The question about handoffs that were accepted together with many others at once. */
export const askBulk = ({accepted, auto_accepted}: Pick<DecisionData, "accepted" | "auto_accepted">, manifest: Manifest): Asked =>
  askPart(
    "bulk",
    {title: say("bulk"), part: auto_accepted, of: accepted, isMember: ({remarks = ""}) => remarks.includes("b")},
    manifest,
  );

/** The question about handoffs that went from one AE to another. */
export const askHands = ({handoffs, of}: RoutingData["reassignments"], manifest: Manifest): Asked =>
  askPart(
    "hands",
    {title: say("reassigned_aes"), part: handoffs, of, isMember: ({remarks = ""}) => remarks.includes("r")},
    manifest,
  );

/** The question about how many shares differ from what is due, each with both. */
export function askUneven(rows: readonly Balance[], manifest: Manifest): Asked {
  const uneven = rows.filter(({reading}) => reading === "more" || reading === "less");
  return askPlain(
    {
      title: say("uneven_title"),
      value: say("of_n", {part: uneven.length, n: rows.length}),
      meaning: say("uneven_meaning"),
      entries: uneven.map(({ae, territory, share_got, share_due, chances}) => {
        const share = (part: number) => formatShare(part, chances);
        return [
          `${ae}, ${territory}`,
          say("uneven_line", {got: share(share_got), due: share(share_due), n: formatCount(chances)}),
        ] as const;
      }),
    },
    manifest,
  );
}

/** Which handoffs of an AE a count of its load is made of. */
export function isLoad(what: LoadCount, {outcome, dated_at, decision, is_lately}: HandoffFact, asOf: string): boolean {
  if (what === "per_week") return is_lately;
  if (what === "open_decisions") return decision === "open";
  if (what === "overdue_decisions") return decision === "overdue";
  if (what === "lapsed_decisions") return decision === "lapsed";
  const ahead = Date.parse(dated_at) - Date.parse(asOf);
  return outcome === "pending" && ahead > 0 && (what === "coming" || ahead <= WEEK);
}

/** The question about what an AE has at hand. */
export function askLoad(row: Load, what: LoadCount, manifest: Manifest): Asked {
  const isWeekly = what === "per_week";
  return askCount(
    {
      title: `${row.ae}: ${say(LABELS[what])}`,
      meaning: say(`count_load_${what}`),
      part: say(isWeekly ? "count_load_weeks" : "count_load_part"),
      numerator: Math.round(isWeekly ? WEEKS * row.per_week : row[what]),
      ...(isWeekly && {value: formatDecimal(row.per_week)}),
      isMember: (fact) => fact.ae === row.ae && isLoad(what, fact, manifest.as_of),
      counts: () => say("counts_yes"),
    },
    manifest,
  );
}

const LABELS = {
  coming: "coming_meetings", coming_7_days: "coming_week", open_decisions: "to_decide", overdue_decisions: "overdue", lapsed_decisions: "lapsed", per_week: "a_week",
} as const; // prettier-ignore

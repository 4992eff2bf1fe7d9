/** What of a document's numbers may be shown, by the people behind each: the rules that all documents of sums share. Pure. */
import type {FunnelStage, Headline, Loss} from "../../contract/datasets.js";
import type {Stage} from "../../contract/funnel.js";
import type {Shown, Visible} from "./hidden.js";

/** Metrics about what AEs do: of few AEs they would be numbers about them. */
const OF_AES: readonly string[] = ["acceptance_rate", "time_to_accept_hours", "feedback_response_rate", "handoff_quality_score"];
/** Metrics and stages that are made of leads. */
const OF_LEADS: readonly string[] = ["meeting_booking_rate", "lead_qualification_rate", "speed_to_lead_hours", "created_to_assigned_hours", "assigned_to_touched_hours"]; // prettier-ignore
const STAGES_OF_LEADS: readonly Stage[] = ["lead", "conversation", "qualified"];

export const chooseShown = (visible: Visible, metric: string, has: (shown: Shown) => boolean): boolean =>
  (!OF_AES.includes(metric) || has(visible.aes)) && (!OF_LEADS.includes(metric) || has(visible.leads));

/** Without the stages and steps that too few people are behind. */
export function cutFunnel(stages: readonly FunnelStage[], visible: Visible, has: (shown: Shown) => boolean): FunnelStage[] {
  return stages.filter(
    ({stage}) => (stage !== "accepted" || has(visible.aes)) && (!STAGES_OF_LEADS.includes(stage) || has(visible.leads)),
  );
}

export const isAny = ({isAny}: Shown) => isAny;

export function cutHeadlines(headlines: readonly Headline[], visible: Visible): Headline[] {
  const isRecent = visible.sdrs.has("recent", "");
  return headlines
    .filter(({metric}) => chooseShown(visible, metric, isAny))
    .map((headline) => {
      const isShown = (start: string) => isMonthShown(visible, headline.metric, start);
      const {latest, trailing} = headline;
      const isLatest = latest !== null && (latest.period_start === "" ? isRecent : isShown(latest.period_start));
      return {
        ...headline,
        latest: isLatest ? latest : null,
        is_change_signal: isLatest ? headline.is_change_signal : null,
        months: headline.months.filter(({period_start}) => isShown(period_start)),
        trailing: isRecent ? trailing : null,
      };
    });
}

/** A quarter is as safe as its months together: it begins with one of them. */
export const isMonthShown = (visible: Visible, metric: string, start: string): boolean => {
  const has = (shown: Shown) => start === "" || shown.has("month", start);
  return has(visible.sdrs) && chooseShown(visible, metric, has);
};

/** Words of an export that stand there once or twice may be somebody's own: such reasons count under their cause alone. */
export function mergeRare(losses: readonly Loss[], fewest: number): Loss[] {
  const merged = new Map<string, Loss>();
  for (const loss of losses) {
    const reason = loss.count < fewest ? "" : loss.reason;
    const key = `${loss.cause}\t${reason}`;
    const known = merged.get(key);
    if (known) known.count += loss.count;
    else merged.set(key, {...loss, reason});
  }
  return [...merged.values()];
}

/** Months stand there as `YYYY-MM` or with their first day. */
export const monthOf = (month: string) => (month.length === 7 ? `${month}-01` : month);

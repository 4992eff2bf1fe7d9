import type {FactRow, FunnelStage, Manifest, StageLetter} from "../../../pipeline/contract/datasets.js";
import {askCount} from "./explain-count.js";
import {askRow, NoList, writeCommand} from "./explain.js";
import type {Asked} from "./explain-panel.js";
import type {StepQuestion} from "./explain-step.js";
import {scopeOf} from "./explain-step.js";
import {RecordList} from "./fact-list.js";
import {byNewest, COMPANY, isOnly, loadFacts} from "./facts.js";
import type {Place} from "./facts.js";
import {formatCount, formatDuration, formatMonth, formatTime} from "../base/format.js";
import {makePlainRow} from "../table/plain-row.js";
import {say} from "../words/words.js";

/** Stages that handoffs themselves come into; those before are of leads. */
const LETTERS: Partial<Record<FunnelStage["stage"], StageLetter>> = {
  booked: "b", held: "h", accepted: "a", sql: "s", opportunity: "o", won: "w",
}; // prettier-ignore

/** The metric among whose members the leads of a stage are, and which of them. */
const LEADS: Partial<Record<FunnelStage["stage"], {metric: string; isIt(fact: FactRow): boolean}>> = {
  lead: {metric: "lead_qualification_rate", isIt: () => true},
  conversation: {metric: "meeting_booking_rate", isIt: () => true},
  qualified: {metric: "lead_qualification_rate", isIt: ({numerator}) => numerator > 0},
};

/** The question about how many came into a stage. */
export function askStage(stage: FunnelStage, manifest: Manifest, question: StepQuestion): Asked {
  const {label, count} = stage;
  const {place = COMPANY, whose = "", month} = question;
  const letter = LETTERS[stage.stage];
  const asked = askCount(
    {
      title: [label, whose, nameMeetings(month)].filter(Boolean).join(", "),
      meaning: say(month ? "count_stage_month" : "count_stage_meaning"),
      part: say("count_stage_part", {label}),
      numerator: count,
      place,
      ...(month && {span: {period: "month", period_start: month}}),
      isMember: ({stages}) => letter !== undefined && stages.includes(letter),
      counts: ({stages}) => (stages.endsWith(letter ?? "") ? say("counts_here") : say("counts_further")),
      isUnlisted: letter === undefined,
    },
    manifest,
  );
  return letter ? asked : {...asked, ...listLeads(stage, manifest, {place, whose})};
}

/** The month that handoffs' meetings lie in, as a title says it. */
const nameMeetings = (month = ""): string => month && say("stage_month", {month: formatMonth(month)});

/** The question about the median days since the stage before. */
export function askDays(stage: FunnelStage, manifest: Manifest, question: StepQuestion): Asked {
  const {median_days: value, days, label} = stage;
  const {place = COMPANY, whose = "", month} = question;
  const info = days?.metric ? manifest.metrics.find(({name}) => name === days.metric) : undefined;
  if (info && days) {
    const {n, in_flight, lower, upper} = days;
    const row = makePlainRow({...scopeOf(place, whose), metric: info.name, value, denominator: n, in_flight, lower, upper});
    return askRow(info, row, manifest, {place, whose});
  }
  return {
    ...askStage(stage, manifest, question),
    title: [say("count_days_title", {label}), whose, nameMeetings(month)].filter(Boolean).join(", "),
    value: say("funnel_days", {days: formatDuration(value)}),
    entries: [
      [say("definition"), say("count_days_meaning")],
      [say("formula"), say("count_days_formula", {label})],
      [say("members"), say("count_records", {n: formatCount(days?.n ?? 0)})],
      [say("data_time"), formatTime(manifest.as_of, {zone: manifest.timezone, year: true})],
    ],
  };
}

/** The leads of a stage, where a metric's members have them. */
function listLeads(stage: FunnelStage, manifest: Manifest, {place, whose}: {place: Place; whose: string}): Pick<Asked, "list"> {
  const {metric = "", isIt} = LEADS[stage.stage] ?? {};
  const info = manifest.metrics.find(({name}) => name === metric);
  if (!info || !isIt) return {};
  const command = writeCommand(makePlainRow({...scopeOf(place, whose), metric}));
  // No command prints a stage: what it prints is another number, of the same leads.
  const prints = say("list_among", {metric: info.label});
  return {
    async list() {
      const loaded = await loadFacts(place, metric);
      if (loaded.state !== "ready") return NoList(loaded.state, command, manifest, prints);
      const facts = loaded.data
        .filter((fact) => fact.metric === metric && isIt(fact) && isOnly(fact, place.of === "company" ? place.only : {}))
        .sort(byNewest);
      return RecordList(facts, {
        manifest,
        record: info.record,
        counts: () => say("counts_here"),
        caption: `${say("records")}: ${stage.label}`,
        file: `${"slug" in place ? place.slug : "company"}-${stage.stage}`,
        total: stage.count,
        command,
        prints,
        note: stage.stage === "qualified" ? say("list_qualified", {window: info.window}) : "",
      });
    },
  };
}

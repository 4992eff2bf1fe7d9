import type {Manifest, MetricRow, TeamData} from "../../pipeline/contract/datasets.js";
import {describeBoard, describeFirst} from "./board-lead.js";
import {Finding} from "./finding.js";
import {countMembers, formatCount, formatInterval, formatMetric, formatRow} from "./format.js";
import {chooseClock} from "./hours-left.js";
import {namePeriod} from "./overview-lead.js";
import {say} from "./words.js";

/** What a team's page opens with: whose briefs need work before which meeting, how the meetings went, what changed, who is new. */
export function TeamLead(team: TeamData, manifest: Manifest): HTMLElement {
  const clock = chooseClock(manifest.as_of);
  return Finding(
    describeBoard(team.coming, clock),
    describeFirst(team.coming, manifest, clock),
    describeMeetings(team),
    describeChanges(team, manifest),
    describeRamp(team),
  );
}

function describeMeetings({headlines}: TeamData): string {
  const row = headlines.find(({metric}) => metric === "show_rate")?.latest;
  if (!row) return "";
  const n = countMembers(row);
  return say("lead_show", {
    due: formatCount(n),
    when: namePeriod(row),
    held: formatCount(row.numerator),
    share: formatMetric(row.value, {unit: "share"}, {n}),
    interval: formatInterval(row, {unit: "share"}, {n}),
  });
}

function describeChanges({headlines}: TeamData, {metrics}: Manifest): string {
  if (!headlines.some(({is_change_signal}) => is_change_signal !== null)) return "";
  const changes = headlines.flatMap(({metric, latest, is_change_signal}) => {
    const info = metrics.find(({name}) => name === metric);
    return info && latest && is_change_signal ? [describeChange(latest, info)] : [];
  });
  return changes.length ? say("team_changed", {changes: changes.join(", ")}) : say("team_unchanged");
}

function describeChange(row: MetricRow, info: Manifest["metrics"][number]): string {
  const before = formatMetric(row.previous_value, info, {n: countMembers(row), currency: row.currency});
  return say("team_change", {label: info.label, before, value: formatRow(row, info)});
}

function describeRamp({scorecard}: TeamData): string {
  const ramping = scorecard.filter(({is_ramping}) => is_ramping);
  return ramping.length
    ? say("team_ramping", {n: ramping.length, total: scorecard.length, names: ramping.map(({name}) => name).join(", ")})
    : "";
}

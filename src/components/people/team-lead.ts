import type {Manifest, MetricRow, TeamData} from "../../../pipeline/contract/datasets.js";
import {describeBoard, describeFirst} from "../board/board-lead.js";
import {listPressing} from "../board/due.js";
import {withOwnTime} from "../base/own-time.js";
import {askComing} from "../explain/explain-coming.js";
import type {Asked} from "../explain/explain-panel.js";
import {askPlain} from "../explain/explain-plain.js";
import type {Place} from "../explain/facts.js";
import {Finding} from "../base/finding.js";
import {countMembers, formatCount, formatInterval, formatMetric, formatRow} from "../base/format.js";
import {chooseClock} from "../board/hours-left.js";
import {askHeadline} from "../company/lead.js";
import {namePeriod} from "../company/overview-lead.js";
import {Sentence} from "../explain/told.js";
import type {Ask} from "../explain/told.js";
import {say} from "../words/words.js";

/** What a team's page opens with: whose briefs need work before which meeting, how the meetings went, what changed, who is new. */
export function TeamLead(team: TeamData, manifest: Manifest): HTMLElement {
  const clock = chooseClock(manifest.handoffs_as_of ?? manifest.as_of);
  const place: Place = {of: "team", slug: team.slug, team: team.team};
  return Finding(
    Sentence(describeBoard(team.coming, clock), [team.coming.length > 0 && (() => askComing(team.coming, manifest, clock))]),
    withOwnTime(describeFirst(team.coming, manifest, clock), listPressing(team.coming, clock)[0]?.meeting_at, manifest),
    Sentence(describeMeetings(team, manifest), [
      askHeadline(
        team.headlines.find(({metric}) => metric === "show_rate"),
        manifest,
        {place},
      ),
    ]),
    Sentence(describeChanges(team, manifest), listChangeAsks(team, manifest, place)),
    Sentence(describeRamp(team), [() => askRamp(team, manifest)]),
  );
}

function describeMeetings({headlines}: TeamData, manifest: Manifest): string {
  const row = headlines.find(({metric}) => metric === "show_rate")?.latest;
  if (!row) return "";
  const n = countMembers(row);
  return say("lead_show", {
    due: formatCount(n),
    when: namePeriod(row, manifest),
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

/** The questions about the numbers that changed. */
const listChangeAsks = ({headlines}: TeamData, manifest: Manifest, place: Place): Ask[] =>
  headlines
    .filter(({latest, is_change_signal}) => latest && is_change_signal)
    .map((headline) => askHeadline(headline, manifest, {place}));

/** The question about how many are new. */
function askRamp({scorecard}: TeamData, manifest: Manifest): Asked {
  const ramping = scorecard.filter(({is_ramping}) => is_ramping);
  return askPlain(
    {
      title: say("ramp_title"),
      value: say("of_n", {part: ramping.length, n: scorecard.length}),
      meaning: say("ramp_meaning"),
      entries: ramping.map(({name, tenure_days}) => [name, say("ramp_days", {n: tenure_days ?? 0})] as const),
    },
    manifest,
  );
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

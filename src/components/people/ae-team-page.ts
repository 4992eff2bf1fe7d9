import {html} from "htl";
import type {AeTeamData, Manifest} from "../../../pipeline/contract/datasets.js";
import {addressOf} from "../frame/address.js";
import {DataTable} from "../table/data-table.js";
import type {Column} from "../table/data-table.js";
import {askRow} from "../explain/explain.js";
import {askAe, askAeTeam} from "../explain/explain-owed.js";
import {Explained} from "../explain/explained.js";
import {Finding} from "../base/finding.js";
import {countMembers, formatCount, formatRow} from "../base/format.js";
import {TeamPicker} from "../frame/picker.js";
import {Section} from "../frame/section.js";
import {Breadcrumbs, Question} from "../frame/subject.js";
import {Sentence} from "../explain/told.js";
import {PAGES, say} from "../words/words.js";

type Row = AeTeamData["aes"][number];

/** An AE team's page: what is ahead of each AE, what each owes, who answers and decides; without a team, the teams to choose from. Never how they rate. */
export function AeTeamPage(team: AeTeamData | null, manifest: Manifest): HTMLElement {
  if (!team)
    return html`<div>
      ${Question("ae_team", say("choose_team"))}
      ${TeamPicker({teams: manifest.teams.filter(({kind}) => kind !== "sdr")}, "ae_team")}
    </div>`;
  const ask = () => askAeTeam(team, manifest);
  return html`<div>
    ${Breadcrumbs([{name: manifest.company, kind: "overview"}, ...(manifest.audience.kind === "ae_team" ? [] : [{name: PAGES.ae_team.name, kind: "ae_team" as const}])], team.name)}${Question("ae_team", team.name)}
    ${manifest.is_team_only ? html`<p class="muted">${say("person_off")} ${say("person_off_hint")}</p>` : Finding(Sentence(describeTeam(team), [ask]), Sentence(describeOwed(team), [ask]))}
    ${
      manifest.is_team_only
        ? Section(say("ae_team_table"), manifest, () => AeList(team))
        : Section(say("ae_team_table"), manifest, () => AeTable(team, manifest), {hint: say("ae_team_hint")})
    }
  </div>`;
}

function AeList({aes}: AeTeamData): HTMLElement {
  return html`<ul class="picker">
    ${aes.map(({slug, name}) => html`<li><a href=${addressOf("ae", {ae: slug})}>${name}</a></li>`)}
  </ul>`;
}

const sum = (rows: readonly Row[], key: "coming" | "owed_count" | "open_count" | "overdue_count"): number =>
  rows.reduce((total, row) => total + row[key], 0);

const describeTeam = ({aes}: AeTeamData): string =>
  say("ae_team_lead", {n: formatCount(aes.length), coming: formatCount(sum(aes, "coming"))});

function describeOwed({aes}: AeTeamData): string {
  const [n, open, overdue] = [sum(aes, "owed_count"), sum(aes, "open_count"), sum(aes, "overdue_count")];
  const all = open + overdue;
  if (!n && !all) return say("ae_team_clear");
  const answers = say("ae_team_owed", {n: formatCount(n), all: formatCount(all)});
  return all ? `${answers} ${say("ae_team_owed_decisions", {open: formatCount(open), overdue: formatCount(overdue)})}` : answers;
}

function AeTable({aes, slug}: AeTeamData, manifest: Manifest): HTMLElement {
  const count = (key: "coming" | "owed_count" | "open_count" | "overdue_count", label: string): Column<Row> => ({
    key,
    label,
    value: (row) => row[key],
    cell: (row) => Explained(formatCount(row[key]), () => askAe(row, manifest)),
    align: "right",
  });
  const shown = manifest.metrics.filter(({name}) => aes.some(({cells}) => cells.some(({metric}) => metric === name)));
  const columns: Column<Row>[] = [
    {key: "name", label: say("name"), value: ({name}) => name, cell: ({slug: own, name}) => html`<a href=${addressOf("ae", {ae: own})}>${name}</a>`, isName: true},
    count("coming", say("ae_team_coming")),
    count("owed_count", say("ae_team_answers")),
    count("open_count", say("ae_team_open")),
    count("overdue_count", say("ae_team_overdue")),
    ...shown.map((metric): Column<Row> => {
      const find = ({cells}: Row) => cells.find((row) => row.metric === metric.name);
      return {
        key: metric.name,
        label: metric.short_label,
        hint: metric.meaning,
        value: (row) => find(row)?.value,
        cell: (row) => {
          const cell = find(row);
          if (!cell) return "";
          if (cell.maturity === "too_few") return say("status_too_few");
          const place = {of: "ae", slug: row.slug} as const;
          return html`<span
            >${Explained(formatRow(cell, metric), () => askRow(metric, cell, manifest, {place}))}
            <span class="sub">${say("n", {n: formatCount(countMembers(cell))})}</span></span
          >`;
        },
        align: "right",
        // By name, not by rank.
        isFixed: true,
      };
    }),
  ]; // prettier-ignore
  return DataTable(aes, columns, {caption: say("ae_team_table"), file: `${slug}-aes`, filter: false, stack: true});
}

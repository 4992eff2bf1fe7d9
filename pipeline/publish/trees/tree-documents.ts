/** The documents of the company and of teams as one audience may see them, made from those of the whole. */
import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {
  CompanyData,
  DocumentationData,
  FeedbackData,
  FunnelData,
  IncidenceCurve,
  TeamData,
} from "../../contract/datasets.js";
import {
  aggregateCompany,
  aggregateDocumentation,
  aggregateFeedback,
  aggregateFunnel,
  aggregateIncidence,
  aggregateTeam,
} from "../protect/aggregates.js";
import type {Audience, Roster} from "./audiences.js";
import type {Visible} from "../protect/hidden.js";

export interface Whole {
  company: CompanyData;
  funnel: FunnelData;
  incidence: IncidenceCurve[];
  documentation: DocumentationData;
  feedback: FeedbackData;
  teams: TeamData[];
}

/** Reads them once. @param data folder of the whole */
export function readWhole(data: string, {teams}: Pick<Roster, "teams">): Whole {
  const read = <T>(path: string) => JSON.parse(readFileSync(join(data, path), "utf8")) as T;
  return {
    company: read("company.json"),
    funnel: read("funnel.json"),
    incidence: read("incidence.json"),
    documentation: read("documentation.json"),
    feedback: read("feedback.json"),
    teams: teams.map(({slug}) => read(`team/${slug}.json`)),
  };
}

/** Documents by path, of leadership or of a manager, who has the own team's as it is. @param visible what this audience may see */
export function listDocuments(
  {kind, slug}: Pick<Audience, "kind" | "slug">,
  whole: Whole,
  visible: Visible,
  fewest: number,
): [path: string, document: unknown][] {
  const others = whole.teams.filter((team) => !(kind === "team" && team.slug === slug));
  return [
    ["company.json", aggregateCompany(whole.company, visible, fewest)],
    ["funnel.json", aggregateFunnel(whole.funnel, visible)],
    ["incidence.json", aggregateIncidence(whole.incidence, visible)],
    ["documentation.json", aggregateDocumentation(whole.documentation, visible)],
    ["feedback.json", aggregateFeedback(whole.feedback, visible, fewest)],
    ...others.map((team): [string, unknown] => [`team/${team.slug}.json`, aggregateTeam(team, visible)]),
  ];
}

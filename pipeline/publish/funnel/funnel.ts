/** `funnel.json`: the funnel of the company, of every value of each dimension, and by the month of the meeting. */
import type {FunnelData} from "../../contract/datasets.js";
import {DIMENSION_LABELS, DIMENSIONS} from "../../contract/funnel.js";
import {inLanguage} from "../../contract/language.js";
import type {Ground} from "../ground.js";
import type {Funnels} from "./stages.js";

/** Cohorts reach this far back. */
const COHORTS = 24;

/** A dimension without any value is left out. */
export function makeFunnel({teams}: Ground, funnels: Funnels): FunnelData {
  const teamNames = new Map(teams.map((team) => [team.team, team.team_name]));
  const by = DIMENSIONS.map((dimension) => ({
    dimension,
    label: inLanguage(DIMENSION_LABELS[dimension]),
    groups: funnels.list(dimension).map((id, index) => ({
      number: index + 1,
      id,
      name: dimension === "team" ? (teamNames.get(id) ?? id) : id,
      stages: funnels.of(dimension, id),
    })),
  }));
  const cohorts = funnels.list("cohort").slice(-COHORTS);
  return {
    all: funnels.of("company", ""),
    by: by.filter(({groups}) => groups.length > 0),
    cohorts: cohorts.map((month) => ({month, stages: funnels.of("cohort", month)})),
  };
}

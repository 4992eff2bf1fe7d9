/** Documents of the company and of teams as those may see them who see no single person: sums alone, and none over too few. Pure. */
import type {
  CompanyData,
  DocumentationData,
  FeedbackData,
  FunnelData,
  FunnelStage,
  Headline,
  IncidenceCurve,
  TeamData,
} from "../../contract/datasets.js";
import type {Dimension} from "../../contract/funnel.js";
import {chooseShown, cutFunnel, cutHeadlines, isAny, isMonthShown, mergeRare, monthOf} from "./aggregate-rules.js";
import type {Shown, Split, Visible} from "./hidden.js";

/** Without anything about a person. */
export function withoutPeople(team: TeamData): TeamData {
  return {
    ...team,
    manager_name: null,
    scorecard: [],
    told_apart: [],
    heat: [],
    coming: [],
    queue: [],
    funnel_plots: [],
    shows: "sums",
  };
}

/** A team for those outside it: its funnel of all time and the last 90 days, where enough people are behind each. */
export function aggregateTeam(team: TeamData, visible: Visible): TeamData {
  const has = (shown: Shown) => shown.has("team", team.team);
  const hasRecent = (shown: Shown) => has(shown) && shown.has("team_recent", team.team);
  const isShown = has(visible.sdrs);
  const mayShow = (metric: string) => chooseShown(visible, metric, hasRecent);

  return {
    ...withoutPeople(team),
    // Single months of a team would have fewer people behind them.
    headlines: !isShown || !hasRecent(visible.sdrs) ? [] : team.headlines.filter(({metric}) => mayShow(metric)).map(keepTrailing),
    runs: [],
    funnel: isShown ? cutFunnel(team.funnel, visible, has) : [],
    shows: isShown ? "sums" : "nothing",
  };
}

/** The number over the last 90 days stands for the latest period. */
const keepTrailing = ({metric, trailing}: Headline): Headline => ({
  metric,
  latest: trailing && trailing.maturity !== "too_few" ? trailing : null,
  is_change_signal: null,
  months: [],
  trailing,
});

/** The overview: of the company, its months where enough people are behind each, and no team. */
export function aggregateCompany(company: CompanyData, visible: Visible, fewest: number): CompanyData | null {
  if (!visible.sdrs.isAny) return null;
  return {
    ...company,
    headlines: cutHeadlines(company.headlines, visible),
    funnel: cutFunnel(company.funnel, visible, isAny),
    losses: mergeRare(company.losses, fewest),
    changes: company.changes.filter(
      ({scope, metric, period_start}) => scope === "company" && isMonthShown(visible, metric, period_start),
    ),
    // Weeks have fewer people behind them than months; only where all months are shown are they too.
    runs: company.headlines.every(({metric, months}) => months.every((row) => isMonthShown(visible, metric, row.period_start)))
      ? company.runs.filter(({metric}) => chooseShown(visible, metric, isAny))
      : [],
    lead:
      company.lead && (company.lead.period_start === "" || isMonthShown(visible, "show_rate", company.lead.period_start))
        ? company.lead
        : null,
    show_rate_bounds:
      company.lead && isMonthShown(visible, "show_rate", company.lead.period_start) ? company.show_rate_bounds : null,
  };
}

/** The funnel of the company and of those groups that enough people are behind. */
export function aggregateFunnel(funnel: FunnelData, visible: Visible): FunnelData {
  const cut = (split: Split, id: string, stages: readonly FunnelStage[]) =>
    cutFunnel(stages, visible, (shown) => shown.has(split, id));
  const by = funnel.by.map((each) => ({
    ...each,
    groups: each.groups
      .filter(({id}) => visible.sdrs.has(each.dimension, id))
      .map((group) => ({...group, stages: cut(each.dimension, group.id, group.stages)})),
  }));
  return {
    all: visible.sdrs.isAny ? cutFunnel(funnel.all, visible, isAny) : [],
    by: by.filter(({groups}) => groups.length > 0),
    cohorts: funnel.cohorts
      .filter(({month}) => visible.sdrs.has("month", monthOf(month)))
      .map(({month, stages}) => ({month, stages: cut("month", monthOf(month), stages)})),
  };
}

export function aggregateIncidence(curves: readonly IncidenceCurve[], visible: Visible): IncidenceCurve[] {
  return curves.filter(({cohort, cohort_id}) =>
    cohort === "all"
      ? visible.sdrs.isAny
      : visible.sdrs.has(cohort as Dimension | "month", cohort === "month" ? monthOf(cohort_id.slice(0, 7)) : cohort_id),
  );
}

/** What briefs say in the company, and how teams meet the checklists. */
export function aggregateDocumentation(data: DocumentationData, visible: Visible): DocumentationData | null {
  if (!visible.sdrs.isAny) return null;
  return {
    ...data,
    headlines: cutHeadlines(data.headlines, visible),
    fields: data.fields.map((field) => ({
      ...field,
      months: field.months.filter(({month}) => visible.sdrs.has("month", monthOf(month))),
    })),
    heat: [],
    checklists: data.checklists.map((list) => ({
      ...list,
      groups: list.groups.filter(({scope, team}) => scope === "team" && visible.sdrs.has("team", team)),
    })),
  };
}

/** What AEs answer, of all of them together; no comment, since each is about one handoff, and no AE. */
export function aggregateFeedback(data: FeedbackData, visible: Visible, fewest: number): FeedbackData | null {
  if (!visible.sdrs.isAny || !visible.aes.isAny) return null;
  return {
    ...data,
    headlines: cutHeadlines(data.headlines, visible),
    accuracy_months: data.accuracy_months.filter(
      ({month}) => visible.sdrs.has("month", monthOf(month)) && visible.aes.has("month", monthOf(month)),
    ),
    valued: data.valued.filter(({count}) => count >= fewest),
    response: [],
    themes: {...data.themes, themes: data.themes.themes.map((theme) => ({...theme, comments: []}))},
    words: [],
  };
}

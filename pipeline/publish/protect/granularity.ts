/** `granularity: team`: every number about a single person is taken out of what is published, whoever reads it. */
import type {
  AeData,
  AeTeamData,
  CompanyData,
  DocumentationData,
  FeedbackData,
  FocusesData,
  FunnelData,
  HealthData,
  PlaybookData,
  RoutingData,
  SdrData,
  TeamData,
} from "../../contract/datasets.js";
import type {Config} from "../../config.js";
import {listInTeam} from "../trees/audiences.js";
import type {Ground} from "../ground.js";
import type {Shelf} from "../write.js";

/** Says of a team, by its id or its slug, whether it is as good as a person. */
type IsSmall = (team: string) => boolean;

interface Settings {
  fewest: number;
  isSmall: IsSmall;
}

/** Files that are about one person as a whole, and have no other use. */
const OF_PEOPLE = /^(one-on-one|focus-cases|facts\/ae|facts\/rater|facts\/handoffs)\/|^facts\/[^/]+\.arrow$/;

/** What stands behind a team's numbers. */
const OF_TEAM = /^facts\/team\/(.*)\.arrow$/;

/** A shelf that numbers of people are not put on, where the configuration says so; else the same. */
export function keepGranularity(
  shelf: Shelf,
  {granularity, publish}: Pick<Config, "granularity" | "publish">,
  ground: Pick<Ground, "sdrs" | "teams">,
): Shelf {
  if (granularity !== "team") return shelf;
  const settings = {fewest: publish.min_people, isSmall: findSmall(ground, publish.min_people)};
  const isPut = (path: string) => !OF_PEOPLE.test(path) && !settings.isSmall(OF_TEAM.exec(path)?.[1] ?? "");
  return {
    ...shelf,
    putJson: (path, document) => {
      if (isPut(path)) shelf.putJson(path, leaveOutPeople(path, document, settings));
    },
    putBytes: (path, bytes) => {
      if (isPut(path)) shelf.putBytes(path, bytes);
    },
  };
}

/** A team of few is as good as a person. */
function findSmall({sdrs, teams}: Pick<Ground, "sdrs" | "teams">, fewest: number): IsSmall {
  const size = (team: string) => listInTeam(sdrs, team).length;
  const small = new Set(teams.flatMap(({team, slug}) => (size(team) < fewest ? [team, slug] : [])));
  return (team) => small.has(team);
}

/** A document without numbers about single people. Lists of handoffs stay: they are work to do, and count nobody. */
function leaveOutPeople(path: string, document: unknown, settings: Settings): unknown {
  const [kind] = path.split(/[/.]/);
  const cut = (CUTS as Partial<Record<string, (document: never, settings: Settings) => unknown>>)[kind!];
  // Calendars and coming meetings lie in folders of the same names one level below.
  return cut && !path.startsWith("coming/") ? cut(document as never, settings) : document;
}

const CUTS = {
  sdr: (sdr: SdrData): SdrData => ({
    ...sdr,
    headlines: [],
    cells: [],
    others: [],
    fields: [],
    team_fields: [],
    team_people: 0,
    coaching: {focus: null, next: [], no_focus: null, moved: null, verdicts: []},
    runs: [],
    recent: sdr.recent.map((line) => ({...line, quality_score: null})),
    words: sdr.words.map((word) => ({...word, quality_score: null})),
    themes: {comments: 0, themes: []},
    valued: [],
    valued_answers: 0,
    funnel: [],
  }),
  team: (team: TeamData, {isSmall}: Settings): TeamData => {
    const isFew = isSmall(team.team);
    return {
      ...team,
      headlines: isFew ? [] : team.headlines,
      runs: isFew ? [] : team.runs,
      funnel: isFew ? [] : team.funnel,
      scorecard: [],
      told_apart: [],
      heat: [],
      queue: [],
      funnel_plots: [],
    };
  },
  ae: (ae: AeData): AeData => ({...ae, cells: [], closed_unanswered: 0, closed_undecided: 0}),
  "ae-team": (team: AeTeamData): AeTeamData => ({
    ...team,
    aes: team.aes.map(({slug, name}) => ({slug, name, cells: [], coming: 0, owed_count: 0, overdue_count: 0, open_count: 0})),
  }),
  raters: () => ({raters: [], fit: null}),
  company: (data: CompanyData, {isSmall}: Settings): CompanyData => ({
    ...data,
    changes: data.changes.filter(({scope, scope_id}) => scope !== "team" || !isSmall(scope_id)),
  }),
  funnel: (data: FunnelData, {isSmall}: Settings): FunnelData => ({
    ...data,
    by: data.by.map((each) => (each.dimension === "team" ? {...each, groups: each.groups.filter(({id}) => !isSmall(id))} : each)),
  }),
  documentation: (data: DocumentationData, {isSmall}: Settings): DocumentationData => ({
    ...data,
    heat: [],
    checklists: data.checklists.map((list) => ({
      ...list,
      groups: list.groups.filter(({scope, team}) => scope === "team" && !isSmall(team)),
    })),
  }),
  feedback: (data: FeedbackData): FeedbackData => ({...data, response: []}),
  routing: (data: RoutingData): RoutingData => ({
    ...data,
    balance: [],
    broken_by_sdr: [],
    load: [],
    decisions: {...data.decisions, bursts: []},
  }),
  health: (data: HealthData): HealthData => ({...data, unknown_outcomes: []}),
  focuses: (data: FocusesData, {fewest}: Settings): FocusesData => ({
    ...data,
    behaviours: data.behaviours.filter(({people, in_focus}) => people >= fewest && in_focus >= fewest),
  }),
  playbook: (data: PlaybookData): PlaybookData => ({
    ...data,
    exemplars: data.exemplars.map((exemplar) => ({...exemplar, rating: null})),
    brief: data.brief && {...data.brief, rating: null},
  }),
};

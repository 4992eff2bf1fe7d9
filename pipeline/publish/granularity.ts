/** `granularity: team`: every number about a single person is taken out of what is published, whoever reads it. */
import type {
  AeData,
  AeTeamData,
  DocumentationData,
  FeedbackData,
  FocusesData,
  HealthData,
  PlaybookData,
  RoutingData,
  SdrData,
  TeamData,
} from "../contract/datasets.js";
import type {Config} from "../config.js";
import type {Shelf} from "./write.js";

type Settings = Pick<Config, "granularity" | "publish">;

/** Files that are about one person as a whole, and have no other use. */
const OF_PEOPLE = /^(one-on-one|focus-cases|facts\/ae|facts\/rater|facts\/handoffs)\/|^facts\/[^/]+\.arrow$/;

/** A shelf that numbers of people are not put on, where the configuration says so; else the same. */
export function keepGranularity(shelf: Shelf, config: Settings): Shelf {
  if (config.granularity !== "team") return shelf;
  return {
    ...shelf,
    putJson: (path, document) => {
      if (!OF_PEOPLE.test(path)) shelf.putJson(path, leaveOutPeople(path, document, config));
    },
    putBytes: (path, bytes) => {
      if (!OF_PEOPLE.test(path)) shelf.putBytes(path, bytes);
    },
  };
}

/** A document without numbers about single people. Lists of handoffs stay: they are work to do, and count nobody. */
function leaveOutPeople(path: string, document: unknown, {publish}: Settings): unknown {
  const [kind] = path.split(/[/.]/);
  const cut = (CUTS as Partial<Record<string, (document: never, fewest: number) => unknown>>)[kind!];
  // Calendars and coming meetings lie in folders of the same names one level below.
  return cut && !path.startsWith("coming/") ? cut(document as never, publish.min_people) : document;
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
  /** A team of few is as good as a person. */
  team: (team: TeamData, fewest: number): TeamData => {
    const isSmall = team.scorecard.length < fewest;
    return {
      ...team,
      headlines: isSmall ? [] : team.headlines,
      runs: isSmall ? [] : team.runs,
      funnel: isSmall ? [] : team.funnel,
      scorecard: [],
      told_apart: [],
      heat: [],
      queue: [],
      funnel_plots: [],
    };
  },
  ae: (ae: AeData): AeData => ({...ae, cells: []}),
  "ae-team": (team: AeTeamData): AeTeamData => ({
    ...team,
    aes: team.aes.map(({slug, name}) => ({slug, name, cells: [], coming: 0, owed_count: 0, overdue_count: 0, open_count: 0})),
  }),
  raters: () => ({raters: [], fit: null}),
  documentation: (data: DocumentationData): DocumentationData => ({
    ...data,
    heat: [],
    checklists: data.checklists.map((list) => ({...list, groups: list.groups.filter(({scope}) => scope === "team")})),
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
  focuses: (data: FocusesData, fewest: number): FocusesData => ({
    ...data,
    behaviours: data.behaviours.filter(({people, in_focus}) => people >= fewest && in_focus >= fewest),
  }),
  playbook: (data: PlaybookData): PlaybookData => ({
    ...data,
    exemplars: data.exemplars.map((exemplar) => ({...exemplar, rating: null})),
  }),
};

/** `sdr/<slug>.json`. */
import type {HandoffLine, SdrData} from "../contract/datasets.js";
import {fillForm} from "../contract/form.js";
import type {Ground, Person} from "./ground.js";
import {listHeadlines, makeHeadlines} from "./headline.js";
import {listCells} from "./scorecard.js";
import type {Parts} from "./team.js";
import type {WordBook} from "./words.js";

/** An SDR's own page: own numbers and handoffs; of colleagues only sums over at least five others. */
export function makeSdr(ground: Ground, parts: Parts, words: WordBook, person: Person): SdrData {
  const {metrics, teams} = ground;
  const id = person.person_id;
  const headlines = new Set(listHeadlines(metrics));
  const others = parts.fields.othersOf(person);
  return {
    slug: person.slug,
    name: person.name,
    team_name: person.team_name,
    team_slug: teams.find((team) => team.team === person.team)?.slug ?? null,
    manager_name: person.manager_name,
    started_on: person.started_on,
    is_current: person.is_current,
    headlines: makeHeadlines(metrics, "sdr", id),
    cells: listCells(ground, person).map((row) => ({...parts.besides.add(row), is_change_signal: metrics.isSignal(row)})),
    others: metrics
      .of("sdr", id)
      .filter((row) => row.period === "all" && !headlines.has(row.metric) && parts.besides.isShown(row))
      .map(parts.besides.add),
    fields: parts.fields.cellsOf(id),
    team_fields: others.cells,
    team_people: others.people,
    team_fields_of: others.of,
    runs: parts.findings.runsOf("sdr", id),
    coaching: parts.coaching.of(person),
    recent: parts.lines.recentOf(id).map((line) => addDispute(ground, person, line)),
    coming: parts.coming.ofSdr(id),
    has_calendar: parts.calendars.has(id),
    words: words.wordsOf(id),
    themes: words.themesOf(id),
    valued: words.valuedOf(id),
    valued_answers: words.valuedAnswersOf(id),
    funnel: parts.funnels.of("sdr", id),
  };
}

/** The line with the company's own form for disputes, filled in. */
function addDispute({config}: Ground, {person_id}: Person, line: HandoffLine): HandoffLine {
  const template = config.coaching.dispute_form_url;
  if (!template) return line;
  const values = {record_id: line.handoff_id, raised_by: person_id, account: line.account, meeting_date: line.meeting_at.slice(0, 10)}; // prettier-ignore
  return {...line, dispute_url: fillForm(template, values)};
}

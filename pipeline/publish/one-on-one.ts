/** `one-on-one/<slug>.json`: what a manager brings to a talk with one SDR. */
import {addDays} from "../coaching/commitments.js";
import {listReviews, nextReview} from "../coaching/replay.js";
import {RULES} from "../coaching/rules.js";
import {listBehaviours} from "../contract/behaviours.js";
import type {CommentThemes, CommitmentForm, FocusData, LeadingLine, OneOnOneData} from "../contract/datasets.js";
import {quoteText} from "../db.js";
import {fillForm} from "../contract/form.js";
import {wilson} from "../stats/proportion.js";
import {readToday} from "../today.js";
import {othersOf, readDone, type DoneCount} from "./coaching.js";
import {readCasesInPoint} from "./cases-in-point.js";
import {readFairness} from "./fairness.js";
import {groupBy, type Ground, type Person} from "./ground.js";
import {listCells} from "./scorecard.js";
import type {Parts} from "./team.js";
import type {WordBook} from "./words.js";

type Against = Omit<NonNullable<OneOnOneData["against"]>, "step"> & {sdr_id: string};

/** Returns the maker of a person's document; everything is read at once. */
export async function readOneOnOnes(ground: Ground, parts: Parts, words: WordBook): Promise<(person: Person) => OneOnOneData> {
  const {db, teams} = ground;
  const today = (await readToday(db)) ?? RULES.first_review;
  const looked_on = listReviews(today, RULES).at(-1)!;
  const counted_on = nextReview({review_on: looked_on}, RULES);
  // What is agreed in the talk has time to show.
  const afterTalk = addDays(today, 7 * RULES.review_weeks);
  const against = new Map(
    (
      await db.rows<Against>(
        "select sdr_id, quartile, quartile_of, people, gap, occurrence from marts.focuses where place = 1 and quartile is not null",
      )
    ).map(({sdr_id, ...row}) => [sdr_id, row]),
  );
  const since = new Map((await readSince(db, looked_on)).map(({sdr_id, ...row}) => [sdr_id, row]));
  const done = groupBy(await readDone(db), ({behaviour}) => behaviour);
  const themesOf = new Map(listBehaviours(ground.config).map(({behaviour, themes}) => [behaviour, themes]));
  const casesOf = await readCasesInPoint(ground);
  const fairnessOf = await readFairness(ground);
  return (person) => {
    const id = person.person_id;
    const coaching = parts.coaching.of(person);
    const {focus, next} = coaching;
    const isCounted = focus !== null && focus.eligible !== null;
    const fairness = fairnessOf(person);
    const cells = listCells(ground, person).map(parts.besides.add);
    const held = against.get(id) ?? null;
    const agreed_check_on = focus?.agreed ? focus.review_on : null;
    const form_check_on = agreed_check_on !== null && agreed_check_on > today ? agreed_check_on : afterTalk;
    return {
      slug: person.slug,
      name: person.name,
      team_name: person.team_name,
      team_slug: teams.find(({team}) => team === person.team)?.slug ?? null,
      manager_name: person.manager_name,
      is_current: person.is_current,
      coaching,
      dismissals: parts.coaching.dismissalsOf(person),
      against: held && {...held, step: findStep(focus, held.quartile)},
      look: isCounted ? {on: looked_on, ...(since.get(id) ?? {eligible: 0, done: 0})} : null,
      cases: casesOf(person),
      // What the focus's own part counts is not counted again, over other weeks, beside it.
      leading: listLeading(ground, done, person, isCounted ? focus!.behaviour : null),
      cells,
      funnel: parts.funnels.of("sdr", id),
      themes: putFirst(words.themesOf(id), themesOf.get(focus?.behaviour ?? "") ?? []),
      valued: words.valuedOf(id),
      valued_answers: words.valuedAnswersOf(id),
      fairness,
      next_check_on: agreed_check_on ?? counted_on,
      forms: [focus, ...next].flatMap((each) => (each ? makeForm(ground, person, each, today, form_check_on) : [])),
      other_form_url: makeForm(ground, person, {behaviour: "", label: ""}, today, afterTalk)[0]?.commit_url ?? null,
    };
  };
}

/** Half of the way to the upper quarter, in cases of ten: a goal that six weeks can reach. */
function findStep(focus: Pick<FocusData, "done" | "eligible"> | null, quartile: number): number | null {
  if (!focus?.eligible || focus.done === null) return null;
  const own = focus.done / focus.eligible;
  const step = Math.min(10, Math.ceil((10 * (own + quartile)) / 2));
  return step > 10 * own ? step : null;
}

/** What AEs said of the focus comes before what they said more often: the first theme is the one that stands open, and is printed. */
const putFirst = (said: CommentThemes, names: readonly string[]): CommentThemes => ({
  ...said,
  themes: [...said.themes].sort((a, b) => Number(names.includes(b.theme)) - Number(names.includes(a.theme))),
});

/** How often each focus was done since a look, in whole weeks. */
function readSince(db: Ground["db"], looked_on: string): Promise<{sdr_id: string; eligible: number; done: number}[]> {
  return db.rows(`select weeks.sdr_id, sum(weeks.eligible)::integer as eligible, sum(weeks.done)::integer as done
    from marts.behaviour_weeks as weeks
    inner join marts.focuses as focuses on focuses.sdr_id = weeks.sdr_id and focuses.behaviour = weeks.behaviour and focuses.place = 1
    where weeks.week_start >= date ${quoteText(looked_on)} group by weeks.sdr_id`);
}

/** What can be done before the meeting beside the focus: what lies furthest behind all others together first; fields that nobody must fill come last. */
function listLeading(
  {config, isOutside}: Ground,
  done: ReadonlyMap<string, readonly DoneCount[]>,
  person: Person,
  focus: string | null,
): LeadingLine[] {
  const behaviours = listBehaviours(config);
  const optional = new Set(
    behaviours.flatMap(({behaviour, counted, weight}) => (counted.from === "fields" && weight < 1 ? [behaviour] : [])),
  );
  // Of every judged brief it can be said whether it holds one.
  const briefs = done.get("placeholders")?.find((row) => row.sdr_id === person.person_id)?.eligible ?? 0;
  const lines = behaviours.flatMap(({behaviour, label, counted}): LeadingLine[] => {
    const counts = done.get(behaviour) ?? [];
    const own = counts.find((row) => row.sdr_id === person.person_id);
    const measured = own && wilson(own.done, own.eligible);
    if (!own || !measured || behaviour === focus) return [];
    const {value, lower, upper} = measured;
    const others = othersOf(counts, person, isOutside, config.publish.min_people);
    const sum = others && {people: others.people, eligible: others.eligible, done: others.done};
    return [{behaviour, label, eligible: own.eligible, done: own.done, value, lower, upper, others: sum, ...(counted.from === "fields" && briefs > own.eligible && {left_out: briefs - own.eligible})}]; // prettier-ignore
  });
  const behind = ({others, value}: LeadingLine) => (others ? others.done / others.eligible - value : 0);
  const rank = ({behaviour}: LeadingLine) => (optional.has(behaviour) ? 1 : 0);
  return lines.sort((a, b) => rank(a) - rank(b) || behind(b) - behind(a));
}

/** Links that open the company's own form with everything known filled in. */
function makeForm(
  {config}: Ground,
  person: Person,
  {behaviour, label}: Pick<CommitmentForm, "behaviour" | "label">,
  agreed_on: string,
  review_on: string,
): CommitmentForm[] {
  const template = config.coaching.commitment_form_url;
  if (!template) return [];
  const values = {sdr_id: person.person_id, sdr_name: person.name, behaviour, agreed_on, review_on};
  const fill = (status: "open" | "dismissed") => fillForm(template, {...values, status});
  return [{behaviour, label, commit_url: fill("open"), dismiss_url: fill("dismissed")}];
}

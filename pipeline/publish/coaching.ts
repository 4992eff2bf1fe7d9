/** The focus of each SDR, what speaks for it, and what became of what was agreed: from the marts of the focus engine. */
import {listBehaviours, type Behaviour} from "../contract/behaviours.js";
import type {Commitment} from "../contract/commitment.js";
import type {
  CoachingData,
  Dismissed,
  FocusData,
  FocusEvidence,
  FocusNumbers,
  OneOnOneData,
  QueueLine,
  VerdictData,
  VerdictNumbers,
} from "../contract/datasets.js";
import {dismissedUntil} from "../coaching/commitments.js";
import {RULES} from "../coaching/rules.js";
import {quoteText} from "../db.js";
import {quantile} from "../stats/quantile.js";
import {readToday} from "../today.js";
import {groupBy, type Ground, type Person} from "./ground.js";
import {areEnough, type IsOutside} from "./outside.js";
import {iso} from "./sql.js";

export interface Coaching {
  of(person: Person): CoachingData;
  /** What was said not to be the focus, for the manager's sheet. */
  dismissalsOf(person: Person): OneOnOneData["dismissals"];
  /** Whom to talk with, most worth it first; what is due for review before all else. */
  queueOf(members: readonly Person[]): QueueLine[];
}

type FocusRow = Omit<FocusNumbers, "label" | "practice" | "association"> & Omit<QueueLine, "slug" | "name" | "association" | "is_agreed" | "is_since_before" | "is_unmoved" | "dismissed" | "last"> &
  {sdr_id: string; place: number; behaviour: string | null; reason: CoachingData["no_focus"]; is_since_before: number; is_unmoved: number; commitment: number | null; score: number | null; association: number | null; association_lower: number | null; association_upper: number | null; moved_behaviour: string | null; moved_since: string | null}; // prettier-ignore
type Point = NonNullable<FocusData["run"]>["points"][number] & {
  sdr_id: string;
  behaviour: string;
  since: string;
  is_after: number;
};
type Signal = NonNullable<FocusData["run"]>["signals"][number] & {sdr_id: string; behaviour: string; since: string};

const keyOf = ({sdr_id, behaviour, since}: {sdr_id: string; behaviour: string | null; since: string}): string =>
  [sdr_id, behaviour, since].join("\t");

/** Reads it all once. */
export async function readCoaching({
  db,
  config,
  asOf,
  isOutside,
}: Pick<Ground, "db" | "config" | "asOf" | "isOutside">): Promise<Coaching> {
  const behaviours = new Map(listBehaviours(config).map((entry) => [entry.behaviour, entry]));
  const today = (await readToday(db)) ?? RULES.first_review;
  const nameOf = (behaviour: string) => behaviours.get(behaviour)?.label ?? behaviour;
  const lapseOf = (behaviour: string): Pick<FocusNumbers, "lapse"> => {
    const lapse = behaviours.get(behaviour)?.lapse;
    return lapse === undefined ? {} : {lapse};
  };
  const focuses = groupBy(await db.rows<FocusRow>("select * from marts.focuses order by sdr_id, place"), ({sdr_id}) => sdr_id);
  const points = groupBy(
    await db.rows<Point>("select * from marts.behaviour_points order by sdr_id, behaviour, since, point"),
    keyOf,
  );
  const signals = groupBy(
    await db.rows<Signal>(`select * from marts.behaviour_signals order by sdr_id, behaviour, since, "to", "from"`),
    keyOf,
  );
  const evidence = groupBy(await readEvidence(db), ({sdr_id}) => sdr_id);
  const notes = new Map((await db.rows<{commitment: number; note: string | null}>("select commitment, note from marts.commitments")).map((row) => [row.commitment, row.note])); // prettier-ignore
  const verdicts = groupBy(
    await db.rows<Omit<VerdictData, "label"> & {sdr_id: string}>(`
      select verdicts.* exclude (commitment), commitments.note from marts.commitment_verdicts as verdicts
      inner join marts.commitments as commitments on commitments.commitment = verdicts.commitment order by verdicts.agreed_on desc, verdicts.commitment`),
    ({sdr_id}) => sdr_id,
  );
  const dismissals = groupBy(
    await db.rows<Commitment>(`
      select sdr_id, behaviour, agreed_on, review_on, note, status from marts.commitments
      where problem is null and status = 'dismissed' and agreed_on <= ${quoteText(today)} order by agreed_on desc, commitment desc`),
    ({sdr_id}) => sdr_id,
  );
  const counts = groupBy(await readDone(db), ({behaviour}) => behaviour);

  const number = (row: FocusRow): FocusNumbers => ({
    behaviour: row.behaviour!, label: nameOf(row.behaviour!), ...lapseOf(row.behaviour!), practice: behaviours.get(row.behaviour!)?.practice ?? "", eligible: row.eligible, done: row.done,
    value: row.value, lower: row.lower, upper: row.upper, sure: row.sure, association: tellAssociation(row, behaviours.get(row.behaviour!)), comments: row.comments ?? 0, commented: row.commented ?? 0,
  }); // prettier-ignore
  const draw = (row: FocusRow): FocusData["run"] => {
    const own = points.get(keyOf(row)) ?? [];
    if (own.length === 0) return null;
    const first = own.findIndex(({is_after}) => is_after === 1);
    return {
      metric: row.behaviour!,
      points: own.map(({from_on, to_on, n, value, centre, lower, upper, phase}) => ({from_on, to_on, n, value, centre, lower, upper, phase})), // prettier-ignore
      signals: (signals.get(keyOf(row)) ?? []).map(({kind, from, to, side}) => ({kind, from, to, side})),
      after_from: first < 0 ? own.length : first,
    };
  };
  const lastOf = (id: string): VerdictNumbers | null => {
    const last = (verdicts.get(id) ?? []).find(({status}) => status !== "dismissed");
    if (!last) return null;
    const {behaviour, agreed_on, verdict, before_n, before_done, after_n, after_done} = last;
    return {behaviour, label: nameOf(behaviour), agreed_on, verdict, before_n, before_done, after_n, after_done};
  };
  const dismissedOf = ({sdr_id, behaviour, commitment}: FocusRow): Dismissed | null => {
    const last = commitment === null ? dismissals.get(sdr_id)?.find((row) => row.behaviour === behaviour) : undefined;
    const isAgreedSince = (verdicts.get(sdr_id) ?? []).some(
      (row) => row.behaviour === behaviour && row.agreed_on > (last?.agreed_on ?? ""),
    );
    return last && !isAgreedSince ? {on: last.agreed_on, until: dismissedUntil(last, RULES)} : null;
  };
  return {
    dismissalsOf: ({person_id}) =>
      (dismissals.get(person_id) ?? []).map(({behaviour, agreed_on, note}) => ({
        label: nameOf(behaviour),
        dismissed_on: agreed_on,
        note,
      })),
    of(person) {
      const {person_id} = person;
      const [first, ...rest] = focuses.get(person_id) ?? [];
      const agreed = (verdicts.get(person_id) ?? []).map(({sdr_id: _, ...row}) => ({...row, label: nameOf(row.behaviour)}));
      const moved = first?.moved_behaviour ? {label: nameOf(first.moved_behaviour), since: first.moved_since!} : null;
      if (!first?.behaviour) return {focus: null, next: [], no_focus: first?.reason ?? "too_few", moved, verdicts: agreed};
      const {since, review_on, commitment} = first;
      const focus: FocusData = {
        ...number(first), since, is_since_before: first.is_since_before === 1, is_unmoved: first.is_unmoved === 1, review_on,
        agreed: commitment === null ? null : {note: notes.get(commitment) ?? null}, dismissed: dismissedOf(first), colleagues: othersOf(counts.get(first.behaviour) ?? [], person, isOutside, config.publish.min_people), run: draw(first),
        evidence: (evidence.get(person_id) ?? []).map(({sdr_id: _, ...row}) => row),
      }; // prettier-ignore
      return {focus, next: rest.map(number), no_focus: null, moved, verdicts: agreed};
    },
    queueOf(members) {
      const lines = members.flatMap(({person_id, slug, name}) => {
        const [row] = focuses.get(person_id) ?? [];
        if (!row?.behaviour) return [];
        const {since, review_on, quartile, quartile_of, people, gap} = row;
        const line: QueueLine = {...number(row), slug, name, since, is_since_before: row.is_since_before === 1, is_unmoved: row.is_unmoved === 1, review_on, is_agreed: row.commitment !== null, dismissed: dismissedOf(row), quartile, quartile_of, people, gap, last: lastOf(person_id)}; // prettier-ignore
        return [{line, isDue: line.is_agreed && review_on !== null && review_on <= asOf.slice(0, 10), score: row.score ?? 0}];
      });
      lines.sort((a, b) => Number(b.isDue) - Number(a.isDue) || b.score - a.score || (a.line.name < b.line.name ? -1 : 1));
      return lines.map(({line}) => line);
    },
  };
}

/** What may be told of how it goes with an SQL: nothing that the practices page calls not told apart, nor what belongs to another behaviour. */
export function tellAssociation(
  {association, association_lower, association_upper}: Pick<FocusRow, "association" | "association_lower" | "association_upper">,
  behaviour: Behaviour | undefined,
): FocusNumbers["association"] {
  if (association === null || association_lower === null || association_upper === null) return null;
  if (association_lower <= 0 || behaviour?.association?.is_of_another) return null;
  return {difference: association, lower: association_lower, upper: association_upper};
}

function readEvidence(db: Ground["db"]): Promise<(FocusEvidence & {sdr_id: string})[]> {
  return db.rows(`select evidence.sdr_id, evidence.kind, evidence.handoff_id, handoffs.account_name as account, handoffs.ae_name as ae, ${iso("handoffs.meeting_at")} as meeting_at,
      handoffs.outcome, handoffs.missing
    from marts.focus_evidence as evidence inner join marts.handoffs as handoffs on handoffs.handoff_id = evidence.handoff_id
    where evidence.place = 1 order by evidence.sdr_id, evidence.kind, evidence.position`);
}

/** The weeks of `marts.behaviour_weeks` that a sheet counts. */
export const HALF_YEAR = `select weeks.* from marts.behaviour_weeks as weeks cross join config.settings as settings
    where weeks.week_start >= settings.as_of::date - 182`;

/** How often somebody did a behaviour over the last half-year. */
export interface DoneCount {
  sdr_id: string;
  behaviour: string;
  eligible: number;
  done: number;
}

/** What everybody did over the last half-year, of all that is counted. */
export function readDone(db: Ground["db"]): Promise<DoneCount[]> {
  return db.rows(`select weeks.sdr_id, weeks.behaviour, sum(weeks.eligible)::integer as eligible, sum(weeks.done)::integer as done
    from (${HALF_YEAR}) as weeks
    group by weeks.sdr_id, weeks.behaviour order by weeks.sdr_id, weeks.behaviour`);
}

/** All others together, enough of them for whoever reads the page; and the middle half of those whose share says something. */
export function othersOf(
  counts: readonly DoneCount[],
  reader: Pick<Person, "person_id" | "team">,
  isOutside: IsOutside,
  fewest: number,
): FocusData["colleagues"] {
  const others = counts.filter((row) => row.sdr_id !== reader.person_id);
  if (!areEnough(others.map((row) => row.sdr_id), reader, isOutside, fewest)) return null; // prettier-ignore
  const sum = (key: "eligible" | "done") => others.reduce((total, row) => total + row[key], 0);
  const shares = others.flatMap(({eligible, done}) => (eligible < RULES.least ? [] : [done / eligible])).sort((a, b) => a - b);
  const band = shares.length < fewest ? null : {lower: quantile(shares, 0.25), upper: quantile(shares, 0.75), people: shares.length}; // prettier-ignore
  return {people: others.length, eligible: sum("eligible"), done: sum("done"), band};
}

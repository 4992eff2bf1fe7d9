/** The one thing on an SDR's page: the required field most often missing of late, month by month, beside what colleagues do. */
import type {SdrData} from "../contract/datasets.js";
import {wilson} from "../stats/proportion.js";
import {FEWEST_PEOPLE} from "./fields.js";
import {groupBy, type Ground, type Person} from "./ground.js";
import {JUDGED, monthOf} from "./sql.js";

type Focus = NonNullable<SdrData["focus"]>;

/** Quartiles over fewer people would give single ones away. */
const FEWEST_FOR_QUARTILES = 4 * FEWEST_PEOPLE;

interface MonthCount {
  sdr_id: string;
  field: string;
  month: string;
  filled: number;
  judged: number;
  /** Of the last 90 days. */
  recent_filled: number;
  recent_judged: number;
}

/** Returns the finder of each SDR's one thing. Fields and months are counted in one query, over the months that sparklines show. */
export async function readFocus({
  db,
  config,
  metrics,
  people,
}: Pick<Ground, "db" | "config" | "metrics" | "people">): Promise<(person: Person) => Pick<SdrData, "focus" | "no_focus">> {
  const counts = await db.rows<MonthCount>(`
    with judged as (
      select sdr_id, field, state <> 'missing' as is_filled,
        strftime(${monthOf("meeting_at", config.timezone)}, '%Y-%m-%d') as month,
        meeting_at > settings.as_of - interval 90 day and meeting_at <= settings.as_of as is_recent
      from marts.brief_fields cross join config.settings as settings
      where ${JUDGED} and required and sdr_id is not null
    )
    select sdr_id, field, month, (count(*) filter (where is_filled))::integer as filled, count(*)::integer as judged,
      (count(*) filter (where is_filled and is_recent))::integer as recent_filled, (count(*) filter (where is_recent))::integer as recent_judged
    from judged where month >= '${metrics.since}' group by all order by month`);
  const bySdr = groupBy(counts, (count) => count.sdr_id);
  const byField = groupBy(counts, (count) => count.field);
  const order = config.brief.filter(({required}) => required).map(({field}) => field);

  // The team of today, as on its own page: who moved counts with those they sit with now.
  const teamOf = new Map(people.map((person) => [person.person_id, person.is_current ? person.team : null]));

  return ({person_id, team}) => {
    const own = bySdr.get(person_id) ?? [];
    const chosen = choose(own, order, config.min_n);
    if (typeof chosen === "string") return {focus: null, no_focus: chosen};
    const others = (byField.get(chosen.field) ?? []).filter((count) => count.sdr_id !== person_id);
    const inTeam = others.filter(({sdr_id}) => team !== null && teamOf.get(sdr_id) === team);
    const months = groupBy(
      own.filter(({field}) => field === chosen.field),
      (count) => count.month,
    );
    const focus = {
      ...chosen,
      months: [...months].map(([month, list]) => ({month, ...count(list)})),
      colleagues: sumOthers(inTeam, "team", chosen.period) ?? sumOthers(others, "company", chosen.period),
      band: findBand(others, config.min_n),
    };
    return {focus, no_focus: null};
  };
}

/** The field most often missing over the last 90 days, else over the months shown; why there is none where nothing is missing, or too little is judged. */
function choose(
  own: readonly MonthCount[],
  order: readonly string[],
  min_n: number,
): Pick<Focus, "field" | "period" | "filled" | "judged" | "lower" | "upper"> | "none_missing" | "too_few" {
  for (const period of ["trailing_90d", "year"] as const) {
    const fields = order.flatMap((field) => {
      const list = own.filter((row) => row.field === field);
      const sum = (key: keyof MonthCount) => list.reduce((total, row) => total + (row[key] as number), 0);
      const [filled, judged] = period === "year" ? [sum("filled"), sum("judged")] : [sum("recent_filled"), sum("recent_judged")];
      return judged >= min_n ? [{field, filled, judged}] : [];
    });
    if (!fields.length) continue;
    const least = fields.reduce((a, b) => (b.filled / b.judged < a.filled / a.judged ? b : a));
    if (least.filled === least.judged) return "none_missing";
    const {lower, upper} = wilson(least.filled, least.judged)!;
    return {...least, period, lower, upper};
  }
  return "too_few";
}

function count(list: readonly MonthCount[]) {
  const filled = list.reduce((sum, row) => sum + row.filled, 0);
  const judged = list.reduce((sum, row) => sum + row.judged, 0);
  const {lower, upper} = wilson(filled, judged)!;
  return {filled, judged, lower, upper};
}

/** The others' sum over the same time, if enough people stand behind it. */
function sumOthers(others: readonly MonthCount[], of: "team" | "company", period: Focus["period"]): Focus["colleagues"] {
  const isRecent = period === "trailing_90d";
  const counted = isRecent ? others.filter(({recent_judged}) => recent_judged > 0) : others;
  const people = new Set(counted.map(({sdr_id}) => sdr_id)).size;
  if (people < FEWEST_PEOPLE) return null;
  const sum = (key: "filled" | "judged" | "recent_filled" | "recent_judged") =>
    counted.reduce((total, row) => total + row[key], 0);
  const [filled, judged] = isRecent ? [sum("recent_filled"), sum("recent_judged")] : [sum("filled"), sum("judged")];
  return {of, people, filled, judged};
}

/** The middle half of the others, each by all months shown; null over too few people to hide in. */
function findBand(others: readonly MonthCount[], min_n: number): Focus["band"] {
  const shares = [...groupBy(others, ({sdr_id}) => sdr_id).values()]
    .map(count)
    .filter(({judged}) => judged >= min_n)
    .map(({filled, judged}) => filled / judged)
    .sort((a, b) => a - b);
  if (shares.length < FEWEST_FOR_QUARTILES) return null;
  return {people: shares.length, lower: quantile(shares, 0.25), upper: quantile(shares, 0.75)};
}

/** Between the two values around it, as most software does (Hyndman and Fan 1996, type 7). */
function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const next = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return sorted[below]! + (place - below) * (next - sorted[below]!);
}

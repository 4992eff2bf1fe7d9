/** Whom a manager may talk with about which field of the brief: what stands out beyond chance, and nothing else. */
import type {StandOut} from "../contract/datasets.js";
import {normalQuantile} from "../stats/normal.js";
import {wilson} from "../stats/proportion.js";
import {groupBy, type Ground, type Person} from "./ground.js";
import {RAMP_DAYS} from "./scorecard.js";
import {JUDGED} from "./sql.js";

/** More than these nobody talks about in a week. */
const MOST = 3;

export interface FieldCount {
  sdr_id: string;
  field: string;
  filled: number;
  judged: number;
}

/** How often each SDR's briefs of the last 90 days had each field that they require. */
export async function readFieldCounts({db}: Pick<Ground, "db">): Promise<FieldCount[]> {
  return db.rows<FieldCount>(`
    select sdr_id, field, (count(*) filter (where state <> 'missing'))::integer as filled, count(*)::integer as judged
    from marts.brief_fields cross join config.settings as settings
    where ${JUDGED} and required and sdr_id is not null
      and meeting_at > settings.as_of - interval 90 day and meeting_at <= settings.as_of
    group by all order by sdr_id, field`);
}

/**
 * Of each member the field that lies furthest below the rest of the team: the gap times the briefs it shows in, largest first, three
 * at most. So many pairs are looked at that some would lie below by chance; hence the whole interval has to, at a level divided by
 * the number of pairs (Bonferroni). Who is still learning the job is not held against the others.
 */
export function findStandOuts(
  members: readonly Pick<Person, "person_id" | "slug" | "name" | "tenure_days">[],
  counts: readonly FieldCount[],
  min_n: number,
): StandOut[] {
  const settled = members.filter(({tenure_days}) => tenure_days === null || tenure_days >= RAMP_DAYS);
  const ids = new Set(settled.map(({person_id}) => person_id));
  const byField = groupBy(
    counts.filter(({sdr_id}) => ids.has(sdr_id)),
    ({field}) => field,
  );
  const pairs = settled.flatMap(({person_id, slug, name}) =>
    [...byField].flatMap(([field, all]) => {
      const own = all.find(({sdr_id}) => sdr_id === person_id);
      const sum = (key: "filled" | "judged") => all.reduce((total, row) => total + row[key], 0) - (own?.[key] ?? 0);
      const [rest_filled, rest_judged] = [sum("filled"), sum("judged")];
      if (!own || own.judged < min_n || rest_judged < min_n) return [];
      return [{slug, name, field, filled: own.filled, judged: own.judged, rest_filled, rest_judged}];
    }),
  );
  const z = normalQuantile(1 - 0.05 / Math.max(1, pairs.length));
  const below = pairs
    .filter((pair) => wilson(pair.filled, pair.judged, z)!.upper < pair.rest_filled / pair.rest_judged)
    .sort((a, b) => lacking(b) - lacking(a));
  const first = below.filter(({slug}, place) => below.findIndex((other) => other.slug === slug) === place);
  return first.slice(0, MOST).map((pair) => {
    const {lower, upper} = wilson(pair.filled, pair.judged)!;
    return {...pair, lower, upper};
  });
}

/** Briefs that would have had the field, had they been as those of the rest. */
const lacking = ({filled, judged, rest_filled, rest_judged}: Omit<StandOut, "lower" | "upper">) =>
  (rest_filled / rest_judged) * judged - filled;

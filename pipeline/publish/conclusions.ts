/** `practices.json`, `raters.json` and `incidence.json`: what the inference room found, as pages take it. */
import type {IncidenceCurve, PracticesData, RatersData} from "../contract/datasets.js";
import {inLanguage} from "../contract/language.js";
import type {Ground} from "./ground.js";

export async function makePractices({db}: Pick<Ground, "db">): Promise<PracticesData> {
  const practices = await db.rows<PracticesData["practices"][number]>(
    "select practice, label, against, outcome, n_with, n_without, share_with, share_without, difference, lower, upper from marts.practices",
  );
  const lines = await db.rows<PracticesData["fields"][number]["lines"][number] & {motion: string}>(
    "select motion, field, n_with, n_without, difference, lower, upper from marts.associations order by motion, difference desc, field",
  );
  const motions = [...new Set(lines.map(({motion}) => motion))];
  const [worth] = await db.rows<Record<string, number | null> & {currency: string}>("select * from marts.brief_worth");
  const fifths = await db.rows<Record<string, number | null>>("select * from marts.score_calibration order by bucket");
  return {
    practices: practices.map((line) => ({...line, label: inLanguage(line.label), against: inLanguage(line.against)})),
    fields: motions.map((motion) => ({
      motion,
      lines: lines.filter((line) => line.motion === motion).map(({motion: _, ...line}) => line),
    })),
    worth: worth
      ? {
          handoffs: worth["handoffs"]!,
          sqls: extra(worth, "sqls")!,
          opportunities: extra(worth, "opportunities"),
          amount: extra(worth, "amount"),
          currency: worth.currency,
        }
      : null,
    score: fifths.length
      ? {
          fifths: fifths.map((row) => pick(row, ["lowest", "highest", "qualified", "n", "value", "lower", "upper"])),
          concordance: extra(fifths[0]!, "concordance"),
        }
      : null,
  };
}

/** A value with its limits; null where there is none. */
function extra(row: Record<string, unknown>, name: string): {value: number; lower: number; upper: number} | null {
  const [value, lower, upper] = [row[name], row[`${name}_lower`], row[`${name}_upper`]] as (number | null)[];
  return value == null ? null : {value, lower: lower!, upper: upper!};
}

const pick = <K extends string>(row: Record<string, number | null>, names: readonly K[]): Record<K, number> =>
  Object.fromEntries(names.map((name) => [name, row[name]!])) as Record<K, number>;

export async function makeRaters({db, people}: Pick<Ground, "db" | "people">): Promise<RatersData> {
  const known = new Map(people.map((person) => [person.person_id, person]));
  const rows = await db.rows<Omit<RatersData["raters"][number], "ae" | "slug"> & {ae_id: string}>(
    "select ae_id, n, sdrs, mean, severity, lower, upper, spread, piece from marts.raters",
  );
  const raters = rows
    .map(({ae_id, ...row}) => ({ae: known.get(ae_id)?.name ?? ae_id, slug: known.get(ae_id)?.slug ?? null, ...row}))
    .sort((a, b) => (a.ae < b.ae ? -1 : 1));
  const [fit = null] = await db.rows<NonNullable<RatersData["fit"]>>("select * from marts.rating_fit");
  return {raters, fit};
}

/**
 * Curves of what meetings held came to, as the funnel's page draws them: each event for everyone, SQLs for sources, motions and the last twelve months.
 * The others (what SQLs came to, and why meetings of a month did not become one) were seven eighths of that page's data.
 */
export async function readIncidence({db}: Pick<Ground, "db">): Promise<IncidenceCurve[]> {
  return db.rows<IncidenceCurve>(`with curves as (
      select * from marts.incidence where start = 'meeting' and (cohort = 'all' or event = 'sql')
    ),
    months as (
      select cohort_id from (select distinct cohort_id from curves where cohort = 'month') order by cohort_id desc limit 12
    )
    select cohort, cohort_id, event, any_value(n) as n,
      list({day: day, value: round(value, 5), lower: round(lower, 5), upper: round(upper, 5), at_risk: at_risk} order by day) as points
    from curves
    where cohort <> 'month' or cohort_id in (from months)
    group by cohort, cohort_id, event order by cohort, cohort_id, event`);
}

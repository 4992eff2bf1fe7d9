import type {FactRow, HandoffFact, Manifest, MetricRow} from "../../../pipeline/contract/datasets.js";
import {loadManifest, loadTableOnce} from "../frame/load.js";
import type {Loaded} from "../frame/load.js";

/** Values of dimensions by which the company's numbers are split. */
export type Only = Partial<Record<"team" | "source" | "motion" | "segment" | "region", string>>;

/** Whose records stand behind a number: a person's, a team's, or the company's with what they are split by. */
export type Place =
  {of: "sdr" | "ae" | "rater"; slug: string} | {of: "team"; slug: string; team?: string} | {of: "company"; only?: Only};

export const COMPANY: Place = {of: "company"};

/** The members of a metric behind the numbers of a place. */
export function loadFacts(place: Place, metric: string): Promise<Loaded<FactRow[]>> {
  if (place.of === "company") return loadOfCompany(`facts/company/${metric}.arrow`);
  const folder = place.of === "sdr" ? "" : `${place.of}/`;
  return loadTableOnce(`facts/${folder}${encodeURIComponent(place.slug)}.arrow`);
}

/** The handoffs of a place with all that counts are made of: an SDR's, or the company's newest. */
export function loadHandoffFacts(place: Place): Promise<Loaded<HandoffFact[]>> {
  if (place.of !== "sdr") return loadOfCompany("facts/company/handoffs.arrow");
  return loadTableOnce(`facts/handoffs/${encodeURIComponent(place.slug)}.arrow`);
}

/** Records of everybody: not every site holds them, and one that does not is not asked. */
async function loadOfCompany<T>(path: string): Promise<Loaded<T[]>> {
  const manifest = await loadManifest().catch(() => null);
  return manifest && !manifest.holds.includes("lists") ? {state: "absent", path, manifest} : loadTableOnce<T>(path);
}

/** What a place's records are among the company's: a team's handoffs lie in the company's file, its members of metrics in its own. */
export function onlyOf(place: Place): Only {
  if (place.of === "company") return place.only ?? {};
  return place.of === "team" && place.team ? {team: place.team} : {};
}

/** Whether a record of the company's files is one of those that the number is of. */
export const isOnly = (record: Pick<FactRow, keyof Only>, only: Only = {}): boolean =>
  Object.entries(only).every(([name, value]) => !value || record[name as keyof Only] === value);

const DAY = 86_400_000;
const DAYS_90 = 90 * DAY;

/** A time to select by: a period of a metric row, or days from the first to the last, both included. */
export type Span = Pick<MetricRow, "period" | "period_start"> | {from_on: string; to_on: string};

/** Whether an instant lies in the span, in the company's own zone. */
export function makeIsIn(span: Span, {as_of, timezone}: Pick<Manifest, "as_of" | "timezone">): (at: string) => boolean {
  const end = Date.parse(as_of);
  const dayOf = new Intl.DateTimeFormat("en-CA", {year: "numeric", month: "2-digit", day: "2-digit", timeZone: timezone});
  if ("from_on" in span) {
    const {from_on, to_on} = span;
    return (at) => {
      const day = dayOf.format(Date.parse(at));
      return day >= from_on && day <= to_on;
    };
  }
  const {period, period_start} = span;
  if (period === "all") return () => true;
  if (period === "trailing_90d") return (at) => Date.parse(at) >= end - DAYS_90 && Date.parse(at) <= end;
  const length = period === "quarter" ? 3 : 1;
  const first = countMonths(period_start);
  return (at) => {
    const months = countMonths(dayOf.format(Date.parse(at))) - first;
    return months >= 0 && months < length;
  };
}

/** The members of one row: of its metric, within its period in the company's own zone, in its currency; newest first. */
export function selectFacts(
  facts: readonly FactRow[],
  {metric, currency, ...span}: Pick<MetricRow, "metric" | "currency"> & Span,
  manifest: Pick<Manifest, "as_of" | "timezone">,
  only?: Only,
): FactRow[] {
  const isIn = makeIsIn(span, manifest);
  return facts
    .filter((fact) => fact.metric === metric && (!currency || !fact.currency || fact.currency === currency))
    .filter((fact) => isIn(fact.dated_at) && isOnly(fact, only))
    .sort(byNewest);
}

export const byNewest = (a: {dated_at: string}, b: {dated_at: string}): number =>
  a.dated_at < b.dated_at ? 1 : a.dated_at > b.dated_at ? -1 : 0;

/** The last day of a week that begins on a day. */
export const endOfWeek = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 6 * DAY).toISOString().slice(0, 10);

/** Months since the year 0, of a day or month that begins YYYY-MM. */
function countMonths(text: string): number {
  return Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
}

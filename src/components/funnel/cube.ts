import type {Conversion, CubeRow, FunnelData, FunnelStage, Manifest} from "../../../pipeline/contract/datasets.js";
import type {Dimension} from "../../../pipeline/contract/funnel.js";
import {measureShare} from "../base/wilson.js";

/** What the reader asks for: a value per dimension, and the month of the meeting (YYYY-MM); none, all. */
export type Filters = Partial<Record<Dimension | "period", string>>;

interface Sum {
  numerator: number;
  denominator: number;
  in_flight: number;
}
type Sums = ReadonlyMap<string, Sum>;

/**
 * The file that has all counts of what is asked for, and others beside: that of the dimension with the most values, since a file of one of many is small. None for nothing
 * asked.
 */
export function findCube({by}: Pick<FunnelData, "by">, {period, ...filters}: Filters): string | null {
  const chosen = by
    .toSorted((a, b) => b.groups.length - a.groups.length)
    .flatMap(({dimension, groups}) => {
      const own = groups.find(({id}) => filters[dimension] === id);
      return own ? [`${dimension}-${own.number}`] : [];
    });
  const name = chosen[0] ?? period;
  return name ? `cube/${name}.arrow` : null;
}

/**
 * The funnel of some of the handoffs. Only counts are added, so that a share is that of all that were kept, never an average of
 * shares; medians do not add up and are left out.
 * @param whole the funnel of everybody, whose stages and definitions are kept
 * @param rows those of `findCube`, or more
 */
export function filterFunnel(
  whole: FunnelData,
  rows: readonly CubeRow[],
  {period: _period, ...filters}: Filters,
  {metrics}: Pick<Manifest, "metrics">,
): FunnelData {
  const asked = Object.entries(filters).filter(([, value]) => value) as [Dimension, string][];
  const kept = rows.filter((row) => asked.every(([dimension, value]) => row[dimension] === value));
  const isKnown = findKnownStages(whole);
  const ratios = new Set(metrics.filter(({kind}) => kind === "ratio").map(({name}) => name));
  const build = (sums: Sums, dimensions: readonly Dimension[]) =>
    buildStages(
      whole.all.filter(({stage}) => dimensions.every((dimension) => isKnown.has(`${dimension}\0${stage}`))),
      sums,
      ratios,
    );
  const own = asked.map(([dimension]) => dimension);
  return {
    all: build(addUp(kept, () => "").get("") ?? new Map(), own),
    by: whole.by.map(({dimension, label, groups}) => {
      const sums = addUp(kept, (row) => row[dimension]);
      const found = groups.filter(({id}) => sums.has(id));
      return {
        dimension,
        label,
        groups: found.map(({number, id, name}) => ({number, id, name, stages: build(sums.get(id)!, [...own, dimension])})),
      };
    }),
    cohorts: buildCohorts(
      whole.cohorts,
      addUp(kept, ({month}) => month),
    ),
  };
}

/** Which stages' records name which dimensions at all: a lead without a motion is absent from a motion, not zero in it. */
const findKnownStages = ({by}: FunnelData): Set<string> =>
  new Set(by.flatMap(({dimension, groups}) => groups.flatMap(({stages}) => stages.map(({stage}) => `${dimension}\0${stage}`))));

function addUp(rows: readonly CubeRow[], keyOf: (row: CubeRow) => string): Map<string, Map<string, Sum>> {
  const groups = new Map<string, Map<string, Sum>>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key) ?? new Map<string, Sum>();
    groups.set(key, group);
    const sum = group.get(row.metric) ?? {numerator: 0, denominator: 0, in_flight: 0};
    group.set(row.metric, sum);
    sum.numerator += row.numerator;
    sum.denominator += row.denominator;
    sum.in_flight += row.in_flight;
  }
  return groups;
}

function buildStages(stages: readonly FunnelStage[], sums: Sums, ratios: ReadonlySet<string>): FunnelStage[] {
  const countOf = ({stage}: FunnelStage) => sums.get(`stage:${stage}`)?.numerator ?? 0;
  return stages.map((stage, index) => {
    const before = stages[index - 1];
    const metric = before ? stage.conversion?.metric : undefined;
    return {
      ...stage,
      count: countOf(stage),
      median_days: null,
      conversion:
        metric === undefined
          ? null
          : metric === ""
            ? makeShare(countOf(stage), countOf(before!))
            : makeConversion(metric, sums.get(metric), ratios.has(metric)),
    };
  });
}

/** Counts of the stages themselves: rates count only those who had time, so that theirs are fewer. */
function buildCohorts(cohorts: FunnelData["cohorts"], months: ReadonlyMap<string, Sums>): FunnelData["cohorts"] {
  const metricOf = new Map(
    cohorts.flatMap(({stages}) => stages.flatMap(({stage, conversion}) => (conversion ? [[stage, conversion.metric]] : []))),
  );
  return cohorts.flatMap(({month, stages}) => {
    const sums = months.get(month);
    if (!sums) return [];
    const own = stages.map((stage) => {
      const metric = metricOf.get(stage.stage);
      const conversion = metric ? makeConversion(metric, sums.get(metric), false) : null;
      return {...stage, count: sums.get(`stage:${stage.stage}`)?.numerator ?? 0, median_days: null, conversion};
    });
    return [{month, stages: own}];
  });
}

function makeConversion(metric: string, sum: Sum | undefined, isRatio: boolean): Conversion | null {
  if (!sum) return null;
  const {numerator, denominator, in_flight} = sum;
  const share = measureShare(numerator, denominator);
  if (isRatio)
    return {
      metric,
      numerator,
      denominator,
      value: denominator ? numerator / denominator : null,
      lower: null,
      upper: null,
      in_flight,
    };
  return {metric, numerator, denominator, in_flight, value: null, lower: null, upper: null, ...share};
}

function makeShare(numerator: number, denominator: number): Conversion | null {
  const share = numerator > denominator ? null : measureShare(numerator, denominator);
  return share && {metric: "", numerator, denominator, ...share, in_flight: 0};
}

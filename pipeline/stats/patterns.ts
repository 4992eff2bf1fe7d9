import type {ColumnLists, LogisticData, LogisticPriors} from "./logistic.js";

/** Members alike in everything that is looked at, and how many of them succeeded. */
export interface Pattern {
  /** Whether each of the fields (or practices) in question was there, in the order of their names. */
  present: readonly boolean[];
  /** What is held fixed, in the order of its names: source, segment. */
  strata: readonly string[];
  ae_id: string;
  n: number;
  successes: number;
}

/** SDs of the normal priors, in log odds. */
export const PRIOR_SDS = {
  /** A field or practice: in two thirds of cases the odds change by less than a factor of 1.6, and seldom by more than 2.7. */
  field: 0.5,
  /** An AE's tendency: the same. */
  ae: 0.5,
  /**
   * Constant, sources and segments: as good as none against data, but it keeps a source without (or of nothing but) successes, whose
   * estimate would run away, at a defined place.
   */
  fixed: 10,
};

/** Patterns coded as columns, with the names of the columns. */
export interface CodedPatterns {
  data: LogisticData;
  priors: LogisticPriors;
  /** Column of each field: 1 + its place. */
  fields: readonly string[];
  /** Fixed columns after the fields, each a level other than the most frequent one. */
  levels: {stratum: string; level: string; is_separated: boolean}[];
  aes: string[];
}

/**
 * Columns: the constant, the fields (0 or 1), then a column for every level of the strata but the one with most members (ties: the
 * first by name), in order of name. A level is `is_separated` when none or all of its members succeeded: its own estimate then
 * rests on the weak prior, and only it does.
 */
export function codePatterns(
  patterns: readonly Pattern[],
  fields: readonly string[],
  strata: readonly string[],
  sds: typeof PRIOR_SDS = PRIOR_SDS,
): CodedPatterns {
  const seen = patterns.filter(({n}) => n > 0);
  const levels: CodedPatterns["levels"] = [];
  const columnOf = strata.map((stratum, place) => {
    const counts = new Map<string, {n: number; successes: number}>();
    for (const pattern of seen) {
      const level = pattern.strata[place]!;
      if (!counts.has(level)) counts.set(level, {n: 0, successes: 0});
      const count = counts.get(level)!;
      count.n += pattern.n;
      count.successes += pattern.successes;
    }
    const names = [...counts.keys()].sort();
    const most = names.reduce((best, name) => (counts.get(name)!.n > counts.get(best)!.n ? name : best), names[0] ?? "");
    const columns = new Map<string, number>();
    for (const level of names.filter((name) => name !== most)) {
      const {n, successes} = counts.get(level)!;
      columns.set(level, 1 + fields.length + levels.length);
      levels.push({stratum, level, is_separated: successes === 0 || successes === n});
    }
    return columns;
  });
  const aes = [...new Set(seen.map(({ae_id}) => ae_id))].sort();
  const aeOf = new Map(aes.map((ae, index) => [ae, index]));
  // Patterns mostly share their lists, one object for all: each is looked into once.
  const fieldLists = collect<readonly boolean[]>((present) => present.flatMap((isThere, k) => (isThere ? [1 + k] : [])));
  const strataLists = collect<readonly string[]>((own) => [0, ...own.flatMap((level, place) => columnOf[place]!.get(level) ?? [])]);
  const data: LogisticData = {
    columns: 1 + fields.length + levels.length,
    field: Int32Array.from(seen, ({present}) => fieldLists.numberOf(present)),
    stratum: Int32Array.from(seen, ({strata: own}) => strataLists.numberOf(own)),
    fields: fieldLists.lists(),
    strata: strataLists.lists(),
    group: Int32Array.from(seen, ({ae_id}) => aeOf.get(ae_id)!),
    groups: aes.length,
    n: Float64Array.from(seen, ({n}) => n),
    successes: Float64Array.from(seen, ({successes}) => successes),
  };
  const priors = {sds: [sds.fixed, ...fields.map(() => sds.field), ...levels.map(() => sds.fixed)], groupSd: sds.ae};
  return {data, priors, fields, levels, aes};
}

/** Numbers lists of columns, the same ones alike, whether they come as one object or as several. */
function collect<T extends object>(columnsOf: (item: T) => number[]) {
  const [known, alike] = [new Map<T, number>(), new Map<string, number>()];
  const found: number[][] = [];
  return {
    numberOf(item: T): number {
      const own = known.get(item);
      if (own !== undefined) return own;
      const columns = columnsOf(item);
      const key = columns.join(" ");
      const number = alike.get(key) ?? found.push(columns) - 1;
      alike.set(key, number);
      known.set(item, number);
      return number;
    },
    lists(): ColumnLists {
      const starts = new Int32Array(found.length + 1);
      found.forEach((columns, k) => (starts[k + 1] = starts[k]! + columns.length));
      return {starts, columns: Uint16Array.from(found.flat())};
    },
  };
}

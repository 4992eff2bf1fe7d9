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

/** Patterns by number: what many of them have in common is told once. */
export interface NumberedPatterns {
  /** The different lists of what was there and of what is held fixed, and the AEs in order of name. */
  present: readonly (readonly boolean[])[];
  strata: readonly (readonly string[])[];
  aes: readonly string[];
  /** Each pattern's places among these. */
  presentOf: Int32Array;
  stratumOf: Int32Array;
  aeOf: Int32Array;
  n: Float64Array;
  successes: Float64Array;
}

export function numberPatterns(patterns: readonly Pattern[]): NumberedPatterns {
  const seen = patterns.filter(({n}) => n > 0);
  const [present, strata] = [collect<readonly boolean[]>(), collect<readonly string[]>()];
  const aes = [...new Set(seen.map(({ae_id}) => ae_id))].sort();
  const places = new Map(aes.map((ae, index) => [ae, index]));
  return {
    presentOf: Int32Array.from(seen, (pattern) => present.placeOf(pattern.present)),
    stratumOf: Int32Array.from(seen, (pattern) => strata.placeOf(pattern.strata)),
    aeOf: Int32Array.from(seen, ({ae_id}) => places.get(ae_id)!),
    n: Float64Array.from(seen, ({n}) => n),
    successes: Float64Array.from(seen, ({successes}) => successes),
    present: present.lists,
    strata: strata.lists,
    aes,
  };
}

/** Different lists, in the order in which they come. Patterns mostly share theirs, one object for all. */
function collect<T extends readonly unknown[]>() {
  const [known, alike] = [new Map<T, number>(), new Map<string, number>()];
  const lists: T[] = [];
  const placeOf = (list: T): number => {
    const own = known.get(list);
    if (own !== undefined) return own;
    const key = JSON.stringify(list);
    const place = alike.get(key) ?? lists.push(list) - 1;
    alike.set(key, place);
    known.set(list, place);
    return place;
  };
  return {lists, placeOf};
}

/**
 * Columns: the constant, the fields (0 or 1), then a column for every level of the strata but the one with most members (ties: the
 * first by name), in order of name. A level is `is_separated` when none or all of its members succeeded: its own estimate then
 * rests on the weak prior, and only it does.
 */
export function codePatterns(
  patterns: readonly Pattern[] | NumberedPatterns,
  fields: readonly string[],
  strata: readonly string[],
  sds: typeof PRIOR_SDS = PRIOR_SDS,
): CodedPatterns {
  const numbered = "aeOf" in patterns ? patterns : numberPatterns(patterns);
  const {columnOf, levels} = nameLevels(numbered, strata, 1 + fields.length);
  const aes = [...new Set(numbered.aeOf)].sort((a, b) => a - b);
  const groupOf = new Int32Array(numbered.aes.length);
  aes.forEach((ae, group) => (groupOf[ae] = group));
  const data: LogisticData = {
    columns: 1 + fields.length + levels.length,
    fields: listFields(numbered.present, fields.length),
    strata: listColumns(numbered.strata.map((own) => [0, ...own.flatMap((level, place) => columnOf[place]!.get(level) ?? [])])),
    field: numbered.presentOf,
    stratum: numbered.stratumOf,
    group: numbered.aeOf.map((ae) => groupOf[ae]!),
    groups: aes.length,
    n: numbered.n,
    successes: numbered.successes,
  };
  const priors = {sds: [sds.fixed, ...fields.map(() => sds.field), ...levels.map(() => sds.fixed)], groupSd: sds.ae};
  return {data, priors, fields, levels, aes: aes.map((ae) => numbered.aes[ae]!)};
}

/** The levels of what is held fixed that have a column, from `first` on. */
function nameLevels({strata, stratumOf, n, successes}: NumberedPatterns, names: readonly string[], first: number) {
  const totals = strata.map(() => ({n: 0, successes: 0}));
  for (let r = 0; r < n.length; r++) {
    const total = totals[stratumOf[r]!]!;
    total.n += n[r]!;
    total.successes += successes[r]!;
  }
  const levels: CodedPatterns["levels"] = [];
  const columnOf = names.map((stratum, place) => {
    const counts = new Map<string, {n: number; successes: number}>();
    totals.forEach((total, k) => {
      if (total.n === 0) return;
      const level = strata[k]![place]!;
      const count = counts.get(level) ?? {n: 0, successes: 0};
      counts.set(level, {n: count.n + total.n, successes: count.successes + total.successes});
    });
    const known = [...counts.keys()].sort();
    const most = known.reduce((best, name) => (counts.get(name)!.n > counts.get(best)!.n ? name : best), known[0] ?? "");
    const columns = new Map<string, number>();
    for (const level of known.filter((name) => name !== most)) {
      const count = counts.get(level)!;
      columns.set(level, first + levels.length);
      levels.push({stratum, level, is_separated: count.successes === 0 || count.successes === count.n});
    }
    return columns;
  });
  return {columnOf, levels};
}

/** Columns of the fields that are there, the first after the constant. */
function listFields(lists: readonly (readonly boolean[])[], fields: number): ColumnLists {
  const starts = new Int32Array(lists.length + 1);
  const columns = new Uint16Array(lists.length * fields);
  let filled = 0;
  for (let list = 0; list < lists.length; list++) {
    const own = lists[list]!;
    for (let k = 0; k < own.length; k++) if (own[k]) columns[filled++] = 1 + k;
    starts[list + 1] = filled;
  }
  return {starts, columns};
}

function listColumns(lists: readonly (readonly number[])[]): ColumnLists {
  const starts = new Int32Array(lists.length + 1);
  lists.forEach((columns, k) => (starts[k + 1] = starts[k]! + columns.length));
  return {starts, columns: Uint16Array.from(lists.flat())};
}

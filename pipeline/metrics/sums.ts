/** What a metric's kind is worked out from: a few columns beside those of the other metrics that are rows of one mart, dated alike. Pure. */
import type {Metric, MetricKind} from "../contract/metrics.js";
import type {MemberTerms} from "./members.js";

/** One number that a metric is worked out from. */
interface Sum {
  /** Column of temp.metric_sums. */
  name: string;
  /** SQL of what a member adds, over the metric's terms; null adds nothing. */
  each: (terms: MemberTerms) => string;
  /** SQL that adds up members, and what was added up of them. */
  of: (column: string) => string;
  again: (column: string) => string;
  /** SQL of the sum as temp.metric_sums has it. */
  last?: (column: string) => string;
}

const plain = (aggregate: string) => ({of: (column: string) => `${aggregate}(${column})`, again: (column: string) => `${aggregate}(${column})`}); // prettier-ignore
const double = (column: string) => `${column}::double`;
const times = (a: keyof MemberTerms, b: keyof MemberTerms) => (terms: MemberTerms) => `(${terms[a]})::double * (${terms[b]})::double`; // prettier-ignore
/** Decimal sums are the same in whatever order threads add; sums of doubles are not. */
const exact = (name: string, term: "numerator" | "denominator" | "amount"): Sum => ({
  name, each: (terms) => `(${terms[term]})::double`, of: (column) => `sum(${column}::decimal(28, 6))`, again: (column) => `sum(${column})`, last: double,
}); // prettier-ignore
/** Threads add in any order: rounding makes the last digit the same each time. */
const product = (name: string, a: "numerator" | "denominator", b: "numerator" | "denominator"): Sum => ({
  name, each: times(a, b), ...plain("sum"), last: (column) => `round(${column}, 6)`,
}); // prettier-ignore

/** Successes of a rate are counted: nothing is cheaper. */
const HITS: Sum = {name: "y", each: ({numerator}) => `nullif(${numerator}, 0)`, of: (column) => `count(${column})`, again: (column) => `sum(${column})`, last: double}; // prettier-ignore
const AMOUNTS: Sum = {name: "amounts", each: ({amount}) => `(${amount})::double`, of: (column) => `count(${column})`, again: (column) => `sum(${column})`, last: (column) => `${column}::integer`}; // prettier-ignore
/** Where all handoffs have the same, chance has shown nothing: told by the least and the largest. */
const ratio = ({numerator, denominator}: MemberTerms) => `(${numerator})::double / (${denominator})::double`;
const VALUES: Sum = {
  name: "sorted",
  each: ({value}) => `(${value})::double`,
  of: (column) => `list(${column}) filter (${column} is not null)`,
  again: (column) => `case when count(${column}) > 0 then list_sort(flatten(list(${column}) filter (${column} is not null))) end`,
};

const SUMS: Record<MetricKind, readonly Sum[]> = {
  rate: [HITS],
  ratio: [exact("y", "numerator"), exact("x", "denominator")],
  clustered_rate: [
    exact("y", "numerator"), exact("x", "denominator"),
    product("yy", "numerator", "numerator"), product("xy", "numerator", "denominator"), product("xx", "denominator", "denominator"),
    {name: "lowest", each: ratio, ...plain("min")}, {name: "highest", each: ratio, ...plain("max")},
  ],
  mean: [exact("y", "numerator"), product("yy", "numerator", "numerator")],
  adjusted_mean: [],
  median: [VALUES],
  sum: [exact("y", "numerator")],
  velocity: [HITS, exact("amount", "amount"), AMOUNTS, VALUES],
}; // prettier-ignore

/** Amounts are those of the young ones too. */
const ofAll = ({name}: Sum) => name === "amount" || name === "amounts";

/** Columns of temp.metric_sums that a kind may lack. */
const LACKING: Readonly<Record<string, string>> = {
  y: "null::double", x: "null::double", yy: "null::double", xy: "null::double", xx: "null::double",
  amount: "null::double", amounts: "0", lowest: "null::double", highest: "null::double", sorted: "null::double[]",
}; // prettier-ignore

const columnOf = ({name}: Metric, what: string) => `${what}_${name}`;

/** SQL of whether a row is a mature member; false in flight, null where it is no member. A median's members are those that succeeded, and those in flight. */
export function writeMembership(metric: Metric, {members, mature, success, value}: MemberTerms): string {
  const isMember = metric.kind === "median" ? `(${members}) and (not ${mature} or (coalesce(${success}, false) and (${value})::double is not null))` : members; // prettier-ignore
  return `case when ${isMember} then ${mature} end as ${columnOf(metric, "is_mature")}`;
}

/** Over rows with their membership: that, and what each adds. */
export function writeAdditions(metric: Metric, terms: MemberTerms): string[] {
  const is = columnOf(metric, "is_mature");
  const of = (sum: Sum) => (ofAll(sum) ? `${is} is not null` : is);
  return [
    is,
    ...SUMS[metric.kind].map((sum) => `case when ${of(sum)} then ${sum.each(terms)} end as ${columnOf(metric, sum.name)}`),
  ];
}

/** Members added up. */
export function writeSums(metric: Metric): string[] {
  const is = columnOf(metric, "is_mature");
  const counts = [`count(*) filter (${is}) as ${columnOf(metric, "n")}`, `count(*) filter (not ${is}) as ${columnOf(metric, "in_flight")}`]; // prettier-ignore
  return [...counts, ...SUMS[metric.kind].map((sum) => `${sum.of(columnOf(metric, sum.name))} as ${columnOf(metric, sum.name)}`)];
}

/** What was added up, added up again. */
export function writeSumsOfSums(metric: Metric): string[] {
  const counts = ["n", "in_flight"].map((name) => `sum(${columnOf(metric, name)})::integer as ${columnOf(metric, name)}`);
  return [...counts, ...SUMS[metric.kind].map((sum) => `${sum.again(columnOf(metric, sum.name))} as ${columnOf(metric, sum.name)}`)]; // prettier-ignore
}

/** The numbers of one metric as columns of temp.metric_sums; null where there is no mature member to add up. */
export function writeColumns(metric: Metric): string[] {
  const n = columnOf(metric, "n");
  const of = (name: string): string => {
    // A member of a rate or a mean counts once in what it is divided by.
    if (name === "x" && (metric.kind === "rate" || metric.kind === "mean")) return `nullif(${n}, 0)::double`;
    const sum = SUMS[metric.kind].find((each) => each.name === name);
    if (!sum) return LACKING[name]!;
    const column = columnOf(metric, name);
    const last = sum.last ? sum.last(column) : column;
    return sum === HITS ? `case when ${n} > 0 then ${last} end` : last;
  };
  return [
    `${n} as n`, `${columnOf(metric, "in_flight")} as in_flight`,
    ...["y", "x", "amount", "amounts", "yy", "xy", "xx"].map((name) => `${of(name)} as ${name}`),
    `${of("lowest")} = ${of("highest")} as is_uniform`, `${of("sorted")} as sorted`,
  ]; // prettier-ignore
}

/** SQL condition: the metric has a member. */
export const hasMembers = (metric: Metric): string => `${columnOf(metric, "n")} + ${columnOf(metric, "in_flight")} > 0`;

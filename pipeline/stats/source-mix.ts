/** Members of one person in one source. */
export interface SourceCount {
  source: string;
  successes: number;
  n: number;
}

/**
 * The rate that each person's own mix of sources leads one to expect, for `shrinkRates`: the rates of the sources over all persons
 * (half a success and half a failure added, so that none is 0 or 1), weighted by the person's members. One list of counts a person,
 * in order; null for a person without members.
 */
export function expectFromMix(people: readonly (readonly SourceCount[])[]): (number | null)[] {
  const totals = new Map<string, {successes: number; n: number}>();
  for (const counts of people) {
    for (const {source, successes, n} of counts) {
      const total = totals.get(source);
      if (total) {
        total.successes += successes;
        total.n += n;
      } else totals.set(source, {successes, n});
    }
  }
  const rateOf = (source: string) => (totals.get(source)!.successes + 0.5) / (totals.get(source)!.n + 1);
  return people.map((counts) => {
    const n = counts.reduce((sum, count) => sum + count.n, 0);
    return n === 0 ? null : counts.reduce((sum, count) => sum + (count.n / n) * rateOf(count.source), 0);
  });
}

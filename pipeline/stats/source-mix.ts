/** Members of one person in one source. */
export interface SourceCount {
  source: string;
  successes: number;
  n: number;
}

/** The same by number: those of one person lie together. */
export interface SourceCounts {
  /** Where each person's counts begin; one more entry at the end. */
  starts: ArrayLike<number>;
  /** Numbers of the sources, and how many there are. */
  source: ArrayLike<number>;
  sources: number;
  successes: ArrayLike<number>;
  n: ArrayLike<number>;
}

/**
 * The rate that each person's own mix of sources leads one to expect, for `shrinkRates`: the rates of the sources over all persons
 * (half a success and half a failure added, so that none is 0 or 1), weighted by the person's members. One list of counts a person,
 * in order; null for a person without members.
 */
export function expectFromMix(people: readonly (readonly SourceCount[])[]): (number | null)[] {
  const counts = people.flat();
  const places = new Map([...new Set(counts.map(({source}) => source))].map((source, place) => [source, place]));
  const starts = people.reduce((ends, own) => [...ends, ends.at(-1)! + own.length], [0]);
  return expectFromMixes({
    starts,
    source: counts.map(({source}) => places.get(source)!),
    sources: places.size,
    successes: counts.map(({successes}) => successes),
    n: counts.map(({n}) => n),
  });
}

/** `expectFromMix` of counts by number. */
export function expectFromMixes({starts, source, sources, successes, n}: SourceCounts): (number | null)[] {
  const [ofSuccesses, ofN] = [new Float64Array(sources), new Float64Array(sources)];
  for (let k = 0; k < source.length; k++) {
    ofSuccesses[source[k]!]! += successes[k]!;
    ofN[source[k]!]! += n[k]!;
  }
  const rates = ofN.map((count, place) => (ofSuccesses[place]! + 0.5) / (count + 1));
  return Array.from({length: starts.length - 1}, (_, person) => {
    let [total, expected] = [0, 0];
    for (let k = starts[person]!; k < starts[person + 1]!; k++) total += n[k]!;
    if (total === 0) return null;
    for (let k = starts[person]!; k < starts[person + 1]!; k++) expected += (n[k]! / total) * rates[source[k]!]!;
    return expected;
  });
}

/** Room between the numbers of neighbours, so that a day's new exports find theirs without moving the others. */
const STEP = 1024;

/**
 * Numbers files in their order: of equally new exports the later file wins, so a later one has the higher number. A file that
 * had a number in an earlier build keeps it; where that leaves no room for those between, all are numbered anew.
 */
export function numberFiles(names: readonly string[], known: ReadonlyMap<string, number>): number[] {
  const numbers: number[] = [];
  const anew = () => names.map((_, index) => (index + 1) * STEP);
  let last = 0;
  for (let at = 0; at < names.length;) {
    let end = at;
    while (end < names.length && !known.has(names[end]!)) end++;
    const next = end < names.length ? known.get(names[end]!)! : last + STEP * (end - at + 1);
    const step = Math.floor((next - last) / (end - at + 1));
    if (step < 1) return anew();
    for (; at < end; at++) numbers.push((last += step));
    if (end < names.length) numbers.push((last = next));
    at = end + 1;
  }
  return numbers;
}

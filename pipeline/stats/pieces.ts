/** The pieces of the graph of SDRs and AEs: those of one piece can be compared, those of two have no AE or SDR in common. */
export interface Pieces {
  count: number;
  /** Number of the piece, from 1 (the one with most SDRs; ties by the first name) on. */
  ofSdr: Map<string, number>;
  ofAe: Map<string, number>;
  /** How many AEs rated each SDR. */
  raters: Map<string, number>;
}

/**
 * Connected components by union–find (R. E. Tarjan 1975), from the places in order of name of who rated whom; a pair may come more than
 * once.
 */
export function findPieces(sdr: Int32Array, ae: Int32Array, sdrs: readonly string[], aes: readonly string[]): Pieces {
  // SDRs first, then AEs; each points towards the root of its piece.
  const parent = Int32Array.from({length: sdrs.length + aes.length}, (_, index) => index);
  const find = (index: number): number => {
    while (parent[index] !== index) {
      parent[index] = parent[parent[index]!]!;
      index = parent[index]!;
    }
    return index;
  };
  const rated = new Set<number>();
  for (let k = 0; k < sdr.length; k++) {
    rated.add(sdr[k]! * aes.length + ae[k]!);
    parent[find(sdr[k]!)] = find(sdrs.length + ae[k]!);
  }
  const raters = new Int32Array(sdrs.length);
  for (const pair of rated) raters[Math.floor(pair / aes.length)]!++;
  // SDRs are in order of name, so that a piece is met first by its first name.
  const sizes = new Map<number, number>();
  for (let index = 0; index < sdrs.length; index++) sizes.set(find(index), (sizes.get(find(index)) ?? 0) + 1);
  const roots = [...sizes.keys()].sort((a, b) => sizes.get(b)! - sizes.get(a)!);
  const numbers = new Map(roots.map((root, index) => [root, index + 1]));
  const pieceOf = (names: readonly string[], from: number) =>
    new Map(names.map((name, index) => [name, numbers.get(find(from + index))!]));
  return {
    count: roots.length,
    ofSdr: pieceOf(sdrs, 0),
    ofAe: pieceOf(aes, sdrs.length),
    raters: new Map(sdrs.map((name, index) => [name, raters[index]!])),
  };
}

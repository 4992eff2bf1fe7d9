/** Who rated whom. */
export interface Pair {
  sdr_id: string;
  ae_id: string;
}

/** The pieces of the graph of SDRs and AEs: those of one piece can be compared, those of two have no AE or SDR in common. */
export interface Pieces {
  count: number;
  /** Number of the piece, from 1 (the one with most SDRs; ties by the first name) on. */
  ofSdr: Map<string, number>;
  ofAe: Map<string, number>;
  /** How many AEs rated each SDR. */
  raters: Map<string, number>;
}

/** Connected components by union–find (R. E. Tarjan 1975). Pairs may come more than once. */
export function findPieces(pairs: readonly Pair[]): Pieces {
  const [sdrs, aes] = [numberOf(pairs.map(({sdr_id}) => sdr_id)), numberOf(pairs.map(({ae_id}) => ae_id))];
  // SDRs first, then AEs; each points towards the root of its piece.
  const parent = Int32Array.from({length: sdrs.size + aes.size}, (_, index) => index);
  const find = (index: number): number => {
    while (parent[index] !== index) {
      parent[index] = parent[parent[index]!]!;
      index = parent[index]!;
    }
    return index;
  };
  const rated = new Set<number>();
  for (const {sdr_id, ae_id} of pairs) {
    const [sdr, ae] = [sdrs.get(sdr_id)!, aes.get(ae_id)!];
    rated.add(sdr * aes.size + ae);
    parent[find(sdr)] = find(sdrs.size + ae);
  }
  const raters = new Map([...sdrs.keys()].map((sdr) => [sdr, 0]));
  const names = [...sdrs.keys()];
  for (const pair of rated) {
    const sdr = names[Math.floor(pair / aes.size)]!;
    raters.set(sdr, raters.get(sdr)! + 1);
  }
  // SDRs are in order of name, so that a piece is met first by its first name.
  const sizes = new Map<number, number>();
  for (const index of sdrs.values()) sizes.set(find(index), (sizes.get(find(index)) ?? 0) + 1);
  const roots = [...sizes.keys()].sort((a, b) => sizes.get(b)! - sizes.get(a)!);
  const numbers = new Map(roots.map((root, index) => [root, index + 1]));
  const pieceOf = (ids: Map<string, number>, from: number) =>
    new Map([...ids].map(([id, index]) => [id, numbers.get(find(from + index))!]));
  return {count: roots.length, ofSdr: pieceOf(sdrs, 0), ofAe: pieceOf(aes, sdrs.size), raters};
}

/** Every name's place in their order. */
export function numberOf(ids: readonly string[]): Map<string, number> {
  return new Map([...new Set(ids)].sort().map((id, index) => [id, index]));
}

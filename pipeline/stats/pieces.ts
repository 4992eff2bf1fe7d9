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

/** Connected components by union–find (R. E. Tarjan 1975). */
export function findPieces(pairs: readonly Pair[]): Pieces {
  const parent = new Map<string, string>();
  const find = (key: string): string => {
    let root = key;
    while (parent.get(root) !== root) root = parent.get(root)!;
    for (let at = key; at !== root;) {
      const next = parent.get(at)!;
      parent.set(at, root);
      at = next;
    }
    return root;
  };
  const raters = new Map<string, Set<string>>();
  for (const {sdr_id, ae_id} of pairs) {
    for (const key of [`s${sdr_id}`, `a${ae_id}`]) if (!parent.has(key)) parent.set(key, key);
    parent.set(find(`s${sdr_id}`), find(`a${ae_id}`));
    raters.set(sdr_id, (raters.get(sdr_id) ?? new Set()).add(ae_id));
  }
  const members = new Map<string, string[]>();
  for (const sdr of [...raters.keys()].sort()) members.set(find(`s${sdr}`), [...(members.get(find(`s${sdr}`)) ?? []), sdr]);
  const roots = [...members.keys()].sort((a, b) => {
    const [first, second] = [members.get(a)!, members.get(b)!];
    return second.length - first.length || (first[0]! < second[0]! ? -1 : 1);
  });
  const numbers = new Map(roots.map((root, index) => [root, index + 1]));
  const aes = new Set(pairs.map(({ae_id}) => ae_id));
  return {
    count: roots.length,
    ofSdr: new Map([...raters.keys()].map((sdr) => [sdr, numbers.get(find(`s${sdr}`))!])),
    ofAe: new Map([...aes].map((ae) => [ae, numbers.get(find(`a${ae}`))!])),
    raters: new Map([...raters].map(([sdr, set]) => [sdr, set.size])),
  };
}

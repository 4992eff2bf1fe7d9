/** What AEs' words and the association with SQL add to a score. Pure. */
import {Z90} from "../stats/normal.js";
import type {Rules} from "./rules.js";
import type {Association, CommentCount} from "./types.js";

/**
 * From 1 (unknown, none, or against) to 1 + cap. The difference is shrunk by what its interval leaves open: d³ ÷ (d² + se²).
 * An association, never a cause.
 */
export function weighAssociation(found: Association | undefined, {association: {per_share, cap}}: Rules): number {
  if (!found || found.difference <= 0) return 1;
  const {difference, lower, upper} = found;
  const error = (upper - lower) / (2 * Z90);
  return 1 + Math.min(cap, (per_share * difference ** 3) / (difference ** 2 + error ** 2));
}

export interface Said {
  factor: number;
  /** The share lies above the others' by more than `excess`. */
  isMore: boolean;
  comments: number;
  commented: number;
  others_share: number | null;
}

/**
 * How much more often AEs missed a behaviour's themes in an SDR's handoffs than in others', as a factor from 1 to 1 + cap. A few
 * comments are shrunk towards the others' share.
 */
export function readComments(
  comments: readonly CommentCount[],
  commented: ReadonlyMap<string, number>,
  {comments: {per_share, cap, prior, excess}}: Rules,
): (sdr: string, themes: readonly string[]) => Said {
  const counts = new Map<string, number>();
  const add = (key: string, n: number) => counts.set(key, (counts.get(key) ?? 0) + n);
  for (const {sdr_id, theme, comments: n} of comments) {
    add(`${sdr_id}\t${theme}`, n);
    add(`\t${theme}`, n);
  }
  const all = [...commented.values()].reduce((sum, n) => sum + n, 0);
  return (sdr, themes) => {
    const sum = (who: string) => themes.reduce((total, theme) => total + (counts.get(`${who}\t${theme}`) ?? 0), 0);
    const n = commented.get(sdr) ?? 0;
    // One comment may belong to two of the themes.
    const own = Math.min(n, sum(sdr));
    if (themes.length === 0 || all === n) return {factor: 1, isMore: false, comments: own, commented: n, others_share: null};
    const others_share = Math.min(1, (sum("") - sum(sdr)) / (all - n));
    const more = Math.max(0, (own + prior * others_share) / (n + prior) - others_share);
    return {factor: 1 + Math.min(cap, per_share * more), isMore: more > excess, comments: own, commented: n, others_share};
  };
}

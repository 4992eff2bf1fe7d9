import type {Loss} from "../../../pipeline/contract/datasets.js";

export interface Cause {
  cause: Loss["cause"];
  label: string;
  count: number;
  reasons: readonly Loss[];
}

/** Causes with their counts added up; reasons only where the exports name any. */
export function groupCauses(losses: readonly Loss[]): Cause[] {
  const names = [...new Set(losses.map(({cause}) => cause))];
  return names
    .map((cause) => {
      const own = losses.filter((loss) => loss.cause === cause);
      return {
        cause,
        label: own[0]!.label,
        count: own.reduce((sum, {count}) => sum + count, 0),
        reasons: own.some(({reason}) => reason) ? own : [],
      };
    })
    .sort((a, b) => b.count - a.count);
}

import type {Manifest, PersonCell} from "../../../pipeline/contract/datasets.js";

/** Whether AEs answer is not the SDR's doing: the part on fairness tells of it. */
export const OTHERS_DOING = "feedback_response_rate";

/** Labels of a person's results that lie below their target beyond chance: without them, "nothing stands out" would mislead. */
export const listBelow = (
  cells: readonly Pick<PersonCell, "metric" | "status">[],
  metrics: readonly Pick<Manifest["metrics"][number], "name" | "label">[],
): string[] => findBelow(cells, metrics).map(({metric}) => metric.label);

/** The same results, each with what its metric is. */
export const findBelow = <T extends Pick<PersonCell, "metric" | "status">, M extends {name: string}>(
  cells: readonly T[],
  metrics: readonly M[],
): {row: T; metric: M}[] =>
  cells.flatMap((row) => {
    const metric = row.status === "below_target" && row.metric !== OTHERS_DOING && metrics.find(({name}) => name === row.metric);
    return metric ? [{row, metric}] : [];
  });

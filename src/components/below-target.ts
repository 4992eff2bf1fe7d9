import type {Manifest, PersonCell} from "../../pipeline/contract/datasets.js";

/** Whether AEs answer is not the SDR's doing: the part on fairness tells of it. */
export const OTHERS_DOING = "feedback_response_rate";

/** Labels of a person's results that lie below their target beyond chance: without them, "nothing stands out" would mislead. */
export const listBelow = (
  cells: readonly Pick<PersonCell, "metric" | "status">[],
  metrics: readonly Pick<Manifest["metrics"][number], "name" | "label">[],
): string[] =>
  cells.flatMap(({status, metric}) =>
    status === "below_target" && metric !== OTHERS_DOING ? (metrics.find(({name}) => name === metric)?.label ?? []) : [],
  );

/** `narrowed/<dimension>.json`: what the overview leads with, of each value of a dimension. Rows as the models have them: nothing is added up for it. */
import type {FunnelData, NarrowedData} from "../contract/datasets.js";
import type {Ground} from "./ground.js";
import {makeHeadlines} from "./headline.js";

/** A team has a page of its own, with all this and more. */
const BY_ITSELF = "team";

/** A document per dimension whose values are known. @param by the funnel's groups, in their order */
export function listNarrowed({metrics}: Pick<Ground, "metrics">, {by}: Pick<FunnelData, "by">): NarrowedData[] {
  return by
    .filter(({dimension}) => dimension !== BY_ITSELF)
    .map(({dimension, label, groups}) => ({
      dimension,
      label,
      groups: groups.map(({id, name, stages}) => ({
        id,
        name,
        headlines: makeHeadlines(metrics, dimension, id),
        funnel: stages,
      })),
    }));
}

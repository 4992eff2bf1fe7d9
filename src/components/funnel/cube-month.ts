import type {CubeRow, FunnelData, Manifest} from "../../../pipeline/contract/datasets.js";
import {filterFunnel} from "./cube.js";
import type {Filters} from "./cube.js";

/**
 * The funnel of one month's meetings, from booked on, out of the whole or what was kept of it: the months are told there. Without the cube
 * not by dimension.
 */
export function pickMonth(
  whole: FunnelData,
  rows: readonly CubeRow[] | null,
  filters: Filters,
  manifest: Pick<Manifest, "metrics">,
): FunnelData {
  const stagesOf = ({cohorts}: FunnelData) => cohorts.find(({month}) => month.startsWith(filters.period!))?.stages ?? [];
  const isAsked = Object.entries(filters).some(([name, value]) => name !== "period" && value);
  const narrow = (more: Filters) => (rows ? filterFunnel(whole, rows, {...filters, ...more}, manifest) : whole);
  const kept = isAsked ? narrow({}) : whole;
  const by = rows
    ? kept.by.map(({dimension, label, groups}) => ({
        dimension,
        label,
        groups: groups
          .map(({number, id, name}) => ({number, id, name, stages: stagesOf(narrow({[dimension]: id}))}))
          .filter(({stages}) => stages.length > 0),
      }))
    : [];
  return {all: stagesOf(kept), by: by.filter(({groups}) => groups.length > 0), cohorts: kept.cohorts};
}

/** What the inference room found: funnel plots by team, run charts of the company, of teams and of SDRs. */
import type {FunnelPlotData, RunData} from "../contract/datasets.js";
import {groupBy, type Ground, type Person} from "./ground.js";
import {listHeadlines} from "./headline.js";

export interface Findings {
  /** The members of a team among all SDRs. */
  plotsOf(members: readonly Person[]): FunnelPlotData[];
  /** Run charts of the headline metrics; the company's id is empty. */
  runsOf(scope: "company" | "team" | "sdr", id: string): RunData[];
}

type PlotRow = FunnelPlotData["limits"][number] &
  Pick<FunnelPlotData, "metric" | "period" | "centre"> &
  Pick<FunnelPlotData["people"][number], "value" | "place"> & {sdr_id: string};

type Subject = {metric: string; scope: string; scope_id: string};
const keyOf = ({scope, scope_id}: Pick<Subject, "scope" | "scope_id">): string => `${scope}\t${scope_id}`;

/** Over the last 90 days where all of the team have members then, else over all time. */
export async function readFindings({db, metrics}: Pick<Ground, "db" | "metrics">): Promise<Findings> {
  const plots = groupBy(
    await db.rows<PlotRow>("select * from marts.funnel_plots order by metric, period, n, sdr_id"),
    ({metric}) => metric,
  );
  const points = await db.rows<RunData["points"][number] & Subject>(
    `select metric, scope, scope_id, from_on, to_on, n, value, centre, lower, upper, phase from marts.run_points order by metric, scope, scope_id, point`,
  );
  const signals = await db.rows<RunData["signals"][number] & Subject>(
    `select metric, scope, scope_id, kind, "from", "to", side from marts.run_signals order by metric, scope, scope_id, "to", "from"`,
  );
  const bySubject = groupBy(points, keyOf);
  const signalsOf = groupBy(signals, keyOf);
  const headlines = listHeadlines(metrics);
  return {
    plotsOf: (members) => headlines.flatMap((metric) => drawPlot(plots.get(metric) ?? [], members)),
    runsOf: (scope, id) =>
      headlines.flatMap((metric) => {
        const own = (bySubject.get(keyOf({scope, scope_id: id})) ?? []).filter((point) => point.metric === metric);
        if (own.length === 0) return [];
        const found = (signalsOf.get(keyOf({scope, scope_id: id})) ?? []).filter((signal) => signal.metric === metric);
        return [
          {
            metric,
            points: own.map(({metric: _, scope: __, scope_id: ___, ...point}) => point),
            signals: found.map(({metric: _, scope: __, scope_id: ___, ...signal}) => signal),
          },
        ];
      }),
  };
}

function drawPlot(rows: readonly PlotRow[], members: readonly Person[]): FunnelPlotData[] {
  const of = (period: PlotRow["period"]) => rows.filter((row) => row.period === period);
  const isKnown = (list: readonly PlotRow[]) => members.every(({person_id}) => list.some(({sdr_id}) => sdr_id === person_id));
  const shown = isKnown(of("trailing_90d")) ? of("trailing_90d") : of("all");
  const people = members.flatMap(({person_id, slug, name}) => {
    const row = shown.find(({sdr_id}) => sdr_id === person_id);
    return row ? [{slug, name, n: row.n, value: row.value, place: row.place}] : [];
  });
  const [first] = shown;
  if (!first || people.length === 0) return [];
  const limits = new Map(
    shown.map(({n, lower_95, upper_95, lower_998, upper_998}) => [n, {n, lower_95, upper_95, lower_998, upper_998}]),
  );
  return [{metric: first.metric, period: first.period, centre: first.centre, limits: [...limits.values()], people}];
}

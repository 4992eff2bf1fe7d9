/** The coming meetings as the pages of teams and SDRs list them: the same tasks as on the board. */
import type {ComingLine} from "../../contract/datasets.js";
import {groupBy} from "../ground.js";
import type {Coming} from "./read.js";

export interface ComingShelf {
  /** Soonest first. */
  ofTeam(team: string): ComingLine[];
  ofSdr(sdr: string): ComingLine[];
}

export function shelveComing(coming: readonly Coming[]): ComingShelf {
  const byTeam = groupBy(coming, ({team}) => team ?? "");
  const bySdr = groupBy(coming, ({sdr_id}) => sdr_id ?? "");
  return {
    ofTeam: (team) => toLines(byTeam.get(team)),
    ofSdr: (sdr) => toLines(bySdr.get(sdr)),
  };
}

function toLines(coming: readonly Coming[] = []): ComingLine[] {
  return coming.flatMap(({meeting}) => {
    if (!meeting) return [];
    const {values: _values, ...line} = meeting;
    return [line];
  });
}

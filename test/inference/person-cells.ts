import type {PersonCells} from "../../pipeline/inference/person-cells.js";
import {PERIODS, type Period} from "../../pipeline/contract/vocabulary.js";

/** A person's members in one source and period. */
export interface GivenCell {
  person_id: string;
  source: string;
  period: Period;
  step: number;
  n: number;
  successes: number;
  trials: number;
  yy: number;
  xy: number;
  xx: number;
}

/** SDRs' cells of one rate, as `readPersonCells` hands them over. */
export function cellsOf(given: readonly GivenCell[]): PersonCells {
  const names = (column: "person_id" | "source") => [...new Set(given.map((cell) => cell[column]))];
  const [people, sources] = [names("person_id"), names("source")];
  const cells = people.flatMap((person) => given.filter(({person_id}) => person_id === person));
  const whole = (of: (cell: GivenCell) => number) => Int32Array.from(cells, of);
  const column = (name: "n" | "successes" | "trials" | "yy" | "xy" | "xx") => Float64Array.from(cells, (cell) => cell[name]);
  return {
    metric: "show_rate", scope: "sdr", people, person: whole(({person_id}) => people.indexOf(person_id)), sources: sources.length,
    source: whole(({source}) => sources.indexOf(source)), period: whole(({period}) => PERIODS.indexOf(period)), step: whole(({step}) => step),
    n: column("n"), successes: column("successes"), trials: column("trials"), squares: {yy: column("yy"), xy: column("xy"), xx: column("xx")},
  }; // prettier-ignore
}

/** What may be worked out on another core: pure, and without anything of the database. */
import {rankBehaviours} from "../coaching/rank.js";
import {associateFields} from "./field-fits.js";
import {expectMixes} from "./mix-fits.js";
import {shrinkPersonRates} from "./person-rates.js";
import {comparePractices} from "./practice-fits.js";
import {fitPeriods} from "./rating-fits.js";

export const MATHEMATICS = {fitPeriods, expectMixes, comparePractices, associateFields, shrinkPersonRates, rankBehaviours};

export type Task = keyof typeof MATHEMATICS;
export type Given<T extends Task> = Parameters<(typeof MATHEMATICS)[T]>[0];
export type Found<T extends Task> = ReturnType<(typeof MATHEMATICS)[T]>;

/** Does a task by its name. */
export function work<T extends Task>(task: T, given: Given<T>): Found<T> {
  const act = MATHEMATICS[task] as (given: Given<T>) => Found<T>;
  return act(given);
}

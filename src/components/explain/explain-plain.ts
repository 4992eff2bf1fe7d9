import type {Manifest} from "../../../pipeline/contract/datasets.js";
import type {Asked} from "./explain-panel.js";
import {formatTime} from "../base/format.js";
import {say} from "../words/words.js";

/** A number that is neither a metric nor a count of handoffs: an estimate, a count of lines, a chart's own level. */
export interface PlainQuestion {
  title: string;
  value: string;
  meaning: string;
  formula?: string;
  /** What went in, and what comes beside it, in words; blank ones are left out. */
  entries?: Asked["entries"];
  /** The question whose records are behind this number too. */
  behind?: Asked;
}

/** The question about such a number: what it is, how it is made, what went in, and the time of the data. */
export function askPlain({title, value, meaning, formula = "", entries = [], behind}: PlainQuestion, manifest: Manifest): Asked {
  return {
    title,
    value,
    entries: [
      [say("definition"), meaning],
      [say("formula"), formula],
      ...entries,
      [say("data_time"), formatTime(manifest.as_of, {zone: manifest.timezone, year: true})],
    ],
    ...(behind?.list && {list: behind.list}),
  };
}

/** The same answer with more entries, before the time of the data. */
export function addEntries(asked: Asked, ...entries: Asked["entries"]): Asked {
  return {...asked, entries: [...asked.entries.slice(0, -1), ...entries, ...asked.entries.slice(-1)]};
}

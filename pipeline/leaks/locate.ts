/** Where in a file its marks stand: the few files with findings are read again, and each mark's first place noted. */
import {readFileSync} from "node:fs";
import {FIELD, type Lexicon} from "./lexicon.js";
import {JSON_TEXT, WHOLE} from "./modes.js";
import {describePlace} from "./place.js";
import {makeFileReader} from "./read-file.js";
import {Unreadable} from "./unpack.js";

/** A mark: its node, or the value of a run below zero. */
export type Places = Map<number, string>;

export function makeLocator(lexicon: Lexicon): (path: string, marks: ReadonlySet<number>) => Places {
  let wanted: ReadonlySet<number> = new Set();
  let places: Places = new Map();
  const note = (mark: number, at: number, isBetter = false) => {
    if (!wanted.has(mark) || (places.has(mark) && !isBetter)) return;
    const {bytes, mode, through} = reader.here;
    const place = describePlace(bytes, at, mode === JSON_TEXT, mode === WHOLE);
    places.set(mark, [...through, ...(place ? [place] : [])].join(", "));
  };
  const reader = makeFileReader(lexicon, {
    // Where it is a field counts, not where it is a word.
    mark: (node, as, at) => note(node, at, (as & FIELD) !== 0),
    run: (value, at) => note(-value, at),
  });
  return (path, marks) => {
    [wanted, places] = [marks, new Map()];
    try {
      reader.read(readFileSync(path), path);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
    }
    return places;
  };
}

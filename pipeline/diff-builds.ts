/** What differs between two published builds, for whoever has to decide on it. */
import type {Config} from "./config.js";
import {UserError} from "./errors.js";
import {tellBuild, type KeptBuild} from "./refresh/build-record.js";
import {compareBuilds, findCause, type Cause, type Difference, type DifferenceKind} from "./refresh/compare.js";
import {CAUSES, formatSide, nameDifference} from "./refresh/judge.js";
import {listKept, locatePlace, readRefused, readServed} from "./refresh/place.js";
import {groupBy} from "./group-by.js";
import {formatTable} from "./report.js";
import {findBuild} from "./rollback.js";
import {isWorkedBetween} from "./worked.js";

export interface Comparison {
  a: {build: string; as_of: string; made_at: string};
  b: {build: string; as_of: string; made_at: string};
  cause: Cause;
  /** Changes that move numbers, of the changelog that came with `b` and not with `a`. */
  moves_numbers: string[];
  /** Beyond the thresholds first. */
  differences: Difference[];
  /** Ids of SDRs and AEs who are there in one of the two alone. */
  people_gone: string[];
  people_new: string[];
}

/**
 * Compares two builds; without names the served one with what was refused, else with the one before it.
 * @throws UserError when there are not two
 */
export function compareKept(config: Config, {out, a, b}: {out: string; a?: string; b?: string}): Comparison {
  const place = locatePlace(out);
  const kept = listKept(place);
  const refused = readRefused(place);
  const served = kept.find(({name}) => name === readServed(place));
  if (!served)
    throw new UserError(`${out}: nothing is published there by refresh or publish yet\n  → name the folder with --out`, 2);
  const find = (wanted: string): KeptBuild => {
    if (wanted !== "refused") return findBuild(kept, wanted, served);
    if (!refused) throw new UserError("refused: nothing was refused since the last build that was published", 2);
    return refused;
  };
  const later = b !== undefined ? find(b) : a === undefined && refused ? refused : served;
  const earlier = a !== undefined ? find(a) : later === refused ? served : findBuild(kept, undefined, later);
  return compare(config, earlier, later);
}

function compare(config: Config, a: KeptBuild, b: KeptBuild): Comparison {
  const tell = ({name, as_of, made_at}: KeptBuild) => ({build: name, as_of, made_at});
  const [before, after] = [new Set(a.figures.people), new Set(b.figures.people)];
  const known = new Set(a.moves_numbers);
  return {
    a: tell(a),
    b: tell(b),
    cause: findCause(a, b),
    moves_numbers: b.moves_numbers.filter((line) => !known.has(line)),
    differences: compareBuilds(a, b, config.guard, (from, to) => isWorkedBetween(config, from, to)),
    people_gone: [...before].filter((person) => !after.has(person)),
    people_new: [...after].filter((person) => !before.has(person)),
  };
}

const WITHIN: Record<DifferenceKind, string> = {
  rows: "records, within what the guard allows",
  rejects: "share of rows rejected, within what the guard allows",
  column: "columns that the newest exports do not have any more, of which few rows had anything",
  value: "values that more or fewer records have, by two points of their share and more than chance",
  people: "people, within what the guard allows",
  team: "teams, within what the guard allows",
  metric: "metrics without a closed number by now, of few",
  number: "numbers of closed periods that moved, by no more than noise",
  file: "files",
  date: "exports dated ahead of the clock, by no more than the guard allows",
};

/** The comparison as a person reads it: what is more than the guard allows, then the rest, kind by kind. @param zone of the instants */
export function describeComparison(
  {a, b, cause, moves_numbers, differences, people_gone, people_new}: Comparison,
  zone: string,
): string {
  const beyond = differences.filter(({is_beyond}) => is_beyond);
  const {value: shifts = [], ...others} = Object.fromEntries(groupBy(differences.filter(({is_beyond}) => !is_beyond), ({kind}) => kind)); // prettier-ignore
  const show = (rows: readonly Difference[]) => {
    const lines = rows.map((row) => ({what: nameDifference(row), before: formatSide(row, row.before), after: formatSide(row, row.after)})); // prettier-ignore
    const [told, alike] = [lines.filter(({before, after}) => before !== after), lines.filter(({before, after}) => before === after)]; // prettier-ignore
    const more = alike.length > 0 ? `${alike.length} that ${alike.length === 1 ? "reads" : "read"} the same, as rounded` : "";
    return [told.length > 0 ? formatTable(told) : "", more].filter(Boolean).join("\n");
  };
  return [
    `${tellBuild(a.build, a.as_of, zone)} → ${tellBuild(b.build, b.as_of, zone)}`,
    `what changed: ${CAUSES[cause]}`,
    ...moves_numbers.map((line) => `  changelog: ${line}`),
    ...(differences.length === 0 ? ["", "no rows, people or closed numbers differ"] : []),
    ...(shifts.length > 0 ? ["", `${WITHIN.value}: ${shifts.length}`, "", show(shifts)] : []),
    ...(beyond.length > 0 ? ["", `more than the guard allows, or more than noise: ${beyond.length}`, "", show(beyond)] : []),
    ...Object.entries(others).flatMap(([kind, rows]) => [
      "",
      `${WITHIN[kind as DifferenceKind]}: ${rows.length}`,
      "",
      show(rows),
    ]),
    ...(people_gone.length > 0 ? ["", `people gone: ${people_gone.join(", ")}`] : []),
    ...(people_new.length > 0 ? ["", `people new: ${people_new.join(", ")}`] : []),
  ].join("\n");
}

/** How often each field of the brief is filled, by SDR; everything about documentation adds up from it. */
import type {FieldCell, HeatRow} from "../contract/datasets.js";
import {groupBy, type Ground, type Person} from "./ground.js";
import {areEnough} from "./outside.js";
import {JUDGED} from "./sql.js";

interface FieldCount extends FieldCell {
  sdr_id: string;
  team: string | null;
}

export interface FieldBook {
  /** Handoffs whose documentation is judged, of one SDR. */
  handoffsOf(sdr: string): number;
  cellsOf(sdr: string): FieldCell[];
  company: FieldCell[];
  /** What the others do: of the reader's team, or of the company where fewer than `min_people` others stand behind the team's. */
  othersOf(person: Person): {cells: FieldCell[]; people: number; of: "team" | "company"};
}

/** Counts fields in one query. The company's cells count handoffs without an SDR as well. */
export async function readFields({db, config, isOutside}: Pick<Ground, "db" | "config" | "isOutside">): Promise<FieldBook> {
  const counts = await db.rows<FieldCount>(`
    select coalesce(sdr_id, '') as sdr_id, team, field,
      (count(*) filter (where state = 'filled'))::integer as filled,
      (count(*) filter (where state = 'not_disclosed'))::integer as not_disclosed,
      (count(*) filter (where state = 'missing'))::integer as missing
    from marts.brief_fields where ${JUDGED} group by all`);
  const fields = config.brief.map(({field}) => field);
  // The reader is not counted.
  const fewest = config.publish.min_people;
  const bySdr = groupBy(counts, (count) => count.sdr_id);
  const byTeam = groupBy(counts, (count) => count.team ?? "");
  const company = addUp(fields, counts);
  return {
    // Every judged handoff has a cell of every field.
    handoffsOf: (sdr) => Math.max(0, ...addUp(fields, bySdr.get(sdr) ?? []).map(countCells)),
    cellsOf: (sdr) => addUp(fields, bySdr.get(sdr) ?? []),
    company,
    othersOf(reader) {
      const {person_id, team} = reader;
      const inTeam = team ? others(byTeam.get(team) ?? [], person_id) : [];
      if (countPeople(inTeam) >= fewest) return {cells: addUp(fields, inTeam), people: countPeople(inTeam), of: "team"};
      const people = [...bySdr.keys()].filter((sdr) => sdr !== "" && sdr !== person_id);
      if (!areEnough(people, reader, isOutside, fewest)) return {cells: [], people: 0, of: "company"};
      return {cells: subtract(company, addUp(fields, bySdr.get(person_id) ?? [])), people: people.length, of: "company"};
    },
  };
}

const countCells = ({filled, not_disclosed, missing}: FieldCell): number => filled + not_disclosed + missing;

/** A row of the heat map. */
export const makeHeatRow = (book: FieldBook, {person_id, slug, name}: Person): HeatRow => ({
  slug, name, handoffs: book.handoffsOf(person_id), cells: book.cellsOf(person_id),
}); // prettier-ignore

const others = (counts: readonly FieldCount[], reader: string) =>
  counts.filter((count) => count.sdr_id !== reader && count.sdr_id !== "");
const countPeople = (counts: readonly FieldCount[]) => new Set(counts.map((count) => count.sdr_id)).size;

/** Sums per field, in order of the template; a field that was never judged is left out. */
function addUp(fields: readonly string[], counts: readonly FieldCount[]): FieldCell[] {
  const sums = new Map<string, FieldCell>();
  for (const {field, filled, not_disclosed, missing} of counts) {
    const sum = sums.get(field);
    if (!sum) sums.set(field, {field, filled, not_disclosed, missing});
    else {
      sum.filled += filled;
      sum.not_disclosed += not_disclosed;
      sum.missing += missing;
    }
  }
  return fields.flatMap((field) => sums.get(field) ?? []);
}

/** The whole less a part of it. */
function subtract(whole: readonly FieldCell[], part: readonly FieldCell[]): FieldCell[] {
  const parts = new Map(part.map((cell) => [cell.field, cell]));
  return whole.map((cell) => ({
    field: cell.field,
    filled: cell.filled - (parts.get(cell.field)?.filled ?? 0),
    not_disclosed: cell.not_disclosed - (parts.get(cell.field)?.not_disclosed ?? 0),
    missing: cell.missing - (parts.get(cell.field)?.missing ?? 0),
  }));
}

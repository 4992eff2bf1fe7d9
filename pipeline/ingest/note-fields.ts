import {takeApart} from "../brief/index.js";
import {BRIEF_FIELDS, noteColumnOf, TOLD_BESIDE, type BriefField} from "../contract/brief.js";
import {findColumn} from "../contract/entities.js";

/** A note as cells of handoffs. */
export interface NoteCells {
  /** Column of handoffs: text; only those the note fills. */
  cells: ReadonlyMap<string, string>;
  /** Columns whose heading stands in the note. */
  named: readonly string[];
  unplaced: string;
  certainty: number;
}

/** The fields that a note is read for: the configuration's, and those of the default template that it leaves out. */
export function listNoteFields(template: readonly BriefField[]): BriefField[] {
  const columns = new Set(template.map(noteColumnOf));
  return [...template, ...BRIEF_FIELDS.filter((field) => !columns.has(noteColumnOf(field)))].filter(
    (field) => findColumn("handoffs", noteColumnOf(field)) !== undefined,
  );
}

/** Reads notes by a template. The fields of the template share its headings, so make it once for many notes. */
export function makeNoteReader(template: readonly BriefField[]): (note: string) => NoteCells {
  const fields = listNoteFields(template);
  const columnOf = new Map(fields.map((field) => [field.field, noteColumnOf(field)]));
  for (const [name, column] of Object.entries(TOLD_BESIDE)) columnOf.set(name, column);
  return (note) => {
    const {fields: texts, named, unplaced, certainty} = takeApart(note, fields);
    const cells = new Map<string, string>();
    const left = [...unplaced];
    for (const [field, text] of Object.entries(texts)) {
      const column = columnOf.get(field)!;
      const cell = fit(column, text);
      if (cell === undefined) left.push(text);
      else cells.set(column, cells.has(column) ? `${cells.get(column)!}\n${cell}` : cell);
    }
    return {cells, named: named.map((field) => columnOf.get(field)!), unplaced: left.join("\n\n"), certainty};
  };
}

/** A text as its column takes it: a number out of "6 people"; undefined where the column cannot take it. */
function fit(column: string, text: string): string | undefined {
  const type = findColumn("handoffs", column)!.type;
  if (type !== "integer" && type !== "number") return text;
  return /\d+/.exec(text.replace(/(?<=\d)[.,'](?=\d{3}\b)/g, ""))?.[0];
}

/** What the taking apart depends on, for the cache of what was read. */
export function describeTemplate(template: readonly BriefField[]): object {
  return listNoteFields(template).map(({field, section, label, entity, column, headings}) => ({field, section, label, entity, column, headings})); // prettier-ignore
}

/** A note that tells the same columns, each with another text in its place. */
export function makeNoteRewriter(
  template: readonly BriefField[],
): (note: string, replace: (column: string, text: string) => string) => string {
  const read = makeNoteReader(template);
  const labels = new Map(listNoteFields(template).map((field) => [noteColumnOf(field), field.label]));
  return (note, replace) =>
    [...read(note).cells]
      .flatMap(([column, text]) => (labels.has(column) ? [`${labels.get(column)!}: ${replace(column, text)}`] : []))
      .join("\n\n");
}

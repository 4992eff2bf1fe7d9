import type {ProfileName} from "../config-schema.js";
import type {EntityName} from "../contract/entities.js";

/**
 * Where a canonical column comes from, best first. A plain text is a header; after `=` stands a DuckDB expression over cells,
 * `{Header}` or `{Header|Other header}`, usable when every brace names a header of the file; `{?Header}` is null when missing. Headers are compared by
 * `normaliseHeader`, so one spelling stands for label, API name and snake case. The column's own name need not be listed.
 */
export type ColumnSources = readonly string[];

export interface ProfilePart {
  entity: EntityName;
  columns: Readonly<Record<string, ColumnSources>>;
  /** Condition on the file's cells (braces as above; left out when a header is missing): other rows are of another kind. */
  where?: string;
  /** Rows that are no records of this entity, and why: the first condition that holds. */
  setAside?: readonly {when: string; reason: string}[];
  /** Spellings of closed vocabularies beyond the common ones, by column; `normaliseValue` is applied to both sides. */
  values?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Takes a column's rows from headers that match: `header` gets the first group, `cell` the cell; blank cells give no row. */
  unpivot?: {headers: RegExp; header: string; cell: string};
  /** Headers are questions: known wordings first, then the nearest one, reported. */
  hasQuestions?: boolean;
}

/** One kind of file of an exporting system, and the entities it feeds. */
export interface ProfileFile {
  /** The system's own word for it. */
  kind: string;
  /** Groups of headers; a file that has all of one group is of this kind. */
  signatures: readonly (readonly string[])[];
  /** Headers that speak against it; a custom field of such a name does not. */
  unless?: readonly string[];
  /** How the ids of these records begin, in a system that numbers each kind of record by itself. */
  idPrefix?: string;
  parts: readonly ProfilePart[];
}

export interface Profile {
  name: ProfileName;
  label: string;
  files: readonly ProfileFile[];
  /** What the system or its connectors put before headers, or behind them. */
  prefix?: RegExp;
  /** Zone of times that name none, when the system fixes it; otherwise that of source or configuration. */
  zone?: (headers: readonly string[]) => string | undefined;
  /** How dates are read when a whole column leaves it open. */
  dates?: "day-first" | "month-first";
  hasSalesforceIds?: boolean;
  /** Labels of this system are written with blanks: "Lead ID" is one, the LeadID of somebody's own table is not. */
  hasBlanksInLabels?: boolean;
  /** What to say of every file read by this profile. */
  caution?: string;
  /** Headers in other languages, normalised, and the English ones they stand for. */
  translations?: Readonly<Record<string, string>>;
}

const isTrue = (header: string) => `lower({${header}}) in ('true', '1', 'yes', 't')`;
const deleted = (when: string) => ({when, reason: "deleted in the CRM"});

/** Connectors keep former versions of a record beside the present one. */
export const superseded = {
  when: "lower({_fivetran_active}) in ('false', '0', 'f')",
  reason: "former version of a record",
};

/** They keep deleted ones too, and say so in a column of their own, next to the CRM's. */
export const gone = [
  ...["Is Deleted", "_fivetran_deleted", "__hevo__marked_deleted"].map((header) => deleted(isTrue(header))),
  ...["_sdc_deleted_at", "_ab_cdc_deleted_at"].map((header) => deleted(`{${header}} is not null`)),
  superseded,
];

/** Whether a connector has copied the file's rows out of a system: it writes times in UTC, mostly without saying so. */
export const isCopied = (headers: readonly string[]): boolean =>
  headers.some((header) => /^_*(?:fivetran|airbyte|sdc|hevo|dlt|ab_cdc)_/i.test(header));

/** What Stitch puts behind the name of a column for those of its values that are of another type than the first. */
export const TYPED = /__(?:string|double|bigint|decimal|boolean|date_?time|st|fl|de|it|bo)$/i;

/** The form in which headers are compared: lower case, no accents, blanks or punctuation, no suffix of custom fields. */
export function normaliseHeader(header: string): string {
  // Form tools put markup into the texts of questions.
  const plain = header
    .replace(/<\/?[a-z][^<>]*>|&nbsp;/gi, " ")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .trim()
    .toLowerCase()
    .replace(CUSTOM, "");
  return plain.replace(/[^\p{L}\p{N}#]+/gu, "") || plain;
}

/** What custom fields end with. */
const CUSTOM = /(?<=[a-z0-9])_{1,2}c$/i;

/** Whether a header is that of a custom field, which may be called anything. */
export const isCustom = (header: string): boolean => CUSTOM.test(header.trim());

/** The form in which values of closed vocabularies are compared. The SQL of conversion does the same. */
export function normaliseValue(value: string): string {
  return value.trim().toLowerCase().replaceAll("-", " ").replaceAll("_", " ");
}

/** SQL over cells: the words of a stage's name without what numbers and parts them, so that "07 - Closed-Won" is "closed won". */
export const wordsOf = (header: string): string => wordsIn(`{${header}}`);
/** The same of an expression. */
export const wordsIn = (sql: string): string => `trim(regexp_replace(lower(${sql}), '[^a-zà-ÿ]+', ' ', 'g'))`;

const ENDED =
  "(abgeschlossen|gewonnen|verloren|fermée?|conclue?|gagnée?|perdue?|cerrad[oa]|ganad[oa]|perdid[oa]|cierre (ganad|perdid)[oa])( |$)";
/** SQL over such words: whether the stage is one in which a deal has ended, or is won. */
export const isClosedStage = (words: string): string => `regexp_matches(${words}, '^(closed|(won|lost)$)|^${ENDED}')`;
export const isWonStage = (words: string): string =>
  `(regexp_matches(${words}, '^(closed ?won\\b|won$)|^${ENDED}') and not regexp_matches(${words}, 'verloren|perdu|perdid'))`;

/** Groups of headers, each written as a list with commas: `anyOf("Id, StageName", "Opportunity ID, Stage")`. */
export const anyOf = (...groups: string[]): string[][] => groups.map((group) => group.split(", "));

/** A table of spellings from its inverse, canonical value: spellings as a list with commas. */
export const spellings = (table: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(table).flatMap(([value, texts]) => texts.split(", ").map((text) => [text, value])));

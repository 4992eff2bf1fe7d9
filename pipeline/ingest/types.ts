import type {ProfileName, SourceConfig} from "../config-schema.js";
import type {EntityName} from "../contract/entities.js";
import type {Problem} from "../errors.js";

/** An export file that a source of the configuration names. */
export interface FoundFile {
  /** Absolute path. */
  path: string;
  /** Path relative to the configuration, as messages and the ledger name it. */
  name: string;
  sourceIndex: number;
  source: SourceConfig;
  /** The source names this file alone, so what the configuration says of columns must hold for it. */
  isOnly: boolean;
  /** Set when it is no text. */
  form?: "parquet" | "arrow" | "duckdb";
  /** Set when a folder is read as one table: its files. `path` is the folder. */
  parts?: readonly string[];
  /** Of a database: the table. */
  table?: string;
  /** Set when the path is a ZIP archive: which of its files this is. */
  entry?: ZipEntry;
}

/** A file inside a ZIP archive, as the archive's directory has it. */
export interface ZipEntry {
  name: string;
  /** 0 stored, 8 deflated. */
  method: number;
  /** Where its local header begins, bytes packed and unpacked, and the checksum of the latter. */
  offset: number;
  packed: number;
  unpacked: number;
  crc: number;
  isEncrypted: boolean;
}

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "utf-32le" | "utf-32be" | "windows-1252" | "iso-8859-1";

/** What the bytes of a file say before anything is parsed. */
export interface ByteFacts {
  bytes: number;
  encoding: Encoding;
  /** Length of the byte order mark. */
  bom: number;
  lineFeeds: number;
  carriageReturns: number;
  /** Carriage returns that a line feed follows. */
  pairs: number;
  nuls: number;
  /** Places in a UTF-8 file whose bytes are no UTF-8; read as U+FFFD. */
  damaged: number;
  endsWithNewline: boolean;
  /** Tabs, no-break or ideographic spaces stand in it. */
  hasOddBlanks: boolean;
  /** The first part of the file, decoded, and its last few lines. */
  sample: string;
  isWholeSample: boolean;
  tail: string;
}

/** How a file is written. Lines count from 1. */
export interface Dialect {
  delimiter: string;
  quote: string;
  escape: string;
  newline: "\n" | "\r\n" | "\r";
  /** Line of the header. */
  headerLine: number;
  /** Column names: unique without regard to case, never blank. */
  headers: string[];
  /** Lines that count or sum stand between its records. */
  isReport?: boolean;
  /** Why DuckDB's own reader is not to be trusted with it; undefined when it is. */
  care?: string;
}

/** A record that could not be read as a row, or is none. */
export interface OddRecord {
  line: number;
  value: string;
  reason: string;
}

/** A file's rows as a temporary view, all text, columns named as in the file. */
export interface Landing {
  table: string;
  /**
   * Where each line is one row: SQL of the rows without their lines, which several threads can read, and the line of the first. With `expected` that is
   * taken for granted so far: so many rows must come, and no error.
   */
  inOrder?: {rows: string; first: number; expected?: number};
  /** Cells of each header that are not empty, where looking for them cost nothing. */
  filled?: Map<string, number>;
  /** Where each line is one row of a text: the rows of some lines alone, and what removes their copy. */
  pick?(lines: readonly number[]): {table: string; close(): void};
  /** Drops the view and what it reads besides the file itself. */
  close(): Promise<void>;
  /** SQL expression of a row's line in the file. */
  line: string;
  rows: number;
  path: "fast" | "careful";
  /** Cells may begin or end with blanks other than spaces. */
  hasOddBlanks: boolean;
  /** Records rejected whole: cells too many, a quote that never closes. */
  malformed: OddRecord[];
  /** Footers. */
  setAside: OddRecord[];
  /** Rows that end before the last header that has a name, and the line of the first. */
  short?: {rows: number; line: number};
  /** Set when a report writes the values of its groups once each. */
  grouped?: Grouped;
}

/** Columns of a report whose value stands on the first row of each group, and rows without the outermost one's, of how many. */
export interface Grouped {
  headers: string[];
  rows: number;
  of: number;
}

/** Where the values of one canonical column come from. */
export interface MappedColumn {
  column: string;
  /** SQL over the landed columns that gives the cell's text. */
  sql: string;
  /** Headers it reads. */
  headers: string[];
  how: "configuration" | "header" | "derived" | "similar" | "note" | "stage";
}

/** How a file's rows become rows of one entity. */
export interface Mapping {
  entity: EntityName;
  columns: MappedColumn[];
  /** Rows for which this SQL text is not null are set aside; its value is the reason. */
  aside: string;
  /** Headers that `aside` looks at to tell of what kind a row is. */
  asideHeaders: string[];
  values: Record<string, Record<string, string>>;
  /** Set when one row of the file makes several of the entity: a list of {h: header, c: cell} and what the two are called. */
  unpivot?: {pairs: string; header: string; cell: string};
}

/** What a file was recognised as. */
export interface Recognition {
  profile: ProfileName;
  /** The exporting system's word for such a file. */
  kind: string;
  /** 0 to 1: what the headers say for it, 1 when the configuration says so. */
  certainty: number;
  /** Of times that name none, and that in which a day without a time begins: a system that writes its instants in UTC still means the company's days. */
  zone: string;
  dayZone: string;
  /** How the file's dates are written where a column leaves it open: the profile's word, or what another column settled. */
  dates?: "day-first" | "month-first";
  hasSalesforceIds: boolean;
  mappings: Mapping[];
}

/** The ledger line of one file and entity: rows_read = loaded + merged + rejected + set_aside. */
export interface FileReport {
  file_id: number;
  source_index: number;
  source_name: string;
  path: string;
  entity: EntityName;
  profile: ProfileName;
  /** The exporting system's word for such a file. */
  kind: string;
  /** UTC, `YYYY-MM-DD HH:MM:SS`; null when nothing dates the file. */
  exported_at: string | null;
  /** `other exports`: nothing in it tells, and it is taken to be as new as those of its source, or as the newest of all. */
  exported_at_from: "configuration" | "name" | "newest event" | "other exports";
  bytes: number;
  encoding: Encoding;
  delimiter: string;
  quote: string;
  header_line: number;
  rows_read: number;
  loaded: number;
  merged: number;
  rejected: number;
  set_aside: number;
  /** Canonical columns the file supplies. */
  columns: string[];
  /** Headers of the file that nothing is read from, for any entity. */
  unread: string[];
  /** When the row that was touched longest ago was touched: UTC, `YYYY-MM-DD…`; null where nothing dates its rows. */
  oldest: string | null;
}

export interface IngestReport {
  files: FileReport[];
  /** What a person should look at although the build goes on; bad cells stand in raw.rejects. */
  problems: Problem[];
  /** Rows and cells of raw.rejects that did not arrive, one of a kind, with file and first line. */
  rejects: Problem[];
}

/** Something that stops the build, with all its lines. */
export interface Stop {
  /** The file it is about, as the ledger names it; set where files are gone through. */
  path?: string;
  title: string;
  problems: Problem[];
  /** What to do about all of them. */
  advice?: string;
}

/** Where ingest stands: a file is being read, or has been. */
export interface IngestProgress {
  path: string;
  stage: "reading" | "done";
  /** Files that are done, of how many. */
  done: number;
  total: number;
  rows?: number;
  bytes?: number;
  seconds?: number;
  /** Its rows were still there from the last build. */
  isKept?: boolean;
}

/** Reads a file through whatever it is wrapped in, and hands every text in it to the scanner in the right mode. */
import {isArrow, takeArrowApart} from "./arrow.js";
import {EXACT, FIELD, type Lexicon} from "./lexicon.js";
import {CODE, CSV, JSON_TEXT, MARKUP, TEXT, WHOLE, type Mode} from "./modes.js";
import {makeScanner, type Sink} from "./scan.js";
import {firstSign, isMostlyText, listIdsIn, widen} from "./sniff.js";
import {decodeBase64, isText, unpack, unpackDecoded, Unreadable} from "./unpack.js";

/** Where the scanner is: which bytes, in which mode, through what. */
export interface Here {
  bytes: Uint8Array;
  mode: Mode;
  /** "column sdr_name", "gzip", "base64 at 120" */
  through: string[];
}

export interface FileReader {
  /** @throws Unreadable for what nobody could say the content of */
  read(bytes: Uint8Array, name: string): void;
  /** A part of a path. */
  readName(name: string): void;
  here: Here;
}

/** How deep things may be wrapped into each other. */
const DEEPEST = 4;
/** Shortest run of letters that is text within numbers. */
const SEEN = 8;
const PACKED_TABLES = /\.(parquet|duckdb|sqlite|db|7z|xz|zst|bz2|rar|pdf)$/i;
const PICTURES = /\.(png|jpe?g|gif|ico|webp|avif|woff2?|ttf|otf)$/i;

export function makeFileReader(lexicon: Lexicon, tell: Omit<Sink, "encoded">): FileReader {
  const here: Here = {bytes: new Uint8Array(), mode: TEXT, through: []};
  let runs: number[] = [];
  const {scan} = makeScanner(lexicon, {
    ...tell,
    mark: (node, as, at) => tell.mark(node, as === EXACT && lexicon.flags[node]! & FIELD && isField(at) ? as | FIELD : as, at),
    encoded: (from, to) => void runs.push(from, to),
  });
  const scratch = Buffer.alloc(1 << 12);

  /** Whether the cell at `at` names a field: before a colon, a column of a table. */
  function isField(at: number): boolean {
    const {bytes, mode, through} = here;
    if (mode === CSV || through.at(-1) === "columns") return true;
    if (mode !== JSON_TEXT) return false;
    let i = bytes.indexOf(34, at) + 1;
    while (i > 0 && bytes[i]! <= 32) i += 1;
    return i > 0 && bytes[i] === 58;
  }

  /** Reads one piece, then what is encoded in it. */
  function pass(bytes: Uint8Array, from: number, to: number, mode: Mode, depth: number, idsBefore = 0): void {
    here.bytes = bytes;
    here.mode = mode;
    if (runs.length > 0) runs = [];
    scan(bytes, from, to, mode, idsBefore);
    if (runs.length === 0 || depth >= DEEPEST) return;
    const found = runs;
    let done = -1;
    for (let k = 0; k < found.length; k += 2) {
      if (found[k]! < done) continue;
      const {decoded, end} = decodeBase64(bytes.subarray(0, to), found[k]!, found[k + 1]!, from);
      done = end;
      for (const plain of decoded) {
        const packed = unpackDecoded(plain);
        if (!packed && !isText(plain) && !isArrow(plain)) continue;
        here.through.push(`base64 at ${found[k]!}`);
        if (packed) for (const {bytes: inner, how, name} of packed) within(how, () => content(inner, name ?? "", depth + 1));
        else content(plain, "", depth + 1);
        here.through.pop();
      }
    }
  }

  function within(label: string, act: () => void): void {
    here.through.push(label);
    act();
    here.through.pop();
  }

  function content(bytes: Uint8Array, name: string, depth: number): void {
    if (depth > DEEPEST) throw new Unreadable("it is wrapped too often");
    if (PACKED_TABLES.test(name)) throw new Unreadable("nothing here reads files of this kind");
    const packed = unpack(bytes, name);
    if (packed) {
      for (const {bytes: inner, how, name: entry} of packed)
        within(entry && how === "zip" ? `zip entry ${entry.slice(0, 80)}` : how, () => {
          if (entry && how === "zip") readPart(entry);
          content(inner, entry ?? name.replace(/\.\w+$/, ""), depth + 1);
        });
      return;
    }
    if (isArrow(bytes)) return table(bytes, depth);
    const wide = widen(bytes);
    if (wide) return content(wide, name, depth + 1);
    if (PICTURES.test(name) || !isMostlyText(bytes)) return binary(bytes, name, depth);
    text(bytes, name, depth);
  }

  function text(bytes: Uint8Array, name: string, depth: number): void {
    const first = firstSign(bytes);
    if (first === 123 || first === 91) {
      // Something that only begins like a document is read as code, too.
      pass(bytes, 0, bytes.length, JSON_TEXT, depth);
      if (!/\.(json|map|webmanifest|geojson)$/i.test(name)) pass(bytes, 0, bytes.length, TEXT, depth);
    } else if (first === 60 || /\.(html?|svg|xml)$/i.test(name)) {
      pass(bytes, 0, bytes.length, MARKUP, depth);
      const bare = Buffer.from(bytes).toString("latin1").replaceAll(/<!--|-->|<\/?(?:b|i|u|em|strong|span|mark|bdi|bdo|wbr|a|small|sup|sub|font|abbr|q|s|tspan)\b[^>]*>/gi, ""); // prettier-ignore
      within("without its tags", () => pass(Buffer.from(bare, "latin1"), 0, bare.length, MARKUP, depth));
    } else if (/\.(ics|vcf)$/i.test(name)) {
      // Long lines of a calendar go on behind a blank.
      const bare = Buffer.from(bytes)
        .toString("latin1")
        .replaceAll(/\r?\n[ \t]/g, "");
      pass(Buffer.from(bare, "latin1"), 0, bare.length, TEXT, depth);
    } else pass(bytes, 0, bytes.length, modeOf(name), depth);
  }

  const modeOf = (name: string) => (/\.(csv|tsv)$/i.test(name) ? CSV : /\.(m?js|css)$/i.test(name) ? CODE : TEXT);

  function table(bytes: Uint8Array, depth: number): void {
    let parts;
    try {
      parts = takeArrowApart(bytes);
    } catch (error) {
      throw new Unreadable(`its table cannot be read: ${(error as Error).message}`);
    }
    for (const {bytes: values, offsets, column} of parts.texts)
      within(`column ${column}`, () => {
        const before = listIdsIn(column);
        for (let k = 0; k + 1 < offsets.length; k++) {
          const [from, to] = [Number(offsets[k]), Number(offsets[k + 1])];
          if (to > from) pass(values, from, to, WHOLE, depth, before);
        }
      });
    for (const column of parts.columns) within("columns", () => readPart(column));
    if (lexicon.hasNumericIds)
      for (const {values, column} of parts.numbers)
        if (/(^|[^a-z])id$|Id$/.test(column))
          within(`column ${column}`, () => {
            const list = Buffer.from(Array.from(values, (value) => `${column} ${value}`).join("\n"));
            pass(list, 0, list.length, TEXT, depth);
          });
    for (const {from, to} of parts.gaps) within("beside its columns", () => pass(bytes, from, to, TEXT, depth));
    for (const {from, to} of parts.others) within("within numbers", () => visible(bytes, from, to, depth));
  }

  function binary(bytes: Uint8Array, name: string, depth: number): void {
    if (!PICTURES.test(name) && bytes.length > 0) throw new Unreadable("it is neither text nor a kind of file that is known");
    visible(bytes, 0, bytes.length, depth);
  }

  /** Runs of letters between bytes that are none. */
  function visible(bytes: Uint8Array, from: number, to: number, depth: number): void {
    let begin = from;
    for (let i = from; i <= to; i++) {
      const byte = i < to ? bytes[i]! : 0;
      if (byte >= 0x20 && byte !== 0x7f) continue;
      if (i - begin >= SEEN) pass(bytes, begin, i, TEXT, depth);
      begin = i + 1;
    }
  }

  function readPart(name: string): void {
    const bytes = name.length * 3 > scratch.length ? Buffer.from(name) : scratch;
    pass(bytes, 0, bytes === scratch ? scratch.write(name) : bytes.length, WHOLE, DEEPEST);
    // Without its endings a part of a path is a cell.
    const stem = name.replace(/(\.\w{1,8})+$/, "");
    if (stem !== name && stem !== "") pass(scratch, 0, scratch.write(stem), WHOLE, DEEPEST);
  }

  return {
    here,
    read(bytes, name) {
      here.through = [];
      content(bytes, name, 0);
    },
    readName(name) {
      here.through = ["its name"];
      readPart(name);
    },
  };
}

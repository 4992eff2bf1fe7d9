/** The configuration's text as values, and what keeps it from being YAML in words for whoever wrote it. */
import {isAlias, LineCounter, parseDocument, Scalar, visit, type Document} from "yaml";
import {cutText} from "./cut-text.js";
import type {Problem} from "./errors.js";

export interface ReadYaml {
  /** What the text says, as far as it can be told; null when it is empty. */
  given: unknown;
  problems: Problem[];
  /** The rest of the text means what it says, whatever is wrong in single places. */
  isReadable: boolean;
}

/** Mistakes behind which everything else still means what it says. */
const SINGLE = ["DUPLICATE_KEY", "UNKNOWN_NAME", "TAG_RESOLVE_FAILED"];
/** So much of a line is quoted. */
const MOST = 60;

interface Mistake {
  code: string;
  /** Where it stands in the text. */
  at: number;
  message: string;
}

/** Reads the text. Every mistake is told with line, column, what stands there and what to do; of several on one line, the first. */
export function readYaml(text: string): ReadYaml {
  const lines = new LineCounter();
  const document = parseDocument(text, {prettyErrors: false, lineCounter: lines, logLevel: "error"});
  const found = [...document.errors, ...document.warnings].map(({code, pos, message}): Mistake => ({code, at: pos[0], message}));
  const mistakes = [...found, ...findUnknownNames(document)].sort((a, b) => a.at - b.at);
  const open = mistakes.some(({code, message}) => isUnclosed(code, message)) ? findOpen(text) : undefined;
  const told = new Map<number, Problem>();
  let last = -1;
  for (const mistake of mistakes) {
    const isOpen = open !== undefined && isUnclosed(mistake.code, mistake.message);
    const at = isOpen ? open : mistake.at;
    const {line, col} = lines.linePos(at);
    // Of a key over two lines both are told at one place, and that it goes on says more.
    const isMore = mistake.code === "MULTILINE_IMPLICIT_KEY" && mistake.at === last;
    if (!told.has(line) || isMore) told.set(line, {where: `line ${line}, column ${col}`, ...describe(mistake, text, at, isOpen)});
    last = mistake.at;
    // What follows is read as if it stood inside.
    if (isOpen) break;
  }
  const isReadable = mistakes.every(({code}) => SINGLE.includes(code));
  return {given: document.toJS() as unknown, problems: [...told.values()], isReadable};
}

/** `*name` takes what stands under `&name`; a pattern such as *.csv is mostly what was meant. */
function findUnknownNames(document: Document): Mistake[] {
  const found: Mistake[] = [];
  visit(document, {
    Alias(_, node) {
      if (!isAlias(node) || node.resolve(document)) return undefined;
      found.push({code: "UNKNOWN_NAME", at: node.range![0], message: node.source});
      // The rest is read as it is most likely meant.
      const meant = new Scalar(`*${node.source}`);
      meant.range = node.range;
      return meant;
    },
  });
  return found;
}

const isUnclosed = (code: string, message: string): boolean =>
  /^Missing closing /.test(message) || (["BAD_INDENT", "MISSING_CHAR"].includes(code) && /^Flow /.test(message));

/** Where a bracket or quotation mark opens that never closes; the innermost one. */
function findOpen(text: string): number | undefined {
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!;
    const isFirst = /(^|[\s[{,:])$/.test(text.slice(Math.max(0, at - 1), at)) || at === 0;
    if (sign === "#" && (at === 0 || /\s/.test(text[at - 1]!))) at = endOf(text, at);
    else if ((sign === '"' || sign === "'") && isFirst) {
      const end = closeQuote(text, at, sign);
      if (end === undefined) return at;
      at = end;
    } else if ((sign === "[" || sign === "{") && (isFirst || open.length > 0)) open.push(at);
    else if ((sign === "]" || sign === "}") && open.length > 0) open.pop();
  }
  return open.at(-1);
}

const endOf = (text: string, at: number): number => (text.indexOf("\n", at) < 0 ? text.length : text.indexOf("\n", at));

function closeQuote(text: string, from: number, sign: string): number | undefined {
  for (let at = from + 1; at < text.length; at++) {
    if (sign === '"' && text[at] === "\\") at++;
    else if (sign === "'" && text[at] === "'" && text[at + 1] === "'") at++;
    else if (text[at] === sign) return at;
  }
  return undefined;
}

function describe({code, message}: Mistake, text: string, at: number, isOpen: boolean): Omit<Problem, "where"> {
  const start = text.lastIndexOf("\n", at - 1) + 1;
  const line = text.slice(start, endOf(text, at)).trim();
  const quoted = cutText(line, MOST);
  const tell = (what: string, hint: string) => ({what: `${quoted}: ${what}`, hint});
  const sign = text[at] ?? "";
  if (isOpen && (sign === '"' || sign === "'")) return tell(`the quotation mark ${sign} opens and never closes`, `close it with another ${sign} on the same line`); // prettier-ignore
  if (isOpen) return tell(`the bracket ${sign} opens and never closes`, `close it with ${sign === "[" ? "]" : "}"}; what stands in it over several lines is indented`); // prettier-ignore
  switch (code) {
    case "UNKNOWN_NAME":
      return tell(
        `what begins with * is taken for a name given elsewhere, and *${message} is none`,
        `put it in quotation marks: "*${message}"`,
      );
    case "DUPLICATE_KEY":
      return tell("this setting stands here a second time", "leave one of the two");
    case "TAB_AS_INDENT":
      return tell("a tab indents the line", "indent with blanks alone");
    case "TAG_RESOLVE_FAILED":
      return tell("what begins with ! is taken for a kind of value, and there is none of this name", "put the value in quotation marks"); // prettier-ignore
    case "MULTIPLE_DOCS":
      return tell("a second document begins here, which nobody reads", "leave the line out, so that all settings stand in one");
    case "BAD_SCALAR_START":
      return tell(`a value cannot begin with ${sign}`, "put the value in quotation marks");
    case "BAD_DQ_ESCAPE":
      return tell("a backslash in double quotation marks begins a sign of its own, and this is none", "use single quotation marks, or write the backslash twice"); // prettier-ignore
    case "MULTILINE_IMPLICIT_KEY":
      return tell("this line and the next do not go together: the next is indented further, or one of them lacks its colon", "begin both where their neighbours begin, and write key: value with a blank behind the colon"); // prettier-ignore
    case "BLOCK_AS_IMPLICIT_KEY":
      return /^[^"'#]*:\s.*:(\s|$)/.test(line)
        ? tell("a second colon stands in the value", 'put the value in quotation marks: key: "a: b"')
        : tell("the line belongs to none of those above it: its indentation fits none, or a colon is missing", "begin it where its neighbours begin, and write key: value with a blank behind the colon"); // prettier-ignore
    case "MISSING_CHAR":
      return tell("a colon with a blank behind it is missing", "write key: value");
    case "BAD_INDENT":
      return /^Flow /.test(message)
        ? tell("the line stands in brackets that are open, and is not indented", "indent it, or close the bracket before")
        : tell("the line is indented as no line around it", "begin it where its neighbours begin");
    default:
      return /[\]}]/.test(sign)
        ? tell(`the bracket ${sign} closes what was never opened`, "take it away, or open it before")
        : tell(`nothing can be made of ${sign === "" ? "the end" : `what begins with ${JSON.stringify(cutText(text.slice(at, endOf(text, at)).trim(), 20))}`}`, "put values that hold quotation marks, brackets, colons or # in quotation marks; begin lines where their neighbours begin"); // prettier-ignore
  }
}

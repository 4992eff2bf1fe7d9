import {BOLD_OFF, BOLD_ON, readHtml} from "./html-to-text.js";

/** A line of a note, its bullet or number and its outer blanks taken off. Marks of bold stay. */
export interface Line {
  text: string;
  isBullet: boolean;
  /** Blanks before the text; deeper items belong to the one above. */
  indent: number;
  isBlank: boolean;
}

const RULE = /^[\s\-=_*~#.+|:•·▪─-╿]+$/;
const BULLET = /^(?:[-*+>✓✔☑☐□■►▶→»○◦●–—](?=\s|\uE000)|[•▪·‣⁃●○◦■□➢➤✅👉](?:\uFE0F)?|\(?(?:\d{1,2}|[a-h])[.)](?=\s))\s*/u;
const LEAD = /^(?:#{1,6}\s+|\p{Extended_Pictographic}[\uFE0F\u200D]*\s*|[\u200B\u200E\u200F\u2066-\u2069\uFEFF]+)/u;

/** A note's lines; what is only drawn (rules, frames) is a blank. */
export function readLines(note: string): Line[] {
  const text = markBold(readHtml(note));
  return text.split(/\r\n|[\n\r\u2028\u2029\v\f]/).map(readLine);
}

function readLine(raw: string): Line {
  const full = raw.replace(/[\u00a0\u202f\u3000]/g, " ");
  let text = full.trim();
  const indent = full.length - full.trimStart().length;
  if (text === "" || RULE.test(text) || text === BOLD_ON || text === BOLD_OFF || text === BOLD_ON + BOLD_OFF)
    return {text: "", isBullet: false, indent, isBlank: true};
  // A table's outer frame.
  text = text.replace(/^\|\s*/, "").replace(/\s*\|$/, "");
  let isBullet = false;
  // "- **1. Budget**", "✅ - Budget": few layers, each taken off once.
  for (let layer = 0; layer < 4; layer++) {
    const bullet = BULLET.exec(text) ?? LEAD.exec(text);
    if (!bullet || bullet[0].length === text.length) break;
    if (BULLET.test(text)) isBullet = true;
    text = text.slice(bullet[0].length);
  }
  return {text, isBullet, indent, isBlank: text === ""};
}

/** Markdown's bold as marks. A lone pair of stars stays what it is. */
function markBold(text: string): string {
  if (!text.includes("**") && !text.includes("__")) return text;
  return text.replace(/(\*\*|__)(?=\S)([^\n*_]{1,200}?)\1/g, `${BOLD_ON}$2${BOLD_OFF}`);
}

/** A text without marks of bold, blanks in order. */
export function unmark(text: string): string {
  return text
    .replace(/[\uE000\uE001]/g, "")
    .replace(/[ \t]{2,}/g, " ")
    .trim();
}

/** Words that hold a letter or a digit. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}

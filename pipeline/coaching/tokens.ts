/** A word of a comment. */
export interface Token {
  /** As words are compared: lower case, without accents, umlauts and their spellings (ä, ae, a) alike, ß as ss. */
  key: string;
  /** As it stands in the text. */
  text: string;
  /** Place in the text, in UTF-16 units; `end` is behind the last one. */
  start: number;
  end: number;
  /** What stands before it: nothing that parts, a comma or the like, or the end of a sentence. */
  break: "" | "soft" | "hard";
}

/** Words, and signs that part them; €, $ and £ are words. Hyphens within a compound part its words without parting the phrase. */
const PIECES = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’`´]\p{L}+)*|[€$£]|[.!?;\n…]|[,()|–—•]|(?<=\s|^)[-+*&/](?=\s)/gu;
const HARD = /^[.!?;\n…]$/;
const SOFT = /^[,()|–—•+*&/-]$/;
/** Longer ones are no words. */
const LONGEST = 60;

const ABBREVIATIONS = new Set(
  "nr tel telnr telefonnr ca bzw vs etc eg ie approx dept abt max inkl evtl ggf vgl mr mrs ms dr fr hr".split(" "),
);

/** Takes a text apart into words, in one pass. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let found: Token["break"] = "hard";
  for (const {0: piece, index} of text.matchAll(PIECES)) {
    if (piece === "." && isShort(tokens.at(-1), index)) continue;
    if (HARD.test(piece)) found = "hard";
    else if (SOFT.test(piece)) found = found === "hard" ? "hard" : "soft";
    else {
      const key = piece.length > LONGEST ? "" : fold(piece);
      tokens.push({key, text: piece, start: index, end: index + piece.length, break: found});
      found = "";
    }
  }
  return tokens;
}

/** Whether the dot is of an abbreviation: "n.a.", "z. B.", "Tel.-Nr.". */
const isShort = (last: Token | undefined, dot: number): boolean =>
  last !== undefined && last.end === dot && (last.key.length === 1 || ABBREVIATIONS.has(last.key));

/** A word as it is compared. Both sides are folded alike, so that "Grösse", "Größe" and "Groesse" are one. */
export function fold(word: string): string {
  const plain = /^[a-z0-9]+$/.test(word) ? word : strip(word);
  return plain.length < 3 ? plain : plain.replace(/([aou])e/g, "$1");
}

const strip = (word: string): string =>
  word.normalize("NFKD").replace(/[\p{M}'’`´]/gu, "").toLowerCase().replaceAll("ß", "ss"); // prettier-ignore

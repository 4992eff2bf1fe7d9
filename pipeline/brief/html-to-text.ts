/** Where bold text begins and ends, once HTML and Markdown are taken off. Private characters that no note needs. */
export const BOLD_ON = "\uE000";
export const BOLD_OFF = "\uE001";

const names = (list: string) => new Set(list.split(" "));
/** Tags that end a line before and after them. */
const BLOCKS = names(
  "address article aside blockquote body caption center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr html main nav ol p pre section table tbody tfoot thead tr ul",
);
const TIGHT = names("div dd dt tr tbody thead tfoot center address figcaption");
const HEADINGS = names("h1 h2 h3 h4 h5 h6 th");
const BOLD = names("b strong");
const CELLS = names("td th");
/** Their content is no text. */
const SILENT = names("script style head title template svg noscript iframe object");
const INLINE = names(
  "a abbr acronym audio b base basefont bdi bdo big br button canvas cite code col colgroup data del details dfn em embed font i img input ins kbd label legend li link map mark meta meter option output param picture progress q rp rt ruby s samp select small source span strike strong sub summary sup td th textarea time track tt u var video wbr",
);
const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: " ", ensp: " ", emsp: " ", thinsp: " ", amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", ndash: "–", mdash: "—", hellip: "…",
  bull: "•", middot: "·", lsquo: "‘", rsquo: "’", sbquo: "‚", ldquo: "“", rdquo: "”", bdquo: "„", laquo: "«", raquo: "»", euro: "€",
  pound: "£", yen: "¥", cent: "¢", copy: "©", reg: "®", trade: "™", deg: "°", sect: "§", para: "¶", times: "×", plusmn: "±", frac12: "½",
  auml: "ä", ouml: "ö", uuml: "ü", Auml: "Ä", Ouml: "Ö", Uuml: "Ü", szlig: "ß", eacute: "é", egrave: "è", ecirc: "ê", agrave: "à",
  aacute: "á", acirc: "â", aring: "å", Aring: "Å", ccedil: "ç", ntilde: "ñ", oacute: "ó", ograve: "ò", ocirc: "ô", oslash: "ø",
  Oslash: "Ø", iacute: "í", uacute: "ú", aelig: "æ", AElig: "Æ", rarr: "→", larr: "←", shy: "", zwnj: "", zwj: "", lrm: "", rlm: "",
}; // prettier-ignore
/** A tag with longer attributes ends at its first `>`, whatever their quotes say. */
const LONGEST_QUOTED = 2000;

/**
 * A note as plain text: block tags end lines, list items become bullets, cells of a table are kept apart by `|`, bold is marked.
 * Only known HTML tags are tags: `<jane@example.com>` and `< 50` stay. Content of scripts and styles never becomes text.
 */
export function readHtml(note: string): string {
  const text = note.replace(/[\uE000\uE001]/g, "");
  if (!text.includes("<")) return decodeEntities(text);
  const out: string[] = [];
  const isPage = /<(p|br|div|li|tr|d[dt]|center|address|figcaption|h[1-6])\b/i.test(text);
  // In a page of blocks line ends are blanks like others; beside mere bold words they are what the writer typed.
  const plain = (piece: string) => decodeEntities(isPage ? piece.replace(/[\r\n\t ]+/g, " ") : piece);
  let at = 0;
  const lastClose = text.lastIndexOf(">");
  while (at < text.length) {
    const open = text.indexOf("<", at);
    if (open < 0 || open > lastClose) break;
    const piece = plain(text.slice(at, open));
    if (!isPage || piece.trim() !== "" || !isAtStart(out)) out.push(piece);
    const tag = readTag(text, open);
    if (!tag) {
      out.push("<");
      at = open + 1;
      continue;
    }
    at = tag.end;
    if (SILENT.has(tag.name) && !tag.isEnd && !tag.isEmpty) at = findEnd(text, tag.name, at);
    else out.push(writeTag(tag, out));
  }
  out.push(plain(text.slice(at)));
  return out.join("");
}

interface Tag {
  name: string;
  /** Ends a line without a blank one: HubSpot's paragraphs have no margin. */
  isTight: boolean;
  isEnd: boolean;
  isEmpty: boolean;
  end: number;
}

/** The tag that begins at `open`; undefined when it is only a sign. Comments and declarations are tags without a name. */
function readTag(text: string, open: number): Tag | undefined {
  if (text.startsWith("<!--", open)) {
    const end = text.indexOf("-->", open + 4);
    return {name: "", isTight: false, isEnd: false, isEmpty: true, end: end < 0 ? text.length : end + 3};
  }
  const head = /^<(\/?)([a-z][a-z0-9]*(?::[a-z0-9]+)?|!doctype|!\[cdata\[|\?xml)(?=[\s/>[]|$)/i.exec(text.slice(open, open + 24));
  if (!head) return undefined;
  const name = head[2]!.toLowerCase();
  if (!/[:!?]/.test(name) && !BLOCKS.has(name) && !INLINE.has(name) && !SILENT.has(name)) return undefined;
  const end = findTagEnd(text, open + head[0].length);
  const isTight = TIGHT.has(name) || /margin:\s*0/i.test(text.slice(open, Math.min(end, open + 200)));
  return end < 0 ? undefined : {name, isTight, isEnd: head[1] === "/", isEmpty: text[end - 2] === "/", end};
}

/** Behind the `>` that closes a tag, the ones inside quoted attributes left out; -1 without any. */
function findTagEnd(text: string, from: number): number {
  let quote = "";
  for (let at = from; at < Math.min(text.length, from + LONGEST_QUOTED); at++) {
    const sign = text[at]!;
    if (quote) quote = sign === quote ? "" : quote;
    else if (sign === ">") return at + 1;
    else if ((sign === '"' || sign === "'") && /[=\s]/.test(text[at - 1] ?? "")) quote = sign;
  }
  return text.indexOf(">", from) + 1 || -1;
}

/** Behind the end tag of a silent element; the end of the text when it never ends. */
function findEnd(text: string, name: string, from: number): number {
  const end = new RegExp(`</${name}[^>]{0,200}>`, "gi");
  end.lastIndex = from;
  const found = end.exec(text);
  return found ? found.index + found[0].length : text.length;
}

function writeTag({name, isEnd, isTight}: Tag, out: readonly string[]): string {
  if (name === "br") return "\n";
  if (name === "li") return isEnd ? "" : "\n• ";
  if (CELLS.has(name)) return isEnd ? `${HEADINGS.has(name) ? BOLD_OFF : ""} | ` : HEADINGS.has(name) ? BOLD_ON : "";
  if (HEADINGS.has(name)) return isEnd ? `${BOLD_OFF}\n` : `\n\n${BOLD_ON}`;
  if (BOLD.has(name)) return isEnd ? BOLD_OFF : BOLD_ON;
  if (name === "hr") return "\n---\n";
  if (!BLOCKS.has(name)) return "";
  return isTight && isAtStart(out) ? "" : "\n";
}

/** Whether nothing stands on the line yet. */
function isAtStart(out: readonly string[]): boolean {
  let at = out.length - 1;
  while (at >= 0 && out[at]!.trim() === "" && !out[at]!.includes("\n")) at--;
  return at < 0 || out[at]!.endsWith("\n");
}

function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(#x[0-9a-f]{1,6}|#[0-9]{1,7}|[a-z][a-z0-9]{1,7});/gi, (whole, code: string) => {
    if (code[0] !== "#") return ENTITIES[code] ?? ENTITIES[code.toLowerCase()] ?? whole;
    const point = code[1] === "x" || code[1] === "X" ? parseInt(code.slice(2), 16) : Number(code.slice(1));
    // Private, broken and control characters are no text.
    if (!(point > 0 && point <= 0x10ffff) || (point >= 0xd800 && point < 0xf900)) return " ";
    return point < 32 && point !== 10 && point !== 9 ? " " : point === 160 ? " " : String.fromCodePoint(point);
  });
}

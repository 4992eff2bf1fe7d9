/** Ways to hide a text in a file: kinds of file, and encodings of the text. */
import {brotliCompressSync, deflateRawSync, deflateSync, gzipSync} from "node:zlib";
import {encodeArrow} from "../../pipeline/publish/arrow.js";

type Files = Record<string, string | Uint8Array>;

/** A text as it stands in a document's text. */
export const inJson = (text: string) => JSON.stringify(text);
const escapeHtml = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
const everyUnit = (text: string, write: (code: string) => string) =>
  Array.from({length: text.length}, (_, k) => write(text.charCodeAt(k).toString(16).padStart(4, "0"))).join("");

/** Kinds of file, each with the text in it as it would stand there. */
export const FILES: Record<string, (text: string) => Files> = {
  "document": (text) => ({"data/a.json": `{"rows":[{"n":12,"on":"2026-09-01","who":${inJson(text)}}]}`}),
  "key of a document": (text) => ({"data/a.json": `{"by":{${inJson(text)}:3}}`}),
  "list in a document": (text) => ({"data/a.json": `{"a":["x",${inJson(text)},"y"]}`}),
  "sentence in a document": (text) => ({"data/a.json": `{"say":${inJson(`It was ${text}, who did it.`)}}`}),
  "document in a document": (text) => ({"data/a.json": `{"inner":${inJson(JSON.stringify({who: text}))}}`}),
  "page": (text) => ({"a.html": `<!doctype html><html><body><p>Hello\n <b>${escapeHtml(text)}</b></p></body></html>`}),
  "attribute": (text) => ({"a.html": `<!doctype html><a title="${escapeHtml(text)}" href="#">x</a>`}),
  "comment of a page": (text) => ({"a.html": `<!doctype html><p>x</p><!-- ${escapeHtml(text)} -->`}),
  "script": (text) => ({"_import/a.js": `const a = 1;export const b = ${inJson(text)};`}),
  "comment of a script": (text) => ({"_import/a.js": `// don't\n/* ${text} */`}),
  "style sheet": (text) => ({"a.css": `/* ${text} */ a{color:red}`}),
  "source map": (text) => ({"a.js.map": JSON.stringify({version: 3, sourcesContent: [`export const who = ${inJson(text)};\n`]})}),
  "spreadsheet": (text) => ({"a.csv": `n,who\r\n1,"${text.replaceAll('"', '""')}"\r\n`}),
  "calendar": (text) => ({"a.ics": `BEGIN:VEVENT\r\nSUMMARY:${(`Meet ${text.replaceAll(",", "\\,")} there`).replaceAll(/(.{13})/gu, "$1\r\n ")}\r\nEND:VEVENT`}),
  "picture": (text) => ({"a.svg": `<svg xmlns="http://www.w3.org/2000/svg"><text><tspan>${escapeHtml(text)}</tspan></text></svg>`}),
  "text": (text) => ({"notes.txt": `first line\n${text}\nlast line`}),
  "file without an ending": (text) => ({notes: `=== ${text} ===`}),
  "table": (text) => ({"data/a.arrow": encodeArrow({id: {number: [1, 2, 3]}, who: {text: ["x", text, "y"]}}, 3)}),
  "column of a table": (text) => ({"data/a.arrow": encodeArrow({[text]: {number: [1, 2]}}, 2)}),
  "behind a table": (text) => ({"data/a.arrow": Buffer.concat([encodeArrow({a: {number: [1]}}, 1), Buffer.from(` ${text} `)])}),
}; // prettier-ignore

/** What a text may be written as, where the file's own rules stay out of the way. */
export const WRITINGS: Record<string, (text: string) => string> = {
  "plain": (text) => text,
  "capitals": (text) => text.toUpperCase(),
  "decomposed": (text) => text.normalize("NFD"),
  "wide letters": (text) => text.replaceAll(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
  "soft hyphens": (text) => text.replaceAll(/(\p{L})(\p{L})/gu, "$1\u00ad$2"),
  "zero-width joiners": (text) => text.replaceAll(/(\p{L})(\p{L})/gu, "$1\u200d$2"),
  "no-break blanks": (text) => text.replaceAll(" ", "\u00a0"),
}; // prettier-ignore

/** What a whole file may be wrapped in. */
export const WRAPPINGS: Record<string, (content: Uint8Array, name: string) => Files> = {
  "none": (content, name) => ({[name]: content}),
  "gzip": (content, name) => ({[`${name}.gz`]: gzipSync(content)}),
  "gzip without saying so": (content, name) => ({[name]: gzipSync(content)}),
  "brotli": (content, name) => ({[`${name}.br`]: brotliCompressSync(content)}),
  "deflate": (content, name) => ({[`${name}.z`]: deflateSync(content)}),
  "raw deflate": (content, name) => ({[`${name}.deflate`]: deflateRawSync(content)}),
  "zip": (content, name) => ({"a.zip": zip(name, content)}),
  "base64 in a script": (content) => ({"a.js": `const source = "data:application/octet-stream;base64,${Buffer.from(content).toString("base64")}";`}),
  "base64 of addresses in a document": (content) => ({"a.json": `{"state":"${Buffer.from(content).toString("base64url")}"}`}),
  "gzip in base64 in a document": (content) => ({"a.json": `{"packed":"${gzipSync(content).toString("base64")}"}`}),
  "deflate in base64": (content) => ({"a.js": `load("${deflateSync(content).toString("base64")}")`}),
  "UTF-16": (content, name) => ({[name.replace(/\.arrow$/, ".txt")]: Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(Buffer.from(content).toString("utf8"), "utf16le")])}),
}; // prettier-ignore

/** Escapes of single letters, in the kinds of file that have them. */
export const ESCAPES: Record<string, (text: string) => Files> = {
  "\\u in a document": (text) => ({"a.json": `{"who":"${everyUnit(text, (code) => `\\u${code}`)}"}`}),
  "\\u twice": (text) => ({"a.json": `{"who":"${everyUnit(text, (code) => `\\\\u${code}`)}"}`}),
  "\\u{} in a script": (text) => ({"a.js": `f('${[...text].map((letter) => `\\u{${letter.codePointAt(0)!.toString(16)}}`).join("")}')`}),
  "\\x in a script": (text) => ({"a.js": `f('${[...text].map((letter) => (letter.charCodeAt(0) < 256 ? `\\x${letter.charCodeAt(0).toString(16).padStart(2, "0")}` : letter)).join("")}')`}),
  "numbers of HTML": (text) => ({"a.html": `<p>${[...text].map((letter) => `&#${letter.codePointAt(0)};`).join("")}</p>`}),
  "hexadecimal numbers of HTML": (text) => ({"a.html": `<p>${[...text].map((letter) => `&#x${letter.codePointAt(0)!.toString(16)};`).join("")}</p>`}),
  "names of HTML": (text) => ({"a.html": `<p>${text.replaceAll("ö", "&ouml;").replaceAll("ë", "&euml;").replaceAll("ü", "&uuml;").replaceAll("'", "&#39;").replaceAll(" ", "&nbsp;")}</p>`}),
  "HTML in a document": (text) => ({"a.json": `{"html":${inJson(`<b>${text.replaceAll("ü", "&amp;uuml;").replaceAll("ë", "&euml;")}</b>`)}}`}),
  "address": (text) => ({"a.html": `<a href="?q=${encodeURIComponent(text)}">x</a>`}),
  "address in an address": (text) => ({"a.html": `<a href="?to=${encodeURIComponent(`?q=${encodeURIComponent(text)}`)}">x</a>`}),
  "every letter of an address": (text) => ({"a.txt": [...Buffer.from(text)].map((byte) => `%${byte.toString(16)}`).join("")}),
}; // prettier-ignore

/** An archive of one packed entry. */
export function zip(name: string, content: Uint8Array): Uint8Array {
  const packed = deflateRawSync(content);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(packed.length, 18);
  head.writeUInt32LE(content.length, 22);
  head.writeUInt16LE(Buffer.byteLength(name), 26);
  return Buffer.concat([head, Buffer.from(name), packed]);
}

import {closeSync, openSync, readSync} from "node:fs";
import type {ByteFacts, Encoding} from "./types.js";

const CHUNK = 1 << 20;
// What Windows-1252 has in place of the control characters 80 to 9F.
const WINDOWS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** The text that `bytes`, without their byte order mark, hold; what is no character becomes U+FFFD. */
export function decodeBytes(bytes: Buffer, encoding: Encoding): string {
  const decode = makeDecoder(encoding);
  return decode(bytes) + decode();
}

/** The text of a file, piece by piece: without byte order mark and NULs, and with line feeds alone where line ends are mixed. */
export function* decodeFile(path: string, facts: ByteFacts, areLineEndsMixed: boolean): Generator<string> {
  const decode = makeDecoder(facts.encoding);
  const clean = (text: string) => (text.includes("\0") ? text.replaceAll("\0", "") : text);
  const handle = openSync(path, "r");
  try {
    const buffer = Buffer.allocUnsafe(CHUNK);
    let at = facts.bom;
    let isAfterReturn = false;
    for (let length = -1; length !== 0; at += length) {
      length = readSync(handle, buffer, 0, CHUNK, at);
      let text = clean(length > 0 ? decode(buffer.subarray(0, length)) : decode());
      if (areLineEndsMixed && text !== "") {
        // A pair may be cut in two: its carriage return has already become a line feed.
        if (isAfterReturn && text.startsWith("\n")) text = text.slice(1);
        if (text !== "") isAfterReturn = text.endsWith("\r");
        text = text.replace(/\r\n?/g, "\n");
      }
      if (text !== "") yield text;
    }
  } finally {
    closeSync(handle);
  }
}

/** Decodes piece after piece; called without one, it gives what is left over. */
function makeDecoder(encoding: Encoding): (bytes?: Buffer) => string {
  switch (encoding) {
    case "iso-8859-1":
      return (bytes) => bytes?.toString("latin1") ?? "";
    case "windows-1252":
      // The platform's own decoder leaves the control characters in on some releases of Node 20.
      return (bytes) =>
        bytes?.toString("latin1").replace(/[\x80-\x9f]/g, (letter) => WINDOWS[letter.charCodeAt(0) - 0x80]!) ?? "";
    case "utf-32le":
    case "utf-32be":
      return makeWideDecoder(encoding === "utf-32le");
    default: {
      const decoder = new TextDecoder(encoding);
      return (bytes) => (bytes ? decoder.decode(bytes, {stream: true}) : decoder.decode());
    }
  }
}

function makeWideDecoder(isLittle: boolean): (bytes?: Buffer) => string {
  let carry: Buffer = Buffer.alloc(0);
  return (bytes) => {
    if (!bytes) return carry.length > 0 ? "\ufffd" : "";
    const joined = Buffer.concat([carry, bytes]);
    const end = joined.length - (joined.length % 4);
    const parts: string[] = [];
    for (let at = 0; at < end; at += 4) {
      const code = isLittle ? joined.readUInt32LE(at) : joined.readUInt32BE(at);
      parts.push(code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? "\ufffd" : String.fromCodePoint(code));
    }
    carry = Buffer.from(joined.subarray(end));
    return parts.join("");
  };
}

import type {Encoding} from "./types.js";

// What Windows-1252 has in place of the control characters 80 to 9F.
const WINDOWS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** The text that `bytes`, without their byte order mark, hold; what is no character becomes U+FFFD. */
export function decodeBytes(bytes: Buffer, encoding: Encoding): string {
  if (encoding === "iso-8859-1") return bytes.toString("latin1");
  // The platform's own decoder leaves the control characters in on some releases of Node 20.
  if (encoding === "windows-1252")
    return bytes.toString("latin1").replace(/[\x80-\x9f]/g, (letter) => WINDOWS[letter.charCodeAt(0) - 0x80]!);
  return new TextDecoder(encoding).decode(bytes);
}

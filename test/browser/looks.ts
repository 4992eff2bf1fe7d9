import {existsSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import pixelmatch from "pixelmatch";
import {PNG} from "pngjs";

/** How components are to look, one picture each and theme. */
const LOOKS = join(import.meta.dirname, "looks");
/** Where the picture found and what differs are put when they do. */
const FOUND = join(import.meta.dirname, "../../build/looks");

/**
 * How far two dots of a picture may be apart to be the same (0 to 1, of pixelmatch, in what eyes tell apart), and how many may not be: the
 * edges of letters come out a little different on another processor, while a mark that moves by two pixels changes dozens.
 */
const TOLERANCE = {apart: 0.1, dots: 12};

/**
 * Compares a picture with the one kept under its name. Undefined if they are alike, else what differs and what to do. `UPDATE_LOOKS=1`
 * keeps the new one.
 */
export function compareLook(
  name: string,
  png: Buffer,
  {folder = LOOKS, update = process.env["UPDATE_LOOKS"] === "1"} = {},
): string | undefined {
  const path = join(folder, `${name}.png`);
  if (update) {
    const differs = !existsSync(path) || countDifferences(readFileSync(path), png).dots > 0;
    mkdirSync(dirname(path), {recursive: true});
    if (differs) writeFileSync(path, png);
    return undefined;
  }
  if (!existsSync(path)) return `${name}: no picture is kept; npm run looks keeps one`;
  const {dots, drawn, reason} = countDifferences(readFileSync(path), png);
  if (dots <= TOLERANCE.dots) return undefined;
  mkdirSync(FOUND, {recursive: true});
  writeFileSync(join(FOUND, `${name}.png`), png);
  if (drawn) writeFileSync(join(FOUND, `${name}-differs.png`), drawn);
  return `${name}: ${reason}. See build/looks/${name}.png; if it is meant to look so, npm run looks keeps it`;
}

function countDifferences(kept: Buffer, found: Buffer): {dots: number; reason: string; drawn?: Buffer} {
  const [before, after] = [PNG.sync.read(kept), PNG.sync.read(found)];
  const {width, height} = before;
  if (after.width !== width || after.height !== height)
    return {dots: Infinity, reason: `${after.width} × ${after.height} pixels, before ${width} × ${height}`};
  const drawn = new PNG({width, height});
  const dots = pixelmatch(before.data, after.data, drawn.data, width, height, {threshold: TOLERANCE.apart});
  return {dots, reason: `${dots} pixels differ`, drawn: PNG.sync.write(drawn)};
}

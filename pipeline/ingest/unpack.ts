import {createReadStream, createWriteStream, mkdtempSync, rmSync, statSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {Transform} from "node:stream";
import {pipeline} from "node:stream/promises";
import {crc32, createGunzip, createInflateRaw} from "node:zlib";
import {UserError} from "../errors.js";
import type {FoundFile} from "./types.js";
import {findData} from "./zip.js";

/** The most an export may unpack to, and by how much it may grow once it is past a size that could do no harm. */
const LIMITS = {bytes: 16 * 2 ** 30, ratio: 200, harmless: 64 * 2 ** 20};
export type UnpackLimits = typeof LIMITS;

/** Where a file's text can be read; `close` removes what was unpacked. */
export interface OpenExport {
  path: string;
  close(): void;
}

/**
 * Unpacks a .gz file or a file of a .zip archive beside the system's other temporary files, in a stream; a plain file is read
 * where it is.
 * @throws UserError when it is damaged, encrypted, or grows beyond what an export does.
 */
export async function openExport(file: Pick<FoundFile, "path" | "name" | "entry">, limits = LIMITS): Promise<OpenExport> {
  const {path, name, entry} = file;
  if (!entry && !/\.gz$/i.test(path)) return {path, close() {}};
  const folder = mkdtempSync(join(tmpdir(), "baton-unpack-"));
  const close = () => rmSync(folder, {recursive: true, force: true});
  try {
    const target = join(folder, "export.csv");
    if (entry) await unzip(file, target, limits);
    else
      await pipeline(createReadStream(path), createGunzip(), guard(name, statSync(path).size, limits), createWriteStream(target));
    return {path: target, close};
  } catch (error) {
    close();
    throw explain(error, name);
  }
}

async function unzip({path, name, entry}: Pick<FoundFile, "path" | "name" | "entry">, target: string, limits: UnpackLimits) {
  const {method, packed, unpacked, crc, isEncrypted} = entry!;
  if (isEncrypted) throw new UserError(`${name}: is encrypted\n  → unpack it with its password first`);
  if (method !== 0 && method !== 8)
    throw new UserError(`${name}: is packed by method ${method}, not deflate\n  → pack it again as ZIP`);
  if (unpacked > limits.bytes || (unpacked > limits.harmless && unpacked > packed * limits.ratio))
    throw bomb(name, packed, unpacked);
  const start = findData(path, name, entry!);
  // An empty range cannot be said to createReadStream.
  if (packed === 0) return writeFileSync(target, "");
  const packedBytes = createReadStream(path, {start, end: start + packed - 1});
  let [sum, bytes] = [0, 0];
  const check = new Transform({
    transform(chunk: Buffer, _, done) {
      sum = crc32(chunk, sum);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  const out = createWriteStream(target);
  if (method === 0) await pipeline(packedBytes, guard(name, packed, limits), check, out);
  else await pipeline(packedBytes, createInflateRaw(), guard(name, packed, limits), check, out);
  if (bytes !== unpacked || sum !== crc)
    throw new UserError(`${name}: is damaged: its checksum does not hold\n  → download or copy it again`);
}

/** Lets bytes through until they are more than an export of `packed` bytes can hold. */
function guard(name: string, packed: number, limits: UnpackLimits): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length;
      const isBomb = bytes > limits.bytes || (bytes > limits.harmless && bytes > packed * limits.ratio);
      done(isBomb ? bomb(name, packed, bytes) : null, chunk);
    },
  });
}

function bomb(name: string, packed: number, unpacked: number): UserError {
  const size = (bytes: number) =>
    bytes < 1e6 ? `${Math.ceil(bytes / 1000)} kB` : `${Math.round(bytes / 1e6).toLocaleString("en")} MB`;
  return new UserError(
    `${name}: refused, because ${size(packed)} unpack to ${size(unpacked)} and more: no export does that\n  → unpack it yourself if you trust it`,
  );
}

function explain(error: unknown, name: string): unknown {
  const code = (error as NodeJS.ErrnoException).code ?? "";
  if (code === "Z_BUF_ERROR")
    return new UserError(`${name}: ends too early; it was cut short or is still being written\n  → copy it again`, 1, {
      cause: error,
    });
  if (code.startsWith("Z_"))
    return new UserError(`${name}: cannot be unpacked (${(error as Error).message})\n  → download or copy it again`, 1, {
      cause: error,
    });
  if (code === "ENOSPC")
    return new UserError(`${name}: no room to unpack it in ${tmpdir()}\n  → make room, or set TMPDIR`, 1, {cause: error});
  return error;
}

/** `npm run sample`: writes the made-up company. See README.md in this folder. */
import {mkdirSync, rmSync, writeFileSync} from "node:fs";
import {dirname, join, resolve} from "node:path";
import {fileURLToPath} from "node:url";
import {parseArgs} from "node:util";
import {DEFAULTS, makeCompany, type Options} from "./company.js";
import {SHAPE_NAMES, writeShape, type ShapeName} from "./shapes/index.js";

const HERE = dirname(fileURLToPath(import.meta.url));

/** Writes files (path in the folder: content) and returns how many bytes they hold. */
export function writeFiles(folder: string, files: Map<string, string | Buffer>): number {
  let bytes = 0;
  for (const [path, content] of files) {
    const target = join(folder, path);
    mkdirSync(dirname(target), {recursive: true});
    writeFileSync(target, content);
    bytes += Buffer.byteLength(content);
  }
  return bytes;
}

function main(): void {
  const {values} = parseArgs({
    options: {
      shape: {type: "string", default: "canonical"},
      out: {type: "string"},
      seed: {type: "string", default: String(DEFAULTS.seed)},
      sdrs: {type: "string", default: String(DEFAULTS.sdrs)},
      months: {type: "string", default: String(DEFAULTS.months)},
      help: {type: "boolean", default: false},
    },
  });
  const options: Options = {seed: Number(values.seed), sdrs: Number(values.sdrs), months: Number(values.months)};
  const isSound =
    Number.isInteger(options.seed) && options.sdrs >= 2 && options.months >= 2 && Object.values(options).every(Number.isInteger);
  if (values.help || !isSound || !SHAPE_NAMES.includes(values.shape as ShapeName)) {
    const usage = `usage: npm run sample -- [--shape ${SHAPE_NAMES.join("|")}] [--out DIR] [--seed N] [--sdrs N] [--months N]\n`;
    (values.help ? process.stdout : process.stderr).write(usage);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const isDefault = Object.entries(options).every(([name, value]) => DEFAULTS[name as keyof Options] === value);
  // Only the default company in the canonical shape is kept in the repository.
  const isCommitted = values.shape === "canonical" && isDefault && values.out === undefined;
  const folder = isCommitted ? HERE : resolve(values.out ?? `build/sample-${values.shape}`);
  if (isCommitted) rmSync(join(HERE, "canonical"), {recursive: true, force: true});
  const files = writeShape(values.shape as ShapeName, makeCompany(options));
  const bytes = writeFiles(folder, files);
  process.stdout.write(`${files.size} files, ${(bytes / 1e6).toFixed(2)} MB → ${folder}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();

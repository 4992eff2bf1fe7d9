/** Threads of our own code, which is TypeScript. */
import {fileURLToPath} from "node:url";
import {Worker} from "node:worker_threads";

const bundled = new Map<string, Promise<string>>();

/**
 * Starts a thread. It has no loader for TypeScript: its code is put together first, in about a tenth of a second, once for all
 * threads of one entry.
 * @param entry address of the file that runs in it
 * @param workerData what it is given at its start
 */
export async function startWorker(entry: URL, workerData?: unknown): Promise<Worker> {
  const code = bundled.get(entry.href) ?? bundle(entry);
  bundled.set(entry.href, code);
  return new Worker(await code, {eval: true, workerData, execArgv: []});
}

async function bundle({href}: URL): Promise<string> {
  // Only who starts a thread pays for the bundler.
  const {build} = await import("esbuild");
  const result = await build({
    entryPoints: [fileURLToPath(href)],
    bundle: true,
    // Puts constants where they are used: half as fast again.
    minifySyntax: true,
    write: false,
    format: "cjs",
    platform: "node",
    target: "node20",
    external: ["@duckdb/node-api", "esbuild"],
    define: {"import.meta.url": JSON.stringify(href)},
    // The code has no place of its own that packages could be looked for from.
    banner: {js: `require = process.getBuiltinModule("module").createRequire(${JSON.stringify(href)});`},
    logLevel: "silent",
    absWorkingDir: fileURLToPath(new URL(".", href)),
  });
  return result.outputFiles[0]!.text;
}

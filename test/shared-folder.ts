import {mkdirSync, rmSync} from "node:fs";
import type {TestProject} from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** Folder for what the tests of one run share, those of both projects; empty at its start, gone at its end. */
    shared: string;
  }
}

export default function makeShared({config}: TestProject): () => void {
  const shared = config.provide.shared!;
  mkdirSync(shared, {recursive: true});
  return () => rmSync(shared, {recursive: true, force: true});
}

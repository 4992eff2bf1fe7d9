import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {TestProject} from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** Folder for what tests of one run share; empty at its start, gone at its end. */
    shared: string;
  }
}

export default function makeShared(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "baton-shared-"));
  project.provide("shared", folder);
  return () => rmSync(folder, {recursive: true, force: true});
}

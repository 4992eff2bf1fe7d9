import {tmpdir} from "node:os";
import {join} from "node:path";
import {defineConfig} from "vitest/config";
import {LongestFirst} from "./test/order.js";

/**
 * Files that each get a process of their own, because they change it: its globals, its environment, its memory. All others share
 * processes and what is loaded in them, which spares each of them the start and the pipeline's modules.
 */
const APART = [
  "test/browser/**",
  "test/builds/lock.test.ts",
  "test/cli/**",
  "test/deploy/**",
  "test/end-to-end/explained-numbers.test.ts",
  "test/end-to-end/said.test.ts",
  "test/memory.test.ts",
];
const TESTS = "test/**/*.test.ts";

export default defineConfig({
  test: {
    setupFiles: ["test/setup.ts"],
    globalSetup: ["test/shared-folder.ts"],
    // For what the tests of one run share.
    provide: {shared: join(tmpdir(), `baton-shared-${process.pid}`)},
    // Every test speaks UTC unless it names a zone, wherever it runs.
    env: {TZ: "UTC"},
    // Nothing is judged by how long it takes: this only ends what would never end. A hook may wait for what another file is building.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // One more than the cores of a small machine: tests wait for browsers, for processes of their own, and for the disk.
    maxWorkers: 3,
    sequence: {sequencer: LongestFirst},
    projects: [
      {extends: true, test: {name: "apart", include: APART.map((path) => (path.endsWith("**") ? `${path}/*.test.ts` : path))}},
      {extends: true, test: {name: "together", include: [TESTS], exclude: APART, isolate: false}},
    ],
  },
});

import {join} from "node:path";
import {defineConfig} from "vitest/config";

/** What needs ClickHouse's own engine: `npm run test:engines`, which installs it first. */
export default defineConfig({
  root: join(import.meta.dirname, "../.."),
  test: {
    include: ["test/engines/**/*.check.ts"],
    // The same generated rows every time; others with FC_SEED=<number>.
    setupFiles: ["test/setup.ts"],
    env: {TZ: "UTC"},
    testTimeout: 1_800_000,
    hookTimeout: 600_000,
    // The engine is one for a process.
    pool: "forks",
    fileParallelism: false,
  },
});

import {defineConfig} from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    setupFiles: ["test/setup.ts"],
    // Every test speaks UTC unless it names a zone, wherever it runs.
    env: {TZ: "UTC"},
    // Nothing is judged by how long it takes: this only ends what would never end.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    maxWorkers: 2,
  },
});

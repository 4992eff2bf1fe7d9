import {readFileSync} from "node:fs";
import {globSync} from "tinyglobby";
import {expect, it} from "vitest";
import {READ_ELSEWHERE} from "../../pipeline/engine/work.js";

it("what pages and commands read of the models is what is fetched from the engine", () => {
  const files = globSync("pipeline/**/*.ts", {
    ignore: ["pipeline/contract/**", "pipeline/models/**", "pipeline/engine/**", "pipeline/run/**"],
  });
  const named = files.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/\bintermediate\.(int_\w+)/g)].map(([, name]) => name!),
  );
  expect([...new Set(named)].sort()).toEqual([...READ_ELSEWHERE].sort());
});

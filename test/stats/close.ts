import {readFileSync} from "node:fs";
import {expect} from "vitest";

/** What R says of a topic: the file that `r/<topic>.R` wrote. */
export const readR = <T>(topic: string): T => JSON.parse(readFileSync(new URL(`r/${topic}.json`, import.meta.url), "utf8")) as T;

/** Equal to R in four significant digits, or within 1e-6 near zero. */
export function expectAgrees(found: number | null, expected: number, what = ""): void {
  expect(found, what).not.toBeNull();
  expect(Math.abs(found! - expected), `${what}: ${found} for ${expected}`).toBeLessThan(
    Math.max(1e-6, 5e-5 * Math.abs(expected)),
  );
}

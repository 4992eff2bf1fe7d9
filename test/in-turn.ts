import {mkdirSync, rmSync} from "node:fs";
import {join} from "node:path";
import {setTimeout as wait} from "node:timers/promises";
import {inject} from "vitest";

/** Does something while no other test does anything of that name. The folder that tells is gone with the run. */
export async function inTurn(name: string, act: () => Promise<void>): Promise<void> {
  const lock = join(inject("shared"), `${name}.lock`);
  while (!take(lock)) await wait(50);
  try {
    await act();
  } finally {
    rmSync(lock, {recursive: true});
  }
}

function take(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return false;
  }
}

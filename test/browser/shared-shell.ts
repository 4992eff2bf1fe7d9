import {join} from "node:path";
import {buildShell} from "../../pipeline/publish/shell/shell.js";
import {inTurn} from "../in-turn.js";
import {SHELL} from "./serve.js";

const ROOT = join(import.meta.dirname, "..", "..");

/** Builds the shell that all tests share, unless it stands and its sources are the same; whoever asks meanwhile waits for it. */
export async function buildSharedShell(): Promise<void> {
  await inTurn("shell", async () => void (await buildShell({root: ROOT, out: SHELL})));
}

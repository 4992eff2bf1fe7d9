import {hostname} from "node:os";
import {resolve} from "node:path";
import {UserError} from "../errors.js";
import {addCommand, say, type GlobalOptions, type Register} from "./command.js";
import {OUT} from "./refresh.js";

/** `unlock`: takes away what a build on a machine that has stopped has left on a shared disk. */
export const registerUnlock: Register = (program) => {
  addCommand(
    program,
    "unlock",
    "take away the locks that a build on another machine, which has stopped, has left on a shared disk",
    OUT,
  )
    .argument("<host>", "name of that machine, as the message that names the lock has it")
    .action(async (host: string, options: GlobalOptions) => {
      const {readHolder, removeLock} = await import("../lock.js");
      const {locatePlace} = await import("../refresh/place.js");
      const {locateWorkspace} = await import("../workspace.js");
      if (host === hostname())
        throw new UserError(
          `${host}: is this machine, where a lock of a build that has ended is taken over by itself\n  → run the build again; where one is at work, wait for it or end its process`,
          2,
        );
      const locks = [locatePlace(resolve(options.out ?? "published")).lock, locateWorkspace(options.buildDir).lock];
      let removed = 0;
      for (const lock of locks) {
        const holder = removeLock(lock, host);
        if (holder) removed++;
        if (holder && !options.quiet)
          say(`${lock}: taken away; held by process ${holder.pid} on ${holder.host} since ${holder.since}`);
      }
      if (removed > 0) return;
      const held = locks.flatMap((lock) => {
        const holder = readHolder(lock);
        return holder ? [`  ${lock}: process ${holder.pid} on ${holder.host}, since ${holder.since}`] : [];
      });
      throw new UserError(
        held.length > 0
          ? `${host}: holds no lock here; held are\n${held.join("\n")}\n  → name the machine as it stands there`
          : `${host}: holds no lock here, and nobody else does\n  → name the folders with --out and --build-dir where they are others`,
        2,
      );
    });
};

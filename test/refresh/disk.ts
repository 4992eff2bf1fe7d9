import {spawnSync} from "node:child_process";
import {chmodSync, mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";

/** A disk that can be filled and locked. */
export interface Disk {
  folder: string;
  /** What a command has to be started by while the disk is full. */
  fill(leave: number): string[];
  free(): void;
  setReadOnly(isReadOnly: boolean): void;
  close(): void;
}

/**
 * A small disk in memory, where the system lets us mount one (root does). Elsewhere a folder: full means that no file may grow beyond 100 KB,
 * read-only that its folders may not be written to.
 */
export function openDisk(megabytes: number): Disk {
  const folder = mkdtempSync(join(tmpdir(), "baton-disk-"));
  const isMounted = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "baton", folder]).status === 0;
  const filler = join(folder, "filler");
  const disk: Disk = isMounted
    ? {
        folder,
        fill(leave) {
          const {bavail, bsize} = statfsSync(folder);
          writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - leave)));
          return [];
        },
        free: () => rmSync(filler, {force: true}),
        setReadOnly: (isReadOnly) => void spawnSync("mount", ["-o", `remount,${isReadOnly ? "ro" : "rw"}`, folder]),
        close() {
          spawnSync("umount", ["-l", folder]);
          rmSync(folder, {recursive: true, force: true});
        },
      }
    : {
        folder,
        fill: () => ["/bin/sh", "-c", 'trap "" XFSZ; ulimit -f 200; exec "$@"', "sh"],
        free() {},
        setReadOnly(isReadOnly) {
          for (const each of [folder, join(folder, "build"), join(folder, "published.builds")]) {
            mkdirSync(each, {recursive: true});
            chmodSync(each, isReadOnly ? 0o555 : 0o755);
          }
        },
        close() {
          disk.setReadOnly(false);
          rmSync(folder, {recursive: true, force: true});
        },
      };
  return disk;
}

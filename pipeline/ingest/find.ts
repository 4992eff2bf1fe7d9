import {existsSync, statSync} from "node:fs";
import {relative, resolve} from "node:path";
import {globSync} from "tinyglobby";
import type {Config} from "../config.js";
import type {FoundFile, Stop} from "./types.js";

const isFile = (path: string) => existsSync(path) && statSync(path).isFile();

/**
 * The files of every source, sorted by path within a source. A pattern that is itself the name of a file means that file,
 * whatever brackets stand in it.
 */
export function findFiles(config: Config): {files: FoundFile[]; stops: Stop[]} {
  const files: FoundFile[] = [];
  const stops: Stop[] = [];
  for (const [sourceIndex, source] of config.sources.entries()) {
    const paths = new Set<string>();
    for (const [index, pattern] of source.files.entries()) {
      const found = expand(pattern, config.folder);
      for (const path of found) paths.add(path);
      if (found.length > 0) continue;
      stops.push({
        title: `sources[${sourceIndex}].files[${index}]: ${hasMagic(pattern) ? "no file matches" : "no such file"}: ${pattern}`,
        problems: [],
        advice: `paths start from ${config.folder}; mend the pattern, or leave the source out`,
      });
    }
    for (const path of [...paths].sort()) {
      files.push({
        path,
        name: relative(config.folder, path).replaceAll("\\", "/"),
        sourceIndex,
        source,
        isOnly: paths.size === 1,
      });
    }
  }
  return {files, stops};
}

function expand(pattern: string, folder: string): string[] {
  const literal = resolve(folder, pattern);
  if (isFile(literal)) return [literal];
  if (!hasMagic(pattern)) return [];
  return globSync(pattern.replaceAll("\\", "/"), {
    cwd: folder,
    absolute: true,
    onlyFiles: true,
    dot: false,
    expandDirectories: false,
  }).filter(isFile);
}

const hasMagic = (pattern: string) => /[*?[\]{}()!]/.test(pattern);

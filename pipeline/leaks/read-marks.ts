/** What marks each file holds: read by threads, each file once. */
import {closeSync, fstatSync, openSync, readSync} from "node:fs";
import type {Lexicon} from "./lexicon.js";
import {makeFileReader} from "./read-file.js";
import {Unreadable} from "./unpack.js";

/** Marks of some files. */
export interface Marks {
  files: number[];
  /** Where the marks of each file begin; one more at the end. */
  at: number[];
  /** Node and as what it was met; for runs of words, the value below zero, and 0. */
  marks: number[];
  /** Files that could not be read, with why. */
  unreadable: {file: number; why: string}[];
}

/** Reads files one after the other and gathers their marks. */
export function makeMarkReader(lexicon: Lexicon) {
  const met = new Map<number, number>();
  const reader = makeFileReader(lexicon, {
    mark: (node, as) => void met.set(node, (met.get(node) ?? 0) | as),
    run: (value) => void met.set(-value, 0),
  });
  let buffer = Buffer.alloc(1 << 20);

  function load(path: string): Buffer {
    const handle = openSync(path, "r");
    try {
      const {size} = fstatSync(handle);
      if (size > buffer.length) buffer = Buffer.alloc(2 ** Math.ceil(Math.log2(size)));
      let length = 0;
      while (length < size) {
        const read = readSync(handle, buffer, length, size - length, length);
        if (read === 0) break;
        length += read;
      }
      return buffer.subarray(0, length);
    } finally {
      closeSync(handle);
    }
  }

  function drain(into: Marks, file: number): void {
    if (met.size === 0) return;
    into.files.push(file);
    for (const [node, as] of met) into.marks.push(node, as);
    into.at.push(into.marks.length);
    met.clear();
  }

  return {
    readFile(path: string, file: number, into: Marks): void {
      try {
        reader.read(load(path), path);
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error;
        into.unreadable.push({file, why: error.message});
      }
      drain(into, file);
    },
    readName(name: string, index: number, into: Marks): void {
      reader.readName(name);
      drain(into, index);
    },
  };
}

export const noMarks = (): Marks => ({files: [], at: [0], marks: [], unreadable: []});

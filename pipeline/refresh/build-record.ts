/** What is remembered of a published build: what it was made of, and the figures that the next one is compared by. */
import type {Ledger} from "../contract/datasets.js";
import {formatLocal} from "../instant.js";
import type {Figures} from "./figures.js";

/** A build as people are told of it. @param zone of its data's instant */
export const tellBuild = (name: string, asOf: string, zone: string): string => `${name}, data of ${formatLocal(asOf, zone)}`;

export interface BuildRecord {
  /** Counts up, so that builds are in order whatever the clock says. */
  number: number;
  /** Of the data, as in the manifest. */
  version: string;
  /** By the clock of the machine. */
  made_at: string;
  as_of: string;
  /** `full`, or the quick pass over handoffs that went on from a full one. */
  kind: "full" | "handoffs";
  /** Version of the whole build that a quick pass went on from; the own one of a whole build. */
  base: string;
  /** Hash of all that the site follows from: data, settings, code, pages. */
  made_from: string;
  /** Hash of our own code; of the settings that a number can depend on; of the exports. */
  code: string;
  definitions: string;
  exports: string;
  /** Hash of the list of who is to be forgotten and of the settings that decide who sees what. */
  privacy: string;
  /** Lines of CHANGELOG.md that say of a change that it moves numbers. */
  moves_numbers: string[];
  ledger: Ledger;
  trees: number;
  files: number;
  figures: Figures;
}

export interface KeptBuild extends BuildRecord {
  /** Of its folder: number and version. */
  name: string;
}

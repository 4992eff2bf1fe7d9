/** What is looked for, in what, and what a finding says. */

/** Whose tree a folder is. A manager has `team` or `ae_team`, leadership `exec`. */
export type AudienceKind = "revops" | "exec" | "team" | "sdr" | "ae_team" | "ae";

export interface Tree {
  /** Path of the folder. */
  folder: string;
  kind: AudienceKind;
  /** `person_id` of the SDR or AE, or the team, as the exports have them; left out for `revops` and `exec`. */
  id?: string;
}

export interface LeakOptions {
  /** `publish.contact_details`: briefs show the prospect's e-mail and telephone to the AE of that handoff. */
  contactDetails?: boolean;
  /** `publish.exec_sees_people` */
  execSeesPeople?: boolean;
  /** SDRs (ids or e-mail addresses) who agreed that excerpts of their briefs are shown to others, or all of them. */
  exemplars?: readonly string[] | "all";
  /** Names of fields that RevOps alone may hold, in place of `REVOPS_FIELDS`. */
  revopsFields?: readonly string[];
  /** Threads besides this one; by the amount to read, and at most two, when left out. */
  threads?: number;
}

/** Told of each step that is over, in seconds. */
export type LeakProgress = (step: string, seconds: number, detail: string) => void;

export type LeakKind =
  | "name"
  | "surname"
  | "id"
  | "slug"
  | "e-mail"
  | "telephone"
  | "profile"
  | "handoff"
  | "comment"
  | "brief"
  | "note"
  | "field"
  | "unreadable";

export interface Leak {
  /** The tree's folder, as it was given. */
  tree: string;
  /** Path within it. */
  file: string;
  kind: LeakKind;
  /** Of whom, in words. */
  whom: string;
  /** Path in a document, column of a table, offset in a text; through archives and encodings. */
  where: string;
}

/** What only documents about how AEs rate hold: how harshly is for RevOps alone. */
export const REVOPS_FIELDS = ["severity", "severities", "ae_severity", "rater_severity", "rater_id", "harshness", "leniency"];

/** Fewest words in a row of a comment or brief that are told to come from it; what is shorter counts as a whole cell. */
export const RUN = 6;

/** `status.json`: what the last refresh did. It lies beside the published folder, and without messages in RevOps' tree. */

export interface RefreshStatus {
  /** `refused`: the change guard stopped it; `unchanged`: there was nothing new to publish. */
  state: "running" | "published" | "unchanged" | "refused" | "failed";
  /** What was asked for: everything, or the quick pass over coming meetings and briefs. */
  kind: "full" | "handoffs";
  started_at: string;
  ended_at: string | null;
  seconds: number | null;
  /** What the command ends with; null while it runs. */
  exit_code: number | null;
  /** Kind of failure and step; `message` is for the machine that it happened on alone. */
  failure: {kind: string; says: string; step: string; message?: string} | null;
  /** What is served now, whatever this refresh did. */
  served: ServedStatus | null;
  /** Versions of what this refresh ran with: hashes, the first twelve digits. */
  versions: {code: string; definitions: string; exports: string; data: string} | null;
  /** Of the exports that were read; null when it did not come so far. */
  sources: SourceStatus[] | null;
  ledger: {rows_read: number; loaded: number; merged: number; rejected: number; set_aside: number} | null;
  /** How the data differ from those served before. */
  guard: {
    state: "passed" | "noticed" | "accepted" | "refused" | "nothing to compare with" | "off";
    differences: number;
    beyond: string[];
  } | null;
  commands: {number: number; seconds: number; exit_code: number | null; is_timed_out: boolean; is_left_running: boolean}[];
  webhook: {state: "sent" | "failed"; attempts: number; why: string} | null;
  /** Kept builds, newest last. */
  kept: string[];
  /** What is worth a look though the refresh went through. */
  notes: string[];
}

export interface ServedStatus {
  build: string;
  number: number;
  version: string;
  made_at: string;
  as_of: string;
  /** When the data begin to count as stale, and whether they did when this was written. */
  stale_at: string | null;
  is_stale: boolean;
  kind: "full" | "handoffs";
}

export interface SourceStatus {
  entity: string;
  files: number;
  rows: number;
  rejected: number;
  exported_at: string | null;
  /** Hours between the export and this refresh. */
  age_hours: number | null;
}

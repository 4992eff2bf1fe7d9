/** Writes what a refresh did where people and monitors look for it. */
import {existsSync, readFileSync, rmSync} from "node:fs";
import {join} from "node:path";
import type {RefreshStatus, ServedStatus, SourceStatus} from "../contract/status.js";
import {addWorkedHours, type Calendar} from "../worked.js";
import type {BuildRecord, KeptBuild} from "./build-record.js";
import {listKept, PRIVATE, readServed, writeAside, type Place} from "./place.js";

export function startStatus(kind: RefreshStatus["kind"], now: Date): RefreshStatus {
  return {
    state: "running",
    kind,
    started_at: toText(now),
    ended_at: null,
    seconds: null,
    exit_code: null,
    failure: null,
    served: null,
    versions: null,
    sources: null,
    ledger: null,
    guard: null,
    commands: [],
    webhook: null,
    kept: [],
    notes: [],
  };
}

/** The status that stands there; undefined when there is none, or none that can be read. */
export function readStatus({status}: Place): RefreshStatus | undefined {
  try {
    return JSON.parse(readFileSync(status, "utf8")) as RefreshStatus;
  } catch {
    return undefined;
  }
}

/** Writes the status beside the published folder and, without messages, into RevOps' tree. @throws Error when the disk does not let it */
export function writeStatus(place: Place, status: RefreshStatus): void {
  // A message may quote what a command printed.
  writeAside(place.status, `${JSON.stringify(status, null, 2)}\n`, PRIVATE);
  const tree = join(place.out, "revops");
  if (!existsSync(tree)) return;
  // A message may quote how to reach a contact, which not even RevOps' tree holds, and paths of the machine.
  const {failure, ...rest} = status;
  const told = failure && {kind: failure.kind, says: failure.says, step: failure.step};
  try {
    writeAside(join(tree, "status.json"), JSON.stringify({...rest, failure: told}));
  } catch {
    rmSync(join(tree, `status.json.next-${process.pid}`), {force: true});
  }
}

/** What is served, and whether its data are stale by the clock of the machine. */
export function describeServed(place: Place, calendar: Calendar, staleAfterHours: number | null, now: Date): ServedStatus | null {
  const name = readServed(place);
  const build = listKept(place).find((kept) => kept.name === name);
  if (!build) return null;
  const {number, version, made_at, as_of, kind} = build;
  const stale_at = staleAfterHours === null ? null : addWorkedHours(calendar, as_of, staleAfterHours);
  return {build: build.name, number, version, made_at, as_of, stale_at, is_stale: isPast(stale_at, now), kind};
}

/** Whether the moment from which data count as stale, null where they never do, has come. */
export const isPast = (stale_at: string | null, now: Date): boolean => stale_at !== null && now.getTime() >= Date.parse(stale_at);

/** What a build was made of, in short. */
export const describeVersions = ({code, definitions, exports, version}: BuildRecord): RefreshStatus["versions"] => ({
  code: code.slice(0, 12),
  definitions: definitions.slice(0, 12),
  exports: exports.slice(0, 12),
  data: version,
});

/** To the second, in UTC. */
export const toText = (date: Date): string => date.toISOString().replace(/\.\d{3}Z$/, "Z");

/** What each entity's exports brought, and how old they are. */
export function describeSources({figures}: Pick<KeptBuild, "figures">, now: Date): SourceStatus[] {
  return [...new Set(figures.rows.map(({entity}) => entity))].map((entity) => {
    const own = figures.rows.filter((row) => row.entity === entity);
    const files = figures.files.filter((file) => file.entity === entity);
    const exported_at =
      files
        .flatMap((file) => file.exported_at ?? [])
        .sort()
        .at(-1) ?? null;
    const age = exported_at === null ? null : Math.round((now.getTime() - Date.parse(exported_at)) / 360_000) / 10;
    const sum = (name: "loaded" | "rejected") => own.reduce((total, row) => total + row[name], 0);
    return {entity, files: files.length, rows: sum("loaded"), rejected: sum("rejected"), exported_at, age_hours: age};
  });
}

/** The one door to who is no longer held, and to pseudonyms: between the exports as they were read and what is written. */
import type {Config} from "../config.js";
import type {Database} from "../db.js";
import {readInstant} from "../instant.js";
import {findCutoff} from "../privacy/dates.js";
import {findMendable, mayMend, mend, nameMended, type MaskedRows} from "../privacy/mend.js";
import {writeNamed, type KeptRows} from "../privacy/named.js";
import {findUnfit, planMasks, type PlanOptions, type Unfit} from "../privacy/plan.js";
import {pseudonymise} from "../privacy/pseudonymise.js";
import {printSalt, takeSalt} from "../privacy/salt.js";
import {withhold, type Withheld} from "../privacy/withhold.js";
import {createHash} from "node:crypto";
import type {Kept} from "./cache.js";
import {dateFiles} from "./ledger.js";
import {makeNoteReader, makeNoteRewriter} from "./note-fields.js";
import type {FileReport} from "./types.js";

/** By what it was settled who is still held: the same again settles nothing anew. */
export interface Settled {
  cutoff: string;
  salt: string;
  /** What texts are judged by before they go. */
  rules: string;
}

/** The warehouse, made from one before, may still hold in its unused parts what is no longer held: it has to be made anew. */
export class Soiled extends Error {}

/** What has to be held against the cutoff; undefined where nothing is so old. */
export interface Guard {
  settled: Settled;
  salt: string;
}

/**
 * Whether anything in the exports may be too old to be held. Costs nothing: each file tells the oldest of its rows.
 * @param reports of all files
 * @param kept what is kept of the unchanged ones
 * @param isWritten whether anything will be written, and so a salt may be
 */
export function makeGuard(
  config: Config,
  reports: readonly FileReport[],
  kept: readonly Kept[],
  isWritten: boolean,
): Guard | undefined {
  const dated = reports.map((report) => ({...report}));
  dateFiles(dated);
  const newest = dated.flatMap(({exported_at}) => exported_at ?? []).sort().at(-1) ?? null; // prettier-ignore
  const asOf = config.as_of ? (readInstant(config.as_of, config.timezone) ?? newest) : newest;
  const cutoff = findCutoff(asOf, config.retention_months);
  const isOld = cutoff !== undefined && reports.some(({oldest}) => oldest !== null && oldest < cutoff);
  if (!cutoff || (!isOld && !kept.some(({withheld}) => withheld))) return undefined;
  const salt = takeSalt(config.path, isWritten);
  const rules = createHash("sha256").update(JSON.stringify([config.brief, config.not_disclosed_words, config.themes])).digest("hex").slice(0, 16); // prettier-ignore
  return {settled: {cutoff, salt: printSalt(salt), rules}, salt};
}

/** Whether kept rows were settled by just this. */
export const isSettled = ({settled}: Kept, guard: Guard): boolean => JSON.stringify(settled) === JSON.stringify(guard.settled);

/** Whether kept rows may hold texts in the clear that are too old by now, or what another salt or other rules made of them. */
export function isOutgrown(kept: Kept, guard: Guard): boolean {
  if (isSettled(kept, guard)) return false;
  const {settled, withheld, reports} = kept;
  if (withheld && (settled?.salt !== guard.settled.salt || settled.rules !== guard.settled.rules)) return true;
  // A later cutoff than before, an earlier one too: what was blanked has to come back.
  return reports.some(({oldest}) => oldest !== null && oldest < guard.settled.cutoff) || withheld !== undefined;
}

/** Plans who is no longer held, over the rows in raw and those that are kept. */
export const plan = (
  db: Database,
  config: Config,
  guard: Guard,
  kept: readonly KeptRows[],
  again?: PlanOptions["again"],
): Promise<void> =>
  planMasks(db, {cutoff: guard.settled.cutoff, salt: guard.salt, configured: listConfigured(config), kept, again});

export {
  findMendable,
  findUnfit,
  mayMend,
  mend,
  nameMended,
  writeNamed,
  type KeptRows,
  type MaskedRows,
  type Unfit,
  type Withheld,
};

/** Blanks in raw what the plan says, and tells what of which file. */
export const blank = (db: Database, config: Config, {settled}: Guard): Promise<Withheld[]> =>
  withhold(db, settled.cutoff, config, {read: makeNoteReader(config.brief), rewrite: makeNoteRewriter(config.brief)});

/** Puts pseudonyms in the place of everybody in raw, where the configuration says so. */
export async function disguise(db: Database, config: Config, isWritten: boolean): Promise<void> {
  if (config.pseudonymise) await pseudonymise(db, takeSalt(config.path, isWritten));
}

/** Whoever the configuration names is held: it would lead nowhere otherwise. */
function listConfigured(config: Config): string[] {
  const {teams, exemplars, routing} = config.clear ?? config;
  const routed = routing.flatMap(({aes}) => aes);
  return [...teams.flatMap(({manager, members}) => [...(manager ? [manager] : []), ...members]), ...(exemplars === "all" ? [] : exemplars), ...routed]; // prettier-ignore
}

/** Notes in raw.withheld from when on people and texts are held, and how many texts of each file are not. */
export async function writeWithheld(db: Database, guard: Guard | undefined, withheld: readonly Withheld[]): Promise<void> {
  const rows = withheld.map(({file, texts}) => `(${file}, ${texts}, date '${guard!.settled.cutoff}')`);
  await db.run(`create or replace table raw.withheld (file_id integer, texts integer, held_from date);
    ${guard && rows.length > 0 ? `insert into raw.withheld values ${rows.join(", ")}` : ""}`);
}

/** A build without its results: everything is read and computed in memory, and told. */
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fillWarehouse} from "./build-data.js";
import {findUncarried} from "./engine/carried.js";
import type {Config, RestOfConfig} from "./config.js";
import type {BridgeData} from "./contract/bridge.js";
import {BRINGS} from "./contract/brings.js";
import {ENTITY_NAMES} from "./contract/entities.js";
import {openDatabase, quoteText, type Database} from "./db.js";
import {describeProblems, UserError, type Problem} from "./errors.js";
import {describeFileProblem, IngestError, listOutcomes, type FileOutcome} from "./ingest/index.js";
import {reportConfigNames} from "./ingest/config-names.js";
import type {Stop} from "./ingest/types.js";
import {nameHeaders} from "./ingest/unread.js";
import {findAbsentMetrics, type AbsentMetric} from "./metrics/index.js";
import type {Progress} from "./progress.js";
import {readBridge} from "./publish/health/bridge.js";
import {findRuleMistakes} from "./run/check-rules.js";
import {DATA_WORDS} from "../src/components/words/data.js";

export interface Check {
  /** Whether a build would succeed. */
  ok: boolean;
  /** Mistakes of the configuration; what is told beside them is of the rest of it. */
  mistakes: Problem[];
  /** One per file and entity. */
  files: FileOutcome[];
  /** What concerns no single file. */
  problems: Problem[];
  /** What stops the build, in words; empty when nothing does. */
  stops: string[];
  /** From the rows of each kind of record to what the funnel counts of them, as data health tells it. */
  bridge: BridgeData[];
  /** Entities that no export supplies, and what each would bring. */
  missing: {entity: string; brings: string}[];
  /** Metrics that these exports do not allow, and what each would need. */
  absent_metrics: AbsentMetric[];
}

/** Of the names of entities below the files. */
const WIDTH = 16;

/** What is wrong with rules of a configuration that has mistakes elsewhere; none where the fields that they may name cannot be told. */
export async function tryRules({config, touched}: RestOfConfig): Promise<Problem[]> {
  if (touched.has("brief")) return [];
  const db = await openDatabase();
  try {
    return await findRuleMistakes(db, config);
  } finally {
    db.close();
  }
}

/**
 * Reads every export that the configuration names and computes everything from it, in memory; writes nothing.
 * @param mistakes of the configuration, of which `config` is then the rest
 */
export async function checkData(config: Config, progress?: Progress, mistakes: readonly Problem[] = []): Promise<Check> {
  const db = await openDatabase();
  const found = [...mistakes];
  try {
    // What does not fit into memory goes where it disturbs nobody.
    await db.run(`set temp_directory = ${quoteText(join(tmpdir(), `baton-check-${process.pid}`))}`);
    try {
      const [rules, working] = await leaveBroken(db, config, found.length > 0);
      found.push(...rules);
      // A check writes nothing, on no server either: what it would be asked is carried, and run here.
      const {files, problems} = await fillWarehouse(db, {...working, engine: "duckdb"}, progress);
      const uncarried = config.engine === "duckdb" ? [] : await findUncarried(db, config);
      if (uncarried.length > 0) throw new UserError(describeProblems("engine: clickhouse: cannot run every model", uncarried));
      const outcomes = await listOutcomes(db, files, [...problems, ...listUnread(config)], []);
      return {
        ok: found.length === 0,
        mistakes: found,
        files: outcomes.files,
        problems: outcomes.others,
        stops: [],
        bridge: await readBridge(db),
        ...(await findGaps(db, config)),
      };
    } catch (error) {
      // A mistake in the configuration is one for every command, and nothing about the exports.
      if (!(error instanceof UserError) || error.exitCode === 2) throw error;
      const [reports, problems, stops] =
        error instanceof IngestError ? [error.files, error.problems, error.stops] : [[], [], [] as Stop[]];
      // Names are looked for in what could be read: nobody should have to mend a file to hear of them.
      const names = await reportConfigNames(db, config).catch(() => []);
      const {files, others} = await listOutcomes(db, reports, [...names, ...problems], stops);
      return {
        ok: false,
        mistakes: found,
        files,
        problems: others,
        stops: error.message.split(/\n(?=\S)/),
        bridge: [],
        missing: [],
        absent_metrics: [],
      };
    }
  } finally {
    db.close();
  }
}

/** Rules that do not work, and the configuration without them. @param isTold they have been tried already */
async function leaveBroken(db: Database, config: Config, isTold: boolean): Promise<[Problem[], Config]> {
  const problems = await findRuleMistakes(db, config);
  const isBroken = (place: string) => problems.some(({where}) => where.startsWith(`${place}.`));
  const keep = <T>(section: string, list: readonly T[]): T[] => list.filter((_, index) => !isBroken(`${section}[${index}]`));
  const working = {
    ...config,
    qualification: keep("qualification", config.qualification),
    readiness: keep("readiness", config.readiness),
    brief_variants: keep("brief_variants", config.brief_variants),
  };
  return [isTold ? [] : problems, working];
}

/** Sources that the engine reads itself: what is in them a build alone tells. */
const listUnread = ({sources}: Config): Problem[] =>
  sources.flatMap(({at, from}, index) =>
    at === "engine"
      ? [
          {
            where: `sources[${index}]`,
            what: `${from} is read by the engine itself, and was not looked at`,
            hint: "a build tells what becomes of its rows",
          },
        ]
      : [],
  );

/** What the site would leave empty for want of an export. */
async function findGaps(db: Database, config: Config): Promise<Pick<Check, "missing" | "absent_metrics">> {
  const supplied = new Set((await db.rows<{entity: string}>("select distinct entity from raw.files")).map(({entity}) => entity));
  for (const {at, entity} of config.sources) if (at === "engine") supplied.add(entity!);
  // Routing rules may stand in the configuration instead.
  if (config.routing.length > 0) supplied.add("territories");
  const missing = ENTITY_NAMES.filter((entity) => !supplied.has(entity)).map((entity) => ({entity, brings: BRINGS[entity]}));
  return {missing, absent_metrics: await findAbsentMetrics(db)};
}

/** The check as a text: a line per file and entity, what is wrong with each, and whether a build would succeed. */
export function describeCheck({ok, mistakes, files, problems, stops, bridge, missing, absent_metrics}: Check): string {
  const count = (number = 0) => number.toLocaleString("en");
  const lines: string[] = [];
  for (const [index, file] of files.entries()) {
    if (file.entity === null) continue;
    const {rows_read, loaded, merged, rejected, set_aside} = file;
    lines.push(
      `${file.path}  ${file.profile} / ${file.entity}: ${count(rows_read)} rows read = ${count(loaded)} loaded + ${count(merged)} merged + ${count(rejected)} rejected + ${count(set_aside)} set aside`,
    );
    // Which headers are read is told once of a file that feeds several kinds of record.
    if (files[index - 1]?.path !== file.path && file.unread?.length)
      lines.push(
        `    nothing is read from ${file.unread.length === 1 ? "1 header" : `${file.unread.length} headers`}: ${nameHeaders(file.unread)}`,
      );
    for (const problem of file.problems.filter(({effect}) => effect !== "stop"))
      lines.push(`    ${describeFileProblem(problem)}`);
  }
  for (const {where, what, hint} of problems) lines.push(`${where}  ${what}${hint ? `\n        → ${hint}` : ""}`);
  if (bridge.length > 0) lines.push("", "from rows to the funnel");
  for (const each of bridge)
    lines.push(`  ${DATA_WORDS[`bridge_kind_${each.entity}`].toLowerCase().padEnd(WIDTH)}${describeBridge(each)}`);
  if (missing.length > 0) lines.push("", "not supplied; with each of these exports the site would show");
  for (const {entity, brings} of missing) lines.push(`  ${entity.padEnd(WIDTH)}${brings}`);
  if (absent_metrics.length > 0) lines.push("", "metrics that these exports do not allow, and what they need");
  const needs = new Map<string, string[]>();
  for (const {metric, why} of absent_metrics) needs.set(why, [...(needs.get(why) ?? []), metric]);
  for (const [why, metrics] of needs) lines.push(`  ${metrics.join(", ")}`, `  ${"".padEnd(WIDTH)}${why}`);
  if (ok) return [...lines, "", "a build would succeed"].join("\n");
  if (mistakes.length > 0) lines.push("", `the configuration holds ${mistakes.length} ${mistakes.length === 1 ? "mistake" : "mistakes"}; what stands here is of the rest of it`); // prettier-ignore
  if (stops.length === 0) return lines.join("\n");
  return [...lines, "", `a build would stop: ${stops.length} ${stops.length === 1 ? "reason" : "reasons"}`, ...stops].join("\n");
}

/** The steps of a kind of record on one line, in the words of data health. */
function describeBridge({entity, steps}: BridgeData): string {
  const name = (step: (typeof steps)[number]["step"]) =>
    step === "counted" ? DATA_WORDS[`bridge_counted_${entity}`] : DATA_WORDS[`bridge_${step}`];
  const sign = (effect: number, index: number) => (index === 0 ? "" : effect < 0 ? " − " : effect > 0 ? " + " : " = ");
  return steps
    .map(({step, effect, count}, index) => `${sign(effect, index)}${count.toLocaleString("en")} ${name(step)}`)
    .join("");
}

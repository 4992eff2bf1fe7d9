import {Option} from "commander";
import type {Config} from "../config.js";
import type {Beside} from "../contract/datasets.js";
import {SCOPES, type Scope} from "../contract/vocabulary.js";
import {UserError} from "../errors.js";
import {formatLocal} from "../instant.js";
import type {Explanation} from "../metrics/explain.js";
import {addCommand, open, refuseAboutPerson, say, type GlobalOptions, type Register} from "./command.js";
import {isOfPeople, refuseSmallTeam} from "./granularity.js";
import {showAside} from "./show-progress.js";

const OF = SCOPES.filter((scope): scope is Exclude<Scope, "company"> => scope !== "company");

type Options = GlobalOptions & {format: string; period?: string} & Partial<Record<Scope, string>>;

export const registerExplain: Register = (program) => {
  const command = addCommand(
    program,
    "explain",
    "take one number apart: definition, what was counted, the records behind it, the SQL",
  )
    .argument("<metric>", "name of the metric, as `metrics` prints it")
    .addOption(new Option("--format <format>", "how to print").choices(["text", "json"]).default("text"))
    .option("--period <period>", "2026-09, 2026-Q3, trailing_90d or all; the one that the pages show if left out");
  for (const scope of OF) command.option(`--${scope} <id>`, `of this ${scope}, by id or name; of the company if none is named`);
  command.action(async (metric: string, options: Options) => {
    const named = OF.filter((scope) => options[scope] !== undefined);
    if (named.length > 1)
      throw new UserError(`${named.map((scope) => `--${scope}`).join(" and ")}: a number is of one of them\n  → name one`, 2);
    const {config, workspace} = await open(options);
    const [about] = named;
    if (about && isOfPeople(about)) refuseAboutPerson(config, `--${about}`, "name a team, or nobody for the company");
    const {openWarehouse} = await import("../build.js");
    const {explainNumber} = await import("../metrics/explain.js");
    const db = await showAside(options, (progress) => openWarehouse(config, workspace, {progress}));
    try {
      const scope: Scope = named[0] ?? "company";
      const {period} = options;
      const asked = {
        metric,
        scope,
        ...(options[scope] !== undefined && {of: options[scope]}),
        ...(period !== undefined && {period}),
      };
      const isOfQuarter = metric === "adjusted_quality_score" && scope === "sdr" && /q/i.test(period ?? "");
      const more = isOfQuarter ? await (await import("../inference/scores.js")).readQuarterScores(db, config) : [];
      const explained = await explainNumber(db, config, asked, more);
      await refuseSmallTeam(db, config, explained.row);
      const found = config.granularity === "team" ? hideNames(explained) : explained;
      const [{as_of}] = (await db.rows("select strftime(as_of, '%Y-%m-%dT%H:%M:%SZ') as as_of from config.settings")) as [
        {as_of: string},
      ];
      const {readBeside} = await import("../inference/beside.js");
      const beside = await readBeside(db, config, found.row);
      if (options.format === "json") say(JSON.stringify(describeJson(found, beside, as_of), null, 1));
      else say(await describeText(found, beside, config, {asOf: as_of, isShown: period === undefined}));
    } finally {
      db.close();
    }
  });
};

/** Which handoffs they are may be told; whose they are would count people. */
const hideNames = (found: Explanation): Explanation => ({
  ...found,
  members: found.members.map((member) => ({...member, sdr: null, ae: null})),
});

function describeJson(
  {metric: {name, label, meaning, formula}, row, members, sql}: Explanation,
  beside: readonly Beside[],
  as_of: string,
) {
  return {metric: name, label, meaning, formula, as_of, row, beside, members, sql};
}

async function describeText(
  {metric, row, members, sql}: Explanation,
  beside: readonly Beside[],
  config: Config,
  {asOf, isShown}: {asOf: string; isShown: boolean},
): Promise<string> {
  const {listMetricInfos} = await import("../publish/metric-info.js");
  const {writePeriod} = await import("../metrics/explain.js");
  const {formatTable} = await import("../report.js");
  const info = listMetricInfos(config).find(({name}) => name === metric.name)!;
  const zone = config.timezone;
  const lines = [
    ["period", `${writePeriod(row)}${isShown ? ", the one that the pages show; another: --period" : ""}`],
    ["definition", info.meaning],
    ["formula", info.formula],
    ["dated by", info.dated_by],
    ["window", info.window],
    ["numerator", row.numerator],
    ["denominator", row.denominator],
    ["value", describeValue(row)],
    ["in flight", row.in_flight],
    ["maturity", row.maturity],
    ["target", row.target],
    ["status", row.status],
    ...beside.map((entry) => [NAMES[entry.what], describeBeside(entry)]),
    ["data of", formatLocal(asOf, zone)],
    ["time zone", `${zone}, of all times here`],
  ].filter((line): line is [string, string | number] => line[1] !== null && line[1] !== "");
  const link = config.links[info.record];
  const table = members.map((member) => ({
    [info.record]: member.record_id,
    account: member.account,
    SDR: member.sdr,
    AE: member.ae,
    [info.dated_by]: formatLocal(member.dated_at, zone),
    counts: member.is_mature ? `${round(member.numerator)} of ${round(member.denominator)}` : "in flight",
    ...(info.record === "handoff" ? {brief: `pages/brief.html?handoff=${encodeURIComponent(member.record_id)}`} : {}),
    ...(link ? {record: link.replaceAll("{id}", encodeURIComponent(member.record_id))} : {}),
  }));
  const title = `${info.label}, ${row.scope === "company" ? "" : `${row.scope} `}${row.scope_name}, ${writePeriod(row)}${row.currency ? `, ${row.currency}` : ""}`;
  return [
    title,
    "",
    ...lines.map(([name, text]) => `  ${name.padEnd(12)}${text}`),
    "",
    `${members.length.toLocaleString("en")} ${info.counted}`,
    formatTable(table),
    "",
    "SQL over the warehouse",
    sql,
  ].join("\n");
}

const NAMES: Record<Beside["what"], string> = {
  shrunk: "shrunk",
  adjusted: "adjusted",
  mix_expected: "mix alone",
  against_mix: "against mix",
};

function describeBeside(entry: Beside): string {
  const chance = entry.prob_below_target ?? null;
  return describeValue(entry) + (chance === null ? "" : `, below target with a chance of ${round(chance)}`);
}

const round = (value: number | null): string => (value === null ? "–" : String(Number(value.toFixed(4))));

function describeValue({value, lower, upper}: Record<"value" | "lower" | "upper", number | null>): string {
  if (value === null) return "";
  return lower === null || upper === null ? round(value) : `${round(value)} (90 % interval ${round(lower)} to ${round(upper)})`;
}

import type {Config} from "../config.js";
import {VARIANT_FACTS} from "../contract/brief-variants.js";
import {CHECKLISTS, DEFAULT_CRITERIA, type Checklist} from "../contract/criteria.js";
import {FACTS, listBriefFacts, listFactFields, READINESS_FACTS, type Fact} from "../contract/criteria-facts.js";
import {quoteName, type Database} from "../db.js";
import {describeProblems, findNearMiss, UserError, type Problem} from "../errors.js";
import {SQL_TYPES} from "../models/staging/columns.js";

/** What of them is no text. */
const VARIANT_TYPES: Readonly<Record<string, Fact["type"]>> = {
  employees: "integer",
  annual_revenue: "number",
  has_product_signals: "boolean",
};

/** So many unknown names of one rule are told at once. */
const MOST_NAMES = 5;

/** The facts that the rules of a checklist may name; of a name that stands twice the contract's counts. */
function listFacts({brief}: Pick<Config, "brief">, checklist: Checklist): Fact[] {
  const own = [...FACTS, ...(checklist === "readiness" ? READINESS_FACTS : [])];
  const fields = listFactFields(brief).flatMap(({field, label}) => listBriefFacts(field, label));
  return [...own, ...fields.filter(({name}) => !own.some((fact) => fact.name === name))];
}

/** Facts that the conditions of the brief's variants may name. */
const OF_VARIANTS: readonly Fact[] = VARIANT_FACTS.map((name) => ({name, type: VARIANT_TYPES[name] ?? "text", meaning: ""}));

/**
 * Tries every rule of the checklists, and every condition of the brief's variants, on a row of nothing, so that a slip in one is told as what it is,
 * before any export is read.
 * @throws UserError (exit code 2) with every rule that does not work: its place, what was found, a near miss, and the known facts.
 */
export async function checkRules(db: Database, config: Config): Promise<void> {
  const problems = await findRuleMistakes(db, config);
  if (problems.length === 0) return;
  const title = `${config.path}: ${problems.length} ${problems.length === 1 ? "mistake" : "mistakes"} in rules`;
  throw new UserError(describeProblems(title, problems), 2);
}

/** What is wrong with rules and conditions. */
export async function findRuleMistakes(
  db: Database,
  config: Pick<Config, "brief" | "brief_variants" | Checklist>,
): Promise<Problem[]> {
  const side = await db.fork();
  try {
    const problems: Problem[] = [];
    for (const checklist of CHECKLISTS) {
      const facts = listFacts(config, checklist);
      for (const [index, {criterion, rule, shows}] of config[checklist].entries()) {
        // The default ones are held by tests.
        const known = DEFAULT_CRITERIA[checklist].find((entry) => entry.criterion === criterion);
        if (known?.rule === rule && known.shows === shows) continue;
        const where = `${checklist}[${index}]`;
        problems.push(...(await tryExpression(side, rule, facts, `${where}.rule`, "BOOLEAN")));
        if (shows !== null) problems.push(...(await tryExpression(side, shows, facts, `${where}.shows`)));
      }
    }
    // What may be named is long, so it is told once.
    addHint(problems.at(-1), nameKnown(config));
    const ofVariants: Problem[] = [];
    for (const [index, {rule}] of config.brief_variants.entries())
      ofVariants.push(...(await tryExpression(side, rule, OF_VARIANTS, `brief_variants[${index}].when`, "BOOLEAN")));
    addHint(ofVariants.at(-1), `it may name ${VARIANT_FACTS.join(", ")}`);
    return [...problems, ...ofVariants];
  } finally {
    side.close();
  }
}

function addHint(problem: Problem | undefined, hint: string): void {
  if (problem) problem.hint = [problem.hint, hint].filter(Boolean).join("; ");
}

async function tryExpression(
  db: Database,
  sql: string,
  facts: readonly Fact[],
  where: string,
  wanted?: string,
): Promise<Problem[]> {
  const columns = facts.map(({name, type}) => `null::${SQL_TYPES[type]} as ${quoteName(name)}`);
  const problems: Problem[] = [];
  while (problems.length < MOST_NAMES) {
    try {
      // The column beside it refuses sums over all handoffs, which are no rule for one.
      const [row] = await db.rows<{type: string}>(
        `select typeof((\n${sql}\n)) as type, facts._beside from (select ${[...columns, "null as _beside"].join(", ")}) as facts`,
      );
      if (wanted && row!.type !== wanted && problems.length === 0)
        problems.push({where, what: `${sql} is no condition, but ${row!.type.toLowerCase().replaceAll('"', "")}`});
      return problems;
    } catch (error) {
      const message = ((error as Error).cause as Error | undefined)?.message ?? (error as Error).message;
      const [, unknown] = /column "([^"]+)" not found/i.exec(message) ?? [];
      if (message.includes("must appear in the GROUP BY"))
        return [...problems, {where, what: `${sql} adds up several handoffs, and a rule is about one`}];
      if (unknown === undefined)
        return [
          ...problems,
          {
            where,
            what: `${sql} does not work: ${message
              .split("\n")[0]!
              .trim()
              .replace(/^\w+ Error: /, "")}`,
          },
        ];
      problems.push({where, what: `there is no "${unknown}" to judge by`, hint: nameNearest(unknown, facts)});
      columns.push(`null as ${quoteName(unknown)}`);
    }
  }
  return problems;
}

function nameKnown({brief}: Pick<Config, "brief">): string {
  const list = (facts: readonly {name: string}[]) => facts.map(({name}) => name).join(", ");
  const fields = listFactFields(brief).map(({field}) => field);
  return `rules may name ${list(FACTS)}; in readiness ${list(READINESS_FACTS)} too; and of each field of the brief its text and has_<field>: ${fields.join(", ")}`;
}

function nameNearest(name: string, facts: readonly Fact[]): string | undefined {
  const known = facts.map((fact) => fact.name);
  const wanted = name.toLowerCase();
  const near = findNearMiss(wanted, known) ?? known.find((other) => wanted.endsWith(`_${other}`) || other.endsWith(`_${wanted}`));
  return near && `did you mean ${near}?`;
}

import {BRIEF_FIELDS} from "../../contract/brief.js";
import type {Checklist} from "../../contract/criteria.js";
import {FACTS, findNames, listBriefFacts, READINESS_FACTS, type Fact} from "../../contract/criteria-facts.js";
import {inLanguage, sayDayInLanguage, sayThousands} from "../../contract/language.js";
import {writeCut} from "../../cut-text.js";
import {askOnce, quoteText, type Database} from "../../db.js";

/** A criterion as the configuration has it. */
export interface CriterionRule {
  checklist: Checklist;
  position: number;
  criterion: string;
  label: string;
  group_name: string;
  letter: string | null;
  rule: string;
  shows: string | null;
  looks_for: string | null;
}

/** A field of the brief that rules may name. */
export interface FactField {
  field: string;
  column_name: string;
  /** Whether it stands in the template in use, and so has a verdict of its own. */
  isInTemplate: boolean;
}

export interface Rules {
  criteria: CriterionRule[];
  /** Every fact by name. */
  facts: Map<string, Fact>;
  fields: FactField[];
  /** Names of the facts that some rule needs, itself or through what it shows. */
  used: Set<string>;
}

/** What a fact is told by, beside its own column. */
const DEPENDS: Record<string, readonly string[]> = {
  industry_group: ["industry"],
  revenue_usd: ["annual_revenue", "revenue_currency"],
  market: ["country", "state"],
  is_director: ["title"],
  department_group: ["department", "title"],
  is_involved: ["decision_involvement"],
  is_budget_cycle_known: ["budget_cycle"],
  is_invite_accepted: ["invite_accepted_at"],
  has_stakeholders: ["invite_stakeholders", "has_prospect_attendees", "stakeholders"],
  has_account: ["account_name"],
  has_contact: ["contact_name"],
  has_opportunity: ["opportunity_id"],
  is_routed_by_rule: ["ae_id", "routing_verdict"],
};

/** Reads the checklists and works out which facts they need, so that no others are made. */
export const readRules = (db: Database): Promise<Rules> => askOnce(db, "rules of the checklists", () => askRules(db));

async function askRules(db: Database): Promise<Rules> {
  const criteria = await db.rows<CriterionRule>("select * from config.criteria order by checklist, position");
  const template = await db.rows<{field: string; column_name: string}>(
    "select field, column_name from config.brief_fields where entity = 'handoffs' order by position",
  );
  const known = template.map((field): FactField => ({...field, isInTemplate: true}));
  const others = BRIEF_FIELDS.filter(({entity, field}) => entity === "handoffs" && !known.some((other) => other.field === field));
  const fields = [...known, ...others.map(({field, column}) => ({field, column_name: column, isInTemplate: false}))];
  const brief = fields.flatMap(({field}) => listBriefFacts(field, field));
  // The contract's own facts come last, and so first.
  const facts = new Map([...brief, ...FACTS, ...READINESS_FACTS].map((fact) => [fact.name, fact]));
  const names = new Set(facts.keys());
  const documented = facts.get(DOCUMENTED)!;
  facts.set(DOCUMENTED, {...documented, isWhole: true, shows: writeDocumentedShows(criteria, facts)});
  const used = new Set<string>();
  const use = (name: string) => {
    if (used.has(name)) return;
    used.add(name);
    for (const other of [...(DEPENDS[name] ?? []), ...findNames(facts.get(name)!.shows ?? "", names)]) use(other);
  };
  for (const {rule, shows} of criteria) for (const name of findNames(`${rule}\n${shows ?? ""}`, names)) use(name);
  return {criteria, facts, fields, used};
}

/** Fields of the template into whose text a rule, or what it shows, looks. The facts' own ways to show one ask only whether there is any. */
export function findTexts({criteria, fields}: Rules): Set<string> {
  const names = new Set(fields.filter(({isInTemplate}) => isInTemplate).map(({field}) => field));
  return new Set(criteria.flatMap(({rule, shows}) => findNames(`${rule}\n${shows ?? ""}`, names)));
}

/** Column of a criterion's verdict: true is met, false not met, null unknown. */
export const verdictOf = ({checklist, position}: Pick<CriterionRule, "checklist" | "position">): string =>
  `${checklist}_${position}`;

const DOCUMENTED = "are_criteria_documented";

/** SQL condition: the criterion is met or saw something, so that a reader finds it written down somewhere. */
export const writeIsDocumented = (criterion: CriterionRule, rules: Pick<Rules, "facts">): string =>
  `(${verdictOf(criterion)} or ${writeSeen(criterion, rules)})`;

/** SQL of how many qualification criteria are documented and, by label, which are not. Read from the wide row when somebody asks. */
function writeDocumentedShows(criteria: readonly CriterionRule[], facts: Rules["facts"]): string {
  const own = criteria.filter(({checklist}) => checklist === "qualification");
  if (own.length === 0) return "null::text";
  const is = own.map((each) => `coalesce(${writeIsDocumented(each, {facts})}, false)`);
  const missing = own.map(({label}, at) => `case when not ${is[at]} then ${quoteText(label)} end`);
  return `concat_ws(${quoteText(inLanguage("; missing: "))}, format(${quoteText(inLanguage("documented {} of {}"))}, ${is.map((each) => `${each}::int`).join(" + ")}, ${own.length}),
    nullif(concat_ws('; ', ${missing.join(", ")}), ''))`;
}

/** SQL of the text that says what a criterion saw; null where it saw nothing. */
export function writeSaw({rule, shows}: CriterionRule, {facts}: Rules): string {
  if (shows !== null) return `(\n${shows}\n)::text`;
  const shown = [...new Set(findNames(rule, new Set(facts.keys())).map((name) => showFact(facts.get(name)!)))];
  if (shown.length <= 1) return shown[0] ?? "null::text";
  return `nullif(concat_ws(', ', ${shown.join(", ")}), '')`;
}

/** SQL condition: the criterion saw something. The same as what it saw being there, without writing the text. */
export function writeSeen(criterion: CriterionRule, rules: Pick<Rules, "facts">): string {
  const {facts} = rules;
  const names = new Set(facts.keys());
  if (criterion.shows !== null) return writeShown(criterion.shows, names);
  const seen = findNames(criterion.rule, names).map((name) => writeShown(facts.get(name)!.shows ?? name, names));
  return seen.length === 0 ? "false" : `(${[...new Set(seen)].join(" or ")})`;
}

/** These give null for any null; other expressions are tried as they are. */
function writeShown(sql: string, names: ReadonlySet<string>): string {
  if (!/^(format|strftime|replace)\(/.test(sql)) return `(\n${sql}\n) is not null`;
  return findNames(sql, names)
    .map((name) => `${name} is not null`)
    .join(" and ");
}

/** Longest text shown of a cell. */
const MOST_LETTERS = 120;

function showFact({name, type, shows, label, isWhole}: Fact): string {
  // What is no name of a fact may hold words.
  const text = shows?.includes("'") ? inLanguage(shows) : (shows ?? name);
  if (isWhole) return text;
  if (shows !== undefined || type === "text" || type === "time")
    return `case when strlen(${text}) > ${MOST_LETTERS} and length(${text}) > ${MOST_LETTERS} then ${writeCut(text, MOST_LETTERS - 1)} || '…' else ${text} end`;
  const before = quoteText(`${inLanguage(label ?? name)} `);
  switch (type) {
    case "boolean":
      return `case when ${name} then ${before} || ${quoteText(inLanguage("yes"))} when not ${name} then ${before} || ${quoteText(inLanguage("no"))} end`;
    case "integer":
      return `${before} || ${sayThousands(`format('{:,}', ${name})`)}`;
    case "number":
      return `${before} || case when ${name} = floor(${name}) then ${sayThousands(`format('{:,.0f}', ${name})`)} else ${name}::text end`;
    case "date":
      return `${before} || ${sayDayInLanguage(name, "")}`;
  }
}

import type {Random} from "../random.js";
import {TEMPLATES} from "./brief-templates.js";

/** What an SDR jots down: fragments that combine, with numbers so that two briefs seldom read alike. */
const PAINS = [
  "Renewals slip: {n} of {m} contracts rolled over at the old price last year",
  "Legal needs {d} days per contract, so deals signed in March start in May",
  "Nobody can say which of {m} agreements have a price cap",
  "Sales sends order forms from {k} different templates and legal rewrites each",
  "Signed versions sit in {k} places; finance found {n} missing at the audit",
  "Discounts above {p}% go out without approval about once a week",
  "{n} suppliers billed after notice was due because nobody tracked the date",
  "Approval runs by e-mail and takes {d} days when one person is away",
  "Quarter end means {n} contracts in legal's queue and weekend work",
  "RevOps copies contract values by hand into the CRM, {p}% are wrong",
  "New privacy terms must go into {m} contracts by spring",
  "After the merger {k} contract systems hold {m} agreements between them",
];
const COSTS = [
  "cost about {c}k in lost uplift",
  "forecast was off by {p}%",
  "{n} deals moved to the next quarter",
  "two people do nothing else",
  "CFO raised it in the board meeting",
  "churn review blamed it for {n} accounts",
  "auditor wants it fixed this year",
  "{c}k revenue recognised late",
  "team lead lost {d} hours a week on it",
  "they paid {c}k for services nobody used",
];

export const SHORT: Record<string, readonly string[]> = {
  vague: ["Wants to be more efficient", "Contracts are a pain", "Looking to improve process", "Growth"],
  copied: [
    "Struggles with manual contract work across several teams and wants one place for all agreements to save time and lower risk",
  ],
  placeholder: ["tbd", "n/a", "?", "TBD", "unknown", "-"],
  hidden: ["not disclosed", "Not disclosed, asked twice", "would not say on the phone"],
};

const TOOLS = ["Pactaline", "Signora", "ClauseBox", "Dokuvault", "PaperTrailer", "Agreely"];

/** Text for a field of the brief. */
export function writeField(random: Random, field: string, fillers: {name: string; quarter: string; year: number}): string {
  if (field === "pain_primary") return fill(random, `${random.pick(PAINS)}; ${random.pick(COSTS)}`, fillers);
  return fill(random, random.pick(TEMPLATES[field]!), fillers);
}

function fill(random: Random, template: string, fillers: {name: string; quarter: string; year: number}): string {
  const values: Record<string, () => string> = {
    n: () => String(random.int(4, 38)),
    m: () => String(random.int(6, 90) * 10),
    d: () => String(random.int(4, 21)),
    k: () => String(random.int(2, 7)),
    p: () => String(random.int(4, 28)),
    c: () => String(random.int(3, 36) * 5),
    e: () => String(random.int(37, 60) * 5),
    t: () => random.pick(TOOLS),
    q: () => fillers.quarter,
    y: () => String(fillers.year - random.int(1, 6)),
    w: () => fillers.name,
  };
  return template.replaceAll(/\{(\w)\}/g, (_, key: string) => values[key]!());
}

/** `marts.practices`: what goes with handing over one way or another, other things being equal as far as they are known. */
import type {PracticeLine} from "../contract/datasets.js";
import type {Database} from "../db.js";
import type {MemberRules} from "../metrics/index.js";
import {comparePractice} from "../stats/associations.js";
import {countPatterns, readHandoffs, STRATA} from "./patterns.js";

/** A practice and what it is compared on. It belongs before the outcome: what happens after the call is not compared. */
export interface Practice {
  practice: string;
  /** "…, against …" */
  label: string;
  against: string;
  /** Metric whose members are compared, and whose success is the outcome. */
  outcome: "show_rate" | "meeting_to_sql_rate";
  /** SQL over `marts.handoffs`: true with the practice, false without, null for neither. */
  is_there: string;
  /** SQL condition on the whole mart without which nothing can be said. */
  present: string;
}

export const PRACTICES: readonly Practice[] = [
  {
    practice: "sdr_joins",
    label: "The SDR joins the whole call",
    against: "the SDR is not there",
    outcome: "meeting_to_sql_rate",
    is_there: "case sdr_attended when 'yes' then true when 'no' then false end",
    present: "bool_or(sdr_attended = 'yes')",
  },
  {
    practice: "sdr_introduces",
    label: "The SDR joins for the introduction",
    against: "the SDR is not there",
    outcome: "meeting_to_sql_rate",
    is_there: "case sdr_attended when 'intro' then true when 'no' then false end",
    present: "bool_or(sdr_attended = 'intro')",
  },
  {
    practice: "verbal_sync",
    label: "SDR and AE talk before the meeting",
    against: "they do not",
    outcome: "meeting_to_sql_rate",
    is_there: "coalesce(sync_call_at < meeting_at, false)",
    present: "bool_or(sync_call_at is not null)",
  },
  {
    practice: "brief_day_before",
    label: "The brief is ready a day before",
    against: "it is not",
    outcome: "meeting_to_sql_rate",
    is_there: "case when not coalesce(is_judged_late, false) then is_brief_on_time end",
    present: "bool_or(is_brief_on_time)",
  },
  {
    practice: "fully_documented",
    label: "Every required field of the brief is filled",
    against: "one or more is missing",
    outcome: "meeting_to_sql_rate",
    is_there: "is_fully_documented",
    present: "bool_or(is_fully_documented is not null)",
  },
  {
    practice: "confirmation_sent",
    label: "A confirmation is sent before the meeting",
    against: "none is sent",
    outcome: "show_rate",
    is_there: "coalesce(confirmation_sent_at < meeting_at, false)",
    present: "bool_or(confirmation_sent_at is not null)",
  },
];

/** Fewest handoffs on either side. */
const LEAST = 20;

/** What a handoff says of a practice, as a number. */
const ABSENT = 0;
const THERE = 1;
const NEITHER = -1;

export async function comparePractices(db: Database, rules: MemberRules, metrics: ReadonlySet<string>): Promise<PracticeLine[]> {
  const lines: PracticeLine[] = [];
  const conditions = PRACTICES.map(({present}, index) => `coalesce(${present}, false) as p${index}`).join(", ");
  const [found] = await db.rows<Record<string, boolean>>(`select ${conditions} from marts.handoffs`);
  const practices = PRACTICES.filter(({outcome}, index) => metrics.has(outcome) && found![`p${index}`]);
  if (practices.length === 0) return [];
  const rows = await readHandoffs(db, rules, {
    metrics: [...new Set(practices.map(({outcome}) => outcome))],
    marks: practices.map(
      ({is_there}) => `case when ${is_there} then ${THERE} when not (${is_there}) then ${ABSENT} else ${NEITHER} end`,
    ),
  });
  for (const [index, {practice, label, against, outcome}] of practices.entries()) {
    const of = Int32Array.from(rows.marks[index]!);
    const patterns = countPatterns(rows, outcome, {lists: [[false], [true]], of});
    const compared = comparePractice(patterns, STRATA);
    if (!compared || compared.n_with < LEAST || compared.n_without < LEAST) continue;
    const sums = [ABSENT, THERE].map((mark) => {
      const sum = (of: Float64Array) =>
        of.reduce((total, value, k) => (patterns.presentOf[k] === mark ? total + value : total), 0);
      return {n: sum(patterns.n), successes: sum(patterns.successes)};
    });
    const share = (mark: number) => sums[mark]!.successes / sums[mark]!.n;
    const {value, lower, upper} = compared.difference;
    lines.push({
      practice,
      label,
      against,
      outcome,
      n_with: compared.n_with,
      n_without: compared.n_without,
      share_with: share(THERE),
      share_without: share(ABSENT),
      difference: value,
      lower,
      upper,
    });
  }
  return lines;
}

/** `marts.practices`: what goes with handing over one way or another, other things being equal as far as they are known. */
import type {Database} from "../db.js";
import {findPresent} from "../metrics/index.js";
import type {Mark, MemberTable} from "./members.js";
import {NOT_COUNTED} from "./patterns.js";
import {NEITHER, type Compared, type PracticeRows} from "./practice-fits.js";
import {readRows} from "./read-rows.js";

/** A practice and where it is to be seen. */
export interface Practice extends Compared {
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

/** The practices of which this company's exports tell anything. */
export async function findPractices(db: Database, metrics: ReadonlySet<string>): Promise<Practice[]> {
  const found = await findPresent(db, "marts.handoffs", PRACTICES.map(({present}) => present)); // prettier-ignore
  return PRACTICES.filter(({outcome}, index) => metrics.has(outcome) && found[index]);
}

/** What a handoff says of a practice, for `gatherMembers`: a column of whole numbers, beside the outcome. */
export const markOf = ({practice, outcome, is_there}: Practice): Mark => ({
  column: practice,
  beside: outcome,
  sql: `coalesce((${is_there})::tinyint, ${NEITHER})`,
});

/** The members whose AE is known and of whom any outcome counts, with their marks; none where no table has both. */
export async function readPractices(
  db: Database,
  tables: readonly MemberTable[],
  practices: readonly Practice[],
): Promise<PracticeRows[]> {
  const read: PracticeRows[] = [];
  for (const {name, metrics} of tables) {
    const own = practices.filter(({outcome}) => metrics.some((metric) => metric.name === outcome));
    if (own.length === 0) continue;
    const outcomes = [...new Set(own.map(({outcome}) => outcome))];
    const rows = await readRows(db, {
      from: name,
      where: `ae_id is not null and coalesce(${outcomes.join(", ")}) is not null`,
      outcomes: outcomes.map((outcome) => [outcome, `coalesce(${outcome}, ${NOT_COUNTED})`]),
      marks: own.map(({practice}) => practice),
    });
    read.push({rows, practices: own});
  }
  return read;
}

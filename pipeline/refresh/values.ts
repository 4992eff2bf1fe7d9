/** Which values the records have in columns of few values: what tells, beside a number that moved, what became another in the exports. */
import {ENTITIES, type Column, type EntityName} from "../contract/entities.js";
import {quoteName, quoteText, type Database} from "../db.js";

export interface ValueCount {
  entity: EntityName;
  column: string;
  /** Null: the records that have none. */
  value: string | null;
  records: number;
}

/** Columns of text in which companies have few words each. */
const WORDS = [
  "stage",
  "lost_reason",
  "source",
  "motion",
  "segment",
  "region",
  "outcome",
  "rejection_reason",
  "disqualification_reason",
];
/** A column with more values than these is kept by its most frequent ones. */
const MOST = 40;

const isOfFew = ({name, type}: Column) => type === "choice" || type === "boolean" || WORDS.includes(name);

/** Counts the records of today, whatever export they are from. @param loaded entities that there are exports of */
export async function readValues(db: Database, loaded: readonly EntityName[]): Promise<ValueCount[]> {
  const counts = loaded.flatMap((entity) =>
    ENTITIES[entity].columns
      .filter(isOfFew)
      .map(
        ({name}) =>
          `select ${quoteText(entity)} as entity, ${quoteText(name)} as "column", ${quoteName(name)}::varchar as value, count(*)::integer as records from staging.stg_${entity} group by all`,
      ),
  );
  if (counts.length === 0) return [];
  return db.rows(`with counts as (${counts.join(" union all ")})
    select * from counts qualify row_number() over (partition by entity, "column" order by records desc, value) <= ${MOST} order by all`);
}

/** What is to be kept in mind about an SDR's numbers: which AEs, which way allowing for them moves the rating, which answers never came. */
import type {FairnessData} from "../contract/datasets.js";
import {groupBy, type Ground, type Person} from "./ground.js";
import {FEWEST_RATERS, readRaters} from "./raters.js";
import {listCells} from "./scorecard.js";

/** Scores are told with one decimal: less apart is the same. */
const SAME = 0.05;

interface Row {
  sdr_id: string;
  ae: string;
  handoffs: number;
  answered: number;
  rated: number;
  is_known: boolean;
}

/** Reads it for everybody at once, over the last half-year. */
export async function readFairness(ground: Ground): Promise<(person: Person) => FairnessData> {
  const {db, metrics} = ground;
  const rows = await db.rows<Row>(`
    select sdr_id, coalesce(ae_name, ae_id) as ae, count(*)::integer as handoffs, (count(*) filter (where feedback_id is not null))::integer as answered,
      (count(*) filter (where quality_score is not null))::integer as rated, bool_or(feedback_known_at is not null) as is_known
    from marts.handoffs cross join config.settings as settings
    where outcome = 'held' and sdr_id is not null and ae_id is not null and sdr_id <> ae_id and meeting_at > settings.as_of - interval 182 day
    group by sdr_id, ae_id, ae order by sdr_id, handoffs desc, ae`);
  const ratersOf = await readRaters(ground);
  const bySdr = groupBy(rows, ({sdr_id}) => sdr_id);
  return (person) => {
    const own = bySdr.get(person.person_id) ?? [];
    const sum = (key: "handoffs" | "answered" | "rated") => own.reduce((total, row) => total + row[key], 0);
    const cell = listCells(ground, person).find(({metric}) => metric === "handoff_quality_score");
    const adjusted = cell && metrics.find("sdr", person.person_id, "adjusted_quality_score", cell.period);
    const count = ratersOf(person.person_id, cell?.period);
    return {
      aes: own.map(({ae, handoffs}) => ({name: ae, handoffs})),
      held: sum("handoffs"),
      answered: sum("answered"),
      rated: sum("rated"),
      is_answer_known: own.some(({is_known}) => is_known),
      adjusted: count < FEWEST_RATERS || cell?.value == null || adjusted?.value == null ? null : directionOf(adjusted.value - cell.value), // prettier-ignore
      rated_by: count,
    };
  };
}

const directionOf = (difference: number): "up" | "down" | "same" =>
  Math.abs(difference) < SAME ? "same" : difference > 0 ? "up" : "down";

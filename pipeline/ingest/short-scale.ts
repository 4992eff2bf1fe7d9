import type {Database} from "../db.js";
import type {Problem} from "../errors.js";
import type {Plan} from "./plan.js";
import type {FoundFile} from "./types.js";

/** So many ratings tell that nobody ever gives more than five. */
const ENOUGH = 10;

/** Ratings that are all within five are likely from a form that asks for one to five; they are read as they stand, on the scale of ten, and that is told. */
export async function findShortScale(db: Database, file: FoundFile, fileId: number, plan: Plan): Promise<Problem[]> {
  const rating = plan.columns.find(({column}) => column === "quality_score");
  if (plan.entity !== "feedback" || !rating || file.source.sql.quality_score !== undefined) return [];
  const [found] = await db.rows<{ratings: number; most: number | null}>(
    `select count(quality_score)::integer as ratings, max(quality_score::double) as most from raw.feedback where _file_id = ${fileId}`,
  );
  const {ratings, most} = found!;
  if (ratings < ENOUGH || most === null || most > 5) return [];
  const [header = "quality_score"] = rating.headers;
  return [
    {
      where: file.name,
      what: `quality_score: none of ${ratings} ratings is above 5, of 10 that there are; read as they stand`,
      hint: `where the form asks for 1 to 5, double them: sources[${file.sourceIndex}].sql.quality_score: '2 * "${header.replaceAll('"', '""')}"::integer'`,
    },
  ];
}

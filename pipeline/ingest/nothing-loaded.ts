import type {Database} from "../db.js";
import type {Problem} from "../errors.js";
import type {FileReport, FoundFile, Stop} from "./types.js";

/**
 * A file of which no row arrived must not pass in silence. Rejected rows mean that it is read wrongly, which stops the build;
 * rows set aside may be meant so, which is only told.
 */
export async function checkLoaded(
  db: Database,
  file: FoundFile,
  reports: readonly FileReport[],
): Promise<{stop?: Stop; problem?: Problem}> {
  const rows = Math.max(0, ...reports.map((report) => report.rows_read));
  if (rows === 0 || reports.some((report) => report.loaded > 0)) return {};
  const effect = reports.some((report) => report.rejected > 0) ? "row" : "set_aside";
  const reasons = await db.rows<{column_name: string | null; reason: string; value: string | null; n: number}>(
    `select column_name, reason, min(value) as value, count(*) as n from raw.rejects
     where file_id = ${reports[0]!.file_id} and effect = '${effect}' group by all order by n desc, column_name limit 5`,
  );
  const entities = reports.map(({entity}) => entity).join(" or ");
  if (effect === "set_aside") {
    const what = `none of its ${rows} rows is taken for ${entities}: ${reasons.map(({reason}) => reason).join("; ")}`;
    return {problem: {where: file.name, what, hint: `leave the file out, or see where under sources[${file.sourceIndex}]`}};
  }
  return {
    stop: {
      title: `${file.name}: none of its ${rows} rows can be loaded as ${entities}`,
      problems: reasons.map(({column_name, reason, value, n}) => ({
        where: column_name ?? "row",
        what: `${value === null ? "" : `"${value}" `}${reason} (${n} ${n === 1 ? "row" : "rows"})`,
      })),
      advice: `map its columns under sources[${file.sourceIndex}].columns, say how it writes dates, or leave it out`,
    },
  };
}

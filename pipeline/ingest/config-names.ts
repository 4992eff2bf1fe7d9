import type {Config} from "../config.js";
import type {Database} from "../db.js";
import {findNearMiss, type Problem} from "../errors.js";

/** Names under `exemplars` that no export of people knows: their briefs are not shown, and whoever wrote the name should hear of it. */
export async function reportExemplars(db: Database, {exemplars}: Pick<Config, "exemplars">): Promise<Problem[]> {
  if (exemplars === "all" || exemplars.length === 0) return [];
  const rows = await db.rows<{known: string}>(
    "select distinct unnest([person_id, lower(email)]) as known from raw.people order by known",
  );
  const known = new Set(rows.flatMap(({known}) => known ?? []));
  if (known.size === 0) return [];
  return exemplars.flatMap((name, index): Problem[] => {
    if (known.has(name) || known.has(name.toLowerCase())) return [];
    const near = findNearMiss(name, known);
    const hint = near ? `did you mean ${near}?` : "name people by id or e-mail address, as the export of people has them";
    return [
      {where: `exemplars[${index}]`, what: `"${name}" is nobody in the export of people; no brief of theirs is shown`, hint},
    ];
  });
}

/** Whether deals are closed and won, where nothing but their stage says so. */
import type {EntityName} from "../contract/entities.js";
import type {Database} from "../db.js";
import type {Problem} from "../errors.js";
import {isClosedStage, isWonStage, wordsIn} from "../profiles/profile.js";
import {nameHeaders} from "./unread.js";
import type {FoundFile, MappedColumn, Mapping} from "./types.js";

const TOLD_BY = {is_closed: isClosedStage, is_won: isWonStage};
const ENDS = Object.keys(TOLD_BY) as (keyof typeof TOLD_BY)[];

/** `is_closed` and `is_won` of deals whose export has a stage and neither of them: by the words in the stage's name. */
export function deriveEnds(entity: EntityName, columns: readonly MappedColumn[]): MappedColumn[] {
  const stage = columns.find(({column}) => column === "stage");
  if (entity !== "opportunities" || !stage || columns.some(({column}) => column === "is_closed" || column === "is_won"))
    return [];
  const words = wordsIn(stage.sql);
  return ENDS.map((column) => ({column, sql: `(${TOLD_BY[column](words)})::varchar`, headers: stage.headers, how: "stage"}));
}

interface Stage {
  stage: string;
  is_closed: boolean;
  is_won: boolean;
}

/** Tells which stages are taken for what; a file in which none is closed says nothing of how deals end. */
export async function reportEnds(db: Database, file: FoundFile, fileId: number, mapping: Mapping): Promise<Problem[]> {
  if (!mapping.columns.some(({how}) => how === "stage")) return [];
  const stages = await db.rows<Stage>(
    `select stage, is_closed = 'true' as is_closed, is_won = 'true' as is_won from raw.opportunities
     where _file_id = ${fileId} and stage is not null group by all order by min(_line)`,
  );
  const list = (found: readonly Stage[]) => nameHeaders(found.map(({stage}) => stage));
  const [won, lost, open] = [
    stages.filter(({is_won}) => is_won),
    stages.filter(({is_closed, is_won}) => is_closed && !is_won),
    stages.filter(({is_closed, is_won}) => !is_closed && !is_won),
  ];
  const hint = `if that is wrong, map is_closed and is_won under sources[${file.sourceIndex}].columns, or say them under sources[${file.sourceIndex}].sql`;
  if (won.length + lost.length === 0) {
    mapping.columns = mapping.columns.filter(({how}) => how !== "stage");
    if (stages.length === 0) return [];
    return [{where: file.name, what: `no deal is closed, as far as the words of its stage tell: ${list(open)}`, hint}];
  }
  const parts = [
    won.length > 0 ? `won ${list(won)}` : "none won",
    lost.length > 0 ? `lost ${list(lost)}` : "none lost",
    ...(open.length > 0 ? [`open ${list(open)}`] : []),
  ];
  return [{where: file.name, what: `how deals ended is read from their stage: ${parts.join("; ")}`, hint}];
}

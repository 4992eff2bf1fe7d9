/** SQL of a template's cells as another pod has them: ids, times, names and texts of its own. */
import {BRIEF_FIELDS} from "../../../pipeline/contract/brief.js";
import {quoteName, quoteText} from "../../../pipeline/db.js";
import {toTitle} from "../../../sample-data/shapes/table.js";
import {LAST_NAMES} from "../../../sample-data/words/names.js";

/** Minutes by which a pod's times lie before the template's: earlier, so that nothing comes after the export. */
const EARLIER = "to_minutes((pod % 12) * 5)";
/** Three digits where the template's ids have zeros: its last three letters, a checksum of capitals, stay right. */
export const POD = "lpad(pod::text, 3, '0')";
const NARRATIVE = new Set([
  ...BRIEF_FIELDS.filter(({narrative}) => narrative).map(({column}) => `${toTitle(column)}__c`),
  "What was missing?",
  "What was most helpful?",
  "New_Value",
  "NewValue",
]);
/** Headers of one file are another thing's in the next. */
type File = string;
const NAMES: Record<File, Record<string, (cell: string) => string>> = {
  User: {Name: namePerson, Team__c: nameTeam, Region__c: namePatch},
  people: {name: namePerson, team: nameTeam, region: namePatch},
  Account: {Name: (cell) => `${cell} || ' ' || (pod + 1)`, Website: (cell) => `replace(${cell}, '.example', pod || '.example')`},
  Event: {Region__c: namePatch},
  territories: {territory: namePatch, region: namePatch},
};

/** A pod's AEs sit in the teams of its SDRs: three teams to a pod. */
function nameTeam(cell: string): string {
  return `case when ${cell} = '' then '' else replace(${cell}, ' Sales', ' Growth') || ' ' || (pod + 1) end`;
}
function namePatch(cell: string): string {
  return `case when ${cell} = '' then '' else ${cell} || ' ' || (pod + 1) end`;
}
/** Nobody has another's name: a pod has a second family name. */
function namePerson(cell: string): string {
  const names = `[${LAST_NAMES.map(quoteText).join(", ")}]`;
  return `${cell} || case when pod = 0 then '' else '-' || list_extract(${names}, 1 + pod % ${LAST_NAMES.length})
    || case when pod < ${LAST_NAMES.length} then '' else ' ' || pod // ${LAST_NAMES.length} end end`;
}

/** The cell of column `header` in copy `pod`; `sample` is one of its filled cells. */
export function writePodCell(file: File, header: string, sample: string): string {
  const cell = quoteName(header);
  const named = NAMES[file]?.[header];
  if (named) return named(cell);
  const id = `case when starts_with(${cell}, substr(${cell}, 1, 3) || 'Hs00000') then substr(${cell}, 1, 5) || ${POD} || substr(${cell}, 9) else ${cell} end`; // prettier-ignore
  if (/^(00[0-9A-Z]|017)Hs/.test(sample) && !NARRATIVE.has(header)) return id;
  if (/^h\d{4,}$/.test(sample)) return `case when ${cell} = '' then '' else 'h' || ${POD} || substr(${cell}, 2) end`;
  if (/^\d{4}-\d\d-\d\dT/.test(sample)) {
    const form = sample.includes(".") ? "%Y-%m-%dT%H:%M:%S.000Z" : "%Y-%m-%dT%H:%M:%SZ";
    return `coalesce(strftime(try_strptime(${cell}, ${quoteText(form)}) - ${EARLIER}, ${quoteText(form)}), ${cell})`;
  }
  if (/^\d+\/\d+\/\d{4} /.test(sample))
    return `coalesce(strftime(try_strptime(${cell}, '%m/%d/%Y %H:%M:%S') - ${EARLIER}, '%-m/%-d/%Y %-H:%M:%S'), ${cell})`;
  if (sample.includes("@")) return `replace(${cell}, '@', '.p' || pod || '@')`;
  // Texts that several pods had word for word would count as pasted.
  if (NARRATIVE.has(header))
    return `case when starts_with(${cell}, '005Hs') then ${id} when length(${cell}) < 20 then ${cell} else ${cell} || ', no. ' || hash(${cell}, pod) % 100000 end`;
  return cell;
}

/** Salesforce's weekly export has a file per object, hundreds of them; those from which nothing is read are told of together. */
import {basename, dirname} from "node:path";
import {groupBy} from "../group-by.js";
import type {Problem} from "../errors.js";
import type {FoundFile} from "./types.js";

const LEFT_OUT = "is left out: an object of Salesforce from which Baton reads nothing";

export const describeOther = ({name, sourceIndex}: FoundFile): Problem => ({
  where: name,
  what: LEFT_OUT,
  hint: `nothing need be done; what is to be read all the same is named, with entity and columns, in a source of its own, and sources[${sourceIndex}].files left without it`,
});

/** Files that a message names; beyond, how many more. */
const MOST_NAMED = 8;

/** The problems, with one for all files of a folder or archive that are left out. */
export function gatherLeftOut(problems: readonly Problem[]): Problem[] {
  const folders = groupBy(problems.filter(({what}) => what === LEFT_OUT), ({where, hint}) => `${dirname(where)}\u001f${hint}`); // prettier-ignore
  const together = [...folders.values()].map((list): Problem => {
    const names = list.map(({where}) => basename(where));
    const more = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : "";
    return {...list[0]!, where: dirname(list[0]!.where), what: `${names.length} files are left out, objects of Salesforce from which Baton reads nothing: ${names.slice(0, MOST_NAMED).join(", ")}${more}`}; // prettier-ignore
  });
  return [...problems.filter(({what}) => what !== LEFT_OUT), ...together];
}

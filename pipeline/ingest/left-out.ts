/** Salesforce's weekly export has a file per object, hundreds of them; those from which nothing is read are told of together. */
import {basename, dirname} from "node:path";
import {groupBy} from "../group-by.js";
import type {Problem} from "../errors.js";
import {nameFew} from "./name-few.js";
import type {FoundFile} from "./types.js";

const LEFT_OUT = "is left out: an object of Salesforce from which Baton reads nothing";

export const describeOther = ({name, sourceIndex}: FoundFile): Problem => ({
  where: name,
  what: LEFT_OUT,
  hint: `nothing need be done; what is to be read all the same is named, with entity and columns, in a source of its own, and sources[${sourceIndex}].files left without it`,
});

/** The problems, with one for all files of a folder or archive that are left out, where they are several. */
export function gatherLeftOut(problems: readonly Problem[]): Problem[] {
  const folders = groupBy(problems.filter(({what}) => what === LEFT_OUT), ({where, hint}) => `${dirname(where)}\u001f${hint}`); // prettier-ignore
  const together = [...folders.values()].map((list): Problem => {
    if (list.length === 1) return list[0]!;
    const names = nameFew(list.map(({where}) => basename(where)));
    const what = `${list.length} files are left out, objects of Salesforce from which Baton reads nothing: ${names}`;
    return {...list[0]!, where: dirname(list[0]!.where), what};
  });
  return [...problems.filter(({what}) => what !== LEFT_OUT), ...together];
}

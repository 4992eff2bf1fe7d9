import type {PersonCell} from "../../../pipeline/contract/datasets.js";
import {say} from "../words/words.js";

/** What a number of a person is: what was counted, or what is left of it. Each has one name, the same on every page and in the glossary. */
export type Kind = "plain" | "shrunk" | "adjusted" | "mix";

/** Its name, as it stands within a sentence. */
export const nameKind = (kind: Kind): string => say(`kind_${kind}`);

/** A label with what kind of number it is of: "Show, as counted". */
export const ofKind = (label: string, kind: Kind): string => say("of_kind", {label, kind: nameKind(kind)});

/** The kind that a scorecard shows of a cell: adjusted or shrunk where it is, else plain. */
export function kindOfFair(cell: Pick<PersonCell, "beside"> | undefined): Kind {
  const fair = cell?.beside?.find(({what}) => what === "adjusted" || what === "shrunk");
  return fair ? (fair.what as Kind) : "plain";
}

/** Whether a number is of one person, of whom there may be several kinds; of teams and the company there is the plain one alone. */
export const isOfPerson = ({scope}: Pick<PersonCell, "scope">): boolean => scope === "sdr" || scope === "ae" || scope === "pair";

import type {BriefDocument, CriterionInfo, Manifest} from "../../../pipeline/contract/datasets.js";
import {formatMoney} from "../base/format.js";
import {readNumber} from "../words/words.js";

/** A criterion of one brief: its words, how it stands, and what it saw. */
export interface BriefCriterion extends Pick<CriterionInfo, "checklist" | "label" | "letter"> {
  state: "met" | "not_met" | "unknown";
  /** Empty where it saw nothing. */
  saw: string;
  /** What was looked for and not found; empty unless that is all there is to say. */
  sought: string;
}

const STATES: Readonly<Record<string, BriefCriterion["state"]>> = {m: "met", n: "not_met", u: "unknown"};

/** Amounts of a million or more as every page writes them: what a rule saw has each digit. */
const shortenMoney = (text: string): string =>
  text.replace(/\b(\d{1,3}(?:([.,])\d{3})(?:\2\d{3})+) ([A-Z]{3})\b/g, (_, amount: string, _sign, currency: string) =>
    formatMoney(readNumber(amount), currency),
  );

/** Both checklists as a brief has them, in their order; none where it has not been judged. */
export function readBriefCriteria(
  {criteria: letters = "", saw = []}: Pick<BriefDocument, "criteria" | "saw">,
  {criteria}: Pick<Manifest, "criteria">,
): BriefCriterion[] {
  if (letters.length !== criteria.length) return [];
  return criteria.map(({checklist, label, letter, looks_for}, place) => {
    const state = STATES[letters[place]!] ?? "unknown";
    const seen = shortenMoney(saw[place] ?? "");
    return {checklist, label, letter, state, saw: seen, sought: state === "not_met" && seen === "" ? (looks_for ?? "") : ""};
  });
}

import type {BriefDocument, BriefFieldInfo, Manifest} from "../../../pipeline/contract/datasets.js";
import {hasBriefs} from "./required.js";
import {say} from "../words/words.js";

export type FieldState = "filled" | "vague" | "not_disclosed" | "missing";

/** A field of one brief: how it stands and what it says. */
export interface BriefField {
  info: BriefFieldInfo;
  state: FieldState;
  isRequired: boolean;
  /** Empty where nothing is said, or the text is kept out. */
  text: string;
  /** Characters there are in all, where the site carries fewer. */
  length?: number;
}

const STATES: Readonly<Record<string, FieldState>> = {f: "filled", v: "vague", n: "not_disclosed", m: "missing"};

type Written = Pick<BriefDocument, "fields" | "values" | "cut">;
type Template = Pick<Manifest, "brief_fields">;

/** The template's fields as a brief has them, in its order; none where no brief is known. */
export function readBriefFields({fields, values = {}, cut = {}}: Written, {brief_fields}: Template): BriefField[] {
  if (fields.length !== brief_fields.length) return [];
  return brief_fields.map((info, place) => {
    const letter = fields[place]!;
    const state = STATES[letter.toLowerCase()] ?? "missing";
    const own = <T>(of: Record<string, T>) => (Object.hasOwn(of, info.field) ? of[info.field] : undefined);
    return {info, state, isRequired: letter !== letter.toLowerCase(), text: own(values) ?? "", length: own(cut)};
  });
}

/** Whether briefs are known at all; what the CRM fills by itself, company and contact, is none. */
export function isWritten(brief: Written, manifest: Pick<Manifest, "brief_fields" | "absent_metrics">): boolean {
  if (hasBriefs(manifest)) return readBriefFields(brief, manifest).length > 0;
  return !isBlank(readBriefFields(brief, manifest));
}

/** Whether a brief says nothing at all of its own. */
export function isBlank(fields: readonly BriefField[]): boolean {
  return fields.every(({info, state}) => state === "missing" || info.section === "account" || info.section === "contact");
}

/** What matters most stands first; the rest follows in the template's order. */
const FIRST = ["pain_primary", "economic_buyer", "timeline", "budget", "champion"];

/** The required fields that are missing, the most important first. */
export function rankMissing(fields: readonly BriefField[]): BriefField[] {
  const rank = ({info}: BriefField) => (FIRST.includes(info.field) ? FIRST.indexOf(info.field) : FIRST.length);
  return fields.filter(({state, isRequired}) => isRequired && state === "missing").sort((a, b) => rank(a) - rank(b));
}

/** What to ask for a field that is missing or vague. */
export function askFor({ask, label}: Pick<BriefFieldInfo, "ask" | "label">): string {
  return ask || say("ask_any", {label});
}

/** The question with whom it is for: the prospect, or the SDR where only our own side can tell. */
export function sayAsk(info: Pick<BriefFieldInfo, "ask" | "label" | "is_ours">): string {
  return say(info.is_ours ? "ask_sdr" : "ask_this", {question: askFor(info)});
}

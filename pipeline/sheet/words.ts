import {inLanguage} from "../contract/language.js";

/** Every word of the day sheet, in one place. */
export const SHEET_WORDS = {
  title: "{ae}, {date}",
  none: "No meeting is planned for this day.",
  count: "{n} meetings, in {zone}. Data of {as_of}.",
  count_one: "1 meeting, in {zone}. Data of {as_of}.",
  unnamed_account: "Account not named",
  from_sdr: "handed over by {sdr}",
  join: "Join",
  next: "The next day with one is {date}.",
  to_ask: "Still to be found out; ask",
  stayed_open: "Open when the meeting began",
  complete: "Every required field is filled.",
  no_brief: "There is no brief for this meeting.",
  territory: "Territory",
  related: "Your accounts like this one",
  shortened: "… {n} more characters in the CRM",
  outcome_held: "held",
  outcome_no_show: "no-show",
  outcome_unknown: "outcome not recorded",
  outcome_pending: "",
} as const;
export type SheetWord = keyof typeof SHEET_WORDS;

/** A sentence of the sheet with values put in. */
export const say = (key: SheetWord, values: Record<string, string | number> = {}): string =>
  inLanguage(SHEET_WORDS[key]).replace(/\{(\w+)\}/g, (all, name: string) => String(values[name] ?? all));

import {GRAMMAR} from "./grammar.js";
import {numberFormat} from "./made-once.js";
import {WORDS, type WordKey} from "./words.js";

/** A text as it stands at the start of a sentence. */
export function startSentence(text: string): string {
  return text.charAt(0).toLocaleUpperCase(GRAMMAR.locale) + text.slice(1);
}

/** A label as it stands within a sentence. */
export const withinSentence = (label: string): string => GRAMMAR.withinSentence(label);

/** What is counted, in the form that its number asks for: "1 meeting held", "2 meetings held". @param counted plural, as metrics name it */
export function nameCounted(counted: string, n: string | number): string {
  return isOne(n) ? GRAMMAR.nameOne(counted) : counted;
}

/** The number that a text in the site's language writes, whatever stands around it: "1,001" in English, "1.001" in German. */
export function readNumber(text: string): number {
  const point = findPoint();
  return Number(
    text
      .replace(/[^\d.,-]/g, "")
      .replaceAll(point === "," ? "." : ",", "")
      .replace(point, "."),
  );
}

/** A number that is written with a decimal point, as the site's language writes it. */
export const writePoint = (text: string): string => text.replace(".", findPoint());

const findPoint = (): string => numberFormat().format(0.5).charAt(1);

const isOne = (n: string | number) => (typeof n === "number" ? n === 1 : readNumber(n) === 1);

/** The catalogue's sentence `key` with values put in; what `counted` names takes the form that `n` asks for. No line breaks before its "%". */
export function say(key: WordKey, values: Record<string, string | number> = {}): string {
  return WORDS[key]
    .replaceAll(" %", "\u00a0%")
    .replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (all, name: string, one?: string, many?: string) => {
      const value = values[name];
      if (value === undefined) return all;
      if (one !== undefined) return isOne(value) ? one : many!;
      return name === "counted" && values["n"] !== undefined ? nameCounted(String(value), values["n"]) : String(value);
    });
}

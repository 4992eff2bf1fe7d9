import {languageInForce, PROBLEMS} from "./contract/language.js";
import {escapeRegex} from "./escape.js";

/** What is wrong with data, a sentence with values in it, in the language in force; one that it has no words for stays English. */
export function tellProblem(text: string): string {
  for (const [english, own] of PROBLEMS[languageInForce()]) {
    const values = findPattern(english).exec(text)?.slice(1);
    if (values) return own.replaceAll("{}", () => tellProblem(values.shift()!));
  }
  return text;
}

const PATTERNS = new Map<string, RegExp>();

/** A sentence with `{}` for each value, as a pattern that takes its values. */
function findPattern(sentence: string): RegExp {
  const found = PATTERNS.get(sentence);
  if (found) return found;
  const pattern = new RegExp(`^${sentence.split("{}").map(escapeRegex).join("(.+?)")}$`, "s");
  PATTERNS.set(sentence, pattern);
  return pattern;
}

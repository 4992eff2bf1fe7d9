import {say, WORDS} from "../words/words.js";
import type {WordKey} from "../words/words.js";

/** The kind of context an AE may name as most valuable, in words; one of the company's own as it is. */
export function nameContext(context: string): string {
  const key = `context_${context}`;
  return key in WORDS ? say(key as WordKey) : context.replaceAll("_", " ");
}

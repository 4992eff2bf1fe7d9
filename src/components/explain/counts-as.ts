import {say} from "../words/words.js";

/**
 * As what a member counts in a share, in words of what is counted: in numerator and denominator, or in the denominator only.
 * @param yes what one is called that counts in both, where there is a word for it
 * @param no what one is called that counts in the denominator only
 */
export function countsAs(isIn: boolean, yes = "", no = ""): string {
  if (isIn) return say("counts_both", {what: yes || say("counts_yes")});
  return no ? say("counts_below", {what: no}) : say("counts_no");
}

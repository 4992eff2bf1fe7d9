import {describe, expect, it, onTestFinished} from "vitest";
import {LANGUAGES, PHRASES, setLanguage} from "../../pipeline/contract/language.js";
import {tellProblem} from "../../pipeline/tell-problem.js";
import {listContractTexts} from "../contract-texts.js";
import {CATALOGUES} from "../../src/components/words/catalogues.js";

/** Words that both languages have; a sentence of these and of values alone may be the same in both. */
const ALIKE =
  /\b(SDRs?|AEs?|RevOps|SQLs?|BANT|Baton|Budget|Champion|Feedback|Id|Leads?|LinkedIn|Opportunity|Pipeline|Name|Region|Segment|Teams?|Problem|in|n|CSV|E-Mail)\b/g;
const isWordless = (text: string) => !/\p{L}{2}/u.test(text.replaceAll(/\{\w+\}/g, "").replaceAll(ALIKE, ""));

const valuesOf = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!))].sort();
const namesOf = (text: string) => new Set([...text.matchAll(/\{(\w+)[}|]/g)].map(([, name]) => name!));

describe.each(LANGUAGES.filter((language) => language !== "en"))("the catalogue in another language (%s)", (language) => {
  const [english, other] = [CATALOGUES.en, CATALOGUES[language]];
  const pairs = Object.entries(english.words).map(
    ([key, text]) => [key, text, other.words[key as keyof typeof other.words]] as const,
  );

  it("puts the same values into each sentence, and chooses only by a number that it is given", () => {
    expect(pairs.filter(([, text, told]) => valuesOf(text).join() !== valuesOf(told).join()).map(([key]) => key)).toEqual([]);
    expect(
      pairs.filter(([, text, told]) => [...namesOf(told)].some((name) => !namesOf(text).has(name))).map(([key]) => key),
    ).toEqual([]);
  });

  it("has two forms wherever it chooses, and no brace that is left over", () => {
    const rest = (text: string) => text.replaceAll(/\{\w+(\|[^|{}]*\|[^|{}]*)?\}/g, "");
    expect(pairs.filter(([, , told]) => /[{}|]/.test(rest(told))).map(([key]) => key)).toEqual([]);
  });

  it("says everything, and says it in its own words", () => {
    const isSame = (text: string, told: string) => !told.trim() || (text === told && !isWordless(text));
    expect(pairs.filter(([, text, told]) => isSame(text, told)).map(([key]) => key)).toEqual([]);
    const pages = Object.entries(english.pages).filter(([kind, {name, question}]) => {
      const told = other.pages[kind as keyof typeof other.pages];
      return isSame(name, told.name) || isSame(question, told.question);
    });
    expect(pages).toEqual([]);
  });

  it("explains the same terms, in the same order", () => {
    const shape = ({terms}: (typeof CATALOGUES)["en"]) => terms.map(({id, metric}) => [id, metric]);
    expect(shape(other)).toEqual(shape(english));
    const meanings = new Set(english.terms.map(({meaning}) => meaning));
    expect(other.terms.filter(({meaning}) => meanings.has(meaning))).toEqual([]);
  });

  it("calls each kind of a person's number in heads as in the glossary", () => {
    const terms = {kind_plain: "as_counted", kind_shrunk: "shrunk", kind_adjusted: "adjusted", kind_mix: "mix_allowed"} as const;
    for (const {words, terms: own} of [english, other])
      for (const [key, id] of Object.entries(terms))
        expect(own.find((term) => term.id === id)?.name.toLowerCase()).toBe(words[key as keyof typeof terms].toLowerCase());
  });

  it("says what data say of themselves: metrics, fields, stages, themes, columns", () => {
    expect([...listContractTexts()].filter((text) => !Object.hasOwn(PHRASES[language], text))).toEqual([]);
  });

  it("says what is wrong with the data, with the values that are in it; what it has no words for stays as it is", () => {
    setLanguage(language);
    onTestFinished(() => setLanguage("en"));
    const english = [
      "is none of email, call (12 rows, the first of them here)",
      "key handoff_id is null or not unique",
      "is no time",
    ];
    const told = english.map(tellProblem);
    expect(told.filter((text, at) => text === english[at])).toEqual([]);
    expect(told[0]).toMatch(/email, call.*12/);
    expect(tellProblem("an own word")).toBe("an own word");
  });
});

import {describe, expect, it} from "vitest";
import {LANGUAGES} from "../../pipeline/coaching/lexicon/index.js";
import {objectToPhrase} from "../../pipeline/coaching/phrases.js";
import {compileLexicon} from "../../pipeline/coaching/language.js";
import {findThemes} from "../../pipeline/coaching/themes.js";
import {tokenize} from "../../pipeline/coaching/tokens.js";
import {NOTHING, OTHER, THEME_NAMES} from "../../pipeline/contract/themes.js";
import {agree, findAll, LABELLED, LABELLED_AGAIN, readLabelled, score} from "./measure.js";

const LEXICON = compileLexicon(LANGUAGES);
const themesOf = (text: string, lexicon = LEXICON) => findThemes(text, lexicon).themes.map(({theme}) => theme);
const wordsOf = (text: string, theme: string, lexicon = LEXICON) =>
  findThemes(text, lexicon)
    .themes.find((found) => found.theme === theme)
    ?.spans.map(({start, end}) => text.slice(start, end));

describe("a comment", () => {
  it.each([
    ["budget", ["budget"]],
    ["no budget info, who signs?", ["budget", "economic_buyer"]],
    ["Budgetrahmen und Zeitschiene fehlen", ["timeline", "budget"]],
    ["wer treibt das intern und womit arbeiten die heute", ["current_solution", "champion"]],
    ["prospect had no clue why he was there", ["next_steps"]],
    ["he had to repeat his whole story", ["repeated"]],
  ])("of one or several themes is under each: %s", (text, themes) => {
    expect(themesOf(text)).toEqual(themes);
  });

  it.each([
    ["Notes were filled in after I had already spoken with them", ["late"]],
    ["Brief was completed once I had met them", ["late"]],
    ["Notizen wurden erst ausgefüllt, nachdem ich schon mit ihnen gesprochen hatte", ["late"]],
    ["Everything was filled in", [NOTHING]],
  ])("that says when the brief was filled in does not praise it for that: %s", (text, themes) => {
    expect(themesOf(text)).toEqual(themes);
  });

  it("is told with the words that matched, and with none of those between them", () => {
    expect(wordsOf("No budget. Who at Acme signs?", "economic_buyer")).toEqual(["Who", "signs"]);
    expect(wordsOf("No budget. Who at Acme signs?", "budget")).toEqual(["budget"]);
    expect(wordsOf("👍 price unclear, no Budget", "budget")).toEqual(["price", "Budget"]);
  });

  it("that no rule knows is other, whatever its script", () => {
    for (const text of ["cake", "нет бюджета", "لا توجد ميزانية", "予算なし", "🙈🙈", "asdf", "?"])
      expect(findThemes(text, LEXICON).themes).toEqual([{theme: OTHER, spans: []}]);
  });

  it("that is empty, or says so, misses nothing", () => {
    for (const text of ["", " - ", "n/a", "n.a.", "k.A.", "nothing", "Nichts.", "all good", "alles da", "nothing, thx", "nope"])
      expect(themesOf(text), text).toEqual([NOTHING]);
  });

  it("is compared by whole words", () => {
    expect(themesOf("the appraisal was painted")).toEqual([OTHER]);
    expect(themesOf("fine print of the Einladungskarte")).not.toContain("budget");
  });

  it("of twice the length is looked at twice as often, not more", () => {
    const countLooks = (times: number) => {
      let looks = 0;
      const tokens = tokenize("why who decides budget and ".repeat(times));
      LEXICON.matcher.find(new Proxy(tokens, {get: (list, key) => (looks++, Reflect.get(list, key))}));
      return looks;
    };
    expect(countLooks(400) / countLooks(200)).toBeLessThan(2.05);
  });

  it("of 5,000 signs is put under its theme", () => {
    const long = `${"word ".repeat(998)}budget`;
    expect([long.length, wordsOf(long, "budget")]).toEqual([4996, ["budget"]]);
    expect(themesOf("x".repeat(5000))).toEqual([OTHER]);
  });
});

describe("what is praised is not missing", () => {
  it.each([
    ["budget was great", [NOTHING]],
    ["Pain, timeline, budget all good", [NOTHING]],
    ["Pain was spot on, but no budget", ["budget"]],
    ["Timeline clear, budget not", ["budget"]],
    ["all good apart from the link", ["meeting"]],
    ["Alles super, nur das Budget hat gefehlt", ["budget"]],
    ["Budget war top und die Timeline fehlt", ["timeline"]],
    ["would have been great to know the budget", ["budget"]],
    ["Budget hätte ich gern vorher gewusst, Übergabe war top", ["budget"]],
    ["clear timeline", ["timeline"]],
    ["not a good fit", ["fit"]],
    ["nothing on budget", ["budget"]],
    ["Apart from the budget everything was there", ["budget"]],
    ["Bis auf das Budget war alles drin", ["budget"]],
    ["apart from that all good", [NOTHING]],
    ["I knew who decides, what hurts and by when", [NOTHING]],
    ["I knew who decides, but not by when", ["timeline"]],
  ])("%s", (text, themes) => {
    expect(themesOf(text)).toEqual(themes);
  });
});

describe("words", () => {
  it("are known with umlauts, without, and spelt out, in compounds too", () => {
    for (const text of ["Unternehmensgröße", "unternehmensgroesse", "UNTERNEHMENSGROSSE", "Unternehmensgro\u0308ße"])
      expect(themesOf(text), text).toEqual(["company"]);
    for (const text of ["Einwände", "einwaende", "Einwande"]) expect(themesOf(text), text).toEqual(["focus"]);
    expect(themesOf("Gesamtbudgetplanung")).toEqual(["budget"]);
    expect(themesOf("IT-Sicherheitsbeauftragte")).toEqual(["stakeholders"]);
  });

  it("are known with one slip of the pen, but not where that is another word", () => {
    for (const text of ["tiemline", "timelne", "timeliine", "timelime"]) expect(themesOf(text), text).toEqual(["timeline"]);
    expect(themesOf("decison maker unknown")).toEqual(["economic_buyer"]);
    expect(themesOf("contract")).toEqual([OTHER]);
  });

  it("of a longer phrase belong to it alone", () => {
    expect(themesOf("budget owner")).toEqual(["economic_buyer"]);
    expect(themesOf("first contact")).toEqual(["history"]);
    expect(themesOf("time zone")).toEqual(["meeting"]);
  });

  it("that name today's tool by the way are not about which one it is", () => {
    expect(themesOf("what they dislike about the current tool")).toEqual(["limitations"]);
    expect(themesOf("current tool and its limitations")).toEqual(["current_solution", "limitations"]);
  });

  it("that go with many themes count where the sentence has nothing else", () => {
    expect(themesOf("more details")).toEqual(["thin"]);
    expect(themesOf("more details on the budget")).toEqual(["budget"]);
  });

  it("between those of a longer phrase are by the way", () => {
    expect(themesOf("what they pay for the current tool")).toEqual(["budget"]);
    expect(themesOf("what they pay and the current tool")).toEqual(["current_solution", "budget"]);
  });

  it("around a theme count where the comment has nothing else", () => {
    expect(themesOf("a wholesaler")).toEqual(["company"]);
    expect(themesOf("a wholesaler, no budget")).toEqual(["budget"]);
  });

  it("that go with many themes count for nothing beside what goes with none", () => {
    expect(themesOf("whether they need it")).toEqual(["pain"]);
    expect(themesOf("whether they need SSO")).toEqual([OTHER]);
  });

  it("IT is a department in capitals, else a pronoun", () => {
    expect(themesOf("IT was not mentioned")).toEqual(["stakeholders"]);
    expect(themesOf("it was not mentioned")).toEqual([OTHER]);
  });
});

describe("the lexicon", () => {
  it("has rules for every theme but other and nothing, in each language, all well written", () => {
    for (const language of LANGUAGES) {
      expect(Object.keys(language.themes)).toEqual(THEME_NAMES.filter((theme) => theme !== OTHER && theme !== NOTHING));
      const rules = Object.values(language.themes).flatMap(({sure, weak = [], faint = []}) => [...sure, ...weak, ...faint]);
      const texts = [...rules, ...Object.values(language.cues).flat(), ...language.blank, ...language.ignore, ...language.aside];
      expect(texts.filter((text) => objectToPhrase(text))).toEqual([]);
    }
  });

  it("is added to: words of a known theme, and a theme of one's own", () => {
    const more = compileLexicon(LANGUAGES, {
      budget: ["spend cap"],
      hosting: ["eu hosting", "rechenzentr*"],
      nothing: ["roger that"],
    });
    expect(themesOf("spend cap?", more)).toEqual(["budget"]);
    expect(themesOf("no budget, EU hosting", more)).toEqual(["budget", "hosting"]);
    expect(wordsOf("welches Rechenzentrum", "hosting", more)).toEqual(["Rechenzentrum"]);
    expect(themesOf("roger that", more)).toEqual([NOTHING]);
  });
});

describe("measured on comments written and labelled by others", () => {
  it("the themes found have a macro F1 of at least 0.8", () => {
    const labelled = readLabelled(LABELLED);
    expect(labelled.length).toBeGreaterThanOrEqual(300);
    const {macro, macroAll} = score(labelled, findAll(labelled));
    expect(macro).toBeGreaterThanOrEqual(0.8);
    expect(macroAll).toBeGreaterThanOrEqual(0.8);
  });

  it("a third was labelled again by other eyes", () => {
    const labelled = readLabelled(LABELLED);
    expect(agree(labelled, readLabelled(LABELLED_AGAIN)).comments).toBeGreaterThanOrEqual(Math.floor(labelled.length / 3));
  });
});

describe("agreement", () => {
  const comments = (...themes: string[]) => themes.map((theme, index) => ({text: `c${index}`, language: "en", themes: new Set(theme.split(" "))})); // prettier-ignore

  it("precision, recall and F1 are worked out by theme, and averaged over themes that are labelled", () => {
    const {scores, macro, macroAll} = score(
      comments("budget", "budget", "late", "other"),
      comments("budget", "late", "late", "fit"),
    );
    expect(scores.map(({theme, precision, recall, f1}) => [theme, precision, recall, Number(f1.toFixed(3))])).toEqual([
      ["budget", 1, 0.5, 0.667],
      ["late", 0.5, 1, 0.667],
      ["other", null, 0, 0],
    ]);
    expect(macro).toBeCloseTo(2 / 3);
    expect(macroAll).toBeCloseTo(4 / 9);
  });

  it("of two people is Cohen's kappa and Jaccard by theme", () => {
    // Both say budget once, one alone once more: 3 of 4 alike; by chance 1/2 × 1/4 + 1/2 × 3/4.
    const {rows} = agree(comments("budget", "budget", "late", "late"), comments("budget", "late", "late", "late"));
    expect(rows.find(({theme}) => theme === "budget")).toEqual({theme: "budget", first: 2, second: 1, kappa: 0.5, jaccard: 0.5});
  });
});

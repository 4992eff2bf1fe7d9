import {expect, it} from "vitest";
import {METRICS} from "../../pipeline/contract/metrics.js";
import {nameCounted, say} from "../../src/components/words/words.js";
import {BRIEF_WORDS} from "../../src/components/words/brief.js";
import {COMPANY_WORDS} from "../../src/components/words/company.js";
import {CHECKLIST_WORDS} from "../../src/components/words/checklists.js";
import {DATA_WORDS} from "../../src/components/words/data.js";
import {PEOPLE_WORDS} from "../../src/components/words/people.js";
import {ROUTING_WORDS} from "../../src/components/words/routing.js";

it("a sentence chooses the form its number asks for, however the number is written", () => {
  expect(say("sdr_count", {n: 1})).toBe("1 SDR");
  expect(say("sdr_count", {n: 9})).toBe("9 SDRs");
  expect(say("row_count", {n: "1,000"})).toBe("1,000 rows");
});

it("what metrics count has a singular", () => {
  expect(METRICS.map(({counted}) => nameCounted(counted, 1)).filter((name, at, all) => all.indexOf(name) === at).sort()).toEqual([
    "SQL", "accepted handoff", "answer", "complete brief", "conversation", "handoff", "handoff assigned", "handoff with a rule", "lead", "lead touched", "meeting", "meeting held",
    "opportunity", "opportunity won", "rating",
  ]); // prettier-ignore
  expect(nameCounted("meetings held", 2)).toBe("meetings held");
  expect(say("n_of", {n: "1", counted: "handoffs"})).toBe("1 handoff");
  expect(say("n_of", {n: "1,001", counted: "handoffs"})).toBe("1,001 handoffs");
});

it("values are put in as they are, even where they look like a pattern", () => {
  expect(say("no_match", {text: "$& {n}"})).toBe("Nothing matches “$& {n}”.");
});

it("no sentence of one part of the catalogue hides one of another", () => {
  const keys = [BRIEF_WORDS, COMPANY_WORDS, DATA_WORDS, PEOPLE_WORDS, ROUTING_WORDS, CHECKLIST_WORDS].flatMap((part) =>
    Object.keys(part),
  );
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

import {describe, expect, it, test} from "vitest";
import {makeHider, type Names} from "../../pipeline/publish/protect/hide-names.js";

const NAMES: Names = {accounts: ["Amberpoint Consulting GmbH"], contacts: ["Linh Rocque"], sdrs: ["Ada Osei"], aes: ["Eve Tran"]};
const CORPUS = [
  "Approval runs by e-mail",
  "They told us so in the call",
  "Price against PaperTrailer",
  "the licence ends, brings a list",
  "ask for a demo, will buy, sends mail",
];
const hide = (text: string, names: Partial<Names> = {}) => makeHider(CORPUS)(text, {...NAMES, ...names});

describe("known names become role words", () => {
  test.each([
    ["Linh Rocque told us so", "The contact told us so"],
    ["In the call linh rocque told us", "In the call the contact told us"],
    ["Rocque's licence ends; Linh’s too", "The contact’s licence ends; The contact’s too"],
    ["the approval by ROCQUE", "the approval by the contact"],
    ["Amberpoint Consulting GmbH runs a call for Amberpoint's price", "The prospect runs a call for the prospect’s price"],
    ["told Eve Tran and Ada so", "told the AE and the SDR so"],
  ])("%s", (text, shown) => {
    expect(hide(text)).toEqual({text: shown, unknown: 0, isDoubtful: false});
  });
  it("only as whole words, and never as part of another", () => {
    expect(hide("Adamant, the price", {sdrs: ["Ada Osei"]}).text).toBe("Adamant, the price");
    expect(hide("the linh price").text).toContain("linh");
  });
});

describe("contact data and links are taken out", () => {
  test.each([
    ["mail to linh.rocque@amberpoint.example.com by then", "mail to [e-mail] by then"],
    ["call +49 (0)30 555-0194 or 555-0194", "call [phone] or [phone]"],
    ["see https://www.amberpoint.example.com/a?b=1 or amberpoint.io/pricing", "see [link] or [link]"],
    ["ask @linh in the call", "ask [name] in the call"],
  ])("%s", (text, shown) => {
    expect(hide(text).text).toBe(shown);
  });
  test.each(["ends 2026-12-31", "between 2025-2026", "about 1.200.000 by 31.12.2026", "20 contracts, 130k"])(
    "%s holds none",
    (text) => {
      expect(hide(text).text).toBe(text);
    },
  );
});

describe("what looks like a name and is in no list", () => {
  it("is hidden, in one piece, with its possessive", () => {
    expect(hide("told Thandi Rasmusson so")).toMatchObject({text: "told [name] so", unknown: 1});
    expect(hide("Thandi Rasmusson, Director of Sales Operations").text).toBe("[name], Director of Sales Operations");
    expect(hide("the licence of Dokuvault’s ends").text).toBe("the licence of [name]’s ends");
    expect(hide("PaperTrailer licence ends").text).toBe("[name] licence ends");
  });
  it("is no title, month, acronym, beginning of a sentence, or word that stands somewhere in small letters", () => {
    for (const text of [
      "Approval by the CFO in January, Q3 2026",
      "ask the VP Marketing. Brings a list",
      "Will buy: Price first",
      "New CFO's licence",
    ])
      expect(hide(text)).toEqual({text, unknown: 0, isDoubtful: false});
  });
  it("one person’s first name and another’s last name are one unknown name", () => {
    expect(hide("Linh Orsini, VP Sales").text).toBe("[name], VP Sales");
  });
});

it("a text that still holds a word of a known name is doubtful", () => {
  expect(hide("told rocque so").isDoubtful).toBe(true);
  expect(hide("price of amberpoint").isDoubtful).toBe(true);
  expect(hide("asked for consulting").isDoubtful).toBe(false);
});

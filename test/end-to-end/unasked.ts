/** A month as pages write it. */
const MONTH =
  "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept|Oct|Nov|Dec|January|February|March|April|June|July|August|September|October|November|December)";

/** Figures that are no numbers of the company, each kind with its reason. */
const NO_NUMBERS: readonly [reason: string, pattern: RegExp][] = [
  ["a day, a month, a time of day", new RegExp(`(?:\\b\\d{1,2}\\s)?\\b${MONTH}\\b(?:\\s\\d{4})?(?:,? \\d{2}:\\d{2})?`, "g")],
  ["a time of day", /\b\d{2}:\d{2}\b/g],
  ["a quarter of a year", /\bQ[1-4] \d{4}\b/g],
  ["the name of a page", /\b1:1s?\b/g],
  [
    "a length of time that the configuration sets",
    /\b(?:last|after|within|than|below) \d+ (?:business )?(?:hours?|h|days?|weeks?|months?)\b/gi,
  ],
  ["a length of time that belongs to the definition", /\bin the 90 days before\b/g],
  [
    "the interval's level, which is the same everywhere",
    /\b90 % interval|\btwo-sided 90 %|\(90 %\)|\b95 % of people|\b99\.8 % between/g,
  ],
  ["a step that is agreed on, half of the way between the figures beside it", /\bin \d+ of the next \d+ cases\b/g],
  ["a scale", /\bof 10\b|\b50 % would be chance|; 1 would be fully/g],
  ["a target: the configuration sets it", /target(?: of)? (?:[\d.,]+(?: %| h)?)/g],
  ["the least that a number needs, which the configuration sets", /\bfewer than \d+\b|\bat least \d+ people\b/gi],
  ["a term with a figure in it", /\bB2B\b|\bISO \d+\b/g],
  ["how long is kept, which the configuration sets", /\b\d+ full months\b/g],
  ["an example of a pseudonym", /“Former contact \w+”/g],
];

/** Where figures stand that nobody need ask about, each place with its reason. */
const NO_PLACES: readonly [reason: string, selector: string][] = [
  ["dates, marked as such", "time"],
  ["what a picture draws stands in the table below it", "svg, [aria-hidden]"],
  ["a heading; where it counts, it counts the lines below it", "h1, h2, h3, caption, thead, .later > summary"],
  ["how many lines of a table or list are shown, and how many more there are", ".tools, button.more, .shown"],
  ["a quotation of a brief, or of what an AE wrote", "q, blockquote, figure.exemplar, .words, .three-lines, .quotes"],
  ["the reader's own switches", "label, select, .tabs"],
  ["tasks name criteria of the checklist by their own words", ".tasks"],
  ["who somebody is", ".crumbs, .picker, .picker-groups"],
  ["the name of a row", "th.name"],
  ["the name of a term, or of what somebody does", ".glossary dt"],
  ["definitions: their windows are set by the configuration", ".glossary dd"],
  ["the words of a brief itself, and amounts and sizes of its account", ".brief-field, .text"],
  ["a criterion's own words, and what it saw in the record", ".checklist li"],
  ["facts of one record: how long, how rated, which territory", ".brief .facts, .brief-who, .calls"],
  ["a brief's picture in numbers, a week or a touch in each row", ".brief .numbers"],
];

/** A line of something that is a single record, to which it leads: what it says is that record's own. */
const RECORD_LINES = "tr, li, .case";
const RECORD = `a[href*="brief.html"], a[href*="/brief?"], a[href*="brief?handoff"]`;
/** What belongs to one number: a cell's value with its interval, n, target. */
const LINES = "tr, li, .number, .step, .loss, .day, dd, [data-theme]";

/** Rows of a table that are looked at. */
const ROWS = 6;

export interface Unasked {
  where: string;
  text: string;
}

const clean = (text: string) => text.replace(/\s+/g, " ").trim();
const strip = (text: string) => NO_NUMBERS.reduce((rest, [, pattern]) => rest.replace(pattern, " "), text.replace(/\s+/g, " "));
const numbersOf = (text: string): string[] => [...(text.match(/\d+(?:[.,]\d+)*/g) ?? [])];

/**
 * Figures in the text of a page that can neither be asked about nor are an exception. A figure beside a number that can be asked
 * about counts where the answer says it; so does each figure of a sentence that is asked about as a whole.
 * @param known places that were looked at on an earlier page; they are added to
 */
export function findUnasked(page: Element, known: Set<string>, kind: string): Unasked[] {
  // Nothing is painted here.
  HTMLDialogElement.prototype.showModal = () => {};
  // An answer is read as it opens; its list of records would come later, and is another test's.
  const fetched = globalThis.fetch;
  globalThis.fetch = () => new Promise(() => {});
  try {
    return walk(page, known, kind);
  } finally {
    globalThis.fetch = fetched;
  }
}

function walk(page: Element, known: Set<string>, kind: string): Unasked[] {
  const found: Unasked[] = [];
  // The rows of a table are alike.
  for (const body of page.querySelectorAll("tbody")) for (const row of [...body.children].slice(ROWS)) row.remove();
  document.body.replaceChildren(page);
  const texts = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const node = texts.currentNode as Text;
    const at = node.parentElement!;
    const figures = numbersOf(strip(node.data));
    if (!figures.length) continue;
    const where = `${kind} | ${describePlace(at)}`;
    const shape = `${where} ${clean(node.data)
      .replace(/[\d.,]+/g, "#")
      .replace(/“[^”]*”/g, "“”")}`;
    const short = `${where} ${shape.slice(where.length, where.length + 40)}`;
    if (known.has(short)) continue;
    known.add(short);
    if (NO_PLACES.some(([, selector]) => at.closest(selector))) continue;
    const answers = listAnswers(at);
    const missing = figures.filter((figure) => !answers.some((answer) => numbersOf(answer).includes(figure)));
    if (missing.length && !(at.closest(RECORD_LINES)?.querySelector(RECORD) && !at.closest(".told")))
      found.push({where, text: `${missing.join(" ")} in: ${clean(at.closest(".told")?.textContent ?? node.data)}`});
  }
  return found;
}

/** The texts of all answers to what can be asked where a figure stands: the sentence, the number itself, or the line. */
function listAnswers(at: Element): string[] {
  const sentence = at.closest(".told");
  const line = at.closest(LINES);
  const place = sentence ?? at.closest(".explained") ?? line;
  const before = place && heard.get(place);
  if (before) return before;
  const buttons = sentence
    ? [...sentence.querySelectorAll<HTMLElement>(":scope > .ask")]
    : at.closest<HTMLElement>(".explained")
      ? [at.closest<HTMLElement>(".explained")!]
      : [...(line?.querySelectorAll<HTMLElement>(".explained, .ask") ?? [])];
  const answers = buttons.map((button) => {
    button.click();
    const dialog = document.querySelector("dialog.explain-panel");
    const text = [...(dialog?.querySelectorAll("h2, summary, .explain-body > div, details > div") ?? [])];
    const answer = text.map((part) => part.textContent ?? "").join(" ");
    dialog?.remove();
    return answer;
  });
  if (place) heard.set(place, answers);
  return answers;
}

/** What was answered already in a place. */
const heard = new WeakMap<Element, string[]>();

function describePlace(at: Element): string {
  const section = at.closest("section")?.querySelector("h2, h3")?.textContent ?? "";
  const name = (node: Element) => [node.tagName.toLowerCase(), ...node.classList].join(".");
  return [clean(section), [at.parentElement!, at].map(name).join(" ")].join(" | ");
}

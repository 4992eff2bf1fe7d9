/** Takes those who are to be forgotten out of texts that only mention them. Pure. */
import {foldWord, hashValue, WORD, type ForgottenList} from "./forgotten.js";

/** Whatever stands around an address: quotation marks, brackets, a link, the signs of Markdown. */
const ADDRESS = /[\p{L}\p{N}\p{M}._+'’-]{1,80}(?:@|%40)[\p{L}\p{N}\p{M}_.-]{1,255}/giu;
/** What may be an id: it has a digit; looking at each word would take too long. */
const ID = /[\p{L}\p{N}][\p{L}\p{N}\p{M}_.-]*/gu;

/** Takes what tells of those on the list out of a text: their names, addresses and ids. */
export function makeScrubber({salt, forgotten}: ForgottenList): (text: string) => string {
  const ids = new Set(forgotten.flatMap((entry) => entry.ids));
  const names = new Map(forgotten.flatMap((entry) => entry.names.map((name) => [name.hash, name] as const)));
  const lengths = new Set([...names.values()].map(({words, letters}) => `${words} ${letters}`));
  const most = Math.max(0, ...[...names.values()].map(({words}) => words));
  return (text) => {
    const spans = findIds(text, (value) => ids.has(hashValue(salt, value)));
    const words = [...text.matchAll(WORD)];
    const folded = words.map(([word]) => foldWord(word));
    for (let size = 2; size <= most; size++)
      for (let at = 0; at + size <= words.length; at++) {
        const run = folded.slice(at, at + size);
        if (!lengths.has(`${size} ${run.join(" ").length}`)) continue;
        const orders = [run, ...turnAtComma(text, words.slice(at, at + size), run)];
        const isName = orders.some((order) => names.has(hashValue(salt, order.join(" "))));
        const last = words[at + size - 1]!;
        if (isName) spans.push([words[at]!.index, last.index + last[0].length]);
      }
    return cut(text, spans);
  };
}

/** The words of “Orr, Ann” in the order in which she is called; none without a comma among them. */
function turnAtComma(text: string, found: readonly RegExpExecArray[], words: readonly string[]): string[][] {
  return words.slice(1).flatMap((_, place) => {
    const [{0: last, index}, next] = [found[place]!, found[place + 1]!];
    const isComma = /^\s*,\s*$/.test(text.slice(index + last.length, next.index));
    return isComma ? [[...words.slice(place + 1), ...words.slice(0, place + 1)]] : [];
  });
}

/** Where a text holds an address or an id of theirs, however it stands there. */
function findIds(text: string, isTheirs: (value: string) => boolean): [from: number, to: number][] {
  const spans: [from: number, to: number][] = [];
  const look = (value: string, at: number) => {
    if (isTheirs(value.replace(/%40/, "@"))) spans.push([at, at + value.length]);
  };
  for (const {0: run, index} of text.matchAll(/[^\s,;:<>()"'|\u001f]+/gu)) {
    const bare = run.replace(/[.!?]+$/, "");
    if (/[@\d]/.test(bare)) look(bare, index);
  }
  if (/@|%40/.test(text))
    for (const {0: address, index} of text.matchAll(ADDRESS)) {
      const [own, domain] = address.split(/@|%40/) as [string, string];
      const ends = [domain.length, domain.search(/[^\p{L}\p{N}]+$/u)].filter((end) => end > 0);
      // Where it begins nobody knows: signs are letters of addresses, too.
      for (const {index: from} of own.matchAll(/^|(?<=[^\p{L}\p{N}\p{M}])/gu))
        for (const end of ends) look(address.slice(from, address.length - domain.length + end), index + from);
    }
  for (const {0: id, index} of text.matchAll(ID)) {
    const bare = id.replace(/[_.-]+$/, "");
    if (/\d/.test(bare)) look(bare, index);
  }
  return spans;
}

/** The text with an ellipsis in place of each span; spans may overlap. */
function cut(text: string, spans: [from: number, to: number][]): string {
  let [left, end] = ["", 0];
  for (const [from, to] of spans.sort(([a], [b]) => a - b)) {
    if (from >= end) left += `${text.slice(end, from)}…`;
    end = Math.max(end, to);
  }
  return left + text.slice(end);
}

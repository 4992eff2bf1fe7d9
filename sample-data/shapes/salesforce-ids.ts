/** First three characters of Salesforce ids, by canonical entity. */
const PREFIXES = {
  people: "005",
  accounts: "001",
  contacts: "003",
  leads: "00Q",
  opportunities: "006",
  handoffs: "00U",
  activities: "00T",
  roles: "00K",
  history: "017",
} as const;
export type SalesforceKind = keyof typeof PREFIXES;

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const CHECK = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

/** The 15-character id of the record with a canonical id such as `a0001`; nothing for nothing. */
export function salesforceId15(kind: SalesforceKind, id: string): string {
  const number = /\d+$/.exec(id)?.[0];
  if (!number) return id;
  // Neighbouring numbers give ids that differ by case alone here and there, as they do in a real org.
  let left = Number(number) * 26;
  let tail = "";
  while (tail.length < 5) {
    tail = DIGITS[left % 62]! + tail;
    left = Math.floor(left / 62);
  }
  return `${PREFIXES[kind]}Hs00000${tail}`;
}

/** The same with the three letters that say which characters are capitals (Salesforce: 15 to 18 character ids). */
export function salesforceId(kind: SalesforceKind, id: string): string {
  const short = salesforceId15(kind, id);
  if (short === id) return id;
  const letters = [short.slice(0, 5), short.slice(5, 10), short.slice(10)].map((part) => {
    const capitals = [...part].map((character, place) => (character >= "A" && character <= "Z" ? 2 ** place : 0));
    return CHECK[capitals.reduce((sum, bit) => sum + bit, 0)]!;
  });
  return short + letters.join("");
}

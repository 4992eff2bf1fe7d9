/** Reads the texts that people wrote, once: what they say goes into the lexicon, and whom they name is noted. */
import type {Database} from "../db.js";
import {CONTACT, PARTIES, PERSON, type Builder} from "./claims.js";
import type {Lexicon} from "./lexicon.js";
import {claimLines, dropShared, keepLines, keepNothing} from "./lines.js";
import {CSV, WHOLE, type Mode} from "./modes.js";
import {makeScanner, type Scanner} from "./scan.js";
import {mayHold} from "./table.js";
import {CAPITAL, type Tape} from "./tape.js";
import {BRIEF, MENTIONS, streamTexts, type TextRow} from "./text-rows.js";
import type {LeakOptions} from "./types.js";
import type {Company} from "./who.js";

const TAPE = 1 << 15;
/** Longest piece of a text that is read at a time. */
const PIECE = 100_000;
/** Cells within texts stand on lines of their own. */
const LINES: Mode = {...WHOLE, classes: Uint8Array.from(WHOLE.classes, (kind, byte) => (byte === 10 ? CSV.classes[10]! : kind))};

export interface Texts {
  /** Names that a text of the parties' handoffs holds: node and parties, as `node * parties.length + parties`. */
  mentions: Set<number>;
  /** Words, by the first half of their key, that stand in small letters within sentences. */
  small: Set<number>;
  /** Takes back what the words of `text`, which everybody may see, would tell. */
  release(text: string): void;
}

export async function claimTexts(db: Database, builder: Builder, company: Company, options: LeakOptions): Promise<Texts> {
  const {lexicon, claims} = builder;
  const size = company.parties.length;
  const mentions = new Set<number>();
  const small = new Set<number>();
  const kept = keepNothing();
  let parties = -1;
  const scanner: Scanner = makeScanner(
    lexicon,
    {
      mark(node) {
        if (parties > 0 && !isTheirs(node, parties)) mentions.add(node * size + parties);
      },
      run() {},
      encoded() {},
    },
    TAPE,
  );
  const agreed = options.exemplars === "all" ? undefined : new Set(options.exemplars ?? []);
  for (const {person_id, email} of await db.rows<{person_id: string; email: string}>(
    "select distinct person_id, email from raw.people where email is not null",
  ))
    // prettier-ignore
    if (agreed?.has(email) || agreed?.has(email.toLowerCase())) agreed.add(person_id);
  const bytes = Buffer.alloc(PIECE * 4);

  /** Whether a claim on the node is of somebody whom these parties may see anyway. */
  function isTheirs(node: number, number: number): boolean {
    for (let at = claims.heads[node]!, looked = 0; at > 0 && looked < 64; at = claims.next[at]!, looked++) {
      const owner = claims.owners[at]!;
      const index = owner >> 2;
      if ((owner & 3) === PARTIES && index === number) return true;
      if ((owner & 3) === PERSON && (company.parties[number]!.sdrs.includes(index) || company.parties[number]!.aes.includes(index))) return true; // prettier-ignore
      if ((owner & 3) !== CONTACT) continue;
      for (let k = company.prospectAt[index]!; k < company.prospectAt[index + 1]!; k++) if (company.prospectParties[k] === number) return true; // prettier-ignore
    }
    return false;
  }

  function take({parties: number, person, kind, author, text}: TextRow): void {
    const whose = number ?? (person === null ? 0 : company.ownOf(company.numberOf.get(person)!));
    const isShown = kind === BRIEF && author !== null && (agreed === undefined || agreed.has(author));
    parties = number ?? -1;
    for (let from = 0; from < text.length; from += PIECE) {
      const length = bytes.write(text.slice(from, from + PIECE));
      const count = Math.min(TAPE, scanner.scan(bytes, 0, length, LINES));
      noteSmall(scanner.tape, lexicon, count, bytes, small);
      keepLines(kept, scanner.tape, count, isShown ? 0 : whose * 4 + kind + 1, kind);
    }
  }
  await streamTexts(db, take);
  claimLines(builder, kept);
  dropShared(builder, kept);
  return {
    mentions,
    small,
    release(text) {
      const length = bytes.write(text.slice(0, PIECE));
      const count = Math.min(TAPE, scanner.scan(bytes, 0, length, LINES));
      const passing = keepNothing(count);
      keepLines(passing, scanner.tape, count, 0, MENTIONS);
      dropShared(builder, passing);
    },
  };
}

/** Words in small letters between blanks: of the words that a name may begin with. */
function noteSmall(
  {mask, t1, info, start, end}: Tape,
  {words}: Lexicon,
  count: number,
  bytes: Uint8Array,
  small: Set<number>,
): void {
  for (let k = 0; k < count; k++) {
    const r = k & mask;
    if (info[r]! & CAPITAL || bytes[start[r]! - 1] !== 32 || bytes[end[r]!] !== 32) continue;
    if (mayHold(words, t1[r]!)) small.add(t1[r]!);
  }
}

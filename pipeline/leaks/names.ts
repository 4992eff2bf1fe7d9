/** The forms in which a name may stand somewhere. */
import {squash, type Builder} from "./claims.js";
import {EXACT, ID, NAME, REVERSED} from "./lexicon.js";

/** Words that are names too: people called so are told by capitals. What a company's own notes have in small letters comes on top. */
export const WORDS_THAT_ARE_NAMES =
  "will may grace mark chase grant rich frank bill hope faith joy rose art dean drew jack pat sue rob nick max van summer autumn april june august dale glen cliff brook miles guy gene dawn eve ivy lily olive pearl ruby amber crystal penny daisy iris violet hazel heather holly robin jay wade lance pierce sterling skip buck chip chuck don ray rusty sandy sunny tanner taylor carter cooper mason parker hunter fisher baker cook smith miller young king price page book banks bond cash case day field fields fox good gold green brown black white gray grey hall hand hill house lane lake law little long love low major march marsh moon moss noble park pool pope power powers reed rice rivers rock sales sharp short silver small snow stone street strong wall ward waters way west north south east winter wise wood woods words yard victor christian angel destiny trinity sky star stormy angle basil berry bishop blue bob bridge bright bush butler cannon carpenter castle church clay close cotton craft cross crane curry deal down dollar duke early english farmer finance first flowers ford forest french friend frost gates general german goodman harmony head heart ideal irish iron joker judge just justice key knight lead lent light lock lord lucky marketing marshall mercy more mild nice ocean office open order owner pace paid park part pass patience pepper percy phone pitt pleasant point prince prior queen rain read real right ring rush sage saint salt scott search second sell shepherd shy sign singer speed spring square star steel stock storm sugar summit swift team tell temple test time top town trust turner unique unity van walker water weaver weeks wells wheeler wild win wing wolf work worth wright mann berg stein klein gross lang kurz weiss schwarz braun roth gut jung alt vogel fuchs wolf bauer koch richter kaiser herr frau und das der die im am an in on to of or is it as at by if so do go we he me my up us no".split(
    " ",
  );

const TITLES = /^(?:(?:dr|prof|mr|mrs|ms|mx|sir|dame|herr|frau|ing|dipl|mag|med|phd|mba)\.?\s+)+/iu;
/** "Anna (Ann) Schmidt", "Anna Schmidt (she/her)", 'William "Bill" May' */
const ASIDE = /\([^)]*\)|\[[^\]]*\]|["“”„][^"“”„]*["“”„]/gu;
const UMLAUTS: Record<string, string> = {ä: "ae", ö: "oe", ü: "ue", Ä: "Ae", Ö: "Oe", Ü: "Ue"};
/** Fewest letters of a family name that is looked for by itself, and of a name written without a gap. */
const TELLING = {surname: 4, squashed: 8};
/** Most words of a name whose words are looked for in every rotation ("Garcia Lopez, Ana"). */
const ROTATED = 5;

/** What has to be known of a name to say, later, whether all its words are ordinary. */
export interface NameNodes {
  /** Nodes of names, and of names alone in a cell. */
  nodes: number[];
  /** First halves of the words' keys. */
  words: number[];
  /** The whole name, where it has several words, and whose it is. */
  text?: string;
  owner: number;
}

/** Claims a name in all its forms for `owner`. @param isOurs people of ours are also looked for without a gap between the words */
export function claimName(builder: Builder, text: string, owner: number, isOurs: boolean, tell: (name: NameNodes) => void): void {
  const bare = text.normalize("NFC").replace(ASIDE, " ").trim().replace(TITLES, "");
  const spelt = bare.replaceAll(/[äöüÄÖÜ]/gu, (letter) => UMLAUTS[letter]!);
  // "Osei, Ada" in the export is Ada Osei.
  const comma = /^([^,]+),([^,]+)$/u.exec(bare);
  const forms = new Set([comma ? `${comma[2]} ${comma[1]}` : bare, ...(spelt === bare ? [] : [spelt])]);
  for (const form of forms) claimForm(builder, form, owner, isOurs, tell);
}

function claimForm(builder: Builder, text: string, owner: number, isOurs: boolean, tell: (name: NameNodes) => void): void {
  const words = builder.readWords(text);
  const {count} = words;
  if (count === 0) return;
  const first = Array.from(words.t1.subarray(0, count));
  if (count === 1) {
    tell({nodes: [builder.cell(words, 0, 1, EXACT, "name", owner)], words: first, owner});
    return;
  }
  const order = first.map((_, k) => k);
  const nodes = [builder.sequence(words, order, NAME, "name", owner)];
  const turns = count <= ROTATED ? order.slice(1) : [count - 1];
  for (const turn of turns)
    nodes.push(builder.sequence(words, [...order.slice(turn), ...order.slice(0, turn)], REVERSED, "name", owner));
  if (count > 2) {
    nodes.push(builder.sequence(words, [0, count - 1], NAME, "name", owner));
    nodes.push(builder.sequence(words, [count - 1, 0], REVERSED, "name", owner));
  }
  tell({nodes, words: first, text, owner});
  const surname = text.trim().split(/[\s-]+/u).at(-1)!; // prettier-ignore
  if (surname.length >= TELLING.surname)
    tell({nodes: [builder.cell(words, count - 1, 1, EXACT, "surname", owner)], words: [first[count - 1]!], owner});
  if (!isOurs) return;
  const squashed = squash(text);
  if (squashed.length >= TELLING.squashed) builder.sequence(builder.readWords(squashed), [0], ID, "name", owner);
}

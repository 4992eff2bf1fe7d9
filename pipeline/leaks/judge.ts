/** Which of the marks in a file may not be in a tree that the file is linked into. */
import {CONTACT, kindOf, own, PARTIES, PERSON, REVOPS, type Claims} from "./claims.js";
import {NAME, REVERSED, SLUG, type Lexicon} from "./lexicon.js";
import type {Tree} from "./types.js";
import type {Company, Right} from "./who.js";

const DETAILS = new Set([kindOf("e-mail"), kindOf("telephone")]);
const HANDOFF = kindOf("handoff");
const NAMES = NAME | REVERSED;
const TEXT_KINDS = [kindOf("name"), kindOf("comment"), kindOf("brief"), kindOf("note")];

export interface Finding {
  kind: number;
  owner: number;
}

/**
 * @returns a function that says what a tree may not hold of a mark, or undefined where it may
 * @param mentions names that texts of handoffs hold, as `texts.ts` gathers them
 */
export function makeJudge(
  company: Company,
  lexicon: Lexicon,
  claims: Claims,
  trees: readonly Tree[],
  rights: readonly Right[],
  mentions: ReadonlySet<number>,
) {
  const size = company.parties.length;
  const {prospectAt, prospectParties} = company;
  const partiesByNode = new Map<number, number[]>();
  for (const mention of mentions) {
    const node = Math.floor(mention / size);
    const list = partiesByNode.get(node);
    if (list) list.push(mention % size);
    else partiesByNode.set(node, [mention % size]);
  }

  // Whoever sees everything may still not see contact details, and some fields.
  const forSome = new Uint8Array(claims.heads.length);
  for (let node = 0; node < claims.heads.length; node++)
    for (let at = claims.heads[node]!; at > 0; at = claims.next[at]!)
      if (DETAILS.has(claims.kinds[at]!) || (claims.owners[at]! & 3) === REVOPS) forSome[node] = 1;

  const isMet = (right: Right, contact: number) => {
    for (let k = prospectAt[contact]!; k < prospectAt[contact + 1]!; k++) if (right.parties[prospectParties[k]!]) return true;
    return false;
  };

  function mayHold(right: Right, kind: string, owner: number, claimKind: number): boolean {
    const index = owner >> 2;
    const who = owner & 3;
    if (who === REVOPS) return kind === "revops";
    if (DETAILS.has(claimKind) && who !== PERSON) {
      // Of a prospect: for the AE of that handoff, if at all.
      if (!right.contactDetails) return false;
      return right.seesAll || (who === CONTACT ? isMet(right, index) : right.parties[index] === 1);
    }
    if (right.seesAll) return true;
    if (who === PERSON) return right.people[index] === 1;
    // Leadership sees records of the company, and nobody behind them.
    if (claimKind === HANDOFF && kind === "exec") return true;
    return who === CONTACT ? isMet(right, index) : right.parties[index] === 1;
  }

  return function judge(node: number, as: number, tree: number): Finding | undefined {
    const right = rights[tree]!;
    const {kind} = trees[tree]!;
    if (right.seesAll && (node < 0 || forSome[node] === 0)) return undefined;
    if (node < 0) {
      const value = -node - 1;
      const owner = own(PARTIES, value >> 2);
      return right.parties[value >> 2] === 1 ? undefined : {kind: TEXT_KINDS[value & 3]!, owner};
    }
    // Marks that turned out to be ordinary words are met no more.
    as &= lexicon.flags[node]!;
    // A page's address is one person's, however many share the name it is made from.
    const isAddress = (as & SLUG) !== 0 && sharesName(node);
    let found: Finding | undefined;
    for (let at = claims.heads[node]!; at > 0; at = claims.next[at]!) {
      if (!(claims.as[at]! & as)) continue;
      const owner = claims.owners[at]!;
      if (isAddress && claims.as[at]! & NAMES && (owner & 3) === PERSON) continue;
      if (mayHold(right, kind, owner, claims.kinds[at]!)) return undefined;
      // Of several whom it may be of, people of ours are told first.
      if (!found || (owner & 3) < (found.owner & 3) || ((owner & 3) === (found.owner & 3) && claims.kinds[at]! < found.kind))
        found = {kind: claims.kinds[at]!, owner};
    }
    if (!found) return undefined;
    for (const parties of partiesByNode.get(node) ?? []) if (right.parties[parties] && !DETAILS.has(found.kind)) return undefined;
    return found;
  };

  /** Whether several people of ours are called so, and one of them has the address. */
  function sharesName(node: number): boolean {
    let [people, hasSlug] = [0, false];
    for (let at = claims.heads[node]!; at > 0; at = claims.next[at]!) {
      if ((claims.owners[at]! & 3) !== PERSON) continue;
      if (claims.as[at]! & SLUG) hasSlug = true;
      else if (claims.as[at]! & NAME) people += 1;
    }
    return people > 1 && hasSlug;
  }
}

import type {Chain, Lead} from "../types.js";
import type {Market} from "./market.js";
import {isPast} from "./rows.js";

/** Numbers everything in the order in which it came to be. */
export function numberRecords(chains: readonly Chain[], leads: Lead[], market: Market): void {
  const code = (letter: string, number: number, digits: number): string => `${letter}${String(number + 1).padStart(digits, "0")}`;
  market.accounts.forEach((account, index) => (account.id = code("a", index, 4)));
  market.contacts.forEach((contact, index) => (contact.id = code("c", index, 4)));
  leads.sort((a, b) => a.createdAt - b.createdAt).forEach((lead, index) => (lead.id = code("l", index, 5)));
  chains.forEach((chain, index) => (chain.id = code("h", index, 4)));
  chains
    .flatMap((chain) => chain.slots)
    .filter((slot) => isPast(slot.bookedAt))
    .forEach((slot, index) => (slot.id = code("m", index, 4)));
  chains
    .flatMap((chain) => (chain.opportunity && isPast(chain.opportunity.createdAt) ? [chain.opportunity] : []))
    .sort((a, b) => a.createdAt - b.createdAt)
    .forEach((opportunity, index) => (opportunity.id = code("o", index, 4)));
}

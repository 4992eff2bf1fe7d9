import {DAY, monthOf, type Day, type Minutes} from "../calendar.js";
import {calibrate, createRandom, logistic} from "../random.js";
import type {Chain, Ending} from "../types.js";
import {rampOf} from "./tenure.js";
import {openSlot, playSlots} from "./slots.js";
import {levelOf} from "./trends.js";

/** What raises and lowers the odds of a show, as logits. */
export const SHOW_EFFECTS = {
  confirmed: 1,
  perLeadDay: -0.035,
  source: {inbound: 0.25, outbound: -0.3, event: -0.2, referral: 0.5, partner: 0.2, product: 0.15} as Record<string, number>,
  firstMonth: -0.35,
};

/** Gives every handoff its slots: the first one, how the chain ended, and the slots between. */
export function makeMeetings(seed: number, chains: readonly Chain[], start: Day, months: number): void {
  const random = createRandom(seed, "meetings");
  for (const chain of chains) {
    chain.slots = [openSlot(random, chain, chain.bookedAt, 1)];
    chain.assignedAt = Math.min(chain.assignedAt, chain.slots[0]!.at - 30);
    chain.leadDays = (chain.slots[0]!.at - chain.bookedAt) / DAY;
  }
  for (const group of byMonth(chains, (chain) => chain.slots[0]!.at)) {
    const level = levelOf(Math.floor(group[0]!.slots[0]!.at / DAY), start, months).show;
    const scores = group.map(scoreShow);
    const shift = calibrate(scores, level);
    group.forEach((chain, index) => {
      chain.showOdds = logistic(scores[index]! + shift);
      const shows = random.chance(chain.showOdds);
      chain.ending = random.weigh<Ending>([
        [shows ? "held" : "no_show", 91],
        ["canceled", 5.5],
        ["our_side", 1.7],
        ["unknown", 1.6],
      ]);
      playSlots(random, chain);
    });
  }
}

function scoreShow(chain: Chain): number {
  const ramp = rampOf(chain.sdr.startedOn, Math.floor(chain.bookedAt / DAY)).skill;
  return (
    chain.sdr.showSkill +
    (SHOW_EFFECTS.source[chain.source] ?? 0) +
    (chain.confirms ? SHOW_EFFECTS.confirmed : 0) +
    SHOW_EFFECTS.perLeadDay * chain.leadDays +
    SHOW_EFFECTS.firstMonth * (1 - ramp)
  );
}

/** The chains in groups of one month each, by a moment of theirs. */
export function byMonth(chains: readonly Chain[], moment: (chain: Chain) => Minutes): Chain[][] {
  const groups = new Map<string, Chain[]>();
  for (const chain of chains) {
    const month = monthOf(Math.floor(moment(chain) / DAY));
    const group = groups.get(month);
    if (group) group.push(chain);
    else groups.set(month, [chain]);
  }
  return [...groups.values()];
}

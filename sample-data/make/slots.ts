import {addWorkdays, DAY, fromLocal, HOUR, isWorkday, toLocal, toWorkTime, type Minutes} from "../calendar.js";
import type {Random} from "../random.js";
import type {Chain, Slot} from "../types.js";

/** Earlier slots fell through and were booked anew; the last one ends as the chain ends. */
export function playSlots(random: Random, chain: Chain): void {
  const failures = random.weigh([
    [0, 83],
    [1, 14.5],
    [2, 2.5],
  ] as const);
  for (let index = 0; index < failures; index++) {
    const slot = chain.slots[chain.slots.length - 1]!;
    const kind = random.weigh([
      ["rescheduled", 55],
      ["canceled", 15],
      ["late", 5],
      ["us", 5],
      ["no_show", 20],
    ] as const);
    let rebookedAt: Minutes;
    if (kind === "no_show") {
      slot.status = "no_show";
      slot.noShowBy = random.chance(0.7) ? "prospect" : null;
      rebookedAt = afterSlot(random, slot, chain);
    } else {
      slot.status = kind === "rescheduled" ? "rescheduled" : "canceled";
      cancel(random, slot, kind === "late", kind === "us" ? "us" : random.chance(0.6) ? "prospect" : null, chain);
      rebookedAt =
        kind === "rescheduled"
          ? slot.canceledAt! + random.int(0, 30)
          : toWorkTime(slot.canceledAt! + random.int(30, 3 * DAY), chain.account.region);
    }
    chain.slots.push(openSlot(random, chain, rebookedAt, 0.5, slot.at));
  }
  const last = chain.slots[chain.slots.length - 1]!;
  endSlot(random, last, chain);
  chain.meeting = last;
  if (chain.confirms) last.confirmedAt = Math.max(last.bookedAt + 5, toLocalMorning(last.at, chain, random));
  if (random.chance(chain.ending === "held" ? 0.9 : 0.6))
    last.inviteAcceptedAt = Math.min(last.at - 30, last.bookedAt + Math.round(random.skewed(300, 1)));
  if (last.inviteAcceptedAt !== null && last.inviteAcceptedAt < last.bookedAt) last.inviteAcceptedAt = null;
}

function endSlot(random: Random, slot: Slot, chain: Chain): void {
  const bySide = random.chance(0.6) ? "prospect" : null;
  if (chain.ending === "held") slot.status = "held";
  else if (chain.ending === "no_show" && random.chance(0.22)) {
    slot.status = "canceled";
    cancel(random, slot, true, bySide, chain);
  } else if (chain.ending === "no_show" || (chain.ending === "our_side" && random.chance(0.3))) {
    slot.status = "no_show";
    slot.noShowBy = chain.ending === "our_side" ? "us" : bySide;
  } else if (chain.ending !== "unknown") {
    slot.status = chain.ending === "canceled" && random.chance(0.2) ? "rescheduled" : "canceled";
    cancel(random, slot, false, chain.ending === "our_side" ? "us" : bySide, chain);
  }
}

/** Late is less than a day before the slot. */
function cancel(random: Random, slot: Slot, isLate: boolean, by: Slot["canceledBy"], chain: Chain): void {
  const notice = slot.at - slot.bookedAt;
  slot.canceledBy = by;
  if (isLate) slot.canceledAt = slot.at - random.int(Math.min(45, notice - 1), Math.min(20 * HOUR, notice - 1));
  else if (notice > 26 * HOUR) slot.canceledAt = slot.at - random.int(24 * HOUR + 30, notice - 30);
  else {
    // Booked for tomorrow: it cannot be cancelled early, so it was moved the moment it was booked for a later day.
    slot.at += 2 * DAY;
    while (!isWorkday(toLocal(slot.at, chain.account.region).day)) slot.at += DAY;
    slot.canceledAt = slot.at - random.int(24 * HOUR + 30, slot.at - slot.bookedAt - 30);
  }
}

/** A slot some working days after the booking, and after the slot it replaces. */
export function openSlot(random: Random, chain: Chain, bookedAt: Minutes, pace: number, after = bookedAt): Slot {
  const region = chain.account.region;
  const days = Math.max(1, Math.round(random.skewed(chain.motion === "enterprise" ? 6 : 4, 0.55) * pace));
  const day = addWorkdays(toLocal(Math.max(bookedAt, after), region).day, Math.min(days, 22));
  return {
    id: "",
    bookedAt,
    at: fromLocal(day, 540 + 30 * random.int(0, 15), region),
    duration: random.weigh([
      [30, 5],
      [45, 4],
      [60, 1],
    ] as const),
    status: "scheduled",
    canceledAt: null,
    canceledBy: null,
    noShowBy: null,
    confirmedAt: null,
    inviteAcceptedAt: null,
  };
}

function afterSlot(random: Random, slot: Slot, chain: Chain): Minutes {
  return toWorkTime(slot.at + random.int(20, 4 * DAY), chain.account.region);
}

function toLocalMorning(at: Minutes, chain: Chain, random: Random): Minutes {
  let {day} = toLocal(at, chain.account.region);
  do day--;
  while (!isWorkday(day));
  return fromLocal(day, 540 + random.int(0, 420), chain.account.region);
}

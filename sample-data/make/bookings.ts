import {addMonths, DAY, EXPORTED_AT, fromLocal, isWorkday, toLocal, toWorkTime, type Day} from "../calendar.js";
import {createRandom, type Random} from "../random.js";
import type {Account, Ae, Chain, Lead, Sdr} from "../types.js";
import type {Market} from "./market.js";
import {hasHabit} from "./habits.js";
import {isWorking, placeOf, rampOf} from "./tenure.js";
import {seasonOf} from "./trends.js";

/** Handoffs that a settled SDR books in an average month. */
const MONTHLY = 12.7;

type Route = (account: Account, sdr: Sdr, day: Day, random: Random) => {ae: Ae; ruleAe: Ae};

/** Every handoff that was booked, up to its first slot's booking; what becomes of it comes later. */
export function makeBookings(
  seed: number,
  sdrs: readonly Sdr[],
  market: Market,
  route: Route,
  start: Day,
  months: number,
): Chain[] {
  const random = createRandom(seed, "bookings");
  const moments: {sdr: Sdr; at: number}[] = [];
  // Meetings begin with the first month; the first were booked a fortnight before it.
  for (let month = -1; month < months; month++) {
    const first = addMonths(start, month);
    const days = Array.from({length: addMonths(first, 1) - first}, (_, index) => first + index).filter(isWorkday);
    for (const sdr of sdrs)
      for (const day of days) {
        if (day < start - 15 || !isWorking(sdr, day) || placeOf(sdr, day).role !== "sdr") continue;
        const rate = (MONTHLY / 21) * sdr.volume * seasonOf(day) * rampOf(sdr.startedOn, day).volume;
        for (let left = rate; left > 0; left--) {
          if (random.chance(Math.min(1, left)))
            moments.push({sdr, at: fromLocal(day, 540 + random.int(10, 470), placeOf(sdr, day).region)});
        }
      }
  }
  moments.sort((a, b) => a.at - b.at);
  return moments.filter(({at}) => at < EXPORTED_AT).map(({sdr, at}) => book(random, sdr, at, market, route));
}

function book(random: Random, sdr: Sdr, bookedAt: number, market: Market, route: Route): Chain {
  const day = Math.floor(bookedAt / DAY);
  const place = placeOf(sdr, day);
  const motion = random.weigh(
    place.segment === "Enterprise"
      ? ([
          ["enterprise", 9],
          ["mid_market", 1],
        ] as const)
      : sdr.motions,
  );
  const segment = motion === "enterprise" ? "Enterprise" : motion === "product_led" && random.chance(0.75) ? "SMB" : "Mid-Market";
  const fits = random.chance(sdr.habit === "weak_fit" ? 0.6 : 0.88);
  const account = market.findAccount(place.region, segment, fits);
  const contact = market.addContact(account, fits);
  const source = motion === "product_led" && random.chance(0.75) ? "product" : random.weigh(sdr.sources);
  const {ae, ruleAe} = route(account, sdr, day, random);
  account.owner = ae;
  const lead = makeLead(random, sdr, account, source, bookedAt, place.region);
  lead.contact = contact;
  const moved = random.chance(0.03) ? random.pick([ruleAe, ae]) : null;
  return {
    id: "",
    sdr,
    ae,
    ruleAe,
    firstAe: moved === ae ? null : moved,
    account,
    contact,
    lead,
    source,
    motion,
    bookedAt,
    leadDays: 0,
    assignedAt: toWorkTime(bookedAt + Math.round(random.skewed(random.chance(0.1) ? 1500 : 25, 0.9)), place.region),
    confirms: random.chance(hasHabit(sdr, "no_confirmation", day) ? 0.28 : 0.9),
    ending: "held",
    slots: [],
    meeting: undefined as never,
    handedOffAt: bookedAt,
    syncAt: null,
    syncMinutes: 0,
    attended: "no",
    brief: new Map(),
    briefUpdatedAt: null,
    completeness: 0,
    acceptedAt: null,
    rejectedAt: null,
    rejectionReason: "",
    sqlAt: null,
    disqualifiedAt: null,
    disqualificationReason: "",
    opportunity: null,
    touches: makeTouches(random, lead, bookedAt, hasHabit(sdr, "few_touches", day), place.region),
    showOdds: 0,
  };
}

/** A lead that led to a booking: created, assigned, touched, spoken with, qualified, in this order. */
function makeLead(random: Random, sdr: Sdr, account: Account, source: string, bookedAt: number, region: Account["region"]): Lead {
  const isQuick = source === "inbound" || source === "product";
  const createdAt = bookedAt - Math.round(DAY * Math.min(60, 0.6 + random.skewed(isQuick ? 5 : 11, 0.6)));
  const assignedAt = createdAt + Math.round(random.skewed(isQuick ? 20 : 90, 0.8));
  const firstTouchAt = Math.min(bookedAt - 60, touchAfter(random, sdr, assignedAt, isQuick, region));
  const snap = (at: number, low: number): number => Math.max(low, Math.min(bookedAt, toWorkTime(at, region)));
  const conversationAt = snap(bookedAt - Math.round((bookedAt - firstTouchAt) * random.next() ** 2), firstTouchAt + 5);
  const qualifiedAt = snap(bookedAt - Math.round((bookedAt - conversationAt) * random.next()), conversationAt);
  return {
    id: "",
    sdr,
    account,
    contact: null,
    source,
    createdAt,
    assignedAt: Math.min(assignedAt, firstTouchAt),
    firstTouchAt,
    conversationAt,
    qualifiedAt,
    disqualifiedAt: null,
    reason: "",
    score: Math.round(Math.min(99, Math.max(5, random.normal(isQuick ? 68 : 58, 14)))),
  };
}

/** When the SDR first reaches out: some hours after the lead arrived, a day and more with the slow habit. */
export function touchAfter(random: Random, sdr: Sdr, assignedAt: number, isQuick: boolean, region: Account["region"]): number {
  const isSlow = hasHabit(sdr, "slow_first_touch", Math.floor(assignedAt / DAY));
  return toWorkTime(assignedAt + Math.round(random.skewed(isSlow ? 1900 : isQuick ? 60 : 200, 0.7)), region);
}

function makeTouches(random: Random, lead: Lead, bookedAt: number, isFew: boolean, region: Account["region"]): number[] {
  const first = lead.firstTouchAt!;
  const count = isFew ? random.int(1, 2) : Math.min(7, 2 + Math.floor(random.skewed(1.4, 0.5)));
  const touches = new Set([first]);
  for (let index = 1; index < count; index++) {
    const {day} = toLocal(first + Math.round((bookedAt - first) * random.next()), region);
    const at = fromLocal(day, 540 + random.int(0, 500), region);
    if (at > first && at < bookedAt) touches.add(at);
  }
  return [...touches].sort((a, b) => a - b);
}

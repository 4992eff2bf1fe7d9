import {addMonths, DAY, EXPORTED_AT, isWorkday, type Day} from "../calendar.js";
import {createRandom} from "../random.js";
import type {Lead, Sdr} from "../types.js";
import {touchAfter} from "./bookings.js";
import {isWorking, placeOf, rampOf} from "./tenure.js";
import {seasonOf} from "./trends.js";

const REASONS = [
  ["No need", 4],
  ["Wrong person", 3],
  ["No budget", 2],
  ["Bad timing", 3],
  ["Student or job seeker", 1],
  ["Competitor", 0.5],
] as const;

/** Leads that never became a meeting. The CRM has no account for them: they were not converted. */
export function makeOtherLeads(seed: number, sdrs: readonly Sdr[], start: Day, months: number): Lead[] {
  const random = createRandom(seed, "leads");
  const leads: Lead[] = [];
  for (let day = start - 10; day < addMonths(start, months); day++) {
    if (!isWorkday(day)) continue;
    for (const sdr of sdrs) {
      if (!isWorking(sdr, day) || placeOf(sdr, day).role !== "sdr") continue;
      if (!random.chance(0.47 * sdr.volume * seasonOf(day) * rampOf(sdr.startedOn, day).volume)) continue;
      const {region} = placeOf(sdr, day);
      const source = random.weigh(sdr.sources);
      const isQuick = source === "inbound";
      const createdAt = day * DAY + random.int(360, 1200);
      const assignedAt = createdAt + Math.round(random.skewed(isQuick ? 20 : 90, 0.8));
      const firstTouchAt = random.chance(0.95) ? touchAfter(random, sdr, assignedAt, isQuick, region) : null;
      const conversationAt =
        firstTouchAt !== null && random.chance(0.52) ? firstTouchAt + Math.round(random.skewed(3, 0.9) * DAY) : null;
      const qualifiedAt =
        conversationAt !== null && random.chance(0.12) ? conversationAt + Math.round(random.skewed(2, 0.8) * DAY) : null;
      const isOut = firstTouchAt !== null && qualifiedAt === null && random.chance(0.6);
      leads.push({
        id: "",
        sdr,
        account: null,
        contact: null,
        source,
        createdAt,
        assignedAt,
        firstTouchAt,
        conversationAt,
        qualifiedAt,
        disqualifiedAt: isOut ? (conversationAt ?? firstTouchAt!) + Math.round(random.skewed(6, 0.7) * DAY) : null,
        reason: isOut ? random.weigh(REASONS) : "",
        score: Math.round(Math.min(99, Math.max(5, random.normal(isQuick ? 55 : 46, 15)))),
      });
    }
  }
  return leads.filter((lead) => lead.createdAt < EXPORTED_AT);
}

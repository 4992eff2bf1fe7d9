import {DAY, HOUR, toWorkTime, type Day} from "../calendar.js";
import {calibrate, createRandom, logistic, type Random} from "../random.js";
import type {Chain} from "../types.js";
import {hasHabit} from "./habits.js";
import {makeOpportunity} from "./deals.js";
import {byMonth} from "./meetings.js";
import {rampOf} from "./tenure.js";
import {levelOf} from "./trends.js";

/** What raises the odds of an SQL, as logits. Documentation pays in enterprise most of all. */
export const SQL_EFFECTS = {
  completeness: {enterprise: 4, other: 1.2},
  fields: {champion: 0.4, pain_primary: 0.35, economic_buyer: 0.15, timeline: 0.15} as Record<string, number>,
  source: {inbound: 0.3, outbound: -0.25, event: -0.1, referral: 0.45, partner: 0.1, product: 0.2} as Record<string, number>,
  sync: 0.25,
  firstMonth: -0.3,
};

const REJECTIONS = [
  ["Not the right contact", 3],
  ["No real need", 3],
  ["Bad timing", 2],
  ["Not our kind of company", 2],
  ["Wrong territory", 1],
  ["Already in talks", 1],
  ["Not enough context", 2],
] as const;
const DISQUALIFICATIONS = [
  ["No budget", 3],
  ["No decision this year", 3],
  ["Just learning", 2.5],
  ["No authority", 2],
  ["Chose another vendor", 1],
  ["Not our kind of company", 1.5],
  ["No reply after the call", 2],
] as const;

/** From the meeting on: the talk between SDR and AE, acceptance, SQL or what stopped it, opportunity, win or loss. */
export function makeDecisions(seed: number, chains: readonly Chain[], start: Day, months: number): void {
  const random = createRandom(seed, "decisions");
  for (const chain of chains) makePractice(random, chain);
  const held = chains.filter((chain) => chain.ending === "held");
  for (const group of byMonth(held, (chain) => chain.meeting.at)) {
    const level = levelOf(Math.floor(group[0]!.meeting.at / DAY), start, months).sql;
    const scores = group.map(scoreSql);
    // About one SQL in twenty-five comes after the window.
    const shift = calibrate(scores, level / 0.96);
    group.forEach((chain, index) => decide(random, chain, random.chance(logistic(scores[index]! + shift)), start, months));
  }
}

function makePractice(random: Random, chain: Chain): void {
  const day = Math.floor(chain.bookedAt / DAY);
  const syncs = random.chance(hasHabit(chain.sdr, "no_sync", day) ? 0.08 : 0.62);
  if (syncs) {
    const wished = toWorkTime(chain.meeting.at - random.int(30, 26 * HOUR), chain.account.region);
    chain.syncAt = Math.max(chain.assignedAt + 10, wished < chain.meeting.at - 15 ? wished : chain.meeting.at - 20);
    chain.syncMinutes = random.int(4, 14);
    if (chain.syncAt >= chain.meeting.at) chain.syncAt = null;
  }
  chain.attended = random.weigh([
    ["no", 5],
    ["intro", 3],
    ["yes", 2],
  ] as const);
}

function scoreSql(chain: Chain): number {
  const ramp = rampOf(chain.sdr.startedOn, Math.floor(chain.bookedAt / DAY)).skill;
  const perField = Object.entries(SQL_EFFECTS.fields).reduce(
    (sum, [field, effect]) => sum + (chain.brief.get(field)?.isGood ? effect : 0),
    0,
  );
  return (
    chain.sdr.sqlSkill +
    chain.ae.leniency +
    (SQL_EFFECTS.source[chain.source] ?? 0) +
    perField +
    (chain.syncAt !== null ? SQL_EFFECTS.sync : 0) +
    SQL_EFFECTS.firstMonth * (1 - ramp) +
    SQL_EFFECTS.completeness[chain.motion === "enterprise" ? "enterprise" : "other"] * chain.completeness
  );
}

function decide(random: Random, chain: Chain, isSql: boolean, start: Day, months: number): void {
  const {meeting, account, ae} = chain;
  const endsAt = meeting.at + meeting.duration;
  const decidedAt = toWorkTime(endsAt + Math.round(random.skewed(ae.acceptHours, 0.9) * HOUR), account.region);
  if (isSql) {
    chain.sqlAt = toWorkTime(endsAt + Math.round(random.skewed(4, 0.68) * DAY), account.region);
    if (random.chance(0.98)) chain.acceptedAt = Math.min(decidedAt, chain.sqlAt);
    makeOpportunity(random, chain, start, months);
    return;
  }
  const answer = random.weigh([
    ["accepted", 77],
    ["rejected", 16],
    ["silent", 7],
  ] as const);
  if (answer === "rejected") {
    chain.rejectedAt = decidedAt;
    chain.rejectionReason = random.weigh(
      REJECTIONS.map(
        ([reason, weight]) =>
          [reason, reason === "Not our kind of company" && chain.sdr.habit === "weak_fit" ? weight * 5 : weight] as const,
      ),
    );
  }
  if (answer === "accepted") chain.acceptedAt = decidedAt;
  if (answer === "accepted" && random.chance(0.68)) {
    chain.disqualifiedAt = toWorkTime(decidedAt + Math.round(random.skewed(7, 0.7) * DAY), account.region);
    chain.disqualificationReason = random.weigh(DISQUALIFICATIONS);
  }
}

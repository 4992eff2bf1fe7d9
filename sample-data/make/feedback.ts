import {addWorkdays, DAY, EXPORTED_AT, fromLocal, HOUR, toLocal, toWorkTime, type Day, type Minutes} from "../calendar.js";
import {calibrate, createRandom, logistic, type Random} from "../random.js";
import type {Chain} from "../types.js";
import {pickValuable, writeHelpful, writeMissing} from "./comments.js";
import {byMonth} from "./meetings.js";
import {rampOf} from "./tenure.js";
import {levelOf} from "./trends.js";

export interface Answer {
  id: string;
  chain: Chain;
  submittedAt: Minutes;
  showedUp: "yes" | "no" | "rescheduled" | "";
  accuracy: "full" | "partial" | "not" | "";
  valuable: string[];
  missing: string;
  helpful: string;
  advance: "yes" | "no" | "maybe" | "";
  score: number | null;
}

/** Points of a full brief over an empty one, and of the practice around it. */
export const QUALITY_EFFECTS = {completeness: 3.5, sync: 0.25, isSql: 0.5, noise: 0.95};

/** The AEs' answers: how many and how kind follows the month's level, the AE's severity and the brief. */
export function makeFeedback(seed: number, chains: readonly Chain[], start: Day, months: number): Answer[] {
  const random = createRandom(seed, "feedback");
  const answers: Answer[] = [];
  for (const group of byMonth(chains, (chain) => chain.meeting.at)) {
    const level = levelOf(Math.floor(group[0]!.meeting.at / DAY), start, months);
    const held = group.filter((chain) => chain.ending === "held");
    const willing = held.map((chain) => chain.ae.responds);
    const shift = calibrate(willing, level.response);
    const qualities = held.map(scoreQuality);
    // Ratings are cut off at 10, which pulls the mean down a little.
    const base = level.quality + 0.12 - qualities.reduce((sum, quality) => sum + quality, 0) / Math.max(1, held.length);
    held.forEach((chain, index) => {
      const isInTime = random.chance(logistic(willing[index]! + shift));
      if (isInTime || random.chance(0.25)) answers.push(answer(random, chain, base + qualities[index]!, isInTime));
    });
    for (const chain of group) {
      if (chain.ending === "no_show" && random.chance(0.35)) answers.push({...blank(chain, random), showedUp: "no"});
      if (chain.ending === "unknown" && random.chance(0.5))
        answers.push({
          ...blank(chain, random),
          showedUp: random.weigh([
            ["yes", 5],
            ["no", 3],
            ["rescheduled", 1],
          ] as const),
        });
    }
  }
  // Some answer twice; the second one counts.
  for (const first of answers.filter(() => random.chance(0.015))) {
    if (first.score !== null)
      answers.push({
        ...first,
        submittedAt: first.submittedAt + random.int(5, DAY),
        score: clamp(first.score + random.pick([-1, 1])),
      });
  }
  return answers.filter((entry) => entry.submittedAt < EXPORTED_AT).sort((a, b) => a.submittedAt - b.submittedAt);
}

function scoreQuality(chain: Chain): number {
  const ramp = rampOf(chain.sdr.startedOn, Math.floor(chain.bookedAt / DAY)).skill;
  return (
    chain.sdr.qualitySkill -
    0.5 * (1 - ramp) +
    chain.ae.severity +
    QUALITY_EFFECTS.completeness * (chain.completeness - 0.85) +
    (chain.syncAt !== null ? QUALITY_EFFECTS.sync : 0) +
    (chain.sqlAt !== null ? QUALITY_EFFECTS.isSql : 0)
  );
}

function blank(chain: Chain, random: Random): Answer {
  const submittedAt = toWorkTime(chain.meeting.at + random.int(20, 30 * HOUR), chain.account.region);
  return {
    id: "",
    chain,
    submittedAt,
    showedUp: "",
    accuracy: "",
    valuable: [],
    missing: "",
    helpful: "",
    advance: "",
    score: null,
  };
}

function answer(random: Random, chain: Chain, quality: number, isInTime: boolean): Answer {
  const isSql = chain.sqlAt !== null;
  const isFull = logistic(quality - 6.4 + (isSql ? 0.8 : -0.5));
  const accuracy = random.chance(isFull) ? "full" : random.chance(0.72) ? "partial" : "not";
  const will =
    chain.opportunity !== null
      ? ([
          ["yes", 7],
          ["maybe", 3],
          ["no", 1],
        ] as const)
      : isSql
        ? ([
            ["yes", 3],
            ["maybe", 4],
            ["no", 3],
          ] as const)
        : ([
            ["yes", 1],
            ["maybe", 3],
            ["no", 6],
          ] as const);
  const {day} = toLocal(chain.meeting.at, "EMEA");
  const late = fromLocal(addWorkdays(day, 3), 540 + random.int(0, 3000), "EMEA");
  return {
    id: "",
    chain,
    submittedAt: isInTime
      ? toWorkTime(chain.meeting.at + chain.meeting.duration + random.int(5, 22 * HOUR), chain.account.region)
      : toWorkTime(late, "EMEA"),
    showedUp: "yes",
    accuracy,
    valuable: pickValuable(random, chain),
    missing: writeMissing(random, chain, accuracy === "not"),
    helpful: random.chance(0.3) ? writeHelpful(random, chain) : "",
    advance: random.weigh<"yes" | "maybe" | "no">(will),
    score: random.chance(0.985) ? clamp(quality + random.normal(0, QUALITY_EFFECTS.noise)) : null,
  };
}

const clamp = (score: number): number => Math.min(10, Math.max(1, Math.round(score)));

import {DAY, HOUR, toEarlierWorkTime, toWorkTime, writeDay, type Day, type Minutes} from "../calendar.js";
import {calibrate, createRandom, logistic, type Random} from "../random.js";
import type {Chain} from "../types.js";
import {SHORT, writeField} from "../words/brief-texts.js";
import {FIRST_NAMES, LAST_NAMES, TITLES} from "../words/names.js";
import {hasHabit} from "./habits.js";
import {ALWAYS_OPTIONAL, BY_MOTION, EXTENDED_ON, NEW_OPTIONAL, OTHER_REQUIRED, REQUIRED, scoreField} from "./brief-odds.js";
import {byMonth} from "./meetings.js";
import {levelOf} from "./trends.js";

/** Writes every handoff's brief, field by field with the time it was written. */
export function makeBriefs(seed: number, chains: readonly Chain[], start: Day, months: number): void {
  const random = createRandom(seed, "briefs");
  for (const group of byMonth(chains, (chain) => chain.meeting.at)) {
    const level = levelOf(Math.floor(group[0]!.meeting.at / DAY), start, months).documentation;
    const target = ((REQUIRED.length + OTHER_REQUIRED) * level - OTHER_REQUIRED * 0.995) / REQUIRED.length;
    const scores = group.map((chain) => {
      // A brief is written with care or in a hurry: its fields are full or blank together.
      const care = random.normal(0, 1.5);
      return REQUIRED.map((field) => scoreField(chain, field) + care);
    });
    const shift = calibrate(scores.flat(), target);
    group.forEach((chain, index) =>
      writeBrief(
        random,
        chain,
        scores[index]!.map((score) => logistic(score + shift)),
      ),
    );
  }
}

function writeBrief(random: Random, chain: Chain, odds: readonly number[]): void {
  const day = Math.floor(chain.bookedAt / DAY);
  const region = chain.account.region;
  const {at: meetingAt} = chain.meeting;
  const isLate = hasHabit(chain.sdr, "late_brief", day);
  const ahead = random.skewed(isLate ? 5 : 46, isLate ? 0.6 : 0.4) * HOUR;
  const wished = Math.round(meetingAt - ahead);
  // Who is late writes at the last minute rather than the evening before.
  const lastMinute = meetingAt - 10 - (wished % 45);
  const doneAt = Math.max(
    chain.meeting.bookedAt + 30,
    isLate ? Math.max(wished, lastMinute - 5 * HOUR) : toEarlierWorkTime(wished, region),
  );
  chain.handedOffAt = Math.min(doneAt, toWorkTime(chain.assignedAt + random.int(10, 900), region));
  if (chain.handedOffAt < chain.bookedAt) chain.handedOffAt = chain.bookedAt;
  const between = (): Minutes => {
    const at = Math.round(chain.bookedAt + (doneAt - chain.bookedAt) * random.next() ** (isLate ? 0.1 : 0.6));
    return Math.max(chain.bookedAt, toEarlierWorkTime(at, region));
  };
  const set = (field: string, text: string, at: Minutes, isGood: boolean): void =>
    void chain.brief.set(field, {text, at, isGood, before: "", beforeAt: null});

  let good = 0;
  REQUIRED.forEach((field, index) => {
    if (random.chance(odds[index]!)) {
      const isVague = field === "pain_primary" && hasHabit(chain.sdr, "vague_pain", day) && random.chance(0.7);
      good += isVague ? 0.3 : 1;
      set(field, isVague ? random.pick(SHORT.vague!) : compose(random, chain, field), between(), !isVague);
      return;
    }
    const isHabitual = hasHabit(chain.sdr, "placeholders", day);
    const kind =
      field === "pain_primary" && hasHabit(chain.sdr, "copied_pain", day)
        ? "copied"
        : random.weigh([
            ["blank", isHabitual ? 10 : 74],
            ["placeholder", isHabitual ? 80 : 9],
            ["late", isLate ? 60 : 8],
          ] as const);
    if (kind === "late")
      set(field, compose(random, chain, field), toWorkTime(meetingAt + random.int(60, 3 * DAY), region), false);
    else if (kind !== "blank") set(field, random.pick(SHORT[kind]!), between(), false);
  });
  chain.completeness = good / REQUIRED.length;
  const optional = [...ALWAYS_OPTIONAL, ...(day >= EXTENDED_ON ? [...NEW_OPTIONAL, ...(BY_MOTION[chain.motion] ?? [])] : [])];
  for (const [field, chance] of optional) if (random.chance(chance)) set(field, compose(random, chain, field), between(), true);
  if (random.chance(0.07)) editField(random, chain, doneAt);
  const times = [...chain.brief.values()].map((entry) => entry.at);
  chain.briefUpdatedAt = times.length > 0 ? Math.max(...times, doneAt) : null;
}

/** A value that was corrected: before the meeting mostly, now and then after it. */
function editField(random: Random, chain: Chain, doneAt: Minutes): void {
  const field = random.pick(["timeline", "budget", "next_steps", "focus_area"]);
  const entry = chain.brief.get(field);
  if (!entry?.isGood) return;
  const at = random.chance(0.25) ? toWorkTime(chain.meeting.at + random.int(60, 2 * DAY), chain.account.region) : doneAt;
  chain.brief.set(field, {
    ...entry,
    before: entry.text,
    beforeAt: entry.at,
    text: compose(random, chain, field),
    at: Math.max(at, entry.at + 1),
  });
}

function compose(random: Random, chain: Chain, field: string): string {
  if (field === "committee_size") return String(random.int(3, 10));
  if (field === "first_contact")
    return `${writeDay(Math.floor((chain.lead?.firstTouchAt ?? chain.bookedAt) / DAY))}, ${random.pick(["email", "call", "LinkedIn"])}`;
  if (["budget", "economic_buyer"].includes(field) && random.chance(0.03)) return random.pick(SHORT.hidden!);
  if (field === "champion") return random.chance(0.6) ? `${chain.contact.name}, ${chain.contact.title}` : namePerson(random);
  if (field === "economic_buyer" || field === "technical_buyer") return namePerson(random);
  const day = Math.floor(chain.meeting.at / DAY) + random.int(30, 170);
  const [year, month] = writeDay(day).split("-").map(Number) as [number, number];
  return writeField(random, field, {
    name: chain.contact.name.split(" ")[0]!,
    quarter: `Q${Math.ceil(month / 3)} ${year}`,
    year: Number(writeDay(day).slice(0, 4)),
  });
}

function namePerson(random: Random): string {
  return `${random.pick(FIRST_NAMES)} ${random.pick(LAST_NAMES)}, ${random.pick(TITLES)[0]}`;
}

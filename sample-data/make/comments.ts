import {HOUR} from "../calendar.js";
import type {Random} from "../random.js";
import type {Chain} from "../types.js";
import {HELPFUL, MISSING} from "../words/comment-texts.js";
import {REQUIRED} from "./brief-odds.js";

export function pickValuable(random: Random, chain: Chain): string[] {
  const known = [
    ["pain_primary", "pain_points"],
    ["champion", "stakeholder_map"],
    ["timeline", "timeline"],
    ["competitive_context", "competitive_intel"],
  ] as const;
  return known.filter(([field]) => chain.brief.get(field)?.isGood && random.chance(0.45)).map(([, context]) => context);
}

/** Names what was really missing; says nothing more often when little was. */
export function writeMissing(random: Random, chain: Chain, isUnfit: boolean): string {
  const gaps: string[] = REQUIRED.filter((field) => !chain.brief.get(field)?.isGood);
  if ((chain.briefUpdatedAt ?? 0) > chain.meeting.at - 3 * HOUR) gaps.push("late", "late");
  if (isUnfit) gaps.push("fit");
  if (chain.syncAt === null && random.chance(0.2)) gaps.push("sync");
  if (random.chance(0.05)) gaps.push("other");
  if (gaps.length === 0 || random.chance(0.35)) return "";
  const chosen = random.shuffle(gaps).slice(0, random.chance(0.25) ? 2 : 1);
  return [...new Set(chosen)].map((gap) => say(random, MISSING[gap]!, chain)).join(random.pick([". ", "; ", ". Also: "]));
}

export function writeHelpful(random: Random, chain: Chain): string {
  const known = Object.keys(HELPFUL).filter((field) =>
    field === "sync" ? chain.syncAt !== null : field === "general" || chain.brief.get(field)?.isGood,
  );
  return say(random, HELPFUL[random.pick(known)]!, chain);
}

const say = (random: Random, texts: readonly string[], chain: Chain): string =>
  random.pick(texts).replace("{who}", chain.contact.name.split(" ")[0]!);

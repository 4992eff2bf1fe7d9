import {DAY, EXPORTED_AT, toWorkTime, type Minutes} from "../calendar.js";
import {createRandom, type Random} from "../random.js";
import type {Chain, Person} from "../types.js";

export interface Activity {
  chain: Chain;
  actor: Person;
  channel: "email" | "call" | "linkedin" | "meeting" | "other";
  direction: "in" | "out";
  at: Minutes;
  outcome: string;
  subject: string;
  inDeal: boolean;
}

const SUBJECTS = {
  email: ["Renewals", "Quick idea", "Contract dates", "Following up", "Your question", "Two minutes?"],
  reply: ["Re: Renewals", "Re: Quick idea", "Re: Contract dates", "Re: Your question"],
};
const CALLS = [
  ["connected", 3],
  ["voicemail", 3],
  ["no answer", 4],
] as const;

/** What SDRs did before the booking and AEs after the meeting. */
export function makeActivities(seed: number, chains: readonly Chain[]): Activity[] {
  const random = createRandom(seed, "activities");
  const activities: Activity[] = [];
  for (const chain of chains) {
    chain.touches.forEach((at, index) => activities.push(touch(random, chain, chain.sdr, at, index === 0, false)));
    if (random.chance(0.25))
      activities.push({
        chain,
        actor: chain.sdr,
        channel: "email",
        direction: "in",
        at: chain.bookedAt - random.int(3, 59),
        outcome: "replied",
        subject: random.pick(SUBJECTS.reply),
        inDeal: false,
      });
    if (chain.ending === "held") followUp(random, chain, activities);
  }
  return activities.filter(({at}) => at < EXPORTED_AT).sort((a, b) => a.at - b.at);
}

function followUp(random: Random, chain: Chain, activities: Activity[]): void {
  const {region} = chain.account;
  // The SDR's thank-you note comes before the AE's own first step.
  if (random.chance(0.12))
    activities.push(touch(random, chain, chain.sdr, toWorkTime(chain.meeting.at + random.int(40, 600), region), true, false));
  if (chain.rejectedAt !== null || random.chance(0.35)) return;
  const first = toWorkTime(chain.meeting.at + Math.round(random.skewed(1.2, 0.8) * DAY), region);
  activities.push(
    touch(random, chain, chain.ae, first, true, chain.opportunity !== null && chain.opportunity.createdAt <= first),
  );
  if (chain.opportunity && random.chance(0.7)) {
    const {createdAt, closedAt} = chain.opportunity;
    activities.push(
      touch(
        random,
        chain,
        chain.ae,
        toWorkTime(Math.round(createdAt + (closedAt - createdAt) * random.next()), region),
        false,
        true,
      ),
    );
  }
}

function touch(random: Random, chain: Chain, actor: Person, at: Minutes, isMail: boolean, inDeal: boolean): Activity {
  const channel =
    isMail && random.chance(0.7)
      ? "email"
      : random.weigh([
          ["email", 5],
          ["call", 4],
          ["linkedin", 2],
        ] as const);
  const outcome = channel === "call" ? random.weigh(CALLS) : channel === "email" && random.chance(0.12) ? "opened" : "";
  return {
    chain,
    actor,
    channel,
    direction: "out",
    at,
    outcome,
    subject: channel === "email" && random.chance(0.5) ? random.pick(SUBJECTS.email) : "",
    inDeal,
  };
}

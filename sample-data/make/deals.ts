import {DAY, toWorkTime, type Day} from "../calendar.js";
import {logistic, type Random} from "../random.js";
import type {Chain, Opportunity} from "../types.js";
import {levelOf} from "./trends.js";

const LOST = [
  ["Price", 3],
  ["No decision", 4],
  ["Lost to another vendor", 3],
  ["Budget cut", 2],
  ["Champion left", 1],
] as const;
const AMOUNTS = {SMB: 11_000, "Mid-Market": 36_000, Enterprise: 118_000};

export function makeOpportunity(random: Random, chain: Chain, start: Day, months: number): void {
  const sqlAt = chain.sqlAt!;
  const level = levelOf(Math.floor(sqlAt / DAY), start, months).opportunity;
  const shift = chain.completeness - 0.85 + (chain.motion === "enterprise" ? -0.1 : 0.05);
  if (!random.chance(logistic(Math.log(level / (1 - level)) + shift) / 0.95)) return;
  const createdAt = toWorkTime(sqlAt + Math.round(random.skewed(12, 0.55) * DAY), chain.account.region);
  const ending = random.weigh([
    ["won", chain.motion === "enterprise" ? 22 : 28],
    ["lost", 52],
    ["open", 22],
  ] as const);
  const days = Math.max(3, random.skewed(ending === "won" ? (chain.motion === "enterprise" ? 82 : 54) : 58, 0.62));
  const closedAt = toWorkTime(createdAt + Math.round(days * DAY), chain.account.region);
  const amount = Math.round(random.skewed(AMOUNTS[chain.account.segment], 0.5) / 500) * 500;
  const opportunity: Opportunity = {
    id: "",
    createdAt,
    closedAt,
    expectedAt: createdAt + random.int(60, 150) * DAY,
    ending,
    lostReason: ending === "lost" ? random.weigh(LOST) : "",
    amount,
    steps: [],
  };
  const stages = ["Discovery", "Solution", "Proposal", "Negotiation"];
  const reached = ending === "won" ? 4 : random.int(1, 4);
  let from = "";
  for (let index = 0; index < reached; index++) {
    const at = index === 0 ? createdAt : Math.round(createdAt + ((closedAt - createdAt) * (index + random.next() * 0.6)) / 5);
    const earliest = (opportunity.steps.at(-1)?.at ?? createdAt - 1) + 1;
    const worked = index === 0 ? at : toWorkTime(at, chain.account.region);
    opportunity.steps.push({at: Math.max(earliest, Math.min(worked, closedAt - reached + index)), from, to: stages[index]!});
    from = stages[index]!;
  }
  if (ending !== "open") opportunity.steps.push({at: closedAt, from, to: ending === "won" ? "Closed Won" : "Closed Lost"});
  chain.opportunity = opportunity;
}

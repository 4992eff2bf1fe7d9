/** Who can act on what stopped a handoff; `loss_owners` in the configuration puts single causes or reasons elsewhere. */
import type {LossCause} from "./funnel.js";

export const OWNERS = ["sdr", "ae", "routing", "buyer", "nobody"] as const;
export type Owner = (typeof OWNERS)[number];

const OF_CAUSE: Record<LossCause, Owner> = {
  our_side: "ae",
  no_show: "sdr",
  canceled: "buyer",
  not_rebooked: "sdr",
  rejected: "sdr",
  disqualified: "buyer",
  no_decision: "ae",
  not_explained: "nobody",
};

/** Words of a rejection's or disqualification's reason, in English and German, the first list that fits. */
const OF_REASON: readonly [Owner, RegExp][] = [
  ["routing", /territor|routing|wrong (ae|owner|team)|duplicate|already (assigned|in talks)|gebiet|dublette|zuständig/i],
  ["buyer", /budget|timing|no decision|later|learning|vendor|competitor|reply|no real need|kein bedarf|zeitpunkt|wettbewerb/i],
  ["sdr", /context|brief|notes|contact|authority|company|fit\b|icp|qualif|ansprechpartner|entscheider|zielgruppe/i],
];

/** Who can act on a loss. @param own causes, or reasons in lower case, that the configuration puts elsewhere */
export function findOwner(cause: LossCause, reason: string, own: Readonly<Record<string, Owner>> = {}): Owner {
  // A reason may be called as what every object has: "constructor".
  for (const name of [reason.trim().toLowerCase(), cause]) if (Object.hasOwn(own, name)) return own[name]!;
  return (reason && OF_REASON.find(([, words]) => words.test(reason))?.[0]) || OF_CAUSE[cause];
}

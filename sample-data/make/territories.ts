import {readDay, type Day} from "../calendar.js";
import type {Random} from "../random.js";
import type {Account, Ae, Sdr} from "../types.js";

export interface Rule {
  territory: string;
  region: string;
  country: string;
  segment: Account["segment"];
  minEmployees: number | null;
  maxEmployees: number | null;
  ae: Ae;
  validFrom: Day;
  context: string;
}

type Plan = readonly [
  territory: string,
  region: string,
  segment: Account["segment"],
  countries: readonly string[],
  aes: readonly number[],
  context: string,
];
/** Which of its region's AEs take which territory. */
const PLANS: readonly Plan[] = [
  [
    "DACH Mid-Market",
    "EMEA",
    "Mid-Market",
    ["Germany", "Austria", "Switzerland"],
    [0, 1],
    "Works councils and data processing terms come up early; German contract templates expected",
  ],
  [
    "UK & Nordics Mid-Market",
    "EMEA",
    "Mid-Market",
    ["United Kingdom", "Ireland", "Sweden", "Denmark"],
    [2, 3],
    "Procurement frameworks in the public sector; e-signature is settled, renewals are not",
  ],
  [
    "Western Europe Mid-Market",
    "EMEA",
    "Mid-Market",
    ["France", "Netherlands", "Spain"],
    [1, 3],
    "Local-language demos wanted in France and Spain",
  ],
  [
    "EMEA Enterprise",
    "EMEA",
    "Enterprise",
    [""],
    [4, 5],
    "Security questionnaire before the second meeting; legal sits on the committee",
  ],
  ["EMEA Product-Led", "EMEA", "SMB", [""], [6], "Trial users; price by seat"],
  [
    "US Mid-Market",
    "North America",
    "Mid-Market",
    ["United States"],
    [0, 1, 2],
    "Fiscal years end in December or June; budget talks start a quarter earlier",
  ],
  ["Canada Mid-Market", "North America", "Mid-Market", ["Canada"], [2, 3], "Bilingual contracts in Québec"],
  [
    "North America Enterprise",
    "North America",
    "Enterprise",
    [""],
    [4, 5],
    "Master agreements with many amendments; procurement leads",
  ],
  ["North America Product-Led", "North America", "SMB", [""], [3, 6], "Trial users; price by seat"],
];

/** The rotation table: a row per territory, country and AE. The promoted AE joins from the day of the promotion. */
export function makeTerritories(aes: readonly Ae[], start: Day): Rule[] {
  const rules: Rule[] = [];
  const settled = Math.min(readDay("2025-01-01"), start - 30);
  for (const [territory, region, segment, countries, places, context] of PLANS) {
    const local = aes.filter((ae) => ae.region === region);
    const chosen = new Set(places.map((place) => local[place % local.length]!));
    for (const country of countries)
      for (const ae of chosen) {
        const validFrom = ae.startedOn > start ? ae.startedOn : settled;
        const isEnterprise = segment === "Enterprise";
        rules.push({
          territory,
          region,
          country,
          segment,
          minEmployees: isEnterprise ? 1000 : segment === "SMB" ? null : 250,
          maxEmployees: segment === "SMB" ? 249 : isEnterprise ? null : 999,
          ae,
          validFrom,
          context,
        });
      }
  }
  return rules;
}

/** Hands out AEs by rule and rotation, with the two faults planted in it. */
export function openRouting(
  rules: readonly Rule[],
  aes: readonly Ae[],
  sdrs: readonly Sdr[],
): (account: Account, sdr: Sdr, day: Day, random: Random) => {ae: Ae; ruleAe: Ae} {
  const turns = new Map<string, number>();
  // One SDR in North America prefers the kindest AE there, whatever the rule says.
  const friend = sdrs.find((sdr) => sdr.region === "North America");
  const kindest = [...aes].filter((ae) => ae.region === "North America").sort((a, b) => b.severity - a.severity)[0]!;
  return (account, sdr, day, random) => {
    const open = rules.filter(
      (rule) =>
        rule.region === account.region &&
        rule.segment === account.segment &&
        (rule.country === "" || rule.country === account.country) &&
        rule.validFrom <= day,
    );
    const rotation = open.map((rule) => rule.ae);
    const territory = open[0]!.territory;
    const turn = turns.get(territory) ?? 0;
    turns.set(territory, turn + 1);
    // The rotation of UK & Nordics is stuck on its first AE most of the time.
    const isStuck = territory === "UK & Nordics Mid-Market" && random.chance(0.6);
    const ruleAe = isStuck ? rotation[0]! : rotation[turn % rotation.length]!;
    if (sdr === friend && account.region === kindest.region && random.chance(0.3)) return {ae: kindest, ruleAe};
    if (random.chance(0.02))
      return {ae: random.pick(aes.filter((ae) => ae.region === account.region && ae.startedOn <= day)), ruleAe};
    return {ae: ruleAe, ruleAe};
  };
}

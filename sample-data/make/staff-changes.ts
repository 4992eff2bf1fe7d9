import {readDay} from "../calendar.js";
import type {Random} from "../random.js";
import type {Ae, Person, Sdr} from "../types.js";
import {ENTERPRISE_MOTIONS, GROWTH_MOTIONS, round, type MakePerson} from "./sellers.js";

interface HistoryInput {
  random: Random;
  person: MakePerson;
  sdrs: Sdr[];
  aes: Ae[];
  others: Person[];
  sdrManagers: Person[];
  aeManagers: Person[];
  vice: Person;
}

/** The changes that need a company of some size. */
export function addHistory({random, person, sdrs, aes, others, sdrManagers, aeManagers, vice}: HistoryInput): void {
  const [emea, america, enterprise] = sdrManagers as [Person, Person, Person];
  const [, away, moved, movedToo] = sdrs as [Sdr, Sdr, Sdr, Sdr];
  away.absence = [readDay("2026-01-05"), readDay("2026-04-02")];
  moved.changes.push({
    from: readDay("2026-01-01"),
    team: "North America Growth",
    managerId: america.id,
    region: "North America",
    segment: "Mid-Market",
  });
  movedToo.changes.push({from: readDay("2025-11-03"), team: "Enterprise", managerId: enterprise.id, segment: "Enterprise"});

  // The first manager of EMEA Growth leaves; everybody's history says so.
  const successor = person("manager", "EMEA Growth", "EMEA", "", vice.id, readDay("2026-02-02"));
  others.push(successor);
  emea.endedOn = readDay("2026-01-30");
  for (const sdr of sdrs)
    if (sdr.managerId === emea.id && !sdr.changes.some((change) => change.managerId))
      sdr.changes.push({from: successor.startedOn, managerId: successor.id});

  const template = sdrs[0]!;
  const left = {
    ...template,
    ...person("sdr", "Enterprise", "EMEA", "Enterprise", enterprise.id, readDay("2024-05-06")),
    habit: "none" as const,
    focus: null,
    motions: ENTERPRISE_MOTIONS,
  };
  left.endedOn = readDay("2026-02-27");
  const promoted: Sdr = {
    ...template,
    ...person("sdr", "North America Growth", "North America", "Mid-Market", america.id, readDay("2023-09-04")),
    habit: "none",
    focus: null,
    showSkill: 0.2,
    sqlSkill: 0.3,
    qualitySkill: 0.4,
    motions: GROWTH_MOTIONS,
  };
  const from = readDay("2026-03-02");
  const role = {role: "ae", team: "North America Sales", managerId: aeManagers[1]!.id, segment: "SMB"} as const;
  promoted.changes.push({from, ...role, startedOn: from});
  sdrs.push(left, promoted);
  aes.push({
    ...promoted,
    ...role,
    startedOn: from,
    changes: [],
    severity: round(random.normal(0, 0.4)),
    leniency: 0,
    responds: 0.4,
    acceptHours: 4,
  });
}

import {addMonths, DAY, readDay, type Day} from "./calendar.js";
import {makeActivities} from "./make/activities.js";
import {makeBookings} from "./make/bookings.js";
import {makeBriefs} from "./make/briefs.js";
import {activityRows, feedbackRows, historyRows, opportunityRows, stageRows, territoryRows} from "./make/deal-rows.js";
import {makeDecisions} from "./make/decisions.js";
import {spoil} from "./make/dirt.js";
import {makeCalls, makeCommitments, makeDisputes, makeSignals, makeStakeholders} from "./make/extras.js";
import {makeFeedback} from "./make/feedback.js";
import {numberRecords} from "./make/ids.js";
import {makeOtherLeads} from "./make/leads.js";
import {openMarket} from "./make/market.js";
import {makeMeetings} from "./make/meetings.js";
import {makePeople, type Staff} from "./make/people.js";
import {handoffRows} from "./make/handoff-rows.js";
import {accountRow, contactRow, leadRow, peopleRows} from "./make/rows.js";
import {makeTerritories, openRouting} from "./make/territories.js";
import type {Chain, Lead, Tables} from "./types.js";

export const COMPANY = "Tarnwell";
export const ZONE = "Europe/Berlin";

export interface Options {
  seed: number;
  /** SDRs at the export. */
  sdrs: number;
  /** Months of history, ending with 2026-09. */
  months: number;
  /** Times the handoffs an SDR books in a month; 1 if left out. */
  volume?: number;
}

/** The committed company. Its seed was chosen so that its last two months resemble the seed document's dashboard. */
export const DEFAULTS: Options = {seed: 60, sdrs: 24, months: 18};

export interface Company {
  /** Rows of every canonical entity, dirt included. */
  tables: Tables;
  staff: Staff;
  chains: Chain[];
  options: Options;
}

/** Makes up a company: the same options give the same one, to the byte. */
export function makeCompany(options: Options = DEFAULTS): Company {
  const {seed, months} = options;
  const start: Day = addMonths(readDay("2026-10-01"), -months);
  const staff = makePeople(seed, options.sdrs, start);
  for (const sdr of staff.sdrs) sdr.volume *= options.volume ?? 1;
  const rules = makeTerritories(staff.aes, start);
  const market = openMarket(seed);
  const booked = makeBookings(seed, staff.sdrs, market, openRouting(rules, staff.aes, staff.sdrs), start, months);
  makeMeetings(seed, booked, start, months);
  // The export begins with the first month's meetings.
  const chains = booked.filter((chain) => chain.slots[0]!.at >= start * DAY);
  makeBriefs(seed, chains, start, months);
  makeDecisions(seed, chains, start, months);
  const answers = makeFeedback(seed, chains, start, months);
  const leads = [...chains.flatMap(({lead}): Lead[] => (lead ? [lead] : [])), ...makeOtherLeads(seed, staff.sdrs, start, months)];
  numberRecords(chains, leads, market);
  const people = [...new Map(staff.all.concat(staff.sdrs).map((person) => [person.id, person])).values()];
  const tables: Tables = {
    people: people.flatMap(peopleRows),
    accounts: market.accounts.map(accountRow),
    contacts: market.contacts.map(contactRow),
    leads: leads.map(leadRow),
    handoffs: chains.flatMap(handoffRows),
    opportunities: opportunityRows(chains),
    stage_changes: stageRows(chains),
    activities: activityRows(makeActivities(seed, chains)),
    stakeholders: makeStakeholders(seed, chains),
    feedback: feedbackRows(answers),
    calls: makeCalls(seed, chains),
    product_signals: makeSignals(seed, chains),
    territories: territoryRows(rules),
    field_changes: historyRows(chains),
    commitments: makeCommitments(staff.sdrs),
    disputes: makeDisputes(seed, chains),
  };
  spoil(tables);
  return {tables, staff, chains, options};
}

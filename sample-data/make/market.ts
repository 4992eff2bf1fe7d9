import type {Region} from "../calendar.js";
import {createRandom, type Random} from "../random.js";
import type {Account, Contact} from "../types.js";
import {COMPANY_NAMES, FIRST_NAMES, INDUSTRIES, LAST_NAMES, nameCompany, PLACES, TITLES} from "../words/names.js";

/** Companies and people to sell to; no company twice. */
export interface Market {
  accounts: Account[];
  contacts: Contact[];
  findAccount(region: Region, segment: Account["segment"], fits: boolean): Account;
  addAccount(region: Region, segment: Account["segment"], fits: boolean): Account;
  addContact(account: Account, fits: boolean): Contact;
}

const SIZES: Record<Account["segment"], [number, number]> = {SMB: [40, 249], "Mid-Market": [250, 999], Enterprise: [1000, 2500]};

export function openMarket(seed: number): Market {
  const random = createRandom(seed, "market");
  const accounts: Account[] = [];
  const contacts: Contact[] = [];
  const start = random.int(0, COMPANY_NAMES - 1);
  const addAccount = (region: Region, segment: Account["segment"], fits: boolean): Account => {
    // A step that shares no factor with the number of names visits each name once.
    const account = makeAccount(random, nameCompany((start + accounts.length * 7919) % COMPANY_NAMES), region, segment, fits);
    accounts.push(account);
    return account;
  };
  return {
    accounts,
    contacts,
    addAccount,
    findAccount(region, segment, fits) {
      // Many meetings are with a company that was met before.
      if (random.chance(0.4)) {
        const known = accounts.slice(-250).filter((account) => account.region === region && account.segment === segment);
        if (known.length > 0) return random.pick(known);
      }
      return addAccount(region, segment, fits);
    },
    addContact(account, fits) {
      const contact = makeContact(random, account, fits);
      contacts.push(contact);
      return contact;
    },
  };
}

function makeAccount(random: Random, name: string, region: Region, segment: Account["segment"], fits: boolean): Account {
  const place = random.weigh(PLACES[region].map((entry) => [entry, entry[1]] as const));
  const [city = "", state = ""] = random.pick<string>(place[3]).split("|");
  const [low, high] = SIZES[segment];
  const outside = !fits && random.chance(0.4);
  const employees =
    outside && segment === "Enterprise" ? random.int(2600, 9000) : Math.round(low + (high - low) * random.next() ** 1.6);
  return {
    id: "",
    name,
    industry: random.weigh(
      INDUSTRIES.map(([industry, weight], index) => [industry, index > 2 && !fits ? weight * 6 : weight] as const),
    ),
    employees,
    revenue: Math.round((employees * random.skewed(150, 0.35)) / 100) * 100_000,
    currency: place[2],
    city,
    state,
    country: place[0],
    segment,
    region,
    owner: null,
  };
}

function makeContact(random: Random, account: Account, fits: boolean): Contact {
  const [title, department] = random.weigh(
    TITLES.map((entry, index) => [entry, index >= 11 && !fits ? entry[2] * 4 : entry[2]] as const),
  );
  const owns = /^(VP|Chief|CIO|CFO|General)/.test(title) ? random.chance(0.7) : random.chance(0.3);
  return {
    id: "",
    account,
    name: `${random.pick(FIRST_NAMES)} ${random.pick(LAST_NAMES)}`,
    title,
    department,
    isBudgetOwner: random.chance(0.35) ? null : owns,
  };
}

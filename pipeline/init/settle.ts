/** Company, zone, currency and form: from flags, from what was found, or by asking. */
import {configSchema} from "../config-schema.js";
import {UserError} from "../errors.js";
import {mostFrequent, nameFromDomain} from "./hints.js";
import type {Looked} from "./look.js";
import type {Answers} from "./write.js";

/** Flags as given. */
export type Flags = Partial<Answers>;
/** Asks one question; the answer is empty where the person took the default. */
export type Ask = (question: string) => Promise<string>;

const FLAGS = {company: "--company NAME", timezone: "--timezone ZONE", currency: "--currency CODE"};
const QUESTIONS = {
  company: "Name of the company",
  timezone: "Time zone of the team, such as Europe/Berlin",
  currency: "Currency of amounts that name none, such as EUR",
};
type Key = keyof typeof QUESTIONS;
const KEYS = Object.keys(QUESTIONS) as Key[];

/** What the files and this machine say. */
export function findAnswers(files: readonly Looked[], machineZone: string): Record<Key, string> {
  const hints = files.flatMap((file) => ("hints" in file ? [file.hints] : []));
  const domain = mostFrequent(hints.flatMap(({domains}) => domains));
  return {
    company: domain ? nameFromDomain(domain) : "Your company",
    timezone: machineZone,
    currency: mostFrequent(hints.flatMap(({currencies}) => currencies)) ?? "USD",
  };
}

/**
 * @param ask undefined where nobody can be asked; `isYes` takes what was found
 * @throws UserError (exit code 2) for a flag that is none, or where flags are missing and nobody can be asked
 */
export async function settle(given: Flags, found: Record<Key, string>, isYes: boolean, ask: Ask | undefined): Promise<Answers> {
  for (const [name, value] of Object.entries(given)) {
    const wrong = value === undefined ? undefined : objectTo(name as keyof Answers, value);
    if (wrong) throw new UserError(`--${name === "formUrl" ? "form-url" : name}: ${JSON.stringify(value)} ${wrong}`, 2);
  }
  const open = KEYS.filter((key) => given[key] === undefined);
  const known = {...found, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))} as Answers;
  if (isYes || open.length === 0) return known;
  if (!ask) {
    const offers = open.map((key) => `${key} ${found[key]}`).join(", ");
    throw new UserError(
      `nobody to ask here\n  → give ${open.map((key) => FLAGS[key]).join(", ")}, or --yes to take what was found: ${offers}`,
      2,
    );
  }
  for (const key of open) known[key] = await askUntilRight(ask, `${QUESTIONS[key]} [${found[key]}]: `, key, found[key]);
  if (given.formUrl === undefined) {
    const url = await askUntilRight(ask, "Link of the AE's feedback form, empty if there is none yet: ", "formUrl", "");
    if (url !== "") known.formUrl = url;
  }
  return known;
}

async function askUntilRight(ask: Ask, question: string, key: keyof Answers, fallback: string): Promise<string> {
  for (let wrong = ""; ;) {
    const answer = (await ask(`${wrong}${question}`)).trim() || fallback;
    const objection = answer === "" ? undefined : objectTo(key, answer);
    if (!objection) return answer;
    wrong = `${JSON.stringify(answer)} ${objection}\n`;
  }
}

/** Why the configuration would not take the value. */
function objectTo(key: keyof Answers, value: string): string | undefined {
  const given = key === "formUrl" ? {feedback: {form_url: value}} : {[key]: value};
  return configSchema.safeParse(given).error?.issues[0]?.message;
}

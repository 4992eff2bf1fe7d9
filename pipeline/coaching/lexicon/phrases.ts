import type {ThemeWords} from "../language.js";

type Themes = Readonly<Record<string, ThemeWords>>;

/** The phrases of a text, parted by commas or line ends. */
export const list = (text: string): string[] => text.split(/[,\n]/).map((part) => part.trim()).filter(Boolean); // prettier-ignore

/** The words of a theme, those that name it and those that tell of it. */
export function merge(...parts: readonly Themes[]): Themes {
  const all: Record<string, ThemeWords> = {};
  for (const [theme, {sure, weak = [], faint = []}] of parts.flatMap((part) => Object.entries(part))) {
    const {sure: sures, weak: weaks = [], faint: faints = []} = all[theme] ?? {sure: []};
    all[theme] = {sure: [...sures, ...sure], weak: [...weaks, ...weak], faint: [...faints, ...faint]};
  }
  return all;
}

/** What acronyms for the questions of qualification ask after. */
const ACRONYMS: Readonly<Record<string, readonly string[]>> = {
  bant: ["budget", "economic_buyer", "pain", "timeline"],
  meddic: ["pain", "champion", "economic_buyer"],
  meddpicc: ["pain", "champion", "economic_buyer", "competition"],
};

/** The themes of each acronym, as words of theirs. */
export const ACRONYM_WORDS: Themes = merge(
  ...Object.entries(ACRONYMS).map(([word, themes]) =>
    Object.fromEntries(themes.map((theme) => [theme, {sure: [], weak: [word]}])),
  ),
);

/** Products that a buyer may have in place, as one word of a phrase. */
export const TOOLS =
  "salesforce|hubspot|sap|oracle|netsuite|dynamics|pipedrive|zoho|gong|outreach|salesloft|clari|zendesk|intercom|jira|asana|servicenow|workday|sage|datev|lexware|personio|sharepoint|tableau|marketo|aircall|dialpad|freshdesk|apollo|snowflake|weclapp|odoo|airtable|smartsheet|trello|gainsight|lattice|bamboohr|docusign|shopify|stripe|genesys|looker|powerbi|confluence";

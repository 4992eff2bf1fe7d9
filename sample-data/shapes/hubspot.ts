import type {EntityName} from "../../pipeline/contract/entities.js";
import type {Company} from "../company.js";
import {writeCsv} from "../csv.js";
import type {Row} from "../types.js";
import {canonicalColumns} from "./canonical.js";
import {writeConfig} from "./config.js";
import {googleFormsCsv} from "./google-forms.js";
import {dealColumns, hubspotColumns, meetingColumns} from "./hubspot-columns.js";
import {mapIds} from "./map-ids.js";
import {writeTable} from "./table.js";

/** What HubSpot has no standard object for, or no history of; these stay canonical, with HubSpot's ids in them. */
const CANONICAL: readonly EntityName[] = [
  "people",
  "territories",
  "product_signals",
  "calls",
  "commitments",
  "disputes",
  "stakeholders",
];

/** Where HubSpot's ids of a kind of record begin. */
const BASES: Partial<Record<EntityName, number>> = {
  people: 61_204_000,
  accounts: 9_180_400_000,
  contacts: 20_371_000_000,
  leads: 3_318_000_000,
  handoffs: 51_402_000_000,
  opportunities: 13_770_000_000,
  activities: 48_110_000_000,
};

/** HubSpot's record id for a canonical id such as `a0001`. */
export function hubspotId(entity: EntityName, id: string): string {
  return String(BASES[entity]! + Number(/\d+$/.exec(id)![0]) * 7);
}

/** The company as HubSpot exports it: one file per object with the labels of its properties, owners as e-mails, local times. */
export function hubspotFiles(company: Company): Map<string, string | Buffer> {
  const tables = mapIds(company.tables, hubspotId);
  const emails = new Map(tables.people!.map((row) => [row.person_id, row.email!]));
  const emailOf =
    (column: string) =>
    (row: Row): string =>
      emails.get(row[column]) ?? (row[column] ? "former.colleague@tarnwell.example.com" : "");
  const style = {bom: true, quoteAll: true};
  const columns = hubspotColumns(emailOf);
  const files = new Map<string, string | Buffer>();
  files.set("hubspot/hubspot-crm-exports-companies.csv", writeTable(columns.companies, tables.accounts!, style));
  files.set("hubspot/hubspot-crm-exports-contacts.csv", writeTable(columns.contacts, tables.contacts!, style));
  files.set("hubspot/hubspot-crm-exports-leads.csv", writeTable(columns.leads, tables.leads!, style));
  files.set(
    "hubspot/hubspot-crm-exports-deals.csv",
    writeTable(dealColumns(emailOf, tables.stage_changes!), tables.opportunities!, style),
  );
  files.set("hubspot/hubspot-crm-exports-meetings.csv", writeTable(meetingColumns(emailOf), tables.handoffs!, style));
  files.set("hubspot/hubspot-crm-exports-activities.csv", writeTable(columns.activities, tables.activities!, style));
  files.set("hubspot/hubspot-property-history-meetings.csv", writeTable(columns.history, tables.field_changes!, style));
  for (const entity of CANONICAL) files.set(`sheets/${entity}.csv`, writeCsv(canonicalColumns(entity), tables[entity]!));
  files.set("forms/feedback-form.csv", googleFormsCsv(company.tables));
  files.set(
    "baton.config.yaml",
    writeConfig(company, [{files: "hubspot/*.csv"}, {files: "forms/*.csv"}, {files: "sheets/*.csv"}]),
  );
  return files;
}

import {EXPORTED_AT} from "../calendar.js";
import type {EntityName} from "../../pipeline/contract/entities.js";
import type {Company} from "../company.js";
import type {Row, Tables} from "../types.js";
import {writeConfig} from "./config.js";
import {googleFormsCsv} from "./google-forms.js";
import {mapIds} from "./map-ids.js";
import {salesforceId, type SalesforceKind} from "./salesforce-ids.js";
import {accountReport, eventColumns, salesforceColumns} from "./salesforce-columns.js";
import {writeTable} from "./table.js";
import {canonicalColumns} from "./canonical.js";
import {writeCsv} from "../csv.js";

/** What Salesforce has no standard object for; these stay canonical, with Salesforce's ids in them. */
const CANONICAL: readonly EntityName[] = ["territories", "product_signals", "calls", "commitments", "disputes", "stakeholders"];

const SOURCES = [{files: "dataloader/*.csv"}, {files: "reports/*.csv"}, {files: "forms/*.csv"}, {files: "sheets/*.csv"}];

/**
 * The company as a Salesforce admin would send it: Data Loader files with API names for most objects, the accounts as a
 * report, the AEs' answers as a Google form, the rest as spreadsheets.
 */
export function salesforceFiles(company: Company): Map<string, string | Buffer> {
  const tables = mapIds(company.tables, (entity, id) => salesforceId(entity as SalesforceKind, id));
  const files = new Map<string, string | Buffer>();
  const loaded = {lineEnd: "\n", quoteAll: true};
  const moved = new Set(
    tables
      .people!.filter((row, index, rows) => rows.findIndex((other) => other.person_id === row.person_id) !== index)
      .map((row) => row.person_id),
  );
  const present = tables.people!.filter(
    (row, index, rows) => rows.findLastIndex((other) => other.person_id === row.person_id) === index,
  );
  files.set("dataloader/User.csv", writeTable(salesforceColumns.User, present, {...loaded, isUpperCase: true, bom: true}));
  files.set(
    "sheets/people-history.csv",
    writeCsv(
      canonicalColumns("people"),
      tables.people!.filter((row) => moved.has(row.person_id)),
    ),
  );
  files.set(`reports/report${EXPORTED_AT * 60_000}.csv`, Buffer.from(accountReport(tables), "latin1"));
  files.set("dataloader/Contact.csv", writeTable(salesforceColumns.Contact, tables.contacts!, loaded));
  files.set("dataloader/Lead.csv", writeTable(salesforceColumns.Lead, tables.leads!, loaded));
  files.set("dataloader/Opportunity.csv", writeTable(salesforceColumns.Opportunity, tables.opportunities!, loaded));
  files.set("dataloader/OpportunityHistory.csv", writeTable(salesforceColumns.OpportunityHistory, tables.stage_changes!, loaded));
  files.set("dataloader/Event.csv", writeTable(eventColumns(), withInvitees(tables.handoffs!), loaded));
  files.set("dataloader/Task.csv", writeTable(salesforceColumns.Task, tables.activities!, loaded));
  files.set("dataloader/EventHistory.csv", writeTable(salesforceColumns.EventHistory, tables.field_changes!, loaded));
  const [roles, others] = splitStakeholders(tables);
  files.set("dataloader/OpportunityContactRole.csv", writeTable(salesforceColumns.OpportunityContactRole, roles, loaded));
  for (const entity of CANONICAL)
    files.set(`sheets/${entity}.csv`, writeCsv(canonicalColumns(entity), entity === "stakeholders" ? others : tables[entity]!));
  files.set("forms/feedback-form.csv", googleFormsCsv(company.tables));
  files.set("baton.config.yaml", writeConfig(company, SOURCES));
  return files;
}

/** The calendar keeps a copy of an event for each invited colleague, marked as a child. */
export function withInvitees(handoffs: readonly Row[]): Row[] {
  return handoffs.flatMap((row) => {
    if (row.sdr_attended !== "yes") return [row];
    return [
      row,
      {...row, meeting_id: salesforceId("handoffs", `m9${row.handoff_id!.slice(1)}`), ae_id: row.sdr_id!, is_child: "true"},
    ];
  });
}

/** Contacts of a deal are contact roles; people who are no contacts, and handoffs without a deal, stay in the spreadsheet. */
export function splitStakeholders(tables: Tables): [Row[], Row[]] {
  const deals = new Map(tables.handoffs!.filter((row) => row.opportunity_id).map((row) => [row.handoff_id, row.opportunity_id!]));
  const isRole = (row: Row): boolean => row.contact_id !== "" && deals.has(row.handoff_id);
  const roles = tables.stakeholders!.filter(isRole).map((row) => ({...row, opportunity_id: deals.get(row.handoff_id)!}));
  return [roles, tables.stakeholders!.filter((row) => !isRole(row))];
}

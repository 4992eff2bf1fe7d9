/** A template's tables as Salesforce exports them, and what is to be told apart from pod to pod in each column. */
import {canonicalColumns} from "../../../sample-data/shapes/canonical.js";
import {googleFormsCsv} from "../../../sample-data/shapes/google-forms.js";
import {mapIds} from "../../../sample-data/shapes/map-ids.js";
import {salesforceId, type SalesforceKind} from "../../../sample-data/shapes/salesforce-ids.js";
import {eventColumns, salesforceColumns} from "../../../sample-data/shapes/salesforce-columns.js";
import {splitStakeholders, withInvitees} from "../../../sample-data/shapes/salesforce.js";
import {writeTable, type ExportColumn} from "../../../sample-data/shapes/table.js";
import type {Row, Tables} from "../../../sample-data/types.js";
import type {EntityName} from "../../../pipeline/contract/entities.js";

/** Accounts by Data Loader: the sample's own file is a report. */
const ACCOUNT: ExportColumn[] = [
  ["Id", "account_id"],
  ["IsDeleted", () => "false"],
  ["Name", "name"],
  ["OwnerId", "owner_id"],
  ["Industry", "industry"],
  ["NumberOfEmployees", "employees"],
  ["AnnualRevenue", "annual_revenue"],
  ["CurrencyIsoCode", "currency"],
  ["BillingCity", "city"],
  ["BillingState", "state"],
  ["BillingCountry", "country"],
  ["Website", "website"],
  ["Segment__c", "segment"],
];
/** What Salesforce has no object for. */
const SHEETS = ["territories", "product_signals", "calls", "commitments", "disputes", "stakeholders"] as const;

/** Path of each export: its text. People as one file with every span of their history. */
export function writeTemplate(tables: Tables): Map<string, string> {
  const form = googleFormsCsv({...tables, people: tables.people!});
  const mapped = mapIds(tables, (entity, id) => salesforceId(entity as SalesforceKind, id));
  const [roles, others] = splitStakeholders(mapped);
  const loader: [string, readonly ExportColumn[], readonly Row[]][] = [
    ["User", salesforceColumns.User, presentPeople(mapped.people!)],
    ["Account", ACCOUNT, mapped.accounts!],
    ["Contact", salesforceColumns.Contact, mapped.contacts!],
    ["Lead", salesforceColumns.Lead, mapped.leads!],
    ["Opportunity", salesforceColumns.Opportunity, mapped.opportunities!],
    ["OpportunityHistory", salesforceColumns.OpportunityHistory, mapped.stage_changes!],
    ["Event", eventColumns(), withInvitees(mapped.handoffs!)],
    ["EventHistory", salesforceColumns.EventHistory, mapped.field_changes!],
    ["Task", salesforceColumns.Task, mapped.activities!],
    ["OpportunityContactRole", salesforceColumns.OpportunityContactRole, roles],
  ];
  const sheets = [...SHEETS, "people"] as const;
  const rowsOf = (entity: EntityName) =>
    entity === "stakeholders" ? others : entity === "people" ? movedPeople(mapped.people!) : mapped[entity]!;
  const files = new Map(loader.map(([name, columns, rows]) => [`dataloader/${name}.csv`, writeTable(columns, rows, {quoteAll: true})])); // prettier-ignore
  for (const entity of sheets)
    files.set(`sheets/${entity}.csv`, writeTable(canonicalColumns(entity).map((name) => [name, name] as const), rowsOf(entity))); // prettier-ignore
  files.set("forms/feedback-form.csv", form);
  for (const [path, text] of files) if (text.trimEnd().indexOf("\n") < 0) files.delete(path);
  return files;
}

const indexOfLast = (rows: readonly Row[], id: string | undefined) => rows.findLastIndex((row) => row.person_id === id);
const presentPeople = (rows: Row[]) => rows.filter((row, index) => indexOfLast(rows, row.person_id) === index);
const movedPeople = (rows: Row[]) => rows.filter((row) => rows.some((other) => other !== row && other.person_id === row.person_id)); // prettier-ignore

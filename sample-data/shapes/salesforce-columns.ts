import {listExported} from "../../pipeline/contract/entities.js";
import type {Row, Tables} from "../types.js";
import {salesforceId} from "./salesforce-ids.js";
import {spell, toTitle, writeTable, type ExportColumn} from "./table.js";

/** `2026-09-30T14:30:00.000Z`, as Data Loader writes it; what is no time stays. */
const at =
  (column: string) =>
  (row: Row): string =>
    row[column]?.replace(/^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)Z$/, "$1.000Z") ?? "";
const own = (column: string): ExportColumn => [`${toTitle(column)}__c`, column];
const ownTime = (column: string): ExportColumn => [`${toTitle(column)}__c`, at(column)];
const STATUS = {held: "Held", no_show: "No Show", rescheduled: "Rescheduled", canceled: "Canceled", scheduled: "Scheduled"};
const ROLES = {sdr: "SDR", ae: "Account Executive", manager: "Sales Manager", exec: "Executive"};
const CHANNELS = {email: "Email", call: "Call", linkedin: "LinkedIn"};

const STAGES = ["Discovery", "Solution", "Proposal", "Negotiation", "Closed Won", "Closed Lost"];
/** Each entry into a stage has an id of its own. */
const historyId = (row: Row): string => `017${row.opportunity_id!.slice(4, 15)}${STAGES.indexOf(row.to_stage!)}AAA`;

/** Files of Data Loader, by object. */
export const salesforceColumns = {
  User: [
    ["Id", "person_id"],
    ["Name", "name"],
    ["Username", "email"],
    ["Email", "email"],
    ["IsActive", (row) => String(row.ended_on === "")],
    ["ManagerId", "manager_id"],
    ["Title", spell("role", ROLES)],
    ["Baton_Role__c", spell("role", ROLES)],
    own("team"),
    own("region"),
    own("segment"),
    own("started_on"),
    own("ended_on"),
    own("absent_from"),
    own("absent_to"),
  ],
  Contact: [
    ["Id", "contact_id"],
    ["IsDeleted", () => "false"],
    ["AccountId", "account_id"],
    ["Name", "name"],
    ["Title", "title"],
    ["Department", "department"],
    ["Email", "email"],
    ["Phone", "phone"],
    own("is_budget_owner"),
  ],
  Lead: [
    ["Id", "lead_id"],
    ["IsDeleted", () => "false"],
    ["OwnerId", "sdr_id"],
    ["IsConverted", (row) => String(row.account_id !== "")],
    ["ConvertedAccountId", "account_id"],
    ["ConvertedContactId", "contact_id"],
    ["LeadSource", "source"],
    ["CreatedDate", at("created_at")],
    ownTime("assigned_at"),
    ownTime("first_touch_at"),
    ownTime("conversation_at"),
    ownTime("qualified_at"),
    ownTime("disqualified_at"),
    own("disqualification_reason"),
    own("score"),
  ],
  Opportunity: [
    ["Id", "opportunity_id"],
    ["IsDeleted", () => "false"],
    ["AccountId", "account_id"],
    ["Name", "name"],
    ["OwnerId", "owner_id"],
    ["Associated_SDR__c", "sdr_id"],
    ["StageName", "stage"],
    ["Amount", "amount"],
    ["CurrencyIsoCode", "currency"],
    ["CreatedDate", at("created_at")],
    ["CloseDate", (row) => row.closed_at!.slice(0, 10)],
    ownTime("closed_at"),
    ["IsClosed", "is_closed"],
    ["IsWon", "is_won"],
    own("lost_reason"),
  ],
  OpportunityHistory: [
    ["Id", (row) => historyId(row)],
    ["OpportunityId", "opportunity_id"],
    ["StageName", "to_stage"],
    ["CreatedDate", at("changed_at")],
    ["CreatedById", "changed_by"],
  ],
  Task: [
    ["Id", "activity_id"],
    ["IsDeleted", () => "false"],
    ["AccountId", "account_id"],
    ["WhoId", "contact_id"],
    ["WhatId", "opportunity_id"],
    ["OwnerId", "actor_id"],
    ["Type", spell("channel", CHANNELS)],
    ["Direction__c", spell("direction", {in: "Inbound", out: "Outbound"})],
    ["CompletedDateTime", at("occurred_at")],
    ["CallDisposition", "outcome"],
    ["Subject", "subject"],
    ["Status", () => "Completed"],
  ],
  EventHistory: [
    ["EventId", "record_id"],
    ["Field", (row) => (row.field === "ae_id" ? "OwnerId" : `${toTitle(row.field!)}__c`)],
    ["CreatedDate", at("changed_at")],
    ["CreatedById", "changed_by"],
    ["OldValue", "old_value"],
    ["NewValue", "new_value"],
  ],
  OpportunityContactRole: [
    [
      "Id",
      (row) =>
        salesforceId(
          "roles",
          `${row.handoff_id!.slice(1)}${["champion", "economic_buyer", "technical_buyer"].indexOf(row.role!)}`,
        ),
    ],
    ["OpportunityId", "opportunity_id"],
    ["ContactId", "contact_id"],
    ["Role", spell("role", {champion: "Champion", economic_buyer: "Economic Buyer", technical_buyer: "Technical Buyer"})],
    ["IsPrimary", (row) => String(row.role === "champion")],
    own("agreed_to_meet"),
  ],
} satisfies Record<string, readonly ExportColumn[]>;

/** Events: what Salesforce keeps of a meeting, then every other column of a handoff as a custom field. */
export function eventColumns(): ExportColumn[] {
  const standard: ExportColumn[] = [
    ["Id", "meeting_id"],
    ["IsDeleted", () => "false"],
    ["IsChild", (row) => row.is_child ?? "false"],
    ["AccountId", "account_id"],
    ["WhoId", "contact_id"],
    ["WhatId", "opportunity_id"],
    ["OwnerId", "ae_id"],
    ["Associated_SDR__c", "sdr_id"],
    ["Subject", () => "First meeting"],
    ["CreatedDate", at("booked_at")],
    ["StartDateTime", at("meeting_at")],
    ["DurationInMinutes", "duration_minutes"],
    ["Meeting_Status__c", spell("meeting_status", STATUS)],
  ];
  const known = new Set([...standard.map(([, from]) => from), "booked_at", "meeting_at", "meeting_status"]);
  const rest = listExported("handoffs")
    .filter(({name}) => !known.has(name))
    .map(({name, type}) => (type === "time" ? ownTime(name) : own(name)));
  return [...standard, ...rest];
}

/** Accounts as a report: labels, 15-character ids, owners by name, a currency before the amount, a footer. */
export function accountReport(tables: Tables): string {
  const names = new Map(tables.people!.map((row) => [row.person_id, row.name ?? ""]));
  const columns: ExportColumn[] = [
    ["Account ID", (row) => row.account_id!.slice(0, 15)],
    ["Account Name", "name"],
    ["Account Owner", (row) => names.get(row.owner_id) ?? ""],
    ["Industry", "industry"],
    ["Employees", "employees"],
    ["Annual Revenue Currency", "currency"],
    ["Annual Revenue", (row) => Number(row.annual_revenue).toLocaleString("en-US")],
    ["Billing City", "city"],
    ["Billing State/Province", "state"],
    ["Billing Country", "country"],
    ["Website", "website"],
    ["Segment", "segment"],
  ];
  const report = writeTable(columns, tables.accounts!, {quoteAll: true});
  return `${report}\n\n"Grand Totals (${tables.accounts!.length} records)"\n"Confidential Information - Do Not Distribute"\n"Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved."\n`;
}

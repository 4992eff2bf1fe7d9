import {listExported} from "../../pipeline/contract/entities.js";
import type {Row} from "../types.js";
import {fromLocalParts} from "./local-time.js";
import {spell, toTitle, type ExportColumn} from "./table.js";

type EmailOf = (column: string) => (row: Row) => string;

/** `2026-09-30 16:30`, in the user's zone. */
const at =
  (column: string) =>
  (row: Row): string =>
    fromLocalParts(row[column] ?? "", (part) => `${part.year}-${part.month2}-${part.day2} ${part.hour2}:${part.minute2}`);
const own = (column: string): ExportColumn => [toLabel(column), column];
const ownTime = (column: string): ExportColumn => [toLabel(column), at(column)];
const toLabel = (column: string): string => {
  const text = toTitle(column, " ").toLowerCase();
  return text[0]!.toUpperCase() + text.slice(1);
};

/** Files of HubSpot but for deals and meetings. */
export function hubspotColumns(
  emailOf: EmailOf,
): Record<"companies" | "contacts" | "leads" | "activities" | "history", readonly ExportColumn[]> {
  return {
    companies: [
      ["Record ID", "account_id"],
      ["Company name", "name"],
      ["Company owner", emailOf("owner_id")],
      ["Industry", "industry"],
      ["Number of Employees", "employees"],
      ["Annual Revenue", "annual_revenue"],
      ["Company Currency", "currency"],
      ["City", "city"],
      ["State/Region", "state"],
      ["Country/Region", "country"],
      ["Website URL", "website"],
      ["Segment", "segment"],
    ],
    contacts: [
      ["Record ID", "contact_id"],
      ["First Name", (row) => row.name!.split(" ")[0]!],
      ["Last Name", (row) => row.name!.split(" ").slice(1).join(" ")],
      ["Job Title", "title"],
      ["Department", "department"],
      ["Email", "email"],
      ["Phone Number", "phone"],
      ["Associated Company IDs", "account_id"],
      ["Is budget owner", "is_budget_owner"],
    ],
    leads: [
      ["Record ID", "lead_id"],
      ["Lead name", (row) => `Lead ${row.lead_id}`],
      ["Lead owner", emailOf("sdr_id")],
      ["Associated Company IDs", "account_id"],
      ["Associated Contact IDs", "contact_id"],
      ["Lead source", "source"],
      ["Create Date", at("created_at")],
      ownTime("assigned_at"),
      ownTime("first_touch_at"),
      ownTime("conversation_at"),
      ownTime("qualified_at"),
      ownTime("disqualified_at"),
      own("disqualification_reason"),
      ["Lead score", "score"],
    ],
    activities: [
      ["Record ID", "activity_id"],
      ["Activity type", spell("channel", {email: "Email", call: "Call", linkedin: "LinkedIn message", fax: "Fax"})],
      ["Activity date", at("occurred_at")],
      ["Activity assigned to", emailOf("actor_id")],
      ["Direction", spell("direction", {in: "Incoming", out: "Outgoing"})],
      own("outcome"),
      own("subject"),
      ["Associated Company IDs", "account_id"],
      ["Associated Contact IDs", "contact_id"],
      ["Associated Deal IDs", "opportunity_id"],
    ],
    history: [
      ["Object type", () => "Meeting"],
      ["Record ID", "record_id"],
      ["Property name", (row) => (row.field === "ae_id" ? "hubspot_owner_id" : row.field!)],
      ["Property value", "new_value"],
      ["Timestamp", at("changed_at")],
      ["Updated by", emailOf("changed_by")],
    ],
  };
}

/** Deals, with a column for the day each stage was entered. */
export function dealColumns(emailOf: EmailOf, stageChanges: readonly Row[]): ExportColumn[] {
  const entered = new Map(stageChanges.map((row) => [`${row.opportunity_id}:${row.to_stage}`, row]));
  const stages = [...new Set(stageChanges.map((row) => row.to_stage!))].sort();
  const enteredAt =
    (stage: string) =>
    (row: Row): string =>
      at("changed_at")(entered.get(`${row.opportunity_id}:${stage}`) ?? {});
  return [
    ["Record ID", "opportunity_id"],
    ["Deal Name", "name"],
    ["Pipeline", () => "Sales Pipeline"],
    ["Deal Stage", "stage"],
    ["Amount", "amount"],
    ["Currency", "currency"],
    ["Create Date", at("created_at")],
    ["Close Date", at("closed_at")],
    ["Deal owner", emailOf("owner_id")],
    ["SDR", emailOf("sdr_id")],
    ["Is Deal Closed?", "is_closed"],
    ["Is Closed Won", "is_won"],
    ["Closed Lost Reason", "lost_reason"],
    ["Associated Company IDs", "account_id"],
    ...stages.map((stage): ExportColumn => [`Date entered "${stage} (Sales Pipeline)"`, enteredAt(stage)]),
  ];
}

/** Meetings: HubSpot's own properties, then every other column of a handoff as a custom property. */
export function meetingColumns(emailOf: EmailOf): ExportColumn[] {
  const standard: readonly (readonly [column: string, ...ExportColumn])[] = [
    ["meeting_id", "Record ID", "meeting_id"],
    [
      "meeting_status",
      "Meeting outcome",
      spell("meeting_status", {
        held: "Completed",
        no_show: "No Show",
        rescheduled: "Rescheduled",
        canceled: "Canceled",
        scheduled: "Scheduled",
      }),
    ],
    ["meeting_at", "Meeting start time", at("meeting_at")],
    ["booked_at", "Create Date", at("booked_at")],
    ["ae_id", "Activity assigned to", emailOf("ae_id")],
    ["sdr_id", "SDR", emailOf("sdr_id")],
    ["account_id", "Associated Company IDs", "account_id"],
    ["contact_id", "Associated Contact IDs", "contact_id"],
    ["opportunity_id", "Associated Deal IDs", "opportunity_id"],
    ["lead_id", "Associated Lead IDs", "lead_id"],
  ];
  const known = new Set(standard.map(([column]) => column));
  const rest = listExported("handoffs")
    .filter(({name}) => !known.has(name))
    .map(({name, type}) => (type === "time" ? ownTime(name) : own(name)));
  return [...standard.map(([, header, from]): ExportColumn => [header, from]), ...rest];
}

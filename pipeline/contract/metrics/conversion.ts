import type {MetricEntry} from "./metric.js";
import {JUDGED, NEEDS} from "./needs.js";

/** From the meeting held to the opportunity won. */
export const CONVERSION_METRICS = [
  {
    name: "meeting_to_sql_rate", label: "Meeting → SQL", short: "→ SQL", group: "conversion",
    direction: "up", unit: "share", kind: "rate", range: [0, 1], target: 0.4, headline: true, window_days: 14,
    meaning: "The share of meetings held that the AE called sales-qualified within 14 days.",
    formula: "SQL within 14 days of the meeting ÷ meetings held at least 14 days ago", counted: "meetings held",
    from: "marts.handoffs", members: "is_held", dated_by: "meeting_at", due: "meeting_at + {window}", known: "sql_known_at",
    success: "sql_at <= {due}",
    needs: [NEEDS.held, NEEDS.sql],
  },
  {
    name: "sql_to_opportunity_rate", label: "SQL → opportunity", short: "→ Opp.", group: "conversion",
    direction: "up", unit: "share", kind: "rate", range: [0, 1], target: 0.65, headline: true, window_days: 30,
    meaning: "The share of SQLs that became an opportunity within 30 days.",
    formula: "opportunity within 30 days of the SQL ÷ SQLs at least 30 days old", counted: "SQLs",
    from: "marts.handoffs", members: `sql_at is not null and ${JUDGED}`, dated_by: "sql_at", due: "sql_at + {window}",
    known: "opportunities_known_at", success: "opportunity_at <= {due}",
    needs: [NEEDS.sql, NEEDS.opportunity],
  },
  {
    name: "meeting_to_opportunity_rate", label: "Meeting → opportunity", short: "Meeting → opp.", group: "conversion",
    direction: "up", unit: "share", kind: "rate", range: [0, 1], window_days: 44,
    meaning: "The share of meetings held that became an opportunity within 44 days.",
    formula: "opportunity within 44 days of the meeting ÷ meetings held at least 44 days ago", counted: "meetings held",
    from: "marts.handoffs", members: "is_held", dated_by: "meeting_at", due: "meeting_at + {window}", known: "opportunities_known_at",
    success: "opportunity_at <= {due}",
    needs: [NEEDS.held, NEEDS.opportunity],
  },
  {
    name: "opportunity_to_win_rate", label: "Opportunity → won", short: "→ Won", group: "conversion",
    direction: "up", unit: "share", kind: "rate", range: [0, 1], window_days: 180,
    meaning: "The share of opportunities that were won within 180 days.",
    formula: "won within 180 days ÷ opportunities at least 180 days old", counted: "opportunities",
    from: "marts.opportunities", members: "opportunity_at is not null", dated_by: "opportunity_at", due: "opportunity_at + {window}",
    known: "known_at", success: "won_at <= {due}",
    needs: [NEEDS.opportunities, NEEDS.closed],
  },
  {
    name: "days_to_sql", label: "Days to SQL", short: "Days → SQL", group: "speed",
    direction: "down", unit: "days", kind: "median", window_days: 14, window_of: "meeting_to_sql_rate",
    meaning: "Days from the meeting to the SQL, of the meetings that got there within 14 days.",
    formula: "median days from meeting to SQL", counted: "SQLs",
    from: "marts.handoffs", members: "is_held", dated_by: "meeting_at", due: "meeting_at + {window}", known: "sql_known_at",
    success: "sql_at <= {due}", value: "epoch(sql_at - meeting_at) / 86400",
    needs: [NEEDS.held, NEEDS.sql],
  },
  {
    name: "days_to_opportunity", label: "Days to opportunity", short: "Days → opp.", group: "speed",
    direction: "down", unit: "days", kind: "median", window_days: 30, window_of: "sql_to_opportunity_rate",
    meaning: "Days from the SQL to the opportunity, of the SQLs that got there within 30 days.",
    formula: "median days from SQL to opportunity", counted: "opportunities",
    from: "marts.handoffs", members: `sql_at is not null and ${JUDGED}`, dated_by: "sql_at", due: "sql_at + {window}",
    known: "opportunities_known_at", success: "opportunity_at <= {due}", value: "epoch(opportunity_at - sql_at) / 86400",
    needs: [NEEDS.sql, NEEDS.opportunity],
  },
  {
    name: "days_to_close", label: "Days to close", short: "Days → won", group: "speed",
    direction: "down", unit: "days", kind: "median", window_days: 180, window_of: "opportunity_to_win_rate",
    meaning: "Days from the opportunity to the win, of the opportunities won within 180 days.",
    formula: "median days from opportunity to won", counted: "opportunities won",
    from: "marts.opportunities", members: "opportunity_at is not null", dated_by: "opportunity_at", due: "opportunity_at + {window}",
    known: "known_at", success: "won_at <= {due}", value: "epoch(won_at - opportunity_at) / 86400",
    needs: [NEEDS.opportunities, NEEDS.won],
  },
] as const satisfies readonly MetricEntry[];

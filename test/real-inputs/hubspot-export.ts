/** The HubSpot export by labels, read plainly: what its columns mean in the words of the definitions. */
import {instant, type Cells} from "../reference/read.js";
import {readReal} from "./real-input.js";

export const NAME = "hubspot_dummy_labels";
export const ZONE = "America/New_York";

const STATUS: Cells = {
  Completed: "held",
  "No Show": "no_show",
  Rescheduled: "rescheduled",
  Cancelled: "canceled",
  Scheduled: "scheduled",
  "": "scheduled",
};
const TO_DO = ["Not Started", "In Progress", "Waiting", "Deferred"];

/** Milliseconds of a day's local midnight. */
export const at = (day: string | undefined): number | undefined => instant(day, ZONE);

export const newest = (rows: readonly Cells[], column: string): number => Math.max(...rows.map((row) => at(row[column])!));

export interface HubspotExport {
  activities: Cells[];
  /** Activities but meetings, and but tasks that are still to do. */
  done: Cells[];
  /** Meetings as canonical rows; SDR and contact are e-mail addresses. */
  slots: Cells[];
}

export function readActivities(): HubspotExport {
  const activities = readReal(NAME, "hubspot_activities.csv");
  const isMeeting = (row: Cells) => row["Activity Type"] === "Meeting";
  return {
    activities,
    done: activities.filter((row) => !isMeeting(row) && !TO_DO.includes(row["Task Status"]!)),
    slots: activities.filter(isMeeting).map((row) => ({
      meeting_id: row["Activity ID"]!,
      sdr_id: row["Activity Owner"]!,
      contact_id: row["Associated Contact Email"]!,
      meeting_at: row["Activity Date"]!,
      meeting_status: STATUS[row["Meeting Outcome"]!]!,
    })),
  };
}

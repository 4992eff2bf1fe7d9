import {fromLocalParts} from "./local-time.js";
import type {Tables} from "../types.js";
import {spell, writeTable, type ExportColumn} from "./table.js";

const YES_NO = {yes: "Yes", no: "No", rescheduled: "Rescheduled", maybe: "Maybe"};
const CONTEXT: Record<string, string> = {
  pain_points: "Pain points",
  stakeholder_map: "Stakeholder map",
  timeline: "Timeline",
  competitive_intel: "Competitive intel",
};

/** The AEs' answers as the responses sheet of a Google form: question texts as headers, local times, e-mails. */
export function googleFormsCsv(tables: Tables): string {
  const emails = new Map(tables.people!.map((row) => [row.person_id, row.email ?? ""]));
  const columns: ExportColumn[] = [
    [
      "Timestamp",
      (row) =>
        fromLocalParts(row.submitted_at!, (part) => `${part.month}/${part.day}/${part.year} ${part.hour}:${part.minute2}:00`),
    ],
    ["Your email", (row) => emails.get(row.ae_id) ?? ""],
    ["Handoff ID", "handoff_id"],
    ["Did prospect show up?", spell("showed_up", YES_NO)],
    [
      "Qualification accuracy?",
      spell("qualification_accuracy", {full: "Fully qualified", partial: "Partially qualified", not: "Not qualified"}),
    ],
    [
      "Most valuable context?",
      (row) =>
        row
          .most_valuable_context!.split(";")
          .map((word) => CONTEXT[word] ?? word)
          .join(", "),
    ],
    ["What was missing?", "missing"],
    ["What was most helpful?", "helpful"],
    ["Will this advance to opportunity?", spell("will_advance", YES_NO)],
    ["Quality score (1-10)", "quality_score"],
  ];
  return writeTable(columns, tables.feedback!, {lineEnd: "\r\n"});
}

import {HOLIDAYS} from "../calendar.js";
import {COMPANY, ZONE, type Company} from "../company.js";

export interface SourceLine {
  files: string;
  profile?: string;
  entity?: string;
  timezone?: string;
  encoding?: string;
  dates?: string;
}

/** `baton.config.yaml` for the company; only the sources differ between the shapes. */
export function writeConfig(company: Company, sources: readonly SourceLine[]): string {
  const teams = [...new Set(company.staff.all.map((person) => person.team).filter(Boolean))];
  return `# ${COMPANY}, a made-up company. Written by: npm run sample
company: ${COMPANY}
timezone: ${ZONE}
currency: EUR
targets_confirmed: true

sources:
${sources.map(writeSource).join("\n")}

teams:
${teams.map((team) => `  - {team: ${team}}`).join("\n")}

readiness: # Tarnwell opens opportunities after the meeting, so that criterion of the default list is left out
  - criterion: criteria_documented
  - criterion: crm_records
  - criterion: meeting
  - criterion: routing
  - criterion: notes
  - criterion: talking_points

business_hours: {days: [mon, tue, wed, thu, fri], start: "09:00", end: "18:00"}
holidays:
${HOLIDAYS.map((day) => `  - "${day}"`).join("\n")}

links:
  account: https://crm.example.com/accounts/{id}
  contact: https://crm.example.com/contacts/{id}
  lead: https://crm.example.com/leads/{id}
  opportunity: https://crm.example.com/opportunities/{id}
  handoff: https://crm.example.com/handoffs/{id}
  meeting: https://crm.example.com/meetings/{id}
  call: https://calls.example.com/{id}
`;
}

function writeSource(source: SourceLine): string {
  const rest = Object.entries(source)
    .filter(([name, value]) => name !== "files" && value !== undefined)
    .map(([name, value]) => `    ${name}: ${value}`);
  return [`  - files: "${source.files}"`, ...rest, `    exported_at: "2026-10-01T06:00:00+02:00"`].join("\n");
}

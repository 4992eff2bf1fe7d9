/** The workload's configuration: that of a company that exports everything every night. */
export function writeConfig(teams: readonly string[]): string {
  return `company: Workload
timezone: Europe/Berlin
currency: EUR
targets_confirmed: true
sources:
  - files: "exports/**/*.csv"
teams:
${teams.map((team) => `  - {team: ${team}}`).join("\n")}
business_hours: {days: [mon, tue, wed, thu, fri], start: "09:00", end: "18:00"}
`;
}

import {beforeAll, describe, expect, it} from "vitest";
import {parseConfig} from "../../pipeline/config.js";
import {makeCompany, type Company} from "../../sample-data/company.js";
import {writeShape} from "../../sample-data/shapes/index.js";
import {fromLocalParts} from "../../sample-data/shapes/local-time.js";
import {salesforceId} from "../../sample-data/shapes/salesforce-ids.js";
import {parse, readTable, type Row} from "./tables.js";

let company: Company;
let salesforce: Map<string, string | Buffer>;
let hubspot: Map<string, string | Buffer>;
beforeAll(() => {
  company = makeCompany();
  salesforce = writeShape("salesforce", company);
  hubspot = writeShape("hubspot", company);
});
const read = (files: Map<string, string | Buffer>, path: string): Row[] => parse(String(files.get(path)).replace("\ufeff", ""));

describe("every shape", () => {
  it("comes with a configuration without mistakes, whose patterns find each file", () => {
    for (const files of [salesforce, hubspot]) {
      const {sources} = parseConfig(String(files.get("baton.config.yaml")), "/sample/baton.config.yaml");
      const folders = sources.flatMap((source) => source.files.map((pattern) => pattern.replace("/*.csv", "")));
      const paths = [...files.keys()].filter((path) => path.endsWith(".csv"));
      expect(paths.filter((path) => !folders.includes(path.split("/")[0]!))).toEqual([]);
      expect(folders.filter((folder) => !paths.some((path) => path.startsWith(`${folder}/`)))).toEqual([]);
    }
  });

  it("holds as many records as the canonical one", () => {
    const count = (entity: string) => readTable(entity).length;
    expect(read(salesforce, "dataloader/Event.csv").filter((row) => row.IsChild === "false")).toHaveLength(count("handoffs"));
    expect(read(salesforce, "dataloader/Task.csv")).toHaveLength(count("activities"));
    expect(read(salesforce, "dataloader/OpportunityHistory.csv")).toHaveLength(count("stage_changes"));
    expect(read(hubspot, "hubspot/hubspot-crm-exports-meetings.csv")).toHaveLength(count("handoffs"));
    expect(read(hubspot, "forms/feedback-form.csv")).toHaveLength(count("feedback"));
    const deals = read(hubspot, "hubspot/hubspot-crm-exports-deals.csv");
    expect(
      deals.flatMap((row) => Object.keys(row).filter((header) => header.startsWith("Date entered") && row[header] !== "")),
    ).toHaveLength(count("stage_changes"));
  });
});

describe("the Salesforce shape", () => {
  it("ends 18-character ids with the letters that tell their capitals", () => {
    // By hand: "005Hs" has a capital in place 3, "00000" none, "0001b" none: 2^3 = 8 is I, 0 is A.
    expect(salesforceId("people", "p2")).toMatch(/^005Hs000000001CIAQ$|^005Hs00000000\w{2}IA\w$/);
    expect(salesforceId("people", "p2").slice(15, 17)).toBe("IA");
  });

  it("refers to the same records across files, by 15 characters in the report and 18 elsewhere", () => {
    const report = salesforce.get("reports/report1790827200000.csv") as Buffer;
    const ids = new Set([...report.toString("latin1").matchAll(/^"(001\w{12})"/gm)].map((match) => match[1]!));
    const contacts = read(salesforce, "dataloader/Contact.csv");
    expect(contacts.filter((row) => row.AccountId!.length !== 18 || !ids.has(row.AccountId!.slice(0, 15)))).toHaveLength(1);
    expect(new Set([...ids].map((id) => id.toLowerCase())).size).toBeLessThan(ids.size);
  });

  it("writes the report in ISO-8859-1 with a footer", () => {
    const bytes = salesforce.get("reports/report1790827200000.csv") as Buffer;
    expect(bytes.includes(Buffer.from([0x4b, 0xf6, 0x6c, 0x6e]))).toBe(true);
    expect(bytes.toString("latin1")).toContain('"Confidential Information - Do Not Distribute"');
  });
});

describe("the HubSpot shape", () => {
  it("tells times in Berlin, in summer and in winter", () => {
    const write = (time: string) =>
      fromLocalParts(time, (part) => `${part.year}-${part.month2}-${part.day2} ${part.hour2}:${part.minute2}`);
    expect(["2026-03-28T23:30:00Z", "2026-07-01T08:05:00Z", "2026-12-31T23:10:00Z"].map(write)).toEqual([
      "2026-03-29 00:30",
      "2026-07-01 10:05",
      "2027-01-01 00:10",
    ]);
    expect(write("2026-02-30T10:15:00Z")).toBe("2026-02-30 10:15");
    expect(write("last week")).toBe("last week");
  });

  it("has no time in the hour that autumn repeats", () => {
    const cells = ["handoffs", "leads", "activities", "feedback", "opportunities", "stage_changes", "field_changes"].flatMap(
      (entity) => readTable(entity).flatMap((row) => Object.values(row)),
    );
    expect(cells.filter((cell) => cell >= "2025-10-26T00:00:00Z" && cell < "2025-10-26T02:00:00Z")).toEqual([]);
  });

  it("names owners by their e-mail", () => {
    const meetings = read(hubspot, "hubspot/hubspot-crm-exports-meetings.csv");
    const emails = new Set(readTable("people").map((row) => row.email));
    expect(meetings.filter((row) => !emails.has(row["Activity assigned to"]!) || !emails.has(row.SDR!))).toEqual([]);
  });
});

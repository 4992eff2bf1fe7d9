import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {csv, ingestFiles} from "../ingest/given-files.js";
import {describeReal} from "./real-input.js";

const INPUTS = join(import.meta.dirname, "../../../shared/real-inputs");
const FACTS = join(INPUTS, "salesforce_weekly_export_format/FORMAT_FACTS.md");
const FIXTURES = join(INPUTS, "outreach_hull_fixtures/api-responses");

describeReal("salesforce_weekly_export_format", "the weekly export's own header lines", () => {
  const objects = [...readFileSync(FACTS, "utf8").matchAll(/^(\w+): (Id,.*)$/gm)].map(
    ([, name, headers]) => [name!, headers!] as const,
  );
  const expected: Record<string, string> = {
    User: "people",
    Account: "accounts",
    Contact: "contacts",
    Lead: "leads",
    Opportunity: "opportunities",
    OpportunityHistory: "stage_changes",
    OpportunityContactRole: "stakeholders",
    Event: "handoffs",
    Task: "activities",
  };
  test.each(objects.filter(([name]) => expected[name]))("%s is recognised", async (name, headers) => {
    const {file} = await ingestFiles({
      "export.csv": csv(
        headers
          .split(",")
          .map((header) => `"${header}"`)
          .join(","),
      ),
    });
    expect([file().profile, file().entity]).toEqual(["salesforce-weekly", expected[name]]);
  });
});

interface Resource {
  type: string;
  id: number;
  attributes: Record<string, unknown>;
  relationships?: Record<string, {data?: {id: number} | unknown[] | null}>;
}

describeReal("outreach_hull_fixtures", "Outreach's own answers, flattened", () => {
  const resources = readdirSync(FIXTURES)
    .flatMap((name) => (JSON.parse(readFileSync(join(FIXTURES, name), "utf8")) as {data: Resource | Resource[]}).data)
    .filter(({attributes}) => attributes);
  const flatten = ({id, attributes, relationships = {}}: Resource): Record<string, string> => ({
    id: String(id),
    ...Object.fromEntries(
      Object.entries(attributes).map(([name, value]) => [
        `attributes.${name}`,
        value === null || value === undefined ? "" : typeof value === "object" ? JSON.stringify(value) : String(value),
      ]),
    ),
    ...Object.fromEntries(
      Object.entries(relationships).flatMap(([name, {data}]) =>
        data && !Array.isArray(data) ? [[`relationships.${name}.data.id`, String((data as {id: number}).id)]] : [],
      ),
    ),
  });
  const write = (type: string) => {
    const rows = resources.filter((resource) => resource.type === type).map(flatten);
    const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    const line = (cells: string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",");
    return {rows, text: csv(line(headers), ...rows.map((row) => line(headers.map((header) => row[header] ?? ""))))};
  };

  test("accounts and prospects are recognised, each record once, and each prospect's first address is found", async () => {
    const [accounts, prospects] = [write("account"), write("prospect")];
    const {db, file} = await ingestFiles({"a.csv": accounts.text, "p.csv": prospects.text});
    expect([file("a.csv").profile, file("a.csv").entity]).toEqual(["outreach", "accounts"]);
    expect([file("p.csv").profile, file("p.csv").entity]).toEqual(["outreach", "contacts"]);
    const ids = (rows: Record<string, string>[]) => [...new Set(rows.map(({id}) => id))].sort();
    const loaded = async (sql: string) => (await db.rows<{id: string}>(sql)).map(({id}) => id).sort();
    expect(await loaded("select account_id as id from raw.accounts")).toEqual(ids(accounts.rows));
    expect(await loaded("select contact_id as id from raw.contacts")).toEqual(ids(prospects.rows));
    const last = Object.fromEntries(
      prospects.rows.map((row) => [row.id, (JSON.parse(row["attributes.emails"] || "[]") as string[])[0] ?? null]),
    );
    const found = await db.rows<{id: string; email: string | null}>("select contact_id as id, email from raw.contacts");
    expect(Object.fromEntries(found.map(({id, email}) => [id, email]))).toEqual(last);
  });
});

import {join} from "node:path";
import {afterAll, expect, it} from "vitest";
import {readConfig} from "../../pipeline/config.js";
import {listDefinitions} from "../../pipeline/ddl.js";
import {writeComment, writeDrop, writeMark, writeSwap, writeSync, type Definition} from "../../pipeline/engine/layout.js";
import {quoteLiteral} from "../../pipeline/engine/value.js";
import {openChdb} from "./chdb.js";

const chdb = openChdb();
const config = readConfig(join(import.meta.dirname, "../../baton.config.yaml"));
const SERVER = {url: "http://127.0.0.1:1", database: "baton", user: "baton"};
afterAll(() => chdb.close());

it("ClickHouse makes every table as it is printed for one host", async () => {
  await chdb.command("CREATE DATABASE baton");
  const statements = await listDefinitions({...config, engine: {clickhouse: SERVER}});
  for (const statement of statements) await chdb.command(statement);
  const {data} = await chdb.query("SELECT count(), uniqExact(comment), any(comment) FROM system.tables WHERE database = 'baton'");
  expect(data).toEqual([[statements.length, 1, "made by Baton"]]);
});

// A process alone is no cluster: what it can say is whether it would understand.
it("ClickHouse understands what is said to a cluster", async () => {
  const layout = {database: "baton", cluster: "main"};
  const spread: Definition = {table: "t", comment: "", columns: ["account_id", "activity_id"].map((name) => ({name, type: {kind: "text"}}))}; // prettier-ignore
  const statements = [
    ...(await listDefinitions({...config, engine: {clickhouse: {...SERVER, cluster: "main"}}})),
    ...writeSync(layout, spread, "1", "t__aside"),
    ...writeSync(layout, {...spread, columns: []}, "1", "t__aside"),
    ...writeSwap(layout, "t__aside", "t", true),
    ...writeSwap(layout, "t__aside", "t", false),
    writeMark(layout, "build_lock", "made by Baton"),
    writeComment(layout, "build_lock", "made by Baton"),
    writeDrop(layout, "t"),
  ];
  for (const statement of statements) {
    const {data} = await chdb.query(`SELECT formatQuery(${quoteLiteral(statement)})`);
    expect(String(data[0]![0])).toContain("ON CLUSTER main");
  }
});

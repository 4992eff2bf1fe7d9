import {expect, it} from "vitest";
import type {Config} from "../../pipeline/config.js";
import {listDefinitions} from "../../pipeline/ddl.js";
import {sampleConfig} from "../sample.js";

/** Nobody is asked. */
const SERVER = {url: "http://127.0.0.1:1", database: "baton", user: "baton"};
const on = (engine: Config["engine"]): Promise<string[]> => listDefinitions({...sampleConfig, engine});
const nameOf = (statement: string): string =>
  /^CREATE (?:TABLE|VIEW|SCHEMA) (?:`baton`\.)?`?([\w.]+)/.exec(statement)?.[1] ?? statement;
const isTable = (statement: string) => !statement.startsWith("CREATE SCHEMA");

it("every table of a warehouse is printed for DuckDB, for one host of ClickHouse and for a cluster, without a server", async () => {
  const [here, there, shared] = [
    await on("duckdb"),
    await on({clickhouse: SERVER}),
    await on({clickhouse: {...SERVER, cluster: "main"}}),
  ];
  const names = here.filter(isTable).map((statement) => nameOf(statement).replace(".", "_"));
  expect(names.length).toBeGreaterThan(100);
  expect(there.map(nameOf)).toEqual(expect.arrayContaining(names.filter((name) => name !== "raw_versions")));
  expect(there.filter((statement) => statement.includes("CLUSTER"))).toEqual([]);
  // Activities alone are spread; every other table stands on each shard.
  expect(shared.filter((statement) => statement.includes("Distributed(")).map(nameOf)).toEqual([
    "raw_activities",
    "staging_stg_activities",
  ]);
  expect(shared.filter((statement) => !statement.includes(" ON CLUSTER `main` ("))).toEqual([]);
  const shown = ["config_countries", "raw_activities", "raw_activities__shard_1", "staging_stg_calls", "marts_slots"];
  const pick = (statements: string[]) => statements.filter((statement) => shown.includes(nameOf(statement))).join(";\n\n");
  expect(`${pick(there)};\n\n${pick(shared)};\n`).toMatchSnapshot();
});

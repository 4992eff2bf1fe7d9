/**
 * `npm run bench:briefs [-- HANDOFFS]`: how long the models of briefs take for so many handoffs (400,000 if left out), each with the
 * brief in columns, their account and contact; and how many megabytes of notes a second are taken apart. CPU seconds are of all
 * threads, for machines with other work.
 */
import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {takeApart} from "../../pipeline/brief/index.js";
import {parseConfig} from "../../pipeline/config.js";
import {BRIEF_FIELDS} from "../../pipeline/contract/brief.js";
import {ENTITIES, type EntityName} from "../../pipeline/contract/entities.js";
import {openDatabase, quoteName, quoteText, type Database} from "../../pipeline/db.js";
import {createTables} from "../../pipeline/ingest/tables.js";
import {runInLanes} from "../../pipeline/lanes.js";
import {formatTable} from "../../pipeline/report.js";
import {orderModels} from "../../pipeline/run/order.js";
import {listModels, makeModel} from "../../pipeline/run/run.js";
import {writeSettings} from "../../pipeline/run/settings.js";
import {startWatch} from "./watch.js";

/** The models that are about briefs; everything before them is made first, untimed. */
const OURS = /brief|copied|criteri/;
/** What has to be quick together; the rest of ours is what pages read beside it. */
const COMPLETENESS = /int_brief_(?!vague)|copied/;
const CRITERIA = /criteri/;
const HANDOFFS = Number(process.argv[2] ?? 400_000);
/** Share of filled cells in percent, required and other, as in the sample company. */
const FILLED = {required: 75, other: 10};
const VARIANTS = process.argv.includes("--variants");

if (!process.argv.includes("--models")) await timeNotes();
await timeModels();

async function timeNotes(): Promise<void> {
  const folder = join(import.meta.dirname, "../brief/input");
  const rows = ["txt", "html"].map((kind) => {
    const notes = readdirSync(folder).filter((name) => name.endsWith(kind)).map((name) => readFileSync(join(folder, name), "utf8")); // prettier-ignore
    const bytes = notes.reduce((sum, note) => sum + Buffer.byteLength(note), 0);
    const rounds = Math.ceil(4e6 / bytes);
    const took = startWatch();
    for (let round = 0; round < rounds; round++) for (const note of notes) takeApart(note, BRIEF_FIELDS);
    const {seconds, cpu} = took();
    return {
      notes: `${rounds * notes.length} ${kind}`,
      MB: round(rounds * bytes * 1e-6),
      s: round(seconds),
      "CPU s": round(cpu),
      "MB per s": round((rounds * bytes * 1e-6) / seconds),
    };
  });
  console.log(formatTable(rows));
}

async function timeModels(): Promise<void> {
  const db = await openDatabase();
  await createTables(db);
  await fill(db);
  await writeSettings(db, parseConfig(JSON.stringify(VARIANTS ? {brief_variants: ["enterprise", "product_led", "mid_market"]} : {}), "/bench/baton.config.yaml")); // prettier-ignore
  const models = orderModels(await listModels(db));
  for (const schema of ["staging", "intermediate", "marts"]) await db.run(`create schema ${schema}`);
  const make = async (lane: typeof db, model: (typeof models)[number]) => void (await makeModel(lane, model));
  const isOurs = ({name}: {name: string}) => OURS.test(name);
  const needed = new Set<string>();
  const need = (name: string) => {
    if (needed.has(name)) return;
    needed.add(name);
    models.find((model) => model.name === name)?.reads.forEach(need);
  };
  models.filter(isOurs).forEach(({name}) => need(name));
  const ours = models.filter(isOurs);
  // Models of ours that others need come in order; the rest of what is needed is made before the clock starts.
  const before = models.filter((model) => needed.has(model.name) && !isOurs(model) && !dependsOnOurs(model.name));
  for (const model of before) await make(db, model);
  const times: {model: string; s: number; "CPU s": number}[] = [];
  const timed = async (model: string, act: () => Promise<void>) => {
    const took = startWatch();
    await act();
    const {seconds, cpu} = took();
    times.push({model, s: round(seconds), "CPU s": round(cpu)});
  };
  for (const model of ours) await timed(model.name, () => make(db, model));
  const each = [...times];
  const sum = (model: string, ...kinds: RegExp[]) => {
    const rows = each.filter((row) => kinds.some((kind) => kind.test(row.model)));
    const add = (of: "s" | "CPU s") => round(rows.reduce((total, row) => total + row[of], 0));
    times.push({model, s: add("s"), "CPU s": add("CPU s")});
  };
  sum("completeness", COMPLETENESS);
  sum("criteria", CRITERIA);
  sum("completeness and criteria", COMPLETENESS, CRITERIA);
  const both = ours.filter(({name}) => COMPLETENESS.test(name) || CRITERIA.test(name));
  await timed("completeness and criteria, in two lanes", () => runInLanes(db, both, make));
  await timed("all of them, in two lanes", () => runInLanes(db, ours, make));
  console.log(`\n${HANDOFFS.toLocaleString("en")} handoffs, ${BRIEF_FIELDS.length} fields${VARIANTS ? ", variants" : ""}\n`);
  console.log(formatTable(times));
  db.close();

  function dependsOnOurs(name: string): boolean {
    const model = models.find((candidate) => candidate.name === name);
    return model?.reads.some((read) => OURS.test(read) || dependsOnOurs(read)) ?? false;
  }
}

/** Handoffs of 200 SDRs with their accounts and contacts; texts of 17 to 110 letters, no two quite alike, some placeholders. */
async function fill(db: Database): Promise<void> {
  const text = (column: string) => {
    const share = BRIEF_FIELDS.some((field) => field.column === column && field.required) ? FILLED.required : FILLED.other;
    return `case when hash(n, ${quoteText(column)}) % 100 >= ${share} then null when hash(n, ${quoteText(column)}) % 37 = 0 then 'tbd'
    else (['Anna Reis, VP Sales', 'Renewals slip: contracts rolled over at the old price', 'by the end of Q3', 'budget approved by the CFO, about 40k',
      'Looking to improve process', 'they use spreadsheets and lose two days a week on them since the merger with another group in the north'])[1 + (hash(${quoteText(column)}, n) % 6)::bigint] || ' ' || n end`;
  };
  const cells = (entity: EntityName, own: Record<string, string>) =>
    ENTITIES[entity].columns.filter(({derived}) => !derived).map(({name, type}) => `${own[name] ?? (type === "text" ? text(name) : "null")} as ${quoteName(name)}`).join(", "); // prettier-ignore
  const insert = (entity: EntityName, rows: number, file: number, own: Record<string, string>) => `
    insert into raw.${entity} by name select ${cells(entity, own)}, ${file} as _file_id, ${file} as _source, n as _line, timestamp '2026-10-01' as _exported_at from range(${rows}) as r(n);
    insert into raw.files select ${file}, ${file}, 'bench', '${entity}.csv', '${entity}', 'canonical', '${entity}', timestamp '2026-10-01', 'configuration', 0, 'utf-8', ',', '"', 1, ${rows}, ${rows}, 0, 0, 0;
    insert into raw.file_columns select ${file}, '${entity}', unnest([${ENTITIES[entity].columns.filter(({derived}) => !derived).map(({name}) => quoteText(name)).join(", ")}])`; // prettier-ignore
  const people = Math.max(1, Math.ceil(HANDOFFS / 7));
  await db.run(insert("accounts", people, 1, {account_id: "'a' || n", employees: "(n % 900)::text", annual_revenue: "(n * 1000)::text", currency: "'EUR'", country: "'DE'"})); // prettier-ignore
  await db.run(insert("contacts", people, 2, {contact_id: "'c' || n", account_id: "'a' || n", is_budget_owner: "'true'"}));
  await db.run(
    insert("handoffs", HANDOFFS, 3, {
      handoff_id: "'h' || n", meeting_id: "'m' || n", account_id: `'a' || n % ${people}`, contact_id: `'c' || n % ${people}`, sdr_id: "'s' || n % 200", ae_id: "'e' || n % 100",
      source: "'inbound'", motion: "(['enterprise', 'product_led', 'mid_market'])[1 + n % 3]", segment: "'smb'", region: "'EMEA'", committee_size: "(n % 9)::text", brief_text: "null",
      booked_at: "(timestamp '2025-01-01' + to_minutes(n))::text", meeting_at: "(timestamp '2025-01-08' + to_minutes(n))::text", meeting_status: "'held'", brief_updated_at: "(timestamp '2025-01-06' + to_minutes(n))::text",
    }),
  ); // prettier-ignore
}

function round(value: number): number {
  return Number(value.toFixed(2));
}

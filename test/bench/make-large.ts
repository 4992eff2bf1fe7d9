/** Makes a large company's warehouse and datasets: `make-large.ts HANDOFFS FOLDER`. A process of its own, so that the bench's memory is its own. */
import {renameSync, rmSync, mkdirSync} from "node:fs";
import {join} from "node:path";
import {buildData} from "../../pipeline/build.js";
import {readConfig} from "../../pipeline/config.js";
import {openDatabase} from "../../pipeline/db.js";
import {buildShell} from "../../pipeline/publish/shell/shell.js";
import {locateWorkspace, ROOT} from "../../pipeline/workspace.js";
import {writeLargeData} from "./large-data.js";
import {makeLargeWarehouse} from "./large-exports.js";

const [handoffs, folder] = [Number(process.argv[2]), process.argv[3]!];
const workspace = locateWorkspace(join(ROOT, "build"));
await buildData(readConfig(join(ROOT, "baton.config.yaml")), workspace);
await buildShell({root: ROOT, out: workspace.shell});
mkdirSync(folder, {recursive: true});
const warehouse = join(folder, "warehouse.duckdb");
rmSync(warehouse, {force: true});
const db = await openDatabase(warehouse);
await db.run("set memory_limit = '4GB'");
await makeLargeWarehouse(db, handoffs);
const next = join(folder, "data.new");
rmSync(next, {recursive: true, force: true});
await writeLargeData(db, workspace.data, next);
db.close();
renameSync(next, join(folder, "data"));

import {Option} from "commander";
import {resolve} from "node:path";
import {formatLocal} from "../instant.js";
import {tellBuild} from "../refresh/build-record.js";
import {addCommand, open, say, type GlobalOptions, type Register} from "./command.js";
import {OUT} from "./refresh.js";

/** `rollback` and `diff`: kept builds brought back, and compared. */
export const registerKept: Register = (program) => {
  addCommand(program, "rollback", "serve a kept build instead of the present one, at once", OUT)
    .argument("[version]", "number, version or name of the build; the one before the present if left out")
    .option("--list", "only tell which builds are kept", false)
    .action(async (wanted: string | undefined, options: GlobalOptions & {list: boolean}) => {
      const {config} = await open({...options, out: undefined});
      const out = resolve(options.out ?? "published");
      if (options.list) return listBuilds(out, config.timezone);
      const {rollBack} = await import("../rollback.js");
      const {from, to} = await rollBack(config, {out, wanted});
      const tell = ({name, as_of}: typeof to) => tellBuild(name, as_of, config.timezone);
      say(`served: build ${tell(to)}${from ? `; before: ${tell(from)}` : ""}`);
      say("the next refresh publishes again when exports, settings or code have changed since");
    });

  addCommand(program, "diff", "what differs between two kept builds, or between the served one and what was refused", OUT)
    .argument("[a]", "number, version or name of the earlier build")
    .argument("[b]", "of the later one; refused: what the guard refused last")
    .addOption(new Option("--format <format>", "how to print it").choices(["table", "json"]).default("table"))
    .action(async (a: string | undefined, b: string | undefined, options: GlobalOptions & {format: "table" | "json"}) => {
      const {config} = await open({...options, out: undefined});
      const {compareKept, describeComparison} = await import("../diff-builds.js");
      const comparison = compareKept(config, {out: resolve(options.out ?? "published"), a, b});
      say(options.format === "json" ? JSON.stringify(comparison, null, 2) : describeComparison(comparison, config.timezone));
    });
};

async function listBuilds(out: string, zone: string): Promise<void> {
  const {listKept, locatePlace, readServed} = await import("../refresh/place.js");
  const {formatTable} = await import("../report.js");
  const place = locatePlace(out);
  const served = readServed(place);
  const rows = listKept(place).map(({name, made_at, as_of, kind, trees}) => ({
    build: name,
    made: formatLocal(made_at, zone),
    data_of: formatLocal(as_of, zone),
    kind,
    trees,
    served: name === served ? "yes" : "",
  }));
  say(rows.length > 0 ? formatTable(rows) : `${place.builds}: no build is kept there`);
}

import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import {parseConfig} from "../../pipeline/config.js";
import {ENTITY_NAMES, listExported} from "../../pipeline/contract/entities.js";
import {makeCompany, type Company} from "../../sample-data/company.js";
import {STAINS} from "../../sample-data/make/dirt.js";
import {writeShape} from "../../sample-data/shapes/index.js";
import {SAMPLE} from "./tables.js";

const SMALL = {seed: 5, sdrs: 6, months: 4};

describe("the generator", () => {
  it("writes the same bytes for the same seed, and others for another", () => {
    const [first, again, other] = [SMALL, SMALL, {...SMALL, seed: 6}].map((options) =>
      writeShape("canonical", makeCompany(options)),
    );
    expect([...again!]).toEqual([...first!]);
    expect(other!.get("canonical/handoffs.csv")).not.toBe(first!.get("canonical/handoffs.csv"));
  });

  it.each([2, 3, 9])("makes a company of %i SDRs whose handoffs all have an AE and a brief in time order", (sdrs) => {
    const {chains, staff} = makeCompany({seed: sdrs, sdrs, months: 3});
    expect(staff.sdrs).toHaveLength(sdrs);
    expect(chains.length).toBeGreaterThan(sdrs * 3);
    expect(
      chains.filter((chain) => !staff.aes.includes(chain.ae) || [...chain.brief.values()].some(({at}) => at < chain.bookedAt)),
    ).toEqual([]);
  });
});

describe("the committed company", () => {
  let company: Company;
  let files: Map<string, string | Buffer>;
  beforeAll(() => {
    company = makeCompany();
    files = writeShape("canonical", company);
  });

  it("is what the generator writes", () => {
    for (const [path, content] of files)
      expect(readFileSync(join(SAMPLE, path), "utf8") === content, `${path} differs; run: npm run sample`).toBe(true);
    expect(readdirSync(join(SAMPLE, "canonical")).sort()).toEqual(ENTITY_NAMES.map((name) => `${name}.csv`).sort());
  });

  it("has every canonical entity under its headers in at most 8 MB", () => {
    for (const name of ENTITY_NAMES) {
      const [header, first] = String(files.get(`canonical/${name}.csv`)).split("\n");
      expect(header!.split(",")).toEqual(listExported(name).map((column) => column.name));
      expect(first).not.toBe("");
    }
    const bytes = [...files]
      .filter(([path]) => path.startsWith("canonical/"))
      .reduce((sum, [, content]) => sum + Buffer.byteLength(content), 0);
    expect(bytes).toBeLessThanOrEqual(8_000_000);
  });

  it("has a configuration without mistakes", () => {
    const config = parseConfig(String(files.get("baton.config.yaml")), join(SAMPLE, "baton.config.yaml"));
    expect(config).toMatchObject({company: "Tarnwell", timezone: "Europe/Berlin", targets_confirmed: true});
    expect(config.teams.map(({team}) => team)).toHaveLength(5);
  });

  it("has all its dirt, and the README names each", () => {
    const readme = readFileSync(join(SAMPLE, "README.md"), "utf8");
    for (const stain of STAINS) {
      expect(stain.apply([...company.tables[stain.entity]!]), stain.what).toBe(true);
      expect(readme).toContain(`| \`${stain.entity}\` | ${stain.what} |`);
    }
  });
});

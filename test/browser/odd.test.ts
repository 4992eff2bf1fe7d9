import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Browser, BrowserContext} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {buildSite} from "../../pipeline/build.js";
import {readConfig} from "../../pipeline/config.js";
import {locateWorkspace} from "../../pipeline/workspace.js";
import {listAddresses} from "./addresses.js";
import {openBrowser} from "./browser.js";
import {narrow} from "./inspect.js";
import {makeOddExports} from "./odd-company.js";
import {serveSite, SHELL, type Served} from "./serve.js";
import {VIEWS, visit} from "./visit.js";
import {findWordsInTheWay} from "./words-in-the-way.js";

let browser: Browser;
beforeAll(async () => {
  mkdirSync(SHELL, {recursive: true});
  browser = await openBrowser();
});
afterAll(async () => await browser?.close());

describe.each([500, 1])("a company of %i SDRs with names in every script, months without a handoff, all meetings held, deals of 0 and of 10 billion yen", (sdrs) => {
  const folder = mkdtempSync(join(tmpdir(), "baton-odd-"));
  const workspace = {...locateWorkspace(join(folder, "build")), shell: SHELL};
  let served: Served;
  let reader: BrowserContext;
  beforeAll(async () => {
    for (const [name, text] of Object.entries(makeOddExports(sdrs))) writeFileSync(join(folder, name), text);
    writeFileSync(join(folder, "baton.config.yaml"), `company: "株式会社バトン"\ntimezone: Asia/Tokyo\ncurrency: JPY\nas_of: "2026-10-02T06:00:00Z"\nsources:\n  - {files: "*.csv", exported_at: "2026-10-02T06:00:00Z"}\n`); // prettier-ignore
    await buildSite(readConfig(join(folder, "baton.config.yaml")), workspace);
    served = await serveSite(workspace.site, {isKept: true});
    reader = await browser.newContext();
  });
  afterAll(async () => {
    await reader?.close();
    await served?.close();
    rmSync(folder, {recursive: true, force: true});
  });

  it("has no page that breaks, on 1440, 390 and 320 pixels", async () => {
    const found: Record<string, string[]> = {};
    for (const address of listAddresses(workspace, {each: 1, briefs: 3})) {
      const visited = await visit(reader, served.url + address, VIEWS[0], {picture: `odd-${sdrs}/${address.replaceAll(/\W+/g, "-")}`});
      const {page, complaints, close} = visited;
      complaints.push(...(await page.evaluate(findWordsInTheWay)));
      for (const width of [390, 320]) await narrow(visited, width, 844);
      await close();
      if (complaints.length > 0) found[address] = complaints;
    }
    expect(found).toEqual({});
  });
}); // prettier-ignore

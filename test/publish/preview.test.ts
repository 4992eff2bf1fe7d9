import {cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile} from "node:fs/promises";
import {createServer} from "node:http";
import type {AddressInfo} from "node:net";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Browser} from "playwright-core";
import {afterAll, beforeAll, expect, it} from "vitest";
import {startPreview} from "../../pipeline/publish/shell/preview.js";
import type {Preview} from "../../pipeline/publish/shell/preview.js";
import {followSources} from "../../pipeline/publish/shell/preview-sources.js";
import {openBrowser} from "../browser/browser.js";
import {makeDataFiles, makeManifest} from "../components/fixtures.js";

const ROOT = join(import.meta.dirname, "..", "..");
let folder: string;
let preview: Preview;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "baton-preview-"));
  const root = join(folder, "project");
  await mkdir(root);
  await symlink(join(ROOT, "node_modules"), join(root, "node_modules"), "dir");
  for (const path of ["package.json", "observablehq.config.ts"]) await cp(join(ROOT, path), join(root, path));
  await cp(join(ROOT, "src"), join(root, "src"), {
    recursive: true,
    filter: (path) => !/\/src\/(data|\.observablehq)$/.test(path),
  });
  for (const [path, document] of Object.entries(makeDataFiles())) {
    await mkdir(join(folder, "data", path, ".."), {recursive: true});
    await writeFile(join(folder, "data", path), JSON.stringify(document));
  }
  preview = await startPreview({root, data: join(folder, "data"), port: await findPort()});
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await preview?.close();
  await rm(folder, {recursive: true, force: true});
});

it("an open page shows new data, an edited page and an edited component by itself", async () => {
  const page = await browser.newPage();
  const elsewhere: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(preview.url) && !request.url().startsWith("blob:")) elsewhere.push(request.url());
  });
  // The preview begins to watch a little after it has sent a page, and says not when; so an edit is repeated until it is seen.
  const edit = async (change: () => Promise<void>, seen: string) => {
    for (let tries = 0; tries < 15; tries++) {
      await change();
      if (await page.waitForSelector(seen, {timeout: 2000}).catch(() => undefined)) return;
    }
    throw new Error(`the page never showed ${seen}`);
  };
  await page.goto(preview.url);
  await page.waitForSelector(".bar-company:text('Northwind')");

  await edit(async () => {
    await writeFile(join(folder, "data", "manifest.json"), JSON.stringify(makeManifest({company: "Southwind", version: "def"})));
    await preview.dataChanged();
  }, ".bar-company:text('Southwind')");

  const home = join(folder, "project", "src", "index.md");
  const text = await readFile(home, "utf8");
  await edit(() => writeFile(home, `${text}\nIs it well?\n`), "p:text('Is it well?')");

  const words = join(folder, "project", "src", "components", "words", "words.ts");
  const catalogue = (await readFile(words, "utf8")).replace('against_target: "Against target"', 'against_target: "Verdict"');
  await edit(() => writeFile(words, catalogue), "th:text('Verdict')");
  expect(elsewhere).toEqual([]);
});

it("a taken port is said to be taken", async () => {
  const port = Number(new URL(preview.url).port);
  await expect(startPreview({root: join(folder, "project"), data: join(folder, "data"), port})).rejects.toThrow(
    /port \d+ is taken/,
  );
});

it("a folder of somebody's own where the link to the data goes is left alone", async () => {
  const root = join(folder, "other");
  await mkdir(join(root, "src", "data"), {recursive: true});
  await expect(startPreview({root, data: join(folder, "data"), port: await findPort()})).rejects.toThrow(/a folder of its own/);
});

it("in another language it is a copy with that language's words, which follows every edit", async () => {
  const [root, work] = [join(folder, "project"), join(folder, "german")];
  const {stop} = await followSources(root, work, "de");
  const read = (path: string) => readFile(join(work, "src", path), "utf8");
  expect(await read("components/words/words.ts")).toBe('export * from "./de/words.js";\n');
  expect(await read("pages/funnel.md")).toContain('title: "Trichter"');
  const edit = async (path: string, from: string, to: string) => {
    const file = join(root, "src", path);
    await writeFile(file, (await readFile(file, "utf8")).replace(from, to));
    await expect.poll(() => read(path), {timeout: 20_000}).toContain(to);
  };
  await edit("components/words/de/data.ts", "Von den Zeilen zum Trichter", "Von Zeilen zum Trichter");
  await edit("pages/funnel.md", "<div>", "<div><b>neu</b>");
  // An edited page is copied, and then told in that language.
  await expect.poll(() => read("pages/funnel.md"), {timeout: 20_000}).toContain('title: "Trichter"');
  await stop();
});

function findPort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const {port} = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}

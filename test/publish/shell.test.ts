import {cp, mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {assembleSite, buildShell} from "../../pipeline/publish/shell/shell.js";
import {finishPage, putAround} from "../../pipeline/publish/shell/shell-finish.js";

const ROOT = join(import.meta.dirname, "..", "..");
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "baton-shell-"));
});
afterEach(() => rm(folder, {recursive: true, force: true}));

/** A project with one page and one component, and the real configuration's packages. */
async function makeProject(page: string, component = 'export const greet = () => "hello";'): Promise<string> {
  const root = join(folder, "project");
  await mkdir(join(root, "src", "components"), {recursive: true});
  await symlink(join(ROOT, "node_modules"), join(root, "node_modules"), "dir");
  await cp(join(ROOT, "package.json"), join(root, "package.json"));
  await writeFile(
    join(root, "observablehq.config.ts"),
    'export default {root: "src", title: "T", globalStylesheets: [], pages: [], sidebar: false, footer: "", preserveExtension: true};',
  );
  await writeFile(join(root, "src", "index.md"), page);
  await writeFile(join(root, "src", "components", "greet.ts"), component);
  return root;
}
const GOOD = '# Good\n```js\nimport {greet} from "./components/greet.js";\n```\n${greet()}\n';

describe("the shell", () => {
  it("is built once for the same sources, again after an edit, and two at a time do not disturb each other", async () => {
    const root = await makeProject(GOOD);
    const [one, two] = [join(folder, "one"), join(folder, "two")];
    const built = await Promise.all([buildShell({root, out: one}), buildShell({root, out: two})]);
    expect(built.map((result) => result.built)).toEqual([true, true]);
    expect(await readFile(join(one, "index.html"), "utf8")).toBe(await readFile(join(two, "index.html"), "utf8"));
    expect((await buildShell({root, out: one})).built).toBe(false);
    expect((await buildShell({root, out: one, cacheKey: "other"})).built).toBe(true);
    await writeFile(join(root, "src", "index.md"), GOOD.replace("Good", "Better"));
    expect((await buildShell({root, out: one})).built).toBe(true);
    expect(await readFile(join(one, "index.html"), "utf8")).toContain("Better");
    expect((await readdir(folder)).sort()).toEqual(["one", "one.key", "project", "two", "two.key"]);
  });

  it("is not taken with pages that the framework would take, and says what is wrong with each", async () => {
    const root = await makeProject(GOOD);
    const wrong: Record<string, [page: string, message: RegExp]> = {
      code: ["# X\n```js\nconst a = ;\n```\n", /src\/code\.md\s+SyntaxError/],
      expression: ["# X ${a b}\n", /src\/expression\.md\s+SyntaxError/],
      package: ['# X\n```js\nimport {x} from "no-such-package";\n```\n${x}\n', /no-such-package/],
      link: ["# X\n[away](./pages/none)\n", /src\/link\.md\s+leads nowhere: \.\/pages\/none/],
      picture: ['# X\n<img src="https://elsewhere.example/x.png">\n', /src\/picture\.md\s+asks another host/],
    };
    for (const [name, [page]] of Object.entries(wrong)) await writeFile(join(root, "src", `${name}.md`), page);
    const out = join(folder, "out");
    await mkdir(out);
    await writeFile(join(out, "index.html"), "Good");
    const error = (await buildShell({root, out}).catch((reason: unknown) => reason)) as Error;
    expect(error).toMatchObject({name: "UserError", exitCode: 1});
    for (const [, message] of Object.values(wrong)) expect(error.message).toMatch(message);
    expect(await readFile(join(out, "index.html"), "utf8")).toContain("Good");
  });

  it("is not taken with a component that is not there", async () => {
    const root = await makeProject('# X\n```js\nimport {x} from "./components/none.js";\n```\n${x}\n');
    const error = buildShell({root, out: join(folder, "out")});
    await expect(error).rejects.toMatchObject({name: "UserError", message: expect.stringContaining("none.js") as string});
  });

  it("is not taken with mistakes in components, each told by file and line", async () => {
    const root = await makeProject(GOOD, 'import {none} from "./none.js";\nexport const greet = () => "hello" + none;');
    const error = buildShell({root, out: join(folder, "out")});
    await expect(error).rejects.toMatchObject({name: "UserError", message: expect.stringMatching(/src\/components\/greet\.ts:1 .*none\.js/) as string}); // prettier-ignore
  });
});

describe("the site", () => {
  it("is shell and data together, in the place of the old one", async () => {
    const [shell, data, out] = [join(folder, "shell"), join(folder, "data"), join(folder, "dist")];
    for (const path of [shell, join(data, "team"), out]) await mkdir(path, {recursive: true});
    await writeFile(join(shell, "index.html"), "new");
    await writeFile(join(data, "team", "emea.json"), "{}");
    await writeFile(join(out, "stale.html"), "old");
    await assembleSite({shell, data, out});
    expect((await readdir(out, {recursive: true})).sort()).toEqual([
      "_file",
      "_file/data",
      "_file/data/team",
      "_file/data/team/emea.json",
      "index.html",
    ]);
    await writeFile(join(data, "team", "emea.json"), "changed in place");
    expect(await readFile(join(out, "_file", "data", "team", "emea.json"), "utf8")).toBe("{}");
    expect((await readdir(folder)).sort()).toEqual(["data", "dist", "shell"]);
  });

  it("stays as it was when there are no data", async () => {
    const [shell, out] = [join(folder, "shell"), join(folder, "dist")];
    for (const path of [shell, out]) await mkdir(path);
    await writeFile(join(out, "index.html"), "old");
    await expect(assembleSite({shell, data: join(folder, "none"), out})).rejects.toThrow(/the data of the site are not there/);
    expect(await readFile(join(out, "index.html"), "utf8")).toBe("old");
  });
});

it("what stands over and under every page is put there, with links from where the page lies", () => {
  const around = {header: (path: string) => `<a href="/index">Start</a><a href="/pages/team" title="${path}">Teams</a><a href="#top">Up</a>`, footer: () => '<a href="/pages/glossary">$&</a>'}; // prettier-ignore
  const page = '<body>\n<main id="m">\n<p>a &lt;/main> b</p></main>\n</body>';
  expect(putAround(page, "pages/team.html", around)).toBe(
    '<body>\n<header id="observablehq-header">\n<a href="../index.html">Start</a><a href="./team.html" title="/pages/team">Teams</a><a href="#top">Up</a>\n</header>\n<main id="m">\n<p>a &lt;/main> b</p></main>\n<footer id="observablehq-footer">\n<div><a href="./glossary.html">$&</a></div>\n</footer>\n</body>',
  );
  expect(putAround(page, "index.html", around)).toContain('<a href="./index.html">Start</a><a href="./pages/team.html"');
  expect(putAround(page, "index.html", {header: () => "", footer: () => ""})).toBe(page);
});

it("a page's script is taken out beside it, so that no policy has to allow inline code", () => {
  const {html, scripts} = finishPage('<!DOCTYPE html>\n<html>\n<script type="module">\nimport "../x.js";\n</script>', "team");
  expect(html).toMatch(/<html lang="en">\n<script type="module" src="\.\/team\.[0-9a-f]{8}\.js"><\/script>$/);
  expect(scripts).toEqual([{name: html.match(/team\.\w+\.js/)![0], code: 'import "../x.js";\n'}]);
});

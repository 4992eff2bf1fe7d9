import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join, posix} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import {joinComponents} from "../../pipeline/publish/shell/shell-chunks.js";
import {findUsed} from "../../pipeline/publish/shell/shell-vendor.js";

describe("of a package a page is sent what components use", () => {
  const find = (...sources: string[]) => findUsed(sources, "@scope/charts");
  it("whether they take it from the whole or by name", () => {
    expect(find('import * as C from "@scope/charts";\nC.dot(x, {y: C.line}); Cc.area()', 'import {bar as b, type Kind} from "@scope/charts";')).toEqual(["bar", "dot", "line"]); // prettier-ignore
  });
  it("all, where that is not said", () => {
    expect(find('const {bar} = await import("@scope/charts");')).toBe("all");
    expect(find('export * from "@scope/charts";')).toBe("all");
  });
  it("nothing of one that only others use", () => {
    expect(find('import {bar} from "@scope/charts/more"; import * as C from "charts"; C.dot()')).toEqual([]);
  });
});

describe("components that the same pages ask for", () => {
  const folder = mkdtempSync(join(tmpdir(), "baton-chunks-"));
  const [site, aside] = [join(folder, "site"), join(folder, "components")];
  afterAll(() => rmSync(folder, {recursive: true, force: true}));
  const put = (path: string, text: string) => {
    mkdirSync(join(folder, dirname(path)), {recursive: true});
    writeFileSync(join(folder, path), text);
  };
  const page = (name: string, up: string, component: string) => {
    const links = ["_observablehq/client.js", `_import/components/${component}`, "_import/components/frame/chrome.00000000.js"].map((path) => `<link rel="modulepreload" href="${up}${path}">`); // prettier-ignore
    put(`site/${name}`, `${links.join("\n")}\n<script type="module" src="${up}_import/components/frame/chrome.00000000.js"></script>\n<script type="module" src="./${name.replace("pages/", "").replace("html", "00000000.js")}"></script>\n`); // prettier-ignore
    put(`site/${name.replace("html", "00000000.js")}`, `import {define} from "${up}_observablehq/client.js";\ndefine({body: async () => { const {show} = await import("${up}_import/components/${component}"); show(); }});\n`); // prettier-ignore
  };
  const read = (path: string) => readFileSync(join(site, path), "utf8");

  it("become one file, which pages ask for ahead with what it needs; packages stay files of their own", async () => {
    put("htl.js", "export const html = 1;");
    put("components/table/b.ts", 'import {html} from "htl"; export const text: string = `b ${html}`;');
    put("components/people/a.ts", 'import {text} from "../table/b.js"; import type {T} from "./types.js"; export const show = (): T => text;');
    put("components/people/types.ts", "export type T = string;");
    put("components/frame/chrome.ts", 'import {html} from "htl"; import {text} from "./more.js"; document.title = text + html;');
    put("components/frame/more.ts", 'export const text = "chrome";');
    put("site/_observablehq/client.js", "export const define = () => {};");
    // As Framework leaves it: pages name components in which there is nothing.
    for (const name of ["people/a.11111111", "frame/chrome.00000000"]) put(`site/_import/components/${name}.js`, "export {};\n");
    page("index.html", "./", "people/a.11111111.js");
    page("pages/one.html", "../", "people/a.11111111.js");
    await joinComponents(site, aside, new Map([["htl", {version: "htl@1", path: join(folder, "htl.js")}]]));

    const components = readdirSync(join(site, "_import/components"));
    expect(components).toEqual([expect.stringMatching(/^a-\w+\.js$/), expect.stringMatching(/^chrome\.[0-9a-f]{8}\.js$/)]);
    const [joined, chrome] = components as [string, string];
    const [, htl] = /from"\.\.\/\.\.\/(_node\/htl@1\/index\.[0-9a-f]{8}\.js)"/.exec(read(`_import/components/${joined}`))!;
    expect(read(htl!)).toContain("html = 1");
    for (const [name, up] of [["index.html", "./"], ["pages/one.html", "../"]] as const) {
      const html = read(name);
      const asked = [...html.matchAll(/href="([^"]+)"/g)].map(([, address]) => address!);
      expect(asked).toEqual(["_observablehq/client.js", `_import/components/${joined}`, htl, `_import/components/${chrome}`].map((path) => up + path)); // prettier-ignore
      const scripts = [...html.matchAll(/src="([^"]+)"/g)].map(([, address]) => posix.join(dirname(name), address!));
      for (const path of scripts) expect(existsSync(join(site, path)), path).toBe(true);
      // What is in them has changed, so has their name.
      expect(scripts.join()).not.toContain("00000000");
      expect(read(scripts[1]!)).toContain(`import("${up}_import/components/${joined}")`);
    }
  }); // prettier-ignore

  it("are named by file and line where they cannot be", async () => {
    put("components/a.ts", 'export const show = () => none;\nimport {none} from "./none.js";');
    put("site/_import/components/a.11111111.js", "export {};\n");
    page("index.html", "./", "a.11111111.js");
    await expect(joinComponents(site, aside, new Map())).rejects.toMatchObject({name: "UserError", message: expect.stringMatching(/src\/components\/a\.ts:2 .*none\.js/) as string}); // prettier-ignore
  });
});

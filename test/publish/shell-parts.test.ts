import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join, posix} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import {joinComponents} from "../../pipeline/publish/shell-chunks.js";
import {findUsed} from "../../pipeline/publish/shell-vendor.js";

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
  const site = mkdtempSync(join(tmpdir(), "baton-chunks-"));
  afterAll(() => rmSync(site, {recursive: true, force: true}));
  const put = (path: string, text: string) => {
    mkdirSync(join(site, dirname(path)), {recursive: true});
    writeFileSync(join(site, path), text);
  };
  const page = (name: string, up: string, asked: readonly string[]) => {
    const links = asked.map((path) => `<link rel="modulepreload" href="${up}${path}">`).join("\n");
    put(name, `${links}\n<script type="module" src="${up}_import/components/chrome.00000000.js"></script>\n<script type="module" src="./${name.replace("pages/", "").replace("html", "00000000.js")}"></script>\n`); // prettier-ignore
  };
  const parts = ["_node/htl@1/index.js", "_import/components/a.11111111.js", "_import/components/b.22222222.js", "_import/components/types.33333333.js"]; // prettier-ignore
  const script = (up: string, component: string) => `import {define} from "${up}_observablehq/client.js";\ndefine({body: async () => { const {show} = await import("${up}_import/components/${component}"); show(); }});\n`; // prettier-ignore

  it("become one file, which pages ask for ahead; packages stay where they are", async () => {
    put("_node/htl@1/index.js", "export const html = 1;");
    put("_observablehq/client.js", "export const define = () => {};");
    put("_import/components/b.22222222.js", 'import {html} from "../../_node/htl@1/index.js"; export const text = `b ${html}`;');
    put("_import/components/a.11111111.js", 'import {text} from "./b.22222222.js"; import "./types.33333333.js"; export const show = () => text;'); // prettier-ignore
    put("_import/components/types.33333333.js", "");
    put("_import/components/chrome.00000000.js", 'document.title = "chrome";');
    put("index.00000000.js", script("./", "a.11111111.js"));
    put("pages/one.00000000.js", script("../", "a.11111111.js"));
    page("index.html", "./", parts);
    page("pages/one.html", "../", parts);
    await joinComponents(site);

    const components = readdirSync(join(site, "_import/components"));
    expect(components).toHaveLength(2);
    for (const [name, up] of [["index.html", "./"], ["pages/one.html", "../"]] as const) {
      const html = readFileSync(join(site, name), "utf8");
      const asked = [...html.matchAll(/href="([^"]+)"/g)].map(([, address]) => address!);
      expect(asked).toEqual([`${up}_node/htl@1/index.js`, expect.stringMatching(/_import\/components\/a\.11111111-\w+\.js$/)]);
      const scripts = [...html.matchAll(/src="([^"]+)"/g)].map(([, address]) => posix.join(dirname(name), address!));
      for (const path of scripts) expect(existsSync(join(site, path)), path).toBe(true);
      // What is in them has changed, so has their name.
      expect(scripts.join()).not.toContain("00000000");
      expect(readFileSync(join(site, scripts[1]!), "utf8")).toContain(posix.join(dirname(name), asked[1]!).replace(/^/, name === "index.html" ? "./" : "../")); // prettier-ignore
    }
    const joined = components.find((path) => path.startsWith("a."))!;
    expect(readFileSync(join(site, "_import/components", joined), "utf8")).toMatch(/from"\.\.\/\.\.\/_node\/htl@1\/index\.js"/);
  }); // prettier-ignore
});

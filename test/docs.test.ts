import {existsSync, readdirSync, readFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {Command} from "commander";
import {globSync} from "tinyglobby";
import {expect, it} from "vitest";
import {configSchema} from "../pipeline/config-schema.js";
import {parseConfig} from "../pipeline/config.js";
import {DEFAULT_CRITERIA} from "../pipeline/contract/criteria.js";
import {FACTS, READINESS_FACTS} from "../pipeline/contract/criteria-facts.js";
import {ENTITY_NAMES} from "../pipeline/contract/entities.js";
import {THEMES} from "../pipeline/contract/themes.js";

const ROOT = join(import.meta.dirname, "..");
const read = (path: string) => readFileSync(join(ROOT, path), "utf8");

it("docs/checklists.md holds every fact that a rule may name, and every default criterion with its rule", () => {
  const text = read("docs/checklists.md");
  for (const {name, type, meaning} of [...FACTS, ...READINESS_FACTS])
    expect(text).toContain(`| \`${name}\` | ${type} | ${meaning} |`);
  for (const {criterion, label, rule} of Object.values(DEFAULT_CRITERIA).flat())
    expect(text).toContain(`| \`${criterion}\` | ${label} | \`${rule}\` |`);
});

it("docs/themes.md holds every theme with what it means and the fields it is about", () => {
  const text = read("docs/themes.md");
  for (const {theme, label, meaning, fields} of THEMES) {
    const names = fields.map((field) => `\`${field}\``).join(", ");
    expect(text.replace(/ +/g, " ")).toContain(`| \`${theme}\` | ${label} | ${meaning} | ${names}${names && " "}|`);
  }
});

it("docs/exports.md says of every entity what it brings", () => {
  const text = read("docs/exports.md");
  for (const entity of ENTITY_NAMES) expect(text).toContain(entity);
});

const DOCUMENTS = [
  "README.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  "sample-data/README.md",
  ...readdirSync(join(ROOT, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

it("every link between the documents leads to a file", () => {
  for (const path of DOCUMENTS) {
    const links = [...read(path).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map((match) => match[1]!);
    expect(links.filter((link) => !existsSync(join(ROOT, dirname(path), link)))).toEqual([]);
  }
});

it("every message that docs/troubleshooting.md explains is one that the code says", () => {
  const code = globSync("pipeline/**/*.ts", {cwd: ROOT}).map(read).join("\n");
  const messages = [...read("docs/troubleshooting.md").matchAll(/^### `(.+)`$/gm)].map(([, message]) => message!);
  expect(messages.length).toBeGreaterThan(30);
  // Where the code quotes a quotation mark, it may stand escaped or not.
  const isSaid = (part: string) => code.includes(part) || code.includes(part.replaceAll('"', '\\"'));
  expect(messages.filter((message) => !message.split("…").every((part) => part.length >= 3 && isSaid(part)))).toEqual([]);
});

it("every command and option that the documents name is there", async () => {
  const program = new Command();
  for (const path of globSync("pipeline/cli/*.ts", {cwd: ROOT})) {
    const module = (await import(join(ROOT, path))) as Record<string, unknown>;
    for (const [name, register] of Object.entries(module))
      if (name.startsWith("register")) (register as (program: Command) => void)(program);
  }
  const {scripts} = JSON.parse(read("package.json")) as {scripts: Record<string, string>};
  const unknown: string[] = [];
  for (const path of DOCUMENTS) {
    for (const [line, script, rest] of read(path).matchAll(/npm run (?:-s |--silent )*([\w:-]+)([^\n`|#;&]*)/g)) {
      if (!scripts[script!]) unknown.push(`${path}: ${line}`);
      if (!["baton", "build", "dev"].includes(script!)) continue;
      const words = rest!.replace(/^ -- /, "").trim().split(/\s+/);
      const name = script === "baton" ? words[0]! : script!;
      const command = program.commands.find((each) => each.name() === name);
      const inner = command?.commands.find((each) => each.name() === words[1]) ?? command;
      const options = new Set([...(inner?.options ?? []), ...(command?.options ?? [])].map(({long}) => long));
      const flags = words.filter((word) => /^--[a-z]/.test(word) && word !== "--help").map((word) => word.split("=")[0]!);
      if (!command || flags.some((flag) => !options.has(flag))) unknown.push(`${path}: ${line}`);
    }
  }
  expect(unknown).toEqual([]);
});

it("every configuration that the documents show is valid", () => {
  const keys = new Set(Object.keys(configSchema.shape));
  for (const path of DOCUMENTS) {
    for (const [, text] of read(path).matchAll(/```yaml\n([^]*?)```/g)) {
      const first = /^([a-z_]+):/m.exec(text!)?.[1];
      if (first === undefined || !keys.has(first)) continue;
      expect(() => parseConfig(text!, join(ROOT, "baton.config.yaml"), path)).not.toThrow();
    }
  }
});

it("README leads to every document for readers", () => {
  const readme = read("README.md");
  expect(DOCUMENTS.filter((path) => path.startsWith("docs/") && !readme.includes(path))).toEqual([]);
});

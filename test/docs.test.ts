import {existsSync, readdirSync, readFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {expect, it} from "vitest";
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

it("every link between the documents leads to a file", () => {
  const documents = [
    "README.md",
    "CONTRIBUTING.md",
    "sample-data/README.md",
    ...readdirSync(join(ROOT, "docs")).map((name) => `docs/${name}`),
  ];
  for (const path of documents) {
    const links = [...read(path).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map((match) => match[1]!);
    expect(links.filter((link) => !existsSync(join(ROOT, dirname(path), link)))).toEqual([]);
  }
});

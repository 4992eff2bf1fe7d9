/** What everybody may see anyway: words, labels, companies and places. A person who is called like one is told by more than the name. */
import * as otherBehaviours from "../contract/behaviours-others.js";
import * as practices from "../contract/behaviours-practice.js";
import * as brief from "../contract/brief.js";
import * as criteria from "../contract/criteria.js";
import * as criteriaWords from "../contract/criteria-words.js";
import {ENTITIES, ENTITY_NAMES} from "../contract/entities.js";
import * as funnel from "../contract/funnel.js";
import {languageInForce, PHRASES} from "../contract/language.js";
import * as metrics from "../contract/metrics.js";
import * as themes from "../contract/themes.js";
import * as vocabulary from "../contract/vocabulary.js";
import {quoteName, type Database} from "../db.js";
import type {Builder} from "./claims.js";
import {EXACT, FIELD, hashWord, NAME, ORDINARY, REVERSED, SLUG} from "./lexicon.js";
import type {Slug} from "./marks.js";
import {WHOLE} from "./modes.js";
import {WORDS_THAT_ARE_NAMES, type NameNodes} from "./names.js";
import {makeScanner} from "./scan.js";
import type {Texts} from "./texts.js";

const CONTRACT = [otherBehaviours, practices, brief, criteria, criteriaWords, ENTITIES, funnel, metrics, themes, vocabulary];
/** Columns that are free text or addresses, though they describe nobody. */
const FREE = new Set(["meeting_link", "url", "website", "rejection_reason", "disqualification_reason", "record_id", "entity", "field", "account", "behaviour", "metric"]); // prettier-ignore

/** Every text in a value, however deep. */
function listTexts(value: unknown, found: Set<string>, seen = new Set<unknown>()): Set<string> {
  if (typeof value === "string") found.add(value);
  if (typeof value !== "object" || value === null || seen.has(value)) return found;
  seen.add(value);
  for (const [key, part] of value instanceof Map ? value : Object.entries(value)) {
    if (typeof key === "string") found.add(key);
    listTexts(part, found, seen);
  }
  return found;
}

/** Texts of the exports and the configuration that are of nobody, and whether they could be a comment, which names of companies are not. */
async function readTexts(db: Database): Promise<{text: string; is_label: boolean}[]> {
  const columns = ENTITY_NAMES.flatMap((entity) =>
    ENTITIES[entity].columns
      .filter(
        ({name, type, personal}) =>
          type === "text" &&
          !personal &&
          !FREE.has(name) &&
          !(entity === "opportunities" && name === "name") &&
          !(entity === "stakeholders" && name === "name"),
      ) // prettier-ignore
      .map(
        ({name}) =>
          `select distinct ${quoteName(name)} as text, ${entity !== "accounts" || name !== "name"} as is_label from raw.${entity} where ${quoteName(name)} is not null`,
      ),
  );
  const configured = await db.rows<{table_name: string; column_name: string}>(
    "select table_name, column_name from information_schema.columns where table_schema = 'config' and data_type = 'VARCHAR' and column_name not like '%person%' and column_name not like '%manager%'",
  );
  for (const {table_name, column_name} of configured)
    columns.push(
      `select distinct ${quoteName(column_name)}, true from config.${quoteName(table_name)} where ${quoteName(column_name)} is not null`,
    );
  return db.rows(columns.join(" union "));
}

/** People with their titles, as pages put them together: no run of a brief, though one may say the same. */
async function readTitles(db: Database): Promise<string[]> {
  const rows = await db.rows<{text: string}>(`
    select distinct name || ', ' || title as text from (select name, title from raw.contacts union all select name, title from raw.stakeholders)
    where title like '% % %'`);
  return rows.map(({text}) => text);
}

/**
 * Names within names, and addresses within addresses: whoever may see Ana Garcia Lopez sees "Ana Garcia" and, in the address of her page, `ana-garcia`,
 * though somebody else is called so.
 */
export function excuseParts(builder: Builder, names: readonly NameNodes[], slugs: readonly Slug[]): void {
  const met: [number, number][] = [];
  const scanner = makeScanner(builder.lexicon, {mark: (node, as) => void met.push([node, as]), run() {}, encoded() {}}, 1 << 12);
  const bytes = Buffer.alloc(1 << 16);
  const find = (text: string, as: number) => {
    met.length = 0;
    scanner.scan(bytes, 0, bytes.write(text), WHOLE);
    return met.flatMap(([node, own]): [number, number][] => (own & as ? [[node, own & as]] : []));
  };
  for (const {text, nodes, owner} of names)
    if (text !== undefined)
      for (const [node, as] of find(text, NAME | REVERSED)) if (!nodes.includes(node)) builder.claim(node, as, "name", owner);
  for (const {text, owner} of slugs) for (const [node, as] of find(text, SLUG)) builder.claim(node, as, "slug", owner);
}

/** Takes back what would be a false alarm. */
export async function spareOrdinary(db: Database, builder: Builder, names: readonly NameNodes[], texts: Texts): Promise<void> {
  const {lexicon} = builder;
  const scanner = makeScanner(
    lexicon,
    {
      mark(node, as) {
        if (as & (NAME | REVERSED)) lexicon.flags[node]! &= ~as;
        else if (as === EXACT) lexicon.flags[node]! &= FIELD;
      },
      run() {},
      encoded() {},
    },
    1 << 12,
  );
  const ordinary = new Set(WORDS_THAT_ARE_NAMES.map(hashWord));
  for (const word of texts.small) ordinary.add(word);
  const bytes = Buffer.alloc(1 << 16);
  const found = new Set<string>();
  for (const part of [...CONTRACT, PHRASES[languageInForce()]]) listTexts(part, found);
  const readable = [...[...found].map((text) => ({text, is_label: true})), ...(await readTexts(db))];
  for (const {text, is_label} of readable) {
    if (text.includes("@")) continue;
    const count = Math.min(1 << 12, scanner.scan(bytes, 0, bytes.write(text), WHOLE));
    for (let k = 0; k < count; k++) ordinary.add(scanner.tape.t1[k]!);
    if (is_label) texts.release(text);
  }
  for (const text of await readTitles(db)) texts.release(text);
  for (const {nodes, words} of names) {
    if (!words.every((word) => ordinary.has(word))) continue;
    for (const node of nodes)
      if (lexicon.flags[node]! & EXACT) lexicon.flags[node]! &= FIELD;
      else lexicon.flags[node]! |= ORDINARY;
  }
}

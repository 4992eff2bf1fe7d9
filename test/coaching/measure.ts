/**
 * `npm run themes`: how well the wording rules put comments under themes. `labelled-comments.csv` (text, language, themes) was written
 * and labelled apart from the rules; `labelled-again.csv` is a third of it, labelled by other eyes. With `--development` the same for
 * `development-comments.csv`, which the rules are tuned on: what they reach there says nothing of comments they have not met.
 */
import {existsSync, readFileSync} from "node:fs";
import {join, relative} from "node:path";
import {fileURLToPath} from "node:url";
import Papa from "papaparse";
import {LANGUAGES} from "../../pipeline/coaching/lexicon/index.js";
import {compileLexicon} from "../../pipeline/coaching/language.js";
import {findThemes} from "../../pipeline/coaching/themes.js";
import {NOTHING, OTHER, THEME_NAMES} from "../../pipeline/contract/themes.js";
import {formatTable} from "../../pipeline/report.js";

export const LABELLED = join(import.meta.dirname, "labelled-comments.csv");
export const DEVELOPMENT = join(import.meta.dirname, "development-comments.csv");
export const LABELLED_AGAIN = join(import.meta.dirname, "labelled-again.csv");

export interface Labelled {
  text: string;
  language: string;
  themes: ReadonlySet<string>;
}

/** Of one theme: comments labelled with it, found under it, both. Shares are null where nothing is counted. */
export interface Score {
  theme: string;
  labelled: number;
  found: number;
  both: number;
  precision: number | null;
  recall: number | null;
  f1: number;
}

/** @throws Error when the file is absent, or a label is no theme. */
export function readLabelled(path: string): Labelled[] {
  const name = relative(join(import.meta.dirname, "../.."), path);
  if (!existsSync(path))
    throw new Error(`${name}: not there; it is a CSV with the columns text, language, themes, labelled apart from the rules`);
  const {data} = Papa.parse<Record<string, string>>(readFileSync(path, "utf8").replace(/^\ufeff/, ""), {
    header: true,
    skipEmptyLines: true,
  });
  return data.map(({text = "", language = "", themes = ""}, index) => {
    const labels = themes.split(/[;,|\s]+/).filter(Boolean);
    const strange = labels.find((label) => !THEME_NAMES.includes(label));
    if (strange || labels.length === 0) throw new Error(`${name}: row ${index + 2}: "${strange ?? ""}" is no theme`);
    return {text, language, themes: new Set(labels)};
  });
}

/** What the rules find, as they come with the repository. */
export function findAll(comments: readonly Labelled[]): Labelled[] {
  const lexicon = compileLexicon(LANGUAGES);
  return comments.map((comment) => ({
    ...comment,
    themes: new Set(findThemes(comment.text, lexicon).themes.map(({theme}) => theme)),
  }));
}

/**
 * Each theme that is labelled anywhere, and the mean F1: of the themes (`macro`), and with what fits none and what says that nothing was
 * missing counted as themes too (`macroAll`).
 */
export function score(
  labelled: readonly Labelled[],
  found: readonly Labelled[],
): {scores: Score[]; macro: number; macroAll: number} {
  const scores = THEME_NAMES.flatMap((theme): Score[] => {
    const count = (isCounted: (index: number) => boolean) => labelled.filter((_, index) => isCounted(index)).length;
    const isLabelled = (index: number) => labelled[index]!.themes.has(theme);
    const isFound = (index: number) => found[index]!.themes.has(theme);
    const [of, got, both] = [count(isLabelled), count(isFound), count((index) => isLabelled(index) && isFound(index))];
    if (of === 0) return [];
    const precision = got > 0 ? both / got : null;
    return [{theme, labelled: of, found: got, both, precision, recall: both / of, f1: (2 * both) / (of + got)}];
  });
  const mean = (list: readonly Score[]) => list.reduce((sum, {f1}) => sum + f1, 0) / list.length;
  const themes = scores.filter(({theme}) => theme !== OTHER && theme !== NOTHING);
  return {scores, macro: mean(themes), macroAll: mean(scores)};
}

/** How far two people agree on each theme: Cohen's kappa (agreement beyond chance) and Jaccard (both, of either). */
export function agree(labelled: readonly Labelled[], again: readonly Labelled[]) {
  const first = new Map(labelled.map(({text, themes}) => [text.trim(), themes]));
  const pairs = again.flatMap(({text, themes}) => {
    const own = first.get(text.trim());
    return own ? [{own, themes}] : [];
  });
  const rows = THEME_NAMES.flatMap((theme) => {
    const [a, b] = [pairs.map(({own}) => own.has(theme)), pairs.map(({themes}) => themes.has(theme))];
    const [inA, inB, both] = [a, b, a.map((is, index) => is && b[index])].map((list) => list.filter(Boolean).length) as [number, number, number]; // prettier-ignore
    if (inA + inB === 0) return [];
    const n = pairs.length;
    const observed = (n - inA - inB + 2 * both) / n;
    const chance = (inA * inB + (n - inA) * (n - inB)) / n ** 2;
    return [{theme, first: inA, second: inB, kappa: chance === 1 ? 1 : (observed - chance) / (1 - chance), jaccard: both / (inA + inB - both)}]; // prettier-ignore
  });
  return {rows, comments: pairs.length, kappa: rows.reduce((sum, {kappa}) => sum + kappa, 0) / rows.length};
}

const show = (value: number | null): string => (value === null ? "" : value.toFixed(2));

function report(path: string): string {
  const labelled = readLabelled(path);
  const {scores, macro, macroAll} = score(labelled, findAll(labelled));
  const lines = [
    `${labelled.length} comments`,
    formatTable(
      scores.map(({theme, labelled: own, found, precision, recall, f1}) => ({theme, labelled: own, found, precision: show(precision), recall: show(recall), F1: show(f1)})), // prettier-ignore
    ),
    `macro F1 of the themes ${macro.toFixed(3)}, with ${OTHER} and ${NOTHING} ${macroAll.toFixed(3)}`,
  ];
  if (path !== LABELLED) return lines.join("\n");
  if (!existsSync(LABELLED_AGAIN)) return [...lines, "Nobody has labelled a third of them again yet."].join("\n");
  const {rows, comments, kappa} = agree(labelled, readLabelled(LABELLED_AGAIN));
  return [
    ...lines,
    "",
    `${comments} of them labelled by a second person`,
    formatTable(rows.map((row) => ({...row, kappa: show(row.kappa), jaccard: show(row.jaccard)}))),
    `mean kappa ${show(kappa)}`,
  ].join("\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(report(process.argv.includes("--development") ? DEVELOPMENT : LABELLED));
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}

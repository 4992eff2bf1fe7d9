/** Gets ready to look through trees, and looks: what may be in them follows from the exports alone. */
import type {Database} from "../db.js";
import {makeClaims, type Builder} from "./claims.js";
import {gather, type Found} from "./findings.js";
import {makeJudge} from "./judge.js";
import {claimFields, claimHandoffs, claimPeople, claimProspects} from "./marks.js";
import type {NameNodes} from "./names.js";
import {excuseParts, spareOrdinary} from "./ordinary.js";
import {makeMarkReader, noMarks, type Marks} from "./read-marks.js";
import {claimTexts} from "./texts.js";
import {readAll, walkBeside} from "./threads.js";
import {REVOPS_FIELDS, type Leak, type LeakOptions, type LeakProgress, type Tree} from "./types.js";
import type {Walked} from "./walk.js";
import {prepare} from "./who-sql.js";
import {readCompany, readRights, type Company} from "./who.js";

/** Knows what may be in which tree. */
export interface Search {
  /** Reads all files of the trees, each once. @returns everything that may not be there */
  look(): Promise<Leak[]>;
  close(): void;
}

/**
 * Reads from the exports what to look for; no tree needs to be there yet.
 * @throws UserError for a tree of a person or team that no export names
 */
export async function openSearch(
  db: Database,
  trees: readonly Tree[],
  options: LeakOptions = {},
  progress: LeakProgress = () => {},
): Promise<Search> {
  let since = performance.now();
  const tell = (step: string, detail = "") => {
    progress(step, (performance.now() - since) / 1000, detail);
    since = performance.now();
  };
  const own = await db.fork();
  try {
    await prepare(own);
    const company = await readCompany(own);
    const rights = readRights(company, trees, options);
    tell("who may see whom", `${company.people.length} people, ${company.prospectAt.length - 1} prospects`);
    const {builder, mentions} = await makeLexicon(own, company, trees, options);
    const {lexicon, claims} = builder;
    tell("what to look for", `${builder.size()} marks, ${lexicon.grams.used} runs of words`);
    const judge = makeJudge(company, lexicon, claims, trees, rights, mentions);
    // Whoever sees everything, addresses included, is asked of nothing.
    const isJudged = rights.map((right, tree) => !(right.seesAll && right.contactDetails && trees[tree]!.kind === "revops"));

    const look = async () => {
      since = performance.now();
      const walked = await walkBeside(trees);
      const bytes = walked.sizes.reduce((sum, size) => sum + size, 0);
      tell("files", `${walked.paths.length} files, ${walked.links.length / 2} links`);
      const found: Found[] = walked.strange.map(({tree, path}) => ({tree, place: path, what: "neither a file nor a folder"}));
      const take = (linked: (file: number) => Int32Array, isName: boolean) => (marks: Marks) => {
        marks.files.forEach((file, k) => {
          for (const tree of linked(file)) {
            if (!isJudged[tree]) continue;
            for (let at = marks.at[k]!; at < marks.at[k + 1]!; at += 2) {
              const finding = judge(marks.marks[at]!, marks.marks[at + 1]!, tree);
              if (finding) found.push({tree, file, isName, mark: marks.marks[at]!, ...finding});
            }
          }
        });
        for (const {file, why} of marks.unreadable) for (const tree of linked(file)) found.push({tree, file, what: why});
      };
      take(groupLinks(walked.uses, walked.names.length), true)(readNames(walked));
      await readAll(lexicon, walked.paths, bytes, options.threads, take(groupLinks(walked.links, walked.paths.length), false));
      tell("read", `${(bytes / 1e6).toFixed(0)} MB`);
      const leaks = await gather(own, found, {trees, walked, company, lexicon});
      if (found.length > 0) tell("where", `${leaks.length} findings`);
      return leaks;
    };
    const readNames = ({names}: Walked): Marks => {
      const reader = makeMarkReader(lexicon);
      const marks = noMarks();
      names.forEach((name, index) => reader.readName(name, index, marks));
      return marks;
    };
    return {look, close: () => own.close()};
  } catch (error) {
    own.close();
    throw error;
  }
}

async function makeLexicon(
  db: Database,
  company: Company,
  trees: readonly Tree[],
  options: LeakOptions,
): Promise<{builder: Builder; mentions: Set<number>}> {
  const builder = makeClaims(company.people.length * 16 + company.prospectAt.length * 8);
  const names: NameNodes[] = [];
  const tell = (name: NameNodes) => void names.push(name);
  const slugs = await claimPeople(db, builder, company, trees, tell);
  await claimProspects(db, builder, tell);
  await claimHandoffs(db, builder);
  claimFields(builder, options.revopsFields ?? REVOPS_FIELDS);
  excuseParts(builder, names, slugs);
  const texts = await claimTexts(db, builder, company, options);
  await spareOrdinary(db, builder, names, texts);
  return {builder, mentions: texts.mentions};
}

/** The trees of each file, from pairs of both. */
function groupLinks(pairs: Int32Array, count: number): (file: number) => Int32Array {
  const at = new Int32Array(count + 1);
  for (let k = 0; k < pairs.length; k += 2) at[pairs[k]! + 1]! += 1;
  for (let k = 0; k < count; k++) at[k + 1]! += at[k]!;
  const next = at.slice();
  const trees = new Int32Array(pairs.length / 2);
  for (let k = 0; k < pairs.length; k += 2) trees[next[pairs[k]!]!++] = pairs[k + 1]!;
  // A tree twice where a file is twice in it: findings are told once.
  return (file) => trees.subarray(at[file]!, at[file + 1]!);
}

/**
 * Looks through trees for what their audiences may not see. Who may see whom is read from the exports; nothing is asked of the code that
 * writes the trees, nor of any list in them.
 */
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
import {REVOPS_FIELDS, type Leak, type LeakOptions, type Tree} from "./types.js";
import {prepare} from "./who-sql.js";
import {readCompany, readRights, type Company} from "./who.js";

export {formatLeaks} from "./report.js";
export {REVOPS_FIELDS, type AudienceKind, type Leak, type LeakKind, type LeakOptions, type Tree} from "./types.js";

/** Told of each step that is over, in seconds. */
export type LeakProgress = (step: string, seconds: number, detail: string) => void;

/**
 * Everything in `trees` that may not be there.
 * @param db a warehouse with raw, staging and config; nothing is written to it
 * @throws UserError for a tree of a person or team that no export names
 */
export async function findLeaks(
  db: Database,
  trees: readonly Tree[],
  options: LeakOptions = {},
  progress: LeakProgress = () => {},
): Promise<Leak[]> {
  let since = performance.now();
  const tell = (step: string, detail = "") => {
    progress(step, (performance.now() - since) / 1000, detail);
    since = performance.now();
  };
  const own = await db.fork();
  try {
    // Trees are walked beside the rest; what goes wrong there is told where it is waited for.
    const walking = walkBeside(trees);
    walking.catch(() => {});
    await prepare(own);
    const company = await readCompany(own);
    const rights = readRights(company, trees, options);
    tell("who may see whom", `${company.people.length} people, ${company.prospectAt.length - 1} prospects`);
    const {builder, mentions} = await makeLexicon(own, company, trees, options);
    tell("what to look for", `${builder.size()} marks, ${builder.lexicon.grams.used} runs of words`);
    const walked = await walking;
    const bytes = walked.sizes.reduce((sum, size) => sum + size, 0);
    tell("files", `${walked.paths.length} files, ${walked.links.length / 2} links`);

    const judge = makeJudge(company, builder.lexicon, builder.claims, trees, rights, mentions);
    // Whoever sees everything, addresses included, is asked of nothing.
    const isJudged = trees.map(
      (_, tree) => !(rights[tree]!.seesAll && rights[tree]!.contactDetails && trees[tree]!.kind === "revops"),
    );
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
    const names = makeMarkReader(builder.lexicon);
    const marks = noMarks();
    walked.names.forEach((name, index) => names.readName(name, index, marks));
    take(groupLinks(walked.uses, walked.names.length), true)(marks);
    await readAll(
      builder.lexicon,
      walked.paths,
      bytes,
      options.threads,
      take(groupLinks(walked.links, walked.paths.length), false),
    );
    tell("read", `${(bytes / 1e6).toFixed(0)} MB`);
    const leaks = await gather(own, found, {trees, walked, company, lexicon: builder.lexicon});
    if (found.length > 0) tell("where", `${leaks.length} findings`);
    return leaks;
  } finally {
    own.close();
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
  await claimPeople(db, builder, company, trees, tell);
  await claimProspects(db, builder, tell);
  await claimHandoffs(db, builder);
  claimFields(builder, options.revopsFields ?? REVOPS_FIELDS);
  excuseParts(builder, names);
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

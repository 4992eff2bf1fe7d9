/** Marts and datasets → a tree per audience: a whole site each, of the shell of its kind and the files that its readers may see. */
import {readdirSync, readFileSync} from "node:fs";
import {join, relative} from "node:path";
import type {SiteKind} from "../../../src/components/frame/audience-pages.js";
import {listPages} from "../../../src/components/frame/audience-pages.js";
import type {Config} from "../../config.js";
import type {AudienceKind} from "../../contract/audiences.js";
import type {BriefIndex, Manifest} from "../../contract/datasets.js";
import type {Database} from "../../db.js";
import {listAudiences, listManagersWithoutTeam, type Audience, type Roster} from "./audiences.js";
import {moveLinks} from "../coming/ics.js";
import {readVisible, type Reader} from "../protect/hidden.js";
import {readOwners, readRoster} from "./roster.js";
import {layBriefs, type TreeBriefs} from "./tree-briefs.js";
import {listDocuments, readWhole} from "./tree-documents.js";
import {pickFiles} from "./tree-files.js";
import {cutManifest} from "./tree-manifest.js";
import {openTreeShelf, type TreeShelf} from "./tree-shelf.js";
import {formatJson} from "../write.js";

/** Whose tree lies where. */
export interface Tree {
  folder: string;
  kind: AudienceKind;
  /** Person or team; empty for RevOps and leadership. */
  id: string;
}

export interface Trees {
  trees: Tree[];
  files: number;
  written: number;
  /** Names of managers whom no team names. */
  withoutTeam: string[];
}

export interface TreesOptions {
  /** The datasets of the whole. */
  data: string;
  /** Folder to make the trees in; empty or not there. */
  out: string;
  /** Told, before anything is written, which trees there will be. */
  begin?(trees: readonly Tree[]): Promise<void>;
  /** The shell of a kind of site: its folder, and its files. */
  shellOf(kind: SiteKind): Promise<{folder: string; files: readonly string[]}>;
}

const DATA = "_file/data";

/** Makes every tree. Nothing heavy is computed per audience: sets of people and of files are, and small documents. */
export async function makeTrees(db: Database, config: Config, {data, out, begin, shellOf}: TreesOptions): Promise<Trees> {
  const roster = await readRoster(db);
  const options = {execSeesPeople: config.publish.exec_sees_people};
  const audiences = listAudiences(roster, options);
  const trees = audiences.map(({folder, kind, id}) => ({folder, kind, id}));
  await begin?.(trees);
  const files = new Set(listFiles(data));
  const manifest = JSON.parse(readFileSync(join(data, "manifest.json"), "utf8")) as Manifest;
  const briefs = layBriefs(await readOwners(db), audiences, readShards(data, files));
  const putDocuments = await openDocuments(db, config, data, roster);
  const shelf = openTreeShelf(out);
  const calendars = openCalendars(config, data, audiences);
  for (const audience of audiences) {
    const {folder, kind} = audience;
    const site: SiteKind = kind === "exec" && options.execSeesPeople ? "exec_people" : kind;
    const shell = await shellOf(site);
    for (const path of shell.files) shelf.link(join(shell.folder, path), `${folder}/${path}`);
    const own = briefs.get(audience)!;
    const {shared, isWhole} = pickFiles(audience, files, options);
    for (const path of shared) {
      const calendar = path.endsWith(".ics") ? calendars(path) : undefined;
      if (calendar === undefined) shelf.link(join(data, path), `${folder}/${DATA}/${path}`);
      else shelf.write(`${folder}/${DATA}/${path}`, calendar);
    }
    if (!isWhole && kind !== "exec") putBriefsOf(shelf, data, folder, own);
    if (!isWhole && (kind === "exec" || kind === "team")) putDocuments(shelf, audience);
    const cut = cutManifest(manifest, audience, listPages(site), own.digits, options);
    shelf.write(`${folder}/${DATA}/manifest.json`, formatJson(cut));
  }
  return {
    trees,
    ...shelf.count(),
    withoutTeam: listManagersWithoutTeam(roster).map(({name}) => name),
  };
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

/** Where the whole has each brief. */
function readShards(data: string, files: ReadonlySet<string>): (handoff: string) => string | undefined {
  const shards = new Map<string, string>();
  for (const path of files)
    if (path.startsWith("briefs/index/"))
      for (const [handoff, shard] of Object.entries(JSON.parse(readFileSync(join(data, path), "utf8")) as BriefIndex))
        shards.set(handoff, shard);
  return (handoff) => shards.get(handoff);
}

function putBriefsOf(shelf: TreeShelf, data: string, folder: string, {shards, index}: TreeBriefs): void {
  for (const [place, shard] of shards) shelf.link(join(data, `briefs/${shard}.json`), `${folder}/${DATA}/briefs/${place}.json`);
  for (const [file, entries] of index) shelf.write(`${folder}/${DATA}/briefs/index/${file}.json`, formatJson(entries));
}

/** Returns what puts the company's and the teams' documents into a tree, as its readers may see them. */
async function openDocuments(
  db: Database,
  config: Config,
  data: string,
  roster: Roster,
): Promise<(shelf: TreeShelf, audience: Audience) => void> {
  const whole = readWhole(data, roster);
  const visibleTo = await readVisible(db, config);
  return (shelf, audience) => {
    const reader: Reader = {
      team: audience.kind === "team" ? audience.id : null,
      people: new Set(audience.sdrs.map(({person_id}) => person_id)),
    };
    for (const [path, document] of listDocuments(audience, whole, visibleTo(reader), config.publish.min_people))
      shelf.write(`${audience.folder}/${DATA}/${path}`, formatJson(document));
  };
}

/** Calendars lead to the briefs in the tree of the person whose they are. */
function openCalendars(config: Config, data: string, audiences: readonly Audience[]): (path: string) => string | undefined {
  const site = config.publish.site_url?.replace(/\/*$/, "/");
  const folders = new Map(audiences.map(({folder}) => [`coming/${folder}.ics`, folder]));
  return (path) => {
    const folder = folders.get(path);
    if (!site || folder === undefined) return undefined;
    return moveLinks(readFileSync(join(data, path), "utf8"), site, `${site}${folder}/`);
  };
}

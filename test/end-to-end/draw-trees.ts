import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {Manifest} from "../../pipeline/contract/datasets.js";
import type {Database} from "../../pipeline/db.js";
import {listAudiences} from "../../pipeline/publish/trees/audiences.js";
import {readVisible} from "../../pipeline/publish/protect/hidden.js";
import {readRoster} from "../../pipeline/publish/trees/roster.js";
import {listDocuments, readWhole} from "../../pipeline/publish/trees/tree-documents.js";
import {cutManifest} from "../../pipeline/publish/trees/tree-manifest.js";
import {listPages} from "../../src/components/frame/audience-pages.js";
import type {SiteKind} from "../../src/components/frame/audience-pages.js";
import {sampleConfig} from "../sample.js";
import type {Read} from "./draw-kinds.js";

/** One tree of each kind of audience, as a publish makes it, read without being written: RevOps' first. */
export async function openTrees(db: Database, data: string): Promise<{kind: SiteKind; read: Read}[]> {
  const whole: Read = <T>(path: string) => JSON.parse(readFileSync(join(data, path), "utf8")) as T;
  const manifest = whole<Manifest>("manifest.json");
  const roster = await readRoster(db);
  const documents = readWhole(data, roster);
  const visibleTo = await readVisible(db, sampleConfig);
  const seesPeople = (kind: SiteKind) => ({execSeesPeople: kind === "exec_people"});
  const kinds: readonly SiteKind[] = ["revops", "exec_people", "exec", "team", "sdr", "ae_team", "ae"];
  return kinds.map((kind) => {
    const own = listAudiences(roster, seesPeople(kind)).filter(
      (audience) => audience.kind === (kind === "exec_people" ? "exec" : kind),
    );
    const audience = own[Math.min(1, own.length - 1)]!;
    const reader = {team: kind === "team" ? audience.id : null, people: new Set(audience.sdrs.map(({person_id}) => person_id))};
    const changed = new Map<string, unknown>([
      ["manifest.json", cutManifest(manifest, audience, listPages(kind), 2, seesPeople(kind))],
      ...(kind === "exec" || kind === "team"
        ? listDocuments(audience, documents, visibleTo(reader), sampleConfig.publish.min_people)
        : []),
    ]);
    const read: Read = <T>(path: string) => (changed.has(path) ? (changed.get(path) as T) : whole<T>(path));
    return {kind, read};
  });
}

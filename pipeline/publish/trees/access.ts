/** Who sees what: a row per audience, for whoever sets up groups, and for a data protection officer. */
import type {AudienceKind} from "../../contract/audiences.js";
import type {Database} from "../../db.js";
import {listAudiences, listLeaders, type Audience, type AudienceOptions} from "./audiences.js";
import {readRoster} from "./roster.js";

export interface AccessRow {
  /** Group that lets into the tree: `baton:` and its folder. */
  group: string;
  /** For whom it is meant. */
  readers: string;
  sees: string;
  /** People whom the tree is about, by name; those named beside them are the counterparts of their handoffs. */
  people: string;
}

const SEES: Record<AudienceKind, string> = {
  revops: "everything",
  exec: "company, teams and segments",
  team: "the team's SDRs: handoffs, numbers, 1:1 sheets, AEs' answers on their handoffs; other teams as sums",
  sdr: "own handoffs with briefs, own numbers, AEs' comments on own handoffs; colleagues as sums",
  ae_team: "the team's AEs: coming and past handoffs with briefs, answers and decisions owed",
  ae: "own coming and past handoffs with briefs, answers and decisions owed",
};

/** Reads the roster and tells of every audience that `publish` makes a tree for. */
export async function listAccess(db: Database, options: AudienceOptions): Promise<AccessRow[]> {
  const roster = await readRoster(db);
  const nameReader = (person_id: string | null | undefined): string | undefined => {
    const person = roster.people.find((each) => each.person_id === person_id);
    if (!person) return undefined;
    return person.email ? `${person.name} <${person.email}>` : person.name;
  };
  const readersOf = (audience: Audience): string => {
    const {kind, id} = audience;
    if (kind === "revops") return "RevOps";
    if (kind === "exec") return "leadership";
    if (kind === "sdr" || kind === "ae") return nameReader(id) ?? id;
    const leaders = listLeaders(audience, roster).flatMap((leader) => nameReader(leader) ?? []);
    return leaders.join(", ") || "nobody: the team has no manager";
  };
  return listAudiences(roster, options).map((audience) => ({
    group: `baton:${audience.folder}`,
    readers: readersOf(audience),
    sees: audience.kind === "exec" && options.execSeesPeople ? `${SEES.exec}, and people by name` : SEES[audience.kind],
    people: audience.kind === "revops" || audience.kind === "exec" ? (audience.sdrs.length > 0 ? "all" : "none") : [...audience.sdrs, ...audience.aes].map(({name}) => name).join(", "), // prettier-ignore
  }));
}

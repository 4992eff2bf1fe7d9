/** One mail per person of an audience; whoever has left gets none. */
import {formatTime} from "../../src/components/base/format.js";
import {say} from "../../src/components/words/words.js";
import type {ComingMeeting} from "../contract/datasets.js";
import type {Person} from "../publish/ground.js";
import {countOwed, isAeNow, makeAeParts} from "./make-ae.js";
import {makeManagerParts} from "./make-manager.js";
import {isSdrNow, makeSdrParts} from "./make-sdr.js";
import type {Stock} from "./read.js";
import type {Audience, Digest} from "./types.js";

/** Whom a mail of this audience is for: people of the people export who are here, in order of name. */
export function listReaders(audience: Audience, stock: Stock): Person[] {
  const here = stock.ground.people.filter(({is_current, is_known}) => is_current && is_known);
  if (audience === "sdr") return here.filter((person) => isSdrNow(person, stock));
  if (audience === "ae") return here.filter((person) => isAeNow(person, stock));
  const managers = new Set(stock.ground.teams.flatMap(({team}) => stock.managers.get(team) ?? []));
  return here.filter(({person_id}) => managers.has(person_id));
}

export function makeDigest(audience: Audience, person: Person, stock: Stock): Digest {
  const {ground, desk, coming, contacts, managers} = stock;
  const {person_id, slug, name} = person;
  const teams = ground.teams.filter(({team}) => managers.get(team) === person_id);
  const parts = {
    sdr: () => makeSdrParts(person, stock),
    ae: () => makeAeParts(person, stock),
    manager: () => makeManagerParts(teams, stock),
  }[audience]();
  const meetings = {sdr: () => coming.ofSdr(person_id), ae: () => coming.ofAe(person_id), manager: () => teams.flatMap(({team}) => coming.ofTeam(team))}[audience](); // prettier-ignore
  const owed = audience === "ae" ? countOwed(stock.aeOf(person)) : {answers: 0, decisions: 0};
  const title = say(`digest_title_${audience}`, {teams: teams.map(({team_name}) => team_name).join(", ")});
  return {
    audience, person_id, slug, title, parts,
    email: contacts.get(person_id)?.email ?? null,
    company: ground.config.company,
    subject: `${title}: ${sayState(meetings, owed.answers + owed.decisions)}`,
    greeting: say("digest_greeting", {name}),
    footer: [say("digest_as_of", {when: formatTime(ground.asOf, {zone: desk.zone, year: true}), zone: desk.zone}), say("digest_why", {company: ground.config.company})],
  }; // prettier-ignore
}

function sayState(meetings: readonly ComingMeeting[], owed: number): string {
  const open = meetings.filter(({tasks}) => tasks.length > 0).length;
  const parts = [open > 0 ? say("digest_subject_coming", {n: open}) : "", owed > 0 ? say("digest_subject_owed", {n: owed}) : ""].filter(Boolean); // prettier-ignore
  return parts.join(", ") || say("digest_subject_quiet");
}

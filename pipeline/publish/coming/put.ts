/** `coming/…`: the coming meetings of each team, SDR and AE in a file of their own, so that whoever may see one sees no other. */
import type {ComingCompany, ComingData, ComingMeeting} from "../../contract/datasets.js";
import {groupBy, type Ground} from "../ground.js";
import type {Shelf} from "../write.js";
import {describeCalendar, needsSdr, writeAeCalendar, writeCalendar} from "./calendar.js";
import type {Coming} from "./read.js";
import {joinTasks} from "./tasks.js";

/** Stands for handoffs of no team; a slug holds no underscore. */
export const NO_TEAM = "_none";

/** Puts a document for everybody who has a page, also where nothing is coming: that is an answer too. */
export function putComing(shelf: Shelf, ground: Ground, coming: readonly Coming[]): void {
  const {teams, sdrs, aes} = ground;
  const slugOf = new Map(teams.map(({team, slug}) => [team, slug]));
  const head = (person: {slug: string; name: string; team: string | null; team_name: string | null}) => ({
    slug: person.slug,
    name: person.name,
    team_slug: (person.team !== null && slugOf.get(person.team)) || null,
    team_name: person.team_name,
  });
  const byTeam = groupBy(coming, ({team}) => team ?? "");
  const bySdr = groupBy(coming, ({sdr_id}) => sdr_id ?? "");
  const byAe = groupBy(coming, ({ae_id}) => ae_id ?? "");
  for (const {team, slug, team_name} of teams) {
    const names = {slug, name: team_name, team_slug: slug, team_name};
    shelf.putJson(`coming/team/${slug}.json`, makeComing(names, byTeam.get(team), false));
  }
  const teamless = byTeam.get("");
  if (teamless)
    shelf.putJson(
      `coming/team/${NO_TEAM}.json`,
      makeComing({slug: NO_TEAM, name: "", team_slug: null, team_name: null}, teamless, false),
    );
  for (const person of sdrs) {
    const own = bySdr.get(person.person_id);
    const todo = listMeetings(own).map(joinTasks).filter(needsSdr);
    shelf.putJson(`coming/sdr/${person.slug}.json`, makeComing(head(person), own, todo.length > 0));
    if (todo.length > 0)
      shelf.putBytes(`coming/sdr/${person.slug}.ics`, Buffer.from(writeCalendar(todo, describeCalendar(ground, person.name))));
  }
  for (const person of aes) {
    const own = byAe.get(person.person_id);
    const meetings = listMeetings(own).map(joinTasks);
    shelf.putJson(`coming/ae/${person.slug}.json`, makeComing(head(person), own, false));
    // The AE's own page leads to it: `has_calendar` is of the tasks an SDR has.
    const calendar = () => Buffer.from(writeAeCalendar(meetings, describeCalendar(ground, person.name)));
    if (meetings.length > 0) shelf.putBytes(`coming/ae/${person.slug}.ics`, calendar());
  }
  shelf.putJson("coming/company.json", makeCompany(ground, byTeam));
}

type Head = Pick<ComingData, "slug" | "name" | "team_slug" | "team_name">;

const listMeetings = (coming: readonly Coming[] = []): ComingMeeting[] => coming.flatMap(({meeting}) => meeting ?? []);

function makeComing(head: Head, coming: readonly Coming[] = [], has_calendar: boolean): ComingData {
  return {...head, meetings: listMeetings(coming), put_off: coming.flatMap(({putOff}) => putOff ?? []), has_calendar};
}

/** How many are coming and not ready, team by team: those that have any. */
function makeCompany({teams}: Pick<Ground, "teams">, byTeam: Map<string, Coming[]>): ComingCompany {
  const all = [...teams.map(({team, slug, team_name}) => ({team, slug, name: team_name})), {team: "", slug: NO_TEAM, name: ""}];
  return {
    teams: all.flatMap(({team, slug, name}) => {
      const meetings = listMeetings(byTeam.get(team));
      const open = meetings.filter(({tasks}) => tasks.length > 0);
      return meetings.length > 0
        ? [
            {
              slug,
              name,
              coming: meetings.length,
              not_ready: open.length,
              dues: open.map(findDue),
              next_at: open[0]?.meeting_at ?? null,
            },
          ]
        : [];
    }),
  };
}

/** When the first of a meeting's tasks is due. */
function findDue({tasks}: ComingMeeting): string | null {
  const dues = tasks.flatMap(({due_at}) => due_at ?? []).sort();
  return dues[0] ?? null;
}

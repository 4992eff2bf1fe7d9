import {expect, it} from "vitest";
import {openDatabase} from "../../pipeline/db.js";
import {areEnough, readOutside} from "../../pipeline/publish/outside.js";

it("a manager does not know those of other teams, but who has left and worked for no other", async () => {
  const db = await openDatabase();
  await db.run(`create schema marts;
    create table marts.handoffs as from (values ('moved', 'South'), ('moved', 'North'), ('left', 'South'), ('gone', 'South'), ('gone', null), ('other', 'North')) as handoffs (sdr_id, team)`);
  const people = [["own", "South", true], ["moved", "South", true], ["left", "South", false], ["gone", "South", false], ["other", "North", true]] as const; // prettier-ignore
  const isOutside = await readOutside(
    db,
    people.map(([person_id, team, is_current]) => ({person_id, team, is_current})),
  );
  db.close();
  const ids = people.map(([id]) => id);
  const outside = (team: string | null) => ids.filter((id) => isOutside({team}, id));
  expect(outside("South")).toEqual(["gone", "other"]);
  expect(outside("North")).toEqual(["own", "moved", "left", "gone"]);
  expect(outside(null)).toEqual(ids);
  // Of five colleagues two are outside: the manager of South would have the sum of these two.
  expect([areEnough(ids, {team: "South"}, isOutside, 5), areEnough(ids, {team: "South"}, isOutside, 2)]).toEqual([false, true]);
  expect([areEnough(ids.slice(0, 3), {team: "South"}, isOutside, 3), areEnough(ids.slice(0, 3), {team: "South"}, isOutside, 4)]).toEqual([true, false]); // prettier-ignore
});

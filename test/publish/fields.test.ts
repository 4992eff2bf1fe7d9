import {beforeAll, describe, expect, it} from "vitest";
import {parseConfig} from "../../pipeline/config.js";
import {openDatabase} from "../../pipeline/db.js";
import {readFields, type FieldBook} from "../../pipeline/publish/fields.js";
import type {Person} from "../../pipeline/publish/ground.js";

const person = (person_id: string, team: string | null) => ({person_id, team, slug: person_id, name: person_id}) as Person;

describe("what the others do with a field", () => {
  let book: FieldBook;
  let narrow: FieldBook;
  beforeAll(async () => {
    const db = await openDatabase();
    // Six SDRs of team North and two of South, a handoff each; only N1 and S1 leave the budget out.
    await db.run(`create schema marts;
      create table marts.brief_fields as
      select sdr_id as handoff_id, sdr_id, team, 'budget' as field, 'held' as outcome, if(sdr_id in ('N1', 'S1'), 'missing', 'filled') as state
      from (values ('N1', 'North'), ('N2', 'North'), ('N3', 'North'), ('N4', 'North'), ('N5', 'North'), ('N6', 'North'),
        ('S1', 'South'), ('S2', 'South')) as sdrs (sdr_id, team)
      union all select 'ahead', 'N2', 'North', 'budget', 'pending', 'missing'`);
    const config = parseConfig("brief: [{field: budget}]", "/test/baton.config.yaml");
    const inTeam = ({team}: Pick<Person, "team">, sdr: string) => team?.[0] !== sdr[0];
    book = await readFields({db, config, isOutside: inTeam});
    narrow = await readFields({db, config, isOutside: (reader, sdr) => inTeam(reader, sdr) && sdr > "N2"});
    db.close();
  });

  it("is summed over the team, the reader not counted", () => {
    expect(book.othersOf(person("N1", "North"))).toEqual({
      of: "team",
      people: 5,
      cells: [{field: "budget", filled: 5, not_disclosed: 0, missing: 0}],
    });
  });

  it("is the company's where fewer than five others stand behind the team's", () => {
    expect(book.othersOf(person("S2", "South"))).toEqual({
      of: "company",
      people: 7,
      cells: [{field: "budget", filled: 5, not_disclosed: 0, missing: 2}],
    });
  });

  it("is not shown where the manager, who knows the own people's, would have fewer than five others left", () => {
    expect(narrow.othersOf(person("S2", "South"))).toEqual({of: "company", people: 0, cells: []});
  });

  it("counts no handoff whose meeting lies ahead", () => {
    expect([book.handoffsOf("N2"), book.cellsOf("N2")]).toEqual([
      1,
      [{field: "budget", filled: 1, not_disclosed: 0, missing: 0}],
    ]);
  });
});

describe("a small company", () => {
  it("shows no sum over fewer than five others at all", async () => {
    const db = await openDatabase();
    await db.run(`create schema marts;
      create table marts.brief_fields as
      select 'h' || n as handoff_id, 'S' || n as sdr_id, 'One' as team, 'budget' as field, 'held' as outcome, 'filled' as state from range(5) as t(n)`);
    const config = parseConfig("brief: [{field: budget}]", "/test/baton.config.yaml");
    const book = await readFields({db, config, isOutside: () => false});
    expect(book.othersOf(person("S0", "One"))).toEqual({of: "company", people: 0, cells: []});
    db.close();
  });
});

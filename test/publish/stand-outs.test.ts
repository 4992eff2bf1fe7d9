import {describe, expect, it} from "vitest";
import {findStandOuts, type FieldCount} from "../../pipeline/publish/stand-outs.js";

const person = (name: string, tenure_days: number | null = 400) => ({person_id: name, slug: name, name, tenure_days});
const count = (sdr_id: string, filled: number, judged = 40, field = "limitations"): FieldCount => ({
  sdr_id,
  field,
  filled,
  judged,
});
const TEAM = ["ada", "bo", "cy", "di"].map((name) => person(name));
const find = (counts: FieldCount[], members = TEAM) =>
  findStandOuts(members, counts, 5).map(({slug, field}) => `${slug} ${field}`);

describe("what stands out in a team", () => {
  it("is a field that one SDR's briefs have clearly less often than those of the rest of the team, with its 90 % interval", () => {
    const [line, ...others] = findStandOuts(TEAM, [count("ada", 9), count("bo", 31), count("cy", 32), count("di", 33)], 5);
    expect(others).toEqual([]);
    expect(line).toMatchObject({slug: "ada", filled: 9, judged: 40, rest_filled: 96, rest_judged: 120});
    expect([line!.lower, line!.upper].map((share) => Math.round(share * 100))).toEqual([14, 35]);
  });

  it("is nothing that chance may have made, given how many pairs are looked at", () => {
    // Below the rest at 90 % were it the only pair; not when each of four SDRs has six fields that could have been it.
    const fields = ["a", "b", "c", "d", "e", "f"];
    const even = fields.flatMap((field) => TEAM.map(({slug}) => count(slug, 28, 40, field)));
    const low = even.map((row) => (row.sdr_id === "ada" && row.field === "a" ? {...row, filled: 22} : row));
    expect(find(low)).toEqual([]);
    expect(find([count("ada", 22), count("bo", 28)], TEAM.slice(0, 2))).toEqual(["ada limitations"]);
  });

  it("is one field for each, the gap times its briefs largest first, three at most", () => {
    const fields = ["a", "b"].flatMap((field) => [
      count("ada", field === "a" ? 5 : 1, 40, field),
      count("bo", 10, 100, field),
      count("cy", 2, 20, field),
      count("di", 1, 30, field),
      ...["x", "y", "z"].map((sdr) => count(sdr, 190, 200, field)),
    ]);
    expect(find(fields, [...TEAM, ...["x", "y", "z"].map((name) => person(name))])).toEqual(["bo a", "ada b", "di a"]);
  });

  it("is nothing of somebody who is new, nor of briefs too few to judge, nor of who is in another team", () => {
    expect(find([count("ada", 0), count("bo", 40)], [person("ada", 30), person("bo")])).toEqual([]);
    expect(find([count("ada", 0, 4), count("bo", 40)])).toEqual([]);
    expect(find([count("ada", 20), count("bo", 20), count("zoe", 4000, 4000)])).toEqual([]);
  });
});

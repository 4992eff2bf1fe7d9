import {describe, expect, it} from "vitest";
import {rankBehaviours} from "../../pipeline/coaching/rank.js";
import {RULES} from "../../pipeline/coaching/rules.js";
import {readComments, weighAssociation} from "../../pipeline/coaching/weights.js";
import {ranked} from "./given.js";

const others = {bo: [50, 60], cy: [52, 60], dee: [51, 60], eve: [49, 60], flo: [53, 60]} as const;
const of = (input: Parameters<typeof rankBehaviours>[0], sdr = "ada") => rankBehaviours(input).get(sdr)?.[0];

describe("a gap", () => {
  it("is to the upper quartile of the others of the team, of the shrunk share", () => {
    const found = of(ranked({...others, ada: [15, 60]}))!;
    expect(found).toMatchObject({eligible: 60, done: 15, quartile_of: "team", people: 5, stands_out: true});
    // Shrunk a little from 25 % towards the others, whose quartile lies near 87 %.
    expect(found.value).toBeGreaterThan(0.25);
    expect(found.value).toBeLessThan(0.33);
    expect(found.quartile).toBeCloseTo(0.87, 1);
    expect(found.gap).toBeCloseTo(found.quartile - found.value, 10);
    expect(found.lower).toBeLessThan(found.value);
  });
  it("of a few points does not stand out, and neither does one that rests on few cases", () => {
    expect(of(ranked({...others, ada: [47, 60]}))?.stands_out ?? false).toBe(false);
    expect(of(ranked({...others, ada: [5, 10]}))?.stands_out ?? false).toBe(false);
    expect(of(ranked({...others, ada: [0, 9]}))).toBeUndefined();
  });
  it("is held against the company where the team is too small or has just changed", () => {
    const teams = new Map([["ada", null], ...Object.keys(others).map((id) => [id, "North"] as const)]) as Map<
      string,
      string | null
    >;
    expect(of(ranked({...others, ada: [15, 60]}, {teams}))).toMatchObject({quartile_of: "company", people: 5});
    const apart = new Map([["ada", "South"], ...Object.keys(others).map((id) => [id, "North"] as const)]);
    expect(of(ranked({...others, ada: [15, 60]}, {teams: apart}))).toMatchObject({quartile_of: "company"});
  });
  it("is nothing without at least four people to compare with", () => {
    expect(of(ranked({bo: [50, 60], cy: [52, 60], dee: [51, 60], ada: [15, 60]}))).toBeUndefined();
  });
  it("allows for mix and tenure: who does as much as starters do lies behind nobody", () => {
    const input = ranked({...others, ada: [30, 60]});
    expect(of(input)!.stands_out).toBe(true);
    const asStarter = input.tallies.map((tally) =>
      tally.sdr_id === "ada" ? {...tally, expected: 30} : {...tally, expected: 51},
    );
    expect(of({...input, tallies: asStarter})?.stands_out ?? false).toBe(false);
  });
});

describe("a score", () => {
  const two = (more: object) => {
    const input = ranked({...others, ada: [15, 60]});
    const copy = input.tallies.map((tally) => ({...tally, behaviour: "timeline"}));
    const timeline = {behaviour: "timeline", themes: ["timeline"], weight: 1, is_partly_known: false};
    return rankBehaviours({
      ...input,
      behaviours: [...input.behaviours, timeline],
      tallies: [...input.tallies, ...copy],
      ...more,
    }).get("ada")!;
  };
  const commented = new Map([["ada", 10], ["bo", 20], ["cy", 20]]); // prettier-ignore
  const missed = [{sdr_id: "ada", theme: "timeline", comments: 8}, {sdr_id: "bo", theme: "timeline", comments: 2}]; // prettier-ignore
  it("is led by what AEs said was missing, before what goes with SQL", () => {
    const associations = [{behaviour: "budget", difference: 0.3, lower: 0.28, upper: 0.32}];
    expect(two({associations}).map(({behaviour}) => behaviour)).toEqual(["budget", "timeline"]);
    const found = two({associations, comments: missed, commented});
    expect(found.map(({behaviour}) => behaviour)).toEqual(["timeline", "budget"]);
    expect(found[0]).toMatchObject({comments: 8, commented: 10, others_share: 0.05});
  });
  it("counts for less where the behaviour can seldom be done, unless the exports only tell of it seldom", () => {
    const input = ranked({...others, ada: [15, 60]}, {handoffs: new Map([["ada", 120]])});
    const partly = {...input, behaviours: [{...input.behaviours[0]!, is_partly_known: true}]};
    expect(of(input)!.score).toBeCloseTo(of(partly)!.score / 2, 10);
  });
  it("gains at most the cap from an association, nothing from one that is uncertain or runs against it", () => {
    const weigh = (difference: number, half: number) => weighAssociation({behaviour: "budget", difference, lower: difference - half, upper: difference + half}, RULES); // prettier-ignore
    expect(weigh(0.5, 0.01)).toBe(1 + RULES.association.cap);
    expect(weigh(0.1, 0.001)).toBeCloseTo(1.2, 3);
    expect(weigh(0.1, 0.5)).toBeLessThan(1.03);
    expect([weigh(-0.2, 0.01), weighAssociation(undefined, RULES)]).toEqual([1, 1]);
  });
  it("takes no comment into account where nobody else has any, and shrinks a few", () => {
    const said = readComments(missed, commented, RULES);
    expect(said("ada", ["timeline"])).toMatchObject({isMore: true, comments: 8});
    expect(readComments([{sdr_id: "ada", theme: "timeline", comments: 1}], new Map([["ada", 1], ["bo", 30]]), RULES)("ada", ["timeline"])).toMatchObject({isMore: false}); // prettier-ignore
    expect(readComments(missed, new Map([["ada", 10]]), RULES)("ada", ["timeline"])).toMatchObject({
      factor: 1,
      others_share: null,
    });
  });
});

import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {chooseFocus} from "../../pipeline/coaching/focus.js";
import {listReviews} from "../../pipeline/coaching/replay.js";
import {RULES} from "../../pipeline/coaching/rules.js";
import {agreed, asked, candidate, repeat, SETTLED, TODAY, weeks} from "./given.js";

const budget = candidate("budget");
const champion = candidate("champion", {score: 0.4});

describe("the focus", () => {
  it("is what stands out most on the last review date, and what else does comes next", () => {
    expect(chooseFocus(asked([[budget, champion]]))).toMatchObject({
      focus: {behaviour: "budget", since: "2026-08-24", review_on: "2026-10-05", commitment: null},
      next: [{behaviour: "champion"}],
      reason: null,
    });
  });
  it("says one thing once: what AEs' words would not tell apart does not come second", () => {
    const cycle = candidate("budget_cycle", {themes: ["budget"], score: 0.3});
    expect(chooseFocus(asked([[budget, cycle, champion]])).next.map(({behaviour}) => behaviour)).toEqual(["champion"]);
  });
  it("is kept while it stands out, although something else has come to weigh more", () => {
    const later = [candidate("champion", {score: 0.9}), budget];
    expect(chooseFocus(asked([[budget], later, later]))).toMatchObject({focus: {behaviour: "budget", since: "2026-06-01"}});
  });
  it("is chosen anew on a review date on which it no longer stands out", () => {
    const faded = candidate("budget", {stands_out: false, sure: 0.3});
    expect(chooseFocus(asked([[budget], [champion, faded]]))).toMatchObject({
      focus: {behaviour: "champion", since: "2026-08-24"},
    });
  });
  it("ends once it moved: a signal on the own chart, and half the gap closed", () => {
    // Five of ten weeks' points before 13 July at a fifth, then all.
    const moved = weeks("2026-01-05", [...repeat(0.2, 27), ...repeat(1, 11)]);
    const found = chooseFocus(asked([[], [budget], [budget]], {weeksOf: () => moved}));
    expect(found).toMatchObject({focus: null, reason: "nothing_stands_out", moved: {behaviour: "budget", since: "2026-07-13"}});
  });
  it("goes on where the chart has a signal and most of the gap is still there", () => {
    const little = weeks("2026-01-05", [...repeat(0, 27), ...repeat(0.2, 11)]);
    expect(chooseFocus(asked([[], [budget], [budget]], {weeksOf: () => little}))).toMatchObject({focus: {behaviour: "budget"}});
  });
  it("is nothing where nothing stands out", () => {
    expect(chooseFocus(asked([[candidate("budget", {stands_out: false})]]))).toMatchObject({
      focus: null,
      reason: "nothing_stands_out",
    });
  });
  it("is the same for the same data, however often the review dates are gone through", () => {
    const input = asked([[budget], [champion, budget]]);
    expect(chooseFocus(input)).toEqual(chooseFocus(input));
  });
});

describe("a focus that nobody agreed on", () => {
  const level = weeks("2025-09-01", repeat(0.2, 56));
  const ask = (reviews: number, more: object = {}) =>
    chooseFocus(
      asked(
        Array.from({length: reviews}, () => [budget]),
        {weeksOf: () => level, ...more},
      ),
    ).focus?.is_unmoved;
  it("has not moved after three reviews without a gain, and not before", () => {
    expect([ask(4), ask(3)]).toEqual([true, false]);
  });
  it("is not said to stand still where too little is known, during reviews that fell into a leave, or once it is agreed on", () => {
    expect(ask(4, {weeksOf: () => []})).toBe(false);
    expect(ask(4, {situation: {...SETTLED, absences: [{from: "2026-07-01", to: "2026-07-20"}]}})).toBe(false);
    expect(ask(4, {commitments: [agreed("budget", "2026-09-07")]})).toBe(false);
  });
});

describe("what was agreed with the manager", () => {
  it("is the focus while it is open, whatever weighs more", () => {
    const found = chooseFocus(
      asked([[budget, champion]], {commitments: [agreed("champion", "2026-09-07", {review_on: "2026-10-19"})]}),
    );
    expect(found).toMatchObject({
      focus: {behaviour: "champion", since: "2026-09-07", review_on: "2026-10-19"},
      next: [{behaviour: "budget"}],
    });
  });
  it("is looked at again a review's weeks after the agreement where no day was named, whatever day it is", () => {
    const of = (today: string) =>
      chooseFocus({...asked([[budget]], {commitments: [agreed("champion", "2026-09-07")]}), today}).focus?.review_on;
    expect([of("2026-09-08"), of(TODAY)]).toEqual(["2026-10-19", "2026-10-19"]);
  });
  it("is the newest of several, and may be something that does not stand out or cannot be counted yet", () => {
    const commitments = [agreed("budget", "2026-05-04"), agreed("verbal_sync", "2026-09-07")];
    expect(chooseFocus(asked([[budget]], {commitments})).focus).toMatchObject({behaviour: "verbal_sync", candidate: null});
  });
  it("keeps a dismissed behaviour out until its review, or for half a year without one", () => {
    const dismissed = (more: object) =>
      asked([[budget, champion]], {commitments: [agreed("budget", "2026-08-03", {status: "dismissed", ...more})]});
    expect(chooseFocus(dismissed({review_on: "2026-11-02"})).focus).toMatchObject({behaviour: "champion"});
    expect(chooseFocus(dismissed({review_on: "2026-08-17"})).focus).toMatchObject({behaviour: "budget"});
    expect(chooseFocus(dismissed({})).focus).toMatchObject({behaviour: "champion"});
    expect(chooseFocus({...dismissed({}), today: "2027-03-01"}).focus).toMatchObject({behaviour: "champion"});
  });
  it("takes a focus away that the manager dismisses between two review dates", () => {
    const found = chooseFocus(
      asked([[budget, champion]], {commitments: [agreed("budget", "2026-09-14", {status: "dismissed"})]}),
    );
    expect(found).toMatchObject({focus: {behaviour: "champion"}, next: []});
  });
  it("that is done binds no longer", () => {
    expect(chooseFocus(asked([[budget]], {commitments: [agreed("champion", "2026-05-04", {status: "done"})]})).focus).toMatchObject({behaviour: "budget"}); // prettier-ignore
  });
});

describe("people in another situation", () => {
  const ask = (situation: object, candidates = [[budget]]) =>
    chooseFocus(asked(candidates, {situation: {...SETTLED, ...situation}}));
  it("a new SDR with three handoffs is shown the first week; one of long standing with as few has too few", () => {
    expect(ask({started_on: "2026-08-31", handoffs: 3}, [[]])).toMatchObject({focus: null, reason: "starter"});
    expect(ask({handoffs: 3}, [[]])).toMatchObject({focus: null, reason: "too_few"});
    expect(ask({started_on: null, handoffs: 3}, [[]])).toMatchObject({reason: "too_few"});
  });
  it("who has left, or passes no handoffs on any more, has none", () => {
    expect(ask({is_current: false})).toMatchObject({focus: null, reason: "left"});
    expect(ask({is_sdr: false})).toMatchObject({focus: null, reason: "other_role"});
  });
  it("who is away is not judged, and comes back to the focus of before", () => {
    const away = {absences: [{from: "2026-06-15", to: "2026-09-15"}]};
    const faded = [candidate("budget", {stands_out: false, sure: 0.2}), champion];
    expect(
      chooseFocus({...asked([[budget], [faded[0]!]], {situation: {...SETTLED, ...away}}), today: "2026-07-20"}),
    ).toMatchObject({focus: null, reason: "away"});
    expect(ask(away, [[budget], [budget], faded, faded])).toMatchObject({
      focus: {behaviour: "budget", since: "2026-04-20", is_since_before: true},
    });
  });
  it("whoever has nobody to be compared with is told so", () => {
    expect(ask({}, [[]])).toMatchObject({focus: null, reason: "no_colleagues"});
  });
});

describe("review dates", () => {
  it("are Mondays six weeks apart that no day of the build moves", () => {
    const days = listReviews(TODAY, RULES);
    expect(days).toEqual(["2026-03-09", "2026-04-20", "2026-06-01", "2026-07-13", "2026-08-24"]);
    expect(listReviews("2026-10-04", RULES)).toEqual(days);
    expect(listReviews("2026-10-05", RULES).at(-1)).toBe("2026-10-05");
  });
  it("always end on or before the day, within six weeks", () => {
    fc.assert(
      fc.property(fc.integer({min: 0, max: 4000}), (offset) => {
        const day = new Date(Date.UTC(2024, 0, 1) + offset * 86_400_000).toISOString().slice(0, 10);
        const last = listReviews(day, RULES).at(-1)!;
        const distance = (Date.parse(day) - Date.parse(last)) / 86_400_000;
        expect([new Date(last).getUTCDay(), distance >= 0, distance < 42]).toEqual([1, true, true]);
      }),
    );
  });
});

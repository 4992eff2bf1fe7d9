import {afterAll, beforeAll, expect, it} from "vitest";
import {describeReal, openReal, readLedger, readReal, type Real} from "./real-input.js";

const NAME = "survey_gforms_ratings";

/** `2024/03/04 3:18:36 pm EET` in UTC; the zone is two hours ahead, in summer time three. */
function utc(text: string): string {
  const [, y, m, d, h, min, s, half, zone] = /^(\d+)\/(\d+)\/(\d+) (\d+):(\d+):(\d+) ([ap])m (\w+)$/.exec(text)!;
  const ahead = {EET: 2, EEST: 3}[zone!]!;
  const time = Date.UTC(+y!, +m! - 1, +d!, (+h! % 12) + (half === "p" ? 12 : 0) - ahead, +min!, +s!);
  return new Date(time).toISOString().slice(0, 19).replace("T", " ");
}

describeReal(NAME, "answers to a Google form of another kind", () => {
  const answers = readReal(NAME, "responses.csv");
  const questions = ["mouse", "keyboard", "webcam", "headset", "speakers", "product"].map(
    (thing) => `How satisfied are you with your Logitech ${thing}?`,
  );
  let real: Real;

  beforeAll(async () => {
    real = await openReal(NAME);
  });
  afterAll(() => real.db.close());

  it("loads every answer", async () => {
    expect(await readLedger(real.db)).toEqual([`responses.csv feedback: ${answers.length} = ${answers.length} + 0 + 0 + 0`]);
  });

  it("reads the form's own way of writing time, zone name and all", async () => {
    const rows = await real.db.rows<{submitted: string}>(
      "select submitted_at::text as submitted from staging.stg_feedback order by submitted_at",
    );
    expect(rows.map(({submitted}) => submitted)).toEqual(answers.map((answer) => utc(answer.Timestamp!)).sort());
  });

  it("maps answers to their vocabulary and scores to numbers", async () => {
    const will = {Likely: "yes", Unlikely: "no", "It depends": "maybe"};
    const rows = await real.db.rows(
      "select feedback_id, showed_up, will_advance, quality_score from staging.stg_feedback order by feedback_id",
    );
    expect(rows).toEqual(
      answers
        .map((answer) => ({
          feedback_id: answer.Timestamp,
          showed_up: answer["Do you use any Logitech products?"]!.toLowerCase(),
          will_advance: will[answer["How likely are you to recommend Logitech products to others?"] as keyof typeof will] ?? null,
          quality_score: Number(questions.map((question) => answer[question]).find(Boolean) ?? NaN) || null,
        }))
        .sort((a, b) => (a.feedback_id! < b.feedback_id! ? -1 : 1)),
    );
  });

  it("holds answers that belong to no meeting apart, in no metric", async () => {
    const [found] = await real.db.rows<{n: number}>("select count(*) as n from marts.unmatched_feedback");
    expect(found!.n).toBe(answers.length);
    expect(real.metrics).toEqual([]);
  });
});

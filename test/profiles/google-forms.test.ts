import {expect, test} from "vitest";
import {counts, csv, failure, ingestFiles} from "../ingest/given-files.js";

const values = (rows: object[]) => rows.map((row) => Object.values(row) as unknown[]);

test("the feedback form: questions are found by their wording, answers become the vocabulary", async () => {
  const {db, report} = await ingestFiles({
    "responses.csv": csv(
      "Timestamp,Your email,Handoff ID,Did prospect show up?,Qualification accuracy?,Most valuable context?,What was missing?,What was most helpful?,Will this advance to opportunity?,Quality score (1-10)",
      '2026/03/04 3:18:36 pm EET,eve@example.com,h1,Yes,Fully qualified,"Pain points, Competitive intel",Budget,The champion,Maybe,8',
      "2026/03/05 9:00:00 am EET,eve@example.com,h2,Rescheduled,,,,,,",
    ),
  });
  expect(report.problems).toEqual([]);
  expect(
    values(
      await db.rows(
        "select submitted_at, handoff_id, ae_email, showed_up, qualification_accuracy, most_valuable_context, missing, helpful, will_advance, quality_score from raw.feedback order by _line",
      ),
    ),
  ).toEqual([
    [
      "2026-03-04 13:18:36",
      "h1",
      "eve@example.com",
      "yes",
      "full",
      "competitive_intel;pain_points",
      "Budget",
      "The champion",
      "maybe",
      "8",
    ],
    ["2026-03-05 07:00:00", "h2", "eve@example.com", "rescheduled", null, null, null, null, null, null],
  ]);
});

test("a question worded anew, or asked on several paths, has a column each time; a row's answer stands in one of them", async () => {
  const {db, report} = await ingestFiles({
    "responses.csv": csv(
      "Timestamp,Handoff ID,Did prospect show up?,Did the prospect attend the meeting?,Quality score,Quality score",
      "2026/03/04 3:18:36 PM GMT+1,h1,Yes,,8,",
      "2026/03/05 3:18:36 PM GMT+1,h2,,No,,3",
    ),
  });
  expect(report.problems).toEqual([]);
  expect(values(await db.rows("select submitted_at, showed_up, quality_score from raw.feedback order by _line"))).toEqual([
    ["2026-03-04 14:18:36", "yes", "8"],
    ["2026-03-05 14:18:36", "no", "3"],
  ]);
});

test("a question with several answers has columns without a name for the further ones", async () => {
  const {db} = await ingestFiles({
    "answers.csv": csv(
      "#,Handoff ID,Most valuable context?,,,Submit Date (UTC)",
      ",,Pain points,Timeline,Stakeholder map,",
      "a1,h1,Pain points,,Stakeholder map,2026-03-05 10:00:00",
    ),
  });
  expect(values(await db.rows("select most_valuable_context from raw.feedback"))).toEqual([["pain_points;stakeholder_map"]]);
});

test("without a handoff's id, AE, account and day of the meeting are the key", async () => {
  const {db, file, rejects} = await ingestFiles({
    "responses.csv": csv(
      "Timestamp,Email Address,Company name,Meeting date,Did the prospect show up?",
      "3/24/2026 15:18:36,eve@example.com,Acme,3/23/2026,No",
      "3/25/2026 15:18:36,eve@example.com,,,Yes",
    ),
  });
  expect(counts(file())).toEqual([2, 1, 0, 1, 0]);
  expect(values(await db.rows("select submitted_at, ae_email, account, meeting_on, showed_up from raw.feedback"))).toEqual([
    ["2026-03-24 15:18:36", "eve@example.com", "Acme", "2026-03-23", "no"],
  ]);
  expect(await rejects()).toEqual(["3 |  |  | row"]);
});

test("a reworded question is taken for its nearest known one, and the report says so", async () => {
  const {db, report} = await ingestFiles({
    "responses.csv": csv(
      "Timestamp,Handoff ID,Did the prospect show up?,What information was missing in the handoff?",
      "2026/03/04 15:18:36,h1,Yes,Budget",
    ),
  });
  expect(await db.rows("select missing from raw.feedback")).toEqual([{missing: "Budget"}]);
  expect(report.problems).toEqual([
    {
      where: "responses.csv",
      what: '"What information was missing in the handoff?" is taken for missing, because it asks nearly the same',
      hint: "confirm it under sources[0].columns",
    },
  ]);
});

/** Per question eight ways to ask it in English, three in German. */
const ASKED: Record<string, string[]> = {
  showed_up: [
    "Did prospect show up?", "Did the prospect show up", "Did they show up?", "Prospect showed up?", "Did the prospect attend?", "Was the meeting held?",
    "Did the meeting take place?", "Did the prospect join the call?", "Ist der Interessent erschienen?", "Hat das Meeting stattgefunden?", "Hat der Termin stattgefunden?",
  ],
  qualification_accuracy: [
    "Qualification accuracy?", "How accurate was the qualification?", "How well was the prospect qualified?", "Was the prospect qualified?", "Was the lead qualified?",
    "How qualified was the prospect?", "Accuracy of the qualification", "Lead qualification", "Wie gut war der Interessent qualifiziert?",
    "War der Interessent qualifiziert?", "Wie genau war die Qualifizierung?",
  ],
  most_valuable_context: [
    "Most valuable context?", "Which context was most valuable?", "What context was most valuable?", "What information was most valuable?", "Most useful context",
    "Which information helped most?", "Which part of the brief was most valuable?", "Which context was most helpful?", "Welcher Kontext war am wertvollsten?",
    "Wertvollster Kontext", "Welche Information war am wertvollsten?",
  ],
  missing: [
    "What was missing?", "What information was missing?", "What was missing from the brief?", "Anything missing?", "Missing information", "What did you miss?",
    "What else would you have liked to know?", "What was missing in the handoff?", "Was hat gefehlt?", "Welche Informationen haben gefehlt?", "Was fehlte?",
  ],
  will_advance: [
    "Will this advance to opportunity?", "Will this advance to an opportunity?", "Will it become an opportunity?", "Will this become an opportunity?",
    "Do you expect this to become an opportunity?", "Will this move forward?", "Will you create an opportunity?", "Will this convert to an opportunity?",
    "Wird daraus eine Opportunity?", "Wird es eine Opportunity?", "Geht es weiter?",
  ],
  quality_score: [
    "Quality score (1-10)", "Quality score", "Handoff quality score (1-10)", "Rate the handoff quality", "Rate the quality of this handoff", "Overall rating",
    "How would you rate this handoff?", "On a scale of 1 to 10, how good was the handoff?", "Qualität der Übergabe (1-10)", "Wie bewerten Sie die Übergabe?", "Bewertung (1-10)",
  ],
}; // prettier-ignore
const EXPECTED = {showed_up: "rescheduled", qualification_accuracy: "partial", most_valuable_context: "competitive_intel", missing: "Budget", will_advance: "maybe", quality_score: "7"}; // prettier-ignore
const ENGLISH = ["Rescheduled", "Partially qualified", "Competitive intel", "Budget", "Maybe", "7"];
const GERMAN = ["Verschoben", "Teilweise qualifiziert", "Wettbewerb", "Budget", "Vielleicht", "7"];

test("the six questions are known by their usual wordings, in German too, and none of them is a guess", async () => {
  const quote = (cells: string[]) => cells.map((cell) => `"${cell}"`).join(",");
  for (const [place] of ASKED["showed_up"]!.entries()) {
    const isGerman = place >= 8;
    const questions = Object.values(ASKED).map((wordings) => wordings[place]!);
    const {db, report} = await ingestFiles({
      "responses.csv": csv(
        quote([isGerman ? "Zeitstempel" : "Timestamp", "Handoff ID", ...questions]),
        quote(["2026/03/04 15:18:36", "h1", ...(isGerman ? GERMAN : ENGLISH)]),
      ),
    });
    expect(report.problems, questions.join(" | ")).toEqual([]);
    const columns = Object.keys(EXPECTED).join(", ");
    expect(await db.rows(`select ${columns} from raw.feedback`), questions.join(" | ")).toEqual([EXPECTED]);
    db.close();
  }
});

test("questions that many a form asks make none the feedback form", async () => {
  const other = csv("Timestamp,Rating,What went well?,Anything missing?", "2026/03/04 15:18:36,5,Food,Chairs");
  expect(await failure({"responses.csv": other})).toMatch(/^responses\.csv: /);
});

test("another form is not feedback", async () => {
  expect(
    await failure({
      "responses.csv": csv("Timestamp,How old are you?,How satisfied are you with your mouse?", "2026/03/04 15:18:36,30,4"),
    }),
  ).toContain("cannot tell what it holds");
});

import {describe, expect, test} from "vitest";
import {counts, csv, ingestFiles} from "./given-files.js";

const HEAD = "meeting_id,sdr_id,meeting_at,brief_text";
const row = (id: string, note: string) => `${id},s1,2026-03-0${id}T10:00:00Z,"${note.replaceAll('"', '""')}"`;

describe("briefs that are one note", () => {
  test("become the columns of the brief, with what was left over and how sure it is", async () => {
    const {db, file} = await ingestFiles({
      "handoffs.csv": csv(HEAD, row("1", "Budget: 40k\nChampion: Ana Reis, CFO\nCompany: Acme\n\nCheers\nTom"), row("2", "")),
    });
    expect(counts(file())).toEqual([2, 2, 0, 0, 0]);
    expect(
      await db.rows(
        "select _line, budget, champion, brief_company, timeline, brief_unplaced, brief_certainty::double as sure, brief_from_note from raw.handoffs order by _line",
      ),
    ).toEqual([
      {_line: 2, budget: "40k", champion: "Ana Reis, CFO", brief_company: "Acme", timeline: null, brief_unplaced: "Cheers\nTom", sure: 0.714, brief_from_note: "budget;champion;brief_company"},
      {_line: 8, budget: null, champion: null, brief_company: null, timeline: null, brief_unplaced: null, sure: null, brief_from_note: null},
    ]); // prettier-ignore
  });

  test("supply the fields whose heading stands in a note of the file, and no others", async () => {
    const {file} = await ingestFiles({"handoffs.csv": csv(HEAD, row("1", "Budget:\nChampion: Ana Reis"), row("2", "hello"))});
    expect(file().columns).toEqual([
      "meeting_id", "sdr_id", "meeting_at", "brief_text", "budget", "champion", "brief_unplaced", "brief_certainty", "brief_from_note",
    ]); // prettier-ignore
  });

  test("supply them in every export with notes, since what another note leaves out was taken away or not there yet", async () => {
    const {db} = await ingestFiles({
      "1_2026-03-01.csv": csv(HEAD, row("1", "Budget: 40k\nTimeline: Q3"), row("2", "Champion: Ana Reis")),
      "2_2026-03-02.csv": csv(HEAD, row("1", "Timeline: Q4")),
      "3_2026-03-03.csv": csv(HEAD, row("2", "")),
      "4_2026-03-04.csv": csv("meeting_id,sdr_id,meeting_at,meeting_status", "1,s1,2026-03-01T10:00:00Z,held"),
    });
    expect(
      await db.rows(
        "select column_name, string_agg(file_id::text, '' order by file_id) as files from raw.file_columns where column_name in ('budget', 'champion', 'timeline', 'brief_from_note') group by column_name order by column_name",
      ),
    ).toEqual(["brief_from_note", "budget", "champion", "timeline"].map((column_name) => ({column_name, files: "123"})));
  });

  test("come second where the file has a column of its own", async () => {
    const {db} = await ingestFiles({
      "handoffs.csv": csv(
        `${HEAD},budget`,
        `${row("1", "Budget: 40k\nTimeline: Q3")},50k`,
        `${row("2", "Budget: 40k")},`,
        `${row("3", "Timeline: Q3")},60k`,
      ),
    });
    expect(await db.rows("select budget, timeline, brief_from_note from raw.handoffs order by _line")).toEqual([
      {budget: "50k", timeline: "Q3", brief_from_note: "timeline"},
      {budget: "40k", timeline: null, brief_from_note: "budget"},
      {budget: "60k", timeline: "Q3", brief_from_note: "timeline"},
    ]);
  });

  test("are known by the configuration's own headings", async () => {
    const {db} = await ingestFiles(
      {"handoffs.csv": csv(HEAD, row("1", "Kohle: 40k"))},
      "sources: [{files: handoffs.csv}]\nbrief: [{field: budget, headings: [Kohle]}]",
    );
    expect(await db.rows("select budget from raw.handoffs")).toEqual([{budget: "40k"}]);
  });

  test("give a number where the column takes one, and are left over where they have none", async () => {
    const {db, report} = await ingestFiles({
      "handoffs.csv": csv(HEAD, row("1", "Committee size: about 6 people"), row("2", "Committee size: many")),
    });
    expect(await db.rows("select committee_size, brief_unplaced from raw.handoffs order by _line")).toEqual([
      {committee_size: "6", brief_unplaced: null},
      {committee_size: null, brief_unplaced: "many"},
    ]);
    expect(report.rejects).toEqual([]);
  });

  test("of HTML, 200 KB of it, of 10,000 lines, with emoji and scripts, are read; what is no text never becomes any", async () => {
    const html = `<p><b>Budget:</b> 40k</p><script>alert("Timeline: now")</script>${"<p>filler &amp; more</p>".repeat(9000)}`;
    const lines = `Timeline: Q3 🎉\n\n${"line of text\n".repeat(10_000)}`;
    const {db, file} = await ingestFiles({"handoffs.csv": csv(HEAD, row("1", html), row("2", lines), row("3", "Budget: שלום"))});
    expect(counts(file())).toEqual([3, 3, 0, 0, 0]);
    expect(
      await db.rows(
        "select left(budget, 8) as budget, contains(budget, 'alert') as script, timeline, length(brief_unplaced) as rest from raw.handoffs order by _line",
      ),
    ).toEqual([
      {budget: "40k", script: false, timeline: null, rest: 13 * 9000 + 2 * 8999},
      {budget: null, script: null, timeline: "Q3 🎉", rest: 129_999},
      {budget: "שלום", script: false, timeline: null, rest: null},
    ]);
  });

  test("of rows that are none of the entity are not read", async () => {
    const {db} = await ingestFiles(
      {"handoffs.csv": csv(`${HEAD},kind`, `${row("1", "Budget: 40k")},x`, `${row("2", "Timeline: Q3")},y`)},
      "sources: [{files: handoffs.csv, entity: handoffs, where: kind = 'x'}]",
    );
    expect(await db.rows("select column_name from raw.file_columns where column_name in ('budget', 'timeline')")).toEqual([
      {column_name: "budget"},
    ]);
    expect(await db.rows("select effect, line from raw.rejects")).toEqual([{effect: "set_aside", line: 3}]);
  });

  test("have the note's history as the history of the fields that the note fills", async () => {
    const change = (at: string, old_value: string, new_value: string) =>
      `handoffs,1,brief_text,2026-03-0${at}T08:00:00Z,"${old_value}","${new_value}"`;
    const {db} = await ingestFiles({
      "handoffs.csv": csv(`${HEAD},timeline`, `${row("1", "Budget: 50k\nTimeline: Q4")},Q3`),
      "field_changes.csv": csv(
        "entity,record_id,field,changed_at,old_value,new_value",
        change("1", "", "Budget: 40k\nTimeline: Q2"),
        change("2", "Budget: 40k", "Budget: 50k"),
      ),
    });
    expect(
      await db.rows(
        "select field, old_value, new_value from raw.field_changes where field in ('budget', 'timeline') order by changed_at, field",
      ),
    ).toEqual([
      {field: "budget", old_value: null, new_value: "40k"},
      {field: "budget", old_value: "40k", new_value: "50k"},
    ]);
  });
});

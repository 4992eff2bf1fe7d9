import {runInNewContext} from "node:vm";
import Papa from "papaparse";
import {describe, expect, test} from "vitest";
import {parseConfig} from "../../pipeline/config.js";
import {writeGoogleForm} from "../../pipeline/form/google.js";
import {fillFormLink} from "./fill-link.js";
import {runModels} from "../../pipeline/run/run.js";
import {writeSettings} from "../../pipeline/run/settings.js";
import {csv, ingestFiles} from "../ingest/given-files.js";

interface Item {
  kind: string;
  title?: string;
  choices?: string[];
  bounds?: [number, number];
  ends?: [string, string];
  help?: string;
  required?: boolean;
}

/** Runs the script as Apps Script would, with a FormApp that writes down what it is asked for. */
function runScript(script: string): {items: Item[]; log: string[]; prefilled: [string, string][]} {
  const items: Item[] = [];
  const log: string[] = [];
  const prefilled: [string, string][] = [];
  const add = (kind: string) => () => {
    const item: Item = {kind};
    items.push(item);
    const chain = {
      setTitle: (title: string) => ((item.title = title), chain),
      setHelpText: (help: string) => ((item.help = help), chain),
      setLabels: (lower: string, upper: string) => ((item.ends = [lower, upper]), chain),
      setChoiceValues: (choices: string[]) => ((item.choices = [...choices]), chain),
      setBounds: (from: number, to: number) => ((item.bounds = [from, to]), chain),
      setRequired: (required: boolean) => ((item.required = required), chain),
      createResponse: (value: string) => ({title: item.title!, value}),
    };
    return chain;
  };
  const form = {
    setDescription: () => form,
    addMultipleChoiceItem: add("choice"),
    addCheckboxItem: add("choices"),
    addParagraphTextItem: add("text"),
    addScaleItem: add("scale"),
    addTextItem: add("line"),
    createResponse: () => ({
      withItemResponse: ({title, value}: {title: string; value: string}) => void prefilled.push([title, value]),
      toPrefilledUrl: () =>
        `https://docs.google.com/forms/d/e/abc/viewform?usp=pp_url&${prefilled.map(([, value], index) => `entry.${index + 111}=${encodeURIComponent(value)}`).join("&")}`,
    }),
    getEditUrl: () => "https://docs.google.com/forms/d/abc/edit",
    getPublishedUrl: () => "https://docs.google.com/forms/d/e/abc/viewform",
  };
  const sandbox = {FormApp: {create: () => form}, Logger: {log: (text: string) => log.push(text)}};
  runInNewContext(`${script}\ncreateFeedbackForm();`, sandbox);
  return {items, log, prefilled};
}

describe("the script for Google Forms", () => {
  const {items, log, prefilled} = runScript(writeGoogleForm());

  test("tells which meeting it is about, asks the six questions with their answers, then handoff and AE; what is known comes filled in", () => {
    expect(items).toEqual([
      {kind: "line", title: "Company", help: "Filled in for you: the meeting that this is about."},
      {kind: "line", title: "Meeting date", help: "Filled in for you: the meeting that this is about."},
      {kind: "choice", title: "Did prospect show up?", choices: ["Yes", "No", "Rescheduled"], required: true},
      {
        kind: "choice",
        title: "Qualification accuracy?",
        choices: ["Fully qualified", "Partially qualified", "Not qualified"],
      },
      {
        kind: "choices",
        title: "Most valuable context?",
        choices: ["Pain points", "Stakeholder map", "Timeline", "Competitive intel"],
      },
      {kind: "text", title: "What was missing?"},
      {kind: "choice", title: "Will this advance to opportunity?", choices: ["Yes", "No", "Maybe"]},
      {kind: "scale", title: "Quality score (1-10)", bounds: [1, 10], ends: ["of no use to me", "nothing was missing"]},
      {kind: "line", title: "Handoff ID", required: true, help: "Filled in for you; please leave it as it is."},
      {kind: "line", title: "AE ID", required: true, help: "Filled in for you; please leave it as it is."},
    ]);
    expect(prefilled).toEqual([
      ["Company", "{account}"],
      ["Meeting date", "{meeting_date}"],
      ["Handoff ID", "{handoff_id}"],
      ["AE ID", "{ae_id}"],
    ]);
  });

  test("logs where to edit and answer it, and a template that the configuration takes and links are made of", async () => {
    expect(log.slice(0, 2)).toEqual([
      "Edit the form: https://docs.google.com/forms/d/abc/edit",
      "Answer the form: https://docs.google.com/forms/d/e/abc/viewform",
    ]);
    const yaml = log[2]!.split("\n").slice(1).join("\n");
    const {feedback} = parseConfig(yaml, "/test/baton.config.yaml");
    expect(
      await fillFormLink(feedback.form_url, {account: "Acme & Co", meeting_date: "2026-03-03", handoff_id: "h 1", ae_id: "p7"}),
    ).toBe(
      "https://docs.google.com/forms/d/e/abc/viewform?usp=pp_url&entry.111=Acme%20%26%20Co&entry.112=2026-03-03&entry.113=h%201&entry.114=p7",
    );
  });

  test("makes answers that are recognised and joined to their handoff", async () => {
    const answers = [
      "Acme",
      "2026-03-03",
      "Yes",
      "Partially qualified",
      "Pain points, Timeline",
      "The budget",
      "Maybe",
      "7",
      "h1",
      "p7",
    ];
    const line = (cells: readonly string[]) => Papa.unparse([cells as string[]]);
    const {db, report} = await ingestFiles({
      "handoffs.csv": csv("handoff_id,sdr_id,ae_id,meeting_at,meeting_status", "h1,p1,p7,2026-03-03T10:00:00Z,scheduled"),
      "responses.csv": csv(
        line(["Timestamp", ...items.map(({title}) => title!)]),
        line(["2026/03/04 3:18:36 pm UTC", ...answers]),
      ),
    });
    expect(report.files.map(({entity, profile}) => [entity, profile])).toContainEqual(["feedback", "google-forms"]);
    expect(report.problems).toEqual([]);
    await writeSettings(db, parseConfig("brief: [{field: next_steps}]", "/test/baton.config.yaml"));
    await runModels(db);
    expect(
      await db.rows(
        "select handoff_id, outcome, qualification_accuracy, most_valuable_context, missing, will_advance, quality_score from marts.handoffs",
      ),
    ).toEqual([
      {
        handoff_id: "h1",
        outcome: "held",
        qualification_accuracy: "partial",
        most_valuable_context: ["pain_points", "timeline"],
        missing: "The budget",
        will_advance: "maybe",
        quality_score: 7,
      },
    ]);
    expect(await db.rows("select ae_id, account, meeting_on::text as meeting_on from staging.stg_feedback")).toEqual([
      {ae_id: "p7", account: "Acme", meeting_on: "2026-03-03"},
    ]);
  });
});

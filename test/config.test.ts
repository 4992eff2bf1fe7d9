import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, it, onTestFinished} from "vitest";
import {describeSchema} from "../pipeline/config-schema.js";
import {parseConfig, readConfig} from "../pipeline/config.js";
import {UserError} from "../pipeline/errors.js";
import {readInstant} from "../pipeline/instant.js";

const parse = (text: string) => parseConfig(text, "/company/baton.config.yaml", "baton.config.yaml");
const messageOf = (text: string): string => {
  try {
    parse(text);
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).exitCode).toBe(2);
    return (error as Error).message;
  }
  throw new Error("was accepted");
};

describe("the configuration", () => {
  it("may be empty: every setting has the default of the metric definitions", () => {
    const config = parse("");
    expect(config).toMatchObject({
      timezone: "UTC",
      min_n: 5,
      targets_confirmed: false,
      reschedule_window_days: 14,
      late_cancel_hours: 24,
      feedback_due_business_days: 2,
      status: {exceeds_factor: 1.025, change_share: 0.02},
      sources: [],
      folder: "/company",
    });
    expect(config.brief.filter((field) => field.required)).toHaveLength(15);
  });

  it("may be JSON", () => {
    expect(parse('{"company": "Example Ltd", "sources": [{"files": ["a.csv"]}]}').company).toBe("Example Ltd");
  });

  it("is told when the file is empty, or holds nothing but remarks: nobody means that", () => {
    const folder = mkdtempSync(join(tmpdir(), "baton-config-"));
    onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
    const path = join(folder, "baton.config.yaml");
    for (const text of ["", "\n# company: Tiny Ltd\r\n", "---\n"]) {
      writeFileSync(path, text);
      expect(() => readConfig(path)).toThrow(/baton\.config\.yaml: is empty\n +→ write one/);
    }
  });

  it("names a language: what it takes from the contract is said in it, what it says itself stays", () => {
    const {brief, qualification} = parse("language: de\nbrief: [{field: timeline}, {field: champion, label: Sponsor}]");
    parse(""); // English is spoken again
    expect(brief.map(({label, ask}) => [label, ask])).toEqual([
      ["Zeitplan", "Bis wann soll das entschieden sein, und was geschieht, wenn es später wird?"],
      ["Sponsor", "Wer treibt das intern voran, wenn wir nicht dabei sind?"],
    ]);
    expect(brief[0]!.headings).toContain("Timeline");
    expect(qualification[0]).toMatchObject({label: "250 bis 2.500 Beschäftigte", rule: "employees between 250 and 2500"});
    expect(messageOf("language: fr")).toMatch(/language +"fr" is not one of: en, de/);
  });

  it("takes one file pattern or several", () => {
    expect(parse("sources: [{files: a.csv}, {files: [b.csv, c/*.csv]}]").sources.map((source) => source.files)).toEqual([
      ["a.csv"],
      ["b.csv", "c/*.csv"],
    ]);
  });

  it("takes no target that a metric cannot reach, such as a rate in per cent", () => {
    expect(messageOf("targets: {show_rate: 75, handoff_quality_score: 8, time_to_accept_hours: 75}")).toMatch(
      /1 mistake\n +targets\.show_rate +75 is no target for show_rate: it lies between 0 and 1$/,
    );
  });

  it("reports every mistake at once, with its path, what was found and the valid choices", () => {
    const message = messageOf(`
timezone: Europe/Berln
min_n: none
targets: {show_rte: 0.8}
sources:
  - files: deals.csv
    profile: salesforc
    entitty: handoffs
holidays: ["2026-13-45x"]
`);
    expect(message).toMatch(/^baton\.config\.yaml: 6 mistakes/);
    expect(message).toMatch(/timezone +"Europe\/Berln" is no time zone/);
    expect(message).toMatch(/min_n +"none" is no number/);
    expect(message).toMatch(/targets\.show_rte .*\n.*did you mean show_rate\?/);
    expect(message).toMatch(/sources\[0\]\.profile +"salesforc" is not one of: canonical, salesforce/);
    expect(message).toMatch(/sources\[0\]\.entitty +is no setting\n.*did you mean entity\?/);
    expect(message).toMatch(/holidays\[0\] .*YYYY-MM-DD/);
  });

  it("names the canonical columns that a source maps and that are none", () => {
    const message = messageOf(
      "sources: [{files: a.csv, entity: feedback, columns: {quality_scor: Rating, account_id: Account}, sql: {mising: x}}]",
    );
    expect(message).toMatch(/sources\[0\]\.columns\.quality_scor +is no column of feedback; did you mean quality_score\?/);
    expect(message).toMatch(/sources\[0\]\.columns\.account_id +is no column of feedback/);
    expect(message).toMatch(/sources\[0\]\.sql\.mising +is no column of feedback; did you mean missing\?/);
  });

  it("refuses days that no calendar has, a working day that ends before it begins, and a source without files", () => {
    const message = messageOf(
      'holidays: ["2026-02-30"]\nbusiness_hours: {start: "18:00", end: "09:00"}\nsources: [{entity: leads}]',
    );
    expect(message).toMatch(/holidays\[0\] +"2026-02-30" is no day of the calendar/);
    expect(message).toMatch(/business_hours .*start must come before end/);
    expect(message).toMatch(/sources\[0\]\.files +is required/);
  });

  it("refuses a form address that leads nowhere, elsewhere, or asks for what nothing fills", () => {
    const form = (url: string) => messageOf(JSON.stringify({feedback: {form_url: url}}));
    expect(form("javascript:alert(1)")).toMatch(/feedback\.form_url +"javascript:alert\(1\)" is no web address/);
    expect(form("forms/{handoff_id}")).toContain("is no web address; use one that begins with https://");
    expect(form("https://{account}.example.com/form")).toContain("not in the host");
    expect(form("https://forms.example.com/?entry.1={handof_id}")).toMatch(
      /\{handof_id\} is no placeholder; did you mean \{handoff_id\}\?; known are \{handoff_id\}, \{meeting_id\}/,
    );
    const url = "https://forms.example.com/f?entry.1={handoff_id}#ae={ae_id}";
    expect(parse(JSON.stringify({feedback: {form_url: url}})).feedback.form_url).toBe(url);
  });

  it("refuses a routing rule without AEs, one whose sizes are no range, and a bulk of one", () => {
    const message = messageOf(
      "routing: [{territory: A, aes: []}, {territory: B, aes: [p1], min_employees: 9, max_employees: 1}]\nbulk_acceptance: {handoffs: 1}",
    );
    expect(message).toMatch(/3 mistakes/);
    expect(message).toMatch(/routing\[0\]\.aes/);
    expect(message).toMatch(/routing\[1\] .*min_employees must not be above max_employees/);
    expect(message).toMatch(/bulk_acceptance\.handoffs/);
  });

  it("reads times without a zone in the configured one", () => {
    expect(readInstant("2026-10-01T06:00", "Europe/Berlin")).toBe("2026-10-01 04:00:00");
    expect(readInstant("2026-10-25 02:30", "Europe/Berlin")).toMatch(/^2026-10-25 0[01]:30:00$/);
    expect(readInstant("2026-12-01T06:00:00-05:00", "Europe/Berlin")).toBe("2026-12-01 11:00:00");
    expect(readInstant("2026-07-01", "America/New_York")).toBe("2026-07-01 04:00:00");
    expect(readInstant("2026-02-31", "UTC")).toBeUndefined();
    expect(readInstant("soon", "UTC")).toBeUndefined();
  });

  it("refuses to map a spelling to what its column cannot hold", () => {
    const source = (values: string) => `sources:\n  - {files: a.csv, entity: handoffs, values: ${values}}\n`;
    expect(messageOf(source("{meeting_status: {Ja: hold}, active_evaluation: {Ja: yes}}"))).toMatch(
      /meeting_status\.Ja +"hold" is none of scheduled, held, .*did you mean held\?\n.*active_evaluation\.Ja +"yes" is none of true, false/,
    );
    expect(parse(source("{meeting_status: {Ja: held}, active_evaluation: {Ja: true}, source: {Web: any}}")).sources).toHaveLength(
      1,
    );
  });

  it("refuses a way to write dates that no reader knows, and takes formats", () => {
    const source = (dates: string) => `sources:\n  - {files: a.csv, dates: ${JSON.stringify(dates)}}\n`;
    for (const dates of ["dd.mm.yyyy", "%Q", "%d.%m.%Y %", "%-b"])
      expect(messageOf(source(dates)), dates).toContain(`sources[0].dates  "${dates}" is no way to write dates; use day-first`);
    for (const dates of ["iso", "%d.%m.%Y %H:%M", "%-d %b '%y at %I:%M %p"])
      expect(parse(source(dates)).sources[0]!.dates).toBe(dates);
  });

  it("says in which line the YAML breaks", () => {
    expect(messageOf("company: [unclosed\nperiod: month\n")).toMatch(
      /not valid YAML\n +line 1, column 10 +company: \[unclosed: the bracket \[ opens and never closes\n +→ close it with \]/,
    );
  });

  it("tells every slip of YAML in words of its own: what stands there, and what to do", () => {
    const message = messageOf(`company: Tiny: Ltd
\tmin_n: 5
sources:
  - {files: *.csv}
  - {files: @x}
timezone: UTC
timezone: UTC
teams:
  - team: "North
`);
    expect(message).toMatch(/line 1, column 10 +company: Tiny: Ltd: a second colon stands in the value\n.*quotation marks/);
    expect(message).toMatch(/line 2, column 1 +min_n: 5: a tab indents the line\n.*blanks/);
    expect(message).toMatch(/line 4, column 13 .*\*\.csv is none\n +→ put it in quotation marks: "\*\.csv"/);
    expect(message).toMatch(/line 5, column 13 .*a value cannot begin with @/);
    expect(message).toMatch(/line 7, column 1 +timezone: UTC: this setting stands here a second time/);
    expect(message).toMatch(/line 9, column 11 .*the quotation mark " opens and never closes/);
    expect(message).not.toMatch(/scalar|flow|mapping|token|alias/i);
  });

  it("goes on past a setting that stands twice: the rest is looked through, too", () => {
    const message = messageOf("company: A\ncompany: B\nmin_n: none\nstages: {sql: {column: sql_on}}\n");
    expect(message).toMatch(/^baton\.config\.yaml: 3 mistakes/);
    expect(message).toMatch(/line 2, column 1 /);
    expect(message).toMatch(/min_n +"none"/);
    expect(message).toMatch(/stages\.sql\.column +handoffs has no time column "sql_on"; did you mean sql_at\?/);
  });

  it("hides no mistake behind another: one of shape in a section leaves what the others mean to be told", () => {
    const message = messageOf(`
company: 5
brief: [{field: budget}, {field: champoin}, {field: budget}]
brief_variants: [{variant: own, required: [budgt]}]
sources: [{files: a.csv, entitty: handoffs, columns: {budgt: Budget}}, {entity: leads}]
qualification: [{criterion: 5}, {criterion: employes}]
themes: [{theme: 5, words: [x]}, {theme: budget, words: [x], fields: [champion]}]
teams: [{nme: x}, {team: North, members: [p1]}, {team: South, members: [p1]}, {team: North}]
exchange_rates: {USD: 1.2, EUR: 1.1, EUX: 2}
stage_order: [booked, held, held]
`);
    for (const line of [
      /company +5 is no text/,
      /sources\[0\]\.entitty +is no setting/,
      /sources\[0\]\.columns\.budgt +is no column of any entity; did you mean budget\?/,
      /sources\[1\]\.files +is required/,
      /qualification\[0\]\.criterion +5 is no text/,
      /qualification\[1\]\.rule +is missing: "employes"/,
      /themes\[0\]\.theme +5 is no text/,
      /themes\[1\]\.fields +the brief has no field "champion"; did you mean champoin\?/,
      /teams\[0\]\.team +is required: a text/,
      /teams\[0\]\.nme +is no setting/,
      /brief\[1\] +handoffs has no column "champoin"; did you mean champion\?/,
      /brief\[2\]\.field +"budget" stands in the brief twice/,
      /brief_variants\[0\] +the brief has no field "budgt"; did you mean budget\?/,
      /teams\[2\]\.members\[0\] +"p1" is a member of North already/,
      /teams\[3\]\.team +"North" is listed twice/,
      /exchange_rates\.USD +is the company's own currency/,
      /exchange_rates\.EUX +"EUX" cannot stand here\n.*no currency of ISO 4217/,
      /stage_order\[2\] +"held" stands in the order twice/,
    ])
      expect(message).toMatch(line);
    expect(message).toMatch(/^baton\.config\.yaml: 18 mistakes/);
  });

  it("says of every kind of value what is wrong with it, and never in the words of a library", () => {
    const message = messageOf(`
company:
targets_confirmed: yes
min_n: 2.5
holidays: 2026-01-01
links: {account: "https://crm.example.com/a", handoff: "https://crm.example.com/{ids}"}
publish: {site_url: foo, min_people: 1}
stages: {sql: {stge: Discovery}, opportunity: {}}
refresh: {keep_builds: 0, webhook: {}, before: [{cmd: x}]}
engine: oracle
database: ""
sources: [{files: []}]
guard: []
`);
    expect(message).toMatch(/company +is empty: give a text, or leave the line out/);
    expect(message).toMatch(/targets_confirmed +"yes" is neither true nor false/);
    expect(message).toMatch(/holidays +"2026-01-01" is no list/);
    expect(message).toMatch(/links\.account .*it has no \{id\} in it/);
    expect(message).toMatch(/links\.handoff .*\{ids\} is no placeholder; the record's id is \{id\}/);
    expect(message).toMatch(/publish\.min_people +1 is too small: at least 2/);
    expect(message).toMatch(/stages\.sql\.stge +is no setting\n.*did you mean stage\?/);
    expect(message).toMatch(/stages\.opportunity +says nothing: name one of column, stage, feedback/);
    expect(message).toMatch(/refresh\.before\[0\]\.cmd +is no setting\n.*one of: run, timeout_minutes/);
    expect(message).toMatch(/guard +\[\] is no group of settings/);
    expect(message).not.toMatch(/expected|invalid|too small: expected|received|undefined/i);
  });

  it("fills a brief entry up from the default template", () => {
    const [pain, custom] = parse(
      "brief: [{field: pain_primary, weight: 3}, {field: security_review, column: limitations, label: Security review, required: true}]",
    ).brief;
    expect(pain).toMatchObject({label: "Primary pain", section: "qualification", required: true, weight: 3, narrative: true});
    expect(custom).toMatchObject({
      entity: "handoffs",
      column: "limitations",
      label: "Security review",
      required: true,
      min_words: 1,
    });
  });

  it("fills a criterion up from the default checklist; a rule of one's own brings no words of the default one", () => {
    const {qualification, readiness} = parse(
      "qualification: [{criterion: pain}, {criterion: employees, rule: employees > 10}, {criterion: pilot, rule: has_budget, label: Pilot, letter: B}]",
    );
    expect(qualification).toMatchObject([
      {criterion: "pain", label: "Specific pain named", group: "Need", letter: "N", rule: "has_pain_primary"},
      {criterion: "employees", label: "employees", group: "Company fit", rule: "employees > 10"},
      {criterion: "pilot", label: "Pilot", group: "Other", letter: "B"},
    ]);
    expect(readiness).toHaveLength(7);
  });

  it("refuses a criterion without a rule that is no default one, and one that stands twice", () => {
    const message = messageOf("qualification: [{criterion: employes}, {criterion: pain}, {criterion: pain}]");
    expect(message).toMatch(/qualification\[0\]\.rule +is missing: "employes" is none of .*did you mean employees\?/);
    expect(message).toMatch(/qualification\[2\]\.criterion +"pain" stands in the list twice/);
  });

  it("takes words for a theme and themes of one's own, and refuses others with what is wrong", () => {
    const own = {theme: "hosting", label: "Hosting", words: ["eu hosting", "rechenzentr*"]};
    expect(parse(`themes: ${JSON.stringify([{theme: "budget", words: ["spend cap"]}, own])}`).themes).toHaveLength(2);
    const message = messageOf(
      'themes: [{theme: bugdet, words: [cap]}, {theme: other, words: [x]}, {theme: budget, words: []}, {theme: budget, words: ["*", "ab*", "... cap", "a b c d e f g h i"]}, {theme: Big Deal, label: x, words: [cap]}]',
    );
    expect(message).toMatch(/themes\[0\]\.label +is missing: "bugdet" is none of company, .*did you mean budget\?/);
    expect(message).toMatch(/themes\[1\]\.theme +"other" is no theme to add words to/);
    expect(message).toMatch(/themes\[2\]\.words/);
    expect(message).toMatch(/themes\[3\]\.theme +"budget" is a theme that stands in the list twice/);
    expect(message).toMatch(/themes\[3\]\.words\[0\] +"\*" is no phrase: "\*" must be a word/);
    expect(message).toMatch(/themes\[3\]\.words\[1\] +"ab\*" is no phrase: "ab\*" has too few letters for a star/);
    expect(message).toMatch(/themes\[3\]\.words\[2\] .*begins or ends with \.\.\./);
    expect(message).toMatch(/themes\[3\]\.words\[3\] .*has more than eight words/);
    expect(message).toMatch(/themes\[4\]\.theme +"Big Deal" is no name of a theme/);
  });

  it("takes addresses of the forms for 1:1s and disputes, each with its own placeholders", () => {
    const commitment_form_url = "https://forms.example.com/c?s={sdr_id}&b={behaviour}&status={status}";
    const dispute_form_url = "https://forms.example.com/d?r={record_id}";
    const {coaching} = parse(JSON.stringify({coaching: {commitment_form_url, dispute_form_url}}));
    expect(coaching).toEqual({commitment_form_url, dispute_form_url});
    const message = messageOf(JSON.stringify({coaching: {dispute_form_url: commitment_form_url}}));
    expect(message).toMatch(/coaching\.dispute_form_url .*\{sdr_id\} is no placeholder; .*known are \{record_id\}/);
  });

  it("lets a server alone read rows itself, and those alone that nobody here has to look through", () => {
    const server =
      'engine: {clickhouse: {url: "https://clickhouse.example:8443", database: baton, cluster: main}}\nretention_months: 0\n';
    const {sources, engine} = parse(
      `${server}sources: [{at: engine, from: "s3(crm_files, filename = 'a.parquet')", entity: activities}]`,
    );
    expect(sources).toMatchObject([{at: "engine", files: []}]);
    expect(engine).toMatchObject({clickhouse: {cluster: "main", user: "default"}});
    const refused = messageOf(
      "sources: [{at: engine, from: crm.people, entity: people, files: a.csv, delimiter: ';'}, {from: crm.a}, {name: a}]",
    );
    expect(refused).toContain('sources[0].at         "engine" is for a ClickHouse server');
    expect(refused).toContain("set retention_months: 0");
    expect(refused).toMatch(/sources\[0\]\.entity +"people" is not what the engine reads itself: name activities/);
    expect(refused).toMatch(/sources\[0\]\.files .*is read on this machine/);
    expect(refused).toMatch(/sources\[0\]\.delimiter .*is of files/);
    expect(refused).toMatch(/sources\[1\]\.from +"crm\.a" is read by the engine alone/);
    expect(refused).toMatch(/sources\[2\]\.files +is required: name a file/);
    for (const from of ["crm.a; drop table x", "system('a')", "a.b.c"])
      expect(messageOf(`${server}sources: [{at: engine, entity: activities, from: "${from}"}]`)).toContain("is neither a table");
  });

  it("is published as a JSON Schema that is up to date", () => {
    const published = JSON.parse(readFileSync(new URL("../baton.schema.json", import.meta.url), "utf8"));
    expect(published).toEqual(JSON.parse(JSON.stringify(describeSchema())));
    expect(Object.keys(published.properties)).toContain("late_cancel_hours");
  });
});

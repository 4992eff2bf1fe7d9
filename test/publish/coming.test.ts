import {beforeAll, describe, expect, it} from "vitest";
import type {
  AeData,
  BriefShard,
  ComingCompany,
  ComingData,
  ComingLine,
  ComingMeeting,
  ComingTask,
  CompanyData,
  Manifest,
  SdrData,
  TeamData,
} from "../../pipeline/contract/datasets.js";
import {writeAeCalendar, writeCalendar} from "../../pipeline/publish/coming/calendar.js";
import {listTasks} from "../../pipeline/publish/coming/tasks.js";
import type {Cells} from "../models/given.js";
import {COMPANY} from "./company.js";
import {published, type Published} from "./published.js";

/** Monday to Friday, 9 to 17 UTC; the data are of Monday 5 October 2026, 06:00. */
const BRIEF = {
  brief: [
    {field: "budget", required: true},
    {field: "timeline", required: false},
  ],
  holidays: ["2026-10-16"],
  readiness: [{criterion: "meeting"}, {criterion: "notes"}],
};
const ahead = (id: string, meeting_at: string, more: Cells = {}): Cells => ({
  handoff_id: id, sdr_id: "p-ada", ae_id: "p-eve", meeting_at, meeting_status: "scheduled", account_id: "acme", ...more,
}); // prettier-ignore

describe("the coming meetings", () => {
  let site: Published;
  let ada: ComingData;
  beforeAll(async () => {
    site = await published(
      {
        ...COMPANY,
        handoffs: [
          ...(COMPANY.handoffs as Cells[]).slice(0, 8),
          ahead("n1", "2026-10-12 10:00:00", {confirmation_sent_at: "2026-10-04 10:00:00"}),
          ahead("n2", "2026-10-07 10:00:00", {budget: "50k", invite_accepted_at: "2026-10-01 10:00:00"}),
          ahead("n3", "2026-10-19 08:00:00", {ae_id: null, budget: `${"In words. ".repeat(39)}Some 4190345 of it`, invite_accepted_at: "2026-10-01 10:00:00"}),
          ahead("n4", "2026-10-05 09:00:00", {sdr_id: "p-bo", budget: "50k", confirmation_sent_at: "2026-10-02 10:00:00", invite_accepted_at: "2026-10-01 10:00:00"}),
          ahead("n5", "2026-10-01 10:00:00", {meeting_status: "rescheduled"}),
        ],
      },
      BRIEF,
    );
    ada = site.json<ComingData>("coming/sdr/ada-osei.json");
  }); // prettier-ignore

  it("of an SDR stand soonest first, with those that wait for a new date apart", () => {
    expect(ada.meetings.map(({handoff_id}) => handoff_id)).toEqual(["n2", "n1", "n3"]);
    expect(ada.put_off.map(({handoff_id}) => handoff_id)).toEqual(["n5"]);
  });

  it("are as many as the overview says lie ahead, which counts those that wait for a new date apart", () => {
    expect(site.json<CompanyData>("company.json").counts).toMatchObject({pending: 4, waiting: 1});
  });

  it("say what their briefs say, at most 400 letters of each text, cut between words", () => {
    expect(ada.meetings.map(({values}) => values["budget"])).toEqual(["50k", undefined, `${"In words. ".repeat(39)}Some`]);
  });

  it("have a deadline a day before, and the last business moment up to it", () => {
    const due = new Map(ada.meetings.map(({handoff_id, add_by, add_by_business}) => [handoff_id, [add_by, add_by_business]]));
    // A Sunday; the holiday of Friday 16 October before a Sunday; and a Tuesday within hours, which stays.
    expect(due.get("n1")).toEqual(["2026-10-11T10:00:00Z", "2026-10-09T17:00:00Z"]);
    expect(due.get("n3")).toEqual(["2026-10-18T08:00:00Z", "2026-10-15T17:00:00Z"]);
    expect(due.get("n2")).toEqual(["2026-10-06T10:00:00Z", "2026-10-06T10:00:00Z"]);
  });

  it("say what each misses and who must act; a confirmation counts from three days before on", () => {
    const name = (list: ComingTask[]) => list.map(({who, what}) => `${who} ${what}`);
    const todo = new Map(ada.meetings.map(({handoff_id, tasks, also}) => [handoff_id, [name(tasks), name(also)]]));
    expect(todo.get("n1")).toEqual([["sdr brief", "prospect invitation"], []]);
    // Beyond the checklist: the meeting is ready all the same.
    expect(todo.get("n2")).toEqual([[], ["sdr confirmation"]]);
    expect(todo.get("n3")).toEqual([[], ["manager ae"]]);
    expect(ada.meetings.find(({handoff_id}) => handoff_id === "n1")!.tasks[0]).toEqual({who: "sdr", what: "brief", of: ["budget"], due_at: "2026-10-09T17:00:00Z"}); // prettier-ignore
  });

  it("stand on the pages of SDR and team with the board's own tasks, and with a calendar", () => {
    const page = site.json<SdrData>("sdr/ada-osei.json");
    const plain = ({values: _values, ...line}: ComingMeeting): ComingLine => line;
    expect(page.coming).toEqual(ada.meetings.map(plain));
    expect(site.json<TeamData>("team/north.json").coming).toEqual(
      site.json<ComingData>("coming/team/north.json").meetings.map(plain),
    );
    expect([page.has_calendar, site.json<SdrData>("sdr/bo-lind.json").has_calendar]).toEqual([true, false]);
  });

  it("of one person are in no other person's file, and of a company only counted", () => {
    expect(site.text("coming/sdr/bo-lind.json")).not.toMatch(/Ada|"n1"/);
    expect(site.json<ComingData>("coming/ae/eve-tran.json").meetings.map(({handoff_id}) => handoff_id)).toEqual([
      "n4",
      "n2",
      "n1",
    ]);
    expect(site.json<ComingCompany>("coming/company.json")).toEqual({
      teams: [
        {slug: "north", name: "North", coming: 4, not_ready: 1, dues: ["2026-10-09T17:00:00Z"], next_at: "2026-10-12T10:00:00Z"},
      ],
    });
  });

  it("ask for nothing of a brief where none was supplied", async () => {
    const bare = await published({handoffs: [ahead("n1", "2026-10-12 10:00:00")], people: COMPANY.people!}, BRIEF);
    const [first] = bare.json<ComingData>("coming/sdr/ada-osei.json").meetings;
    // What no export can tell is not known, and so not ready; nobody is asked to do anything.
    expect(first).toMatchObject({fields: "", also: []});
    expect(first!.tasks).toEqual([
      {who: "revops", what: "unknown", of: ["Meeting scheduled and accepted", "Notes complete in the standard format"]},
    ]);
    expect(bare.files.filter((path) => path.endsWith(".ics"))).toEqual(["coming/ae/eve-tran.ics"]);
    expect(bare.text("coming/ae/eve-tran.ics")).toContain("SUMMARY:n1\\, brief");
  });

  it("of a company that accepts before the meeting wait for the AE until it is decided", async () => {
    const handoffs = [
      ahead("n1", "2026-10-12 10:00:00", {handed_off_at: "2026-10-05 05:00:00"}),
      ahead("n2", "2026-10-13 10:00:00", {handed_off_at: "2026-10-02 10:00:00", accepted_at: "2026-10-02 12:00:00"}),
    ];
    const early = await published({handoffs, people: COMPANY.people!}, {...BRIEF, stage_order: ["booked", "accepted", "held"]});
    const [first, second] = early.json<ComingData>("coming/ae/eve-tran.json").meetings;
    expect(first!.also).toEqual([{who: "ae", what: "acceptance", due_at: "2026-10-07T17:00:00Z"}]);
    expect(second!.also).toEqual([]);
  });
});

describe("an AE's page", () => {
  let eve: AeData;
  let site: Published;
  beforeAll(async () => {
    site = await published(COMPANY, BRIEF);
    eve = site.json<AeData>("ae/eve-tran.json");
  });

  it("is there for AEs and for nobody else", () => {
    expect(site.files.filter((path) => path.startsWith("ae/"))).toEqual(["ae/eve-tran.json"]);
    const pages = site
      .json<Manifest>("manifest.json")
      .people.map(({slug, has_page, has_ae_page}) => [slug, has_page, has_ae_page]);
    expect(pages).toEqual([["ada-osei", true, false], ["bo-lind", true, false], ["eve-tran", false, true], ["mo-diaz", false, false]]); // prettier-ignore
  });

  it("says which held meetings wait for an answer, newest first, and since when they are overdue", () => {
    expect(eve.owed.map(({handoff_id, is_overdue}) => [handoff_id, is_overdue])).toEqual([
      // Due this evening: Thursday and two business days.
      ["h10", false], ["h5", true], ["h4", true], ["h3", true],
    ]); // prettier-ignore
    expect(eve.owed_count).toBe(4);
    expect(eve.owed[0]).toMatchObject({due_at: "2026-10-05T17:00:00Z", form_url: null});
  });

  it("says which handoffs are to be accepted or turned down, and which of them are overdue", () => {
    // h10 was held on Thursday: there is time until this evening.
    expect(eve.undecided.map(({handoff_id, due_at, is_overdue}) => [handoff_id, due_at, is_overdue])).toEqual([
      ["h10", "2026-10-05T17:00:00Z", false], ["h4", "2026-09-08T17:00:00Z", true],
    ]); // prettier-ignore
    expect([eve.overdue_count, eve.open_count, eve.closed_undecided]).toEqual([1, 1, 0]);
  });

  it("has the AE's own response and time to decide, and nothing of how the AE rates", () => {
    expect(eve.cells.map(({metric, numerator, denominator}) => [metric, numerator, denominator])).toEqual([
      ["feedback_response_rate", 2, 5], ["acceptance_rate", 3, 5], ["time_to_accept_hours", null, 3],
    ]); // prettier-ignore
    expect(site.text("ae/eve-tran.json")).not.toMatch(/quality|rating|score/);
  });

  it("lists what is ahead and what was, newest first", () => {
    expect(eve.coming.map(({handoff_id}) => handoff_id)).toEqual(["h12", "h11"]);
    expect(eve.past.map(({handoff_id}) => handoff_id)).toEqual(["h10", "h9", "h8", "h7", "h6", "h5", "h4", "h3", "h2", "h1"]);
    expect(eve.past.at(-2)).toMatchObject({handoff_id: "h2", rejection_reason: "No need", is_answered: true});
  });

  it("asks for six weeks after the meeting, and counts what is older as closed", async () => {
    const held = (handoff_id: string, meeting_at: string): Cells => ({
      handoff_id, sdr_id: "p-ada", ae_id: "p-eve", account_id: "acme", meeting_status: "held", meeting_at,
    }); // prettier-ignore
    const config = {...BRIEF, feedback: {form_url: "https://forms.example.com/?h={handoff_id}&a={ae_email}&d={meeting_date}"}};
    // The data are of 5 October, 06:00.
    const handoffs = [
      held("old & gone", "2026-08-24 05:59:00"),
      held("a&b", "2026-08-24 06:01:00"),
      ...(COMPANY.handoffs as Cells[]),
    ];
    const {json, text} = await published({...COMPANY, handoffs}, config);
    const page = json<AeData>("ae/eve-tran.json");
    expect([page.owed.at(-1)!.handoff_id, page.owed_count, page.closed_unanswered]).toEqual(["a&b", 5, 1]);
    expect([page.undecided.at(-1)!.handoff_id, page.overdue_count, page.closed_undecided]).toEqual(["a&b", 2, 1]);
    const link = page.owed.at(-1)!.form_url!;
    expect(link).toMatch(/^https:\/\/forms\.example\.com\/\?h=a%26b&a=[^&]*&d=2026-08-24$/);
    // The briefs lead to the same form.
    const briefs = JSON.parse(text("briefs/ada-osei/eve-tran-1.json")) as BriefShard;
    const after = new Map(briefs.briefs.map((brief) => [brief.handoff_id, brief.after!]));
    expect(after.get("a&b")).toMatchObject({form_url: link});
    expect(after.get("old & gone")).toMatchObject({is_closed: true});
    expect([after.get("old & gone")!.form_url, after.get("h1")!.form_url]).toEqual([undefined, undefined]);
  });

  it("owes nothing that no export could show", async () => {
    const {json} = await published({...COMPANY, feedback: []}, BRIEF);
    expect(json<AeData>("ae/eve-tran.json")).toMatchObject({owed: [], owed_count: 0});
  });
});

describe("what is to do before a meeting", () => {
  const order = ["pain", "budget", "focus_area", "timeline", "champion"];
  const due_at = "2026-10-06T10:00:00Z";
  const facts = (values: Partial<Parameters<typeof listTasks>[0]> = {}) => ({
    fields: "FFFFF", ae: "Eve", add_by: due_at, add_by_business: null, lacks_confirmation: false, lacks_invitation: false, lacks_acceptance: false,
    acceptance_due_at: null, expected_ae: null, routed_at: "2026-09-30T08:00:00Z", open: [], undocumented: [], ...values,
  }); // prettier-ignore
  const item = (criterion: string, rule = "true", state = "not_met") => ({criterion, label: criterion, state, rule});
  const list = (values: Parameters<typeof facts>[0]) => listTasks(facts(values), order);

  it("names every open item of the checklist, by what mends it, and apart from them what is only worth doing", () => {
    expect(list({fields: "MVfvF", open: [item("notes"), item("opportunity")], lacks_confirmation: true})).toEqual({
      tasks: [
        {who: "sdr", what: "brief", of: ["pain"], due_at},
        {who: "sdr", what: "criterion", of: ["opportunity"], due_at},
      ],
      also: [
        {who: "sdr", what: "confirmation", due_at},
        {who: "sdr", what: "vague", of: ["budget"], due_at},
      ],
    });
  });

  it("asks for a field where an item waits for one that the brief need not have, and for what else was not documented", () => {
    const undocumented = [
      {label: "Sponsor known", rule: "has_champion"},
      {label: "Active evaluation", rule: "active_evaluation"},
    ];
    const open = [item("criteria_documented"), item("talking_points", "has_talking_points or has_focus_area")];
    expect(list({fields: "FFmFm", open, undocumented}).tasks).toEqual([
      {who: "sdr", what: "brief", of: ["focus_area", "champion"], due_at},
      {who: "sdr", what: "document", of: ["Active evaluation"], due_at},
    ]);
  });

  it("leaves whom a handoff goes to with the manager, at once, and names whose turn it was", () => {
    const routed = {who: "manager", due_at: "2026-09-30T08:00:00Z"};
    expect(list({open: [item("routing")], expected_ae: "Cy"}).tasks).toEqual([{...routed, what: "reroute", ae: "Eve", expected_ae: "Cy"}]); // prettier-ignore
    expect(list({open: [item("routing", "true", "unknown")], ae: null}).tasks).toEqual([{...routed, what: "ae"}]);
  });

  it("leaves what no export tells with RevOps", () => {
    expect(list({open: [item("routing", "true", "unknown")]}).tasks).toEqual([{who: "revops", what: "unknown", of: ["routing"]}]);
  });

  it("is never nothing while an item is open, whatever the checklist says", () => {
    for (const criterion of ["notes", "meeting", "routing", "criteria_documented", "talking_points", "own"])
      for (const state of ["not_met", "unknown"])
        expect(list({open: [item(criterion, "true", state)]}).tasks, `${criterion} ${state}`).toHaveLength(1);
  });
});

describe("the calendar file", () => {
  const meeting: ComingMeeting = {
    handoff_id: "chain:m,1", meeting_at: "2026-10-08T08:00:00Z", duration_minutes: 30, account_id: null, account: "Ärger; Söhne, GmbH\nBEGIN:VALARM", contact: "李\u0007",
    contact_title: null, sdr: "Ada", sdr_slug: "ada", ae: "Eve", ae_slug: "eve", team_slug: null, motion: null, fields: "M", values: {},
    add_by: "2026-10-07T08:00:00Z", add_by_business: "2026-10-06T17:00:00Z",
    tasks: [{who: "sdr", what: "brief", of: ["budget", "timeline"], due_at: "2026-10-06T17:00:00Z"}, {who: "prospect", what: "invitation"}],
    also: [],
  }; // prettier-ignore
  const options = {
    name: "Ada",
    asOf: "2026-10-05T06:00:00Z",
    labelOf: (field: string) => field.toUpperCase(),
    format: (at: string) => at,
    linkOf: (id: string) => `https://site.example.com/pages/brief.html?handoff=${encodeURIComponent(id)}`,
  };
  const write = (...meetings: ComingMeeting[]) => writeCalendar(meetings, options);
  const unfold = (text: string) => text.replaceAll("\r\n ", "").split("\r\n");

  it("has lines of at most 75 octets, ended as the standard asks, and never broken within a character", () => {
    const text = write({...meeting, account: "漢字".repeat(80)});
    expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(Math.max(...text.split("\r\n").map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(unfold(text).find((line) => line.startsWith("SUMMARY:"))).toContain("漢字".repeat(80));
  });

  it("escapes what would be read as the file's own, and obeys no text", () => {
    const lines = unfold(write(meeting));
    expect(lines.filter((line) => line === "BEGIN:VALARM")).toHaveLength(1);
    expect(lines.find((line) => line.startsWith("SUMMARY:"))).toBe(
      "SUMMARY:Ärger\\; Söhne\\, GmbH\\nBEGIN:VALARM\\, brief: 2 missing",
    );
  });

  it("has a short name, the details in its description, and the way to the brief", () => {
    const lines = unfold(write({...meeting, account: "Acme"}));
    const url = "https://site.example.com/pages/brief.html?handoff=chain%3Am%2C1";
    expect(lines).toEqual(expect.arrayContaining([
      "SUMMARY:Acme\\, brief: 2 missing", `URL:${url}`,
      `DESCRIPTION:Complete the brief: BUDGET\\, TIMELINE\\nMeeting: 2026-10-08T08:00:00Z with Eve\\, 李\\n${url}`,
    ])); // prettier-ignore
    const tasks: ComingMeeting["tasks"] = [
      ...meeting.tasks, {who: "sdr", what: "confirmation"}, {who: "sdr", what: "criterion", of: ["Routed, by rule"]},
    ]; // prettier-ignore
    expect(unfold(write({...meeting, account: "Acme", tasks}))).toContain(
      "SUMMARY:Acme\\, brief: 2 missing\\, confirmation not sent\\, 1 not met",
    );
  });

  it("of an AE has every coming meeting, ten minutes before it, with what its brief still misses", () => {
    const full = {...meeting, handoff_id: "full", account: "Full", fields: "F", tasks: []};
    const lines = unfold(writeAeCalendar([{...meeting, account: "Acme"}, full], {...options, linkOf: () => null}));
    expect(lines.filter((line) => /^(UID|SUMMARY|DTSTART|DTEND|URL)/.test(line))).toEqual([
      "UID:chain%3Am%2C1-read@baton", "DTSTART:20261008T075000Z", "DTEND:20261008T080000Z", "SUMMARY:Acme\\, brief: 2 missing",
      "UID:full-read@baton", "DTSTART:20261008T075000Z", "DTEND:20261008T080000Z", "SUMMARY:Full\\, brief: nothing missing",
    ]); // prettier-ignore
    expect(lines).toContain(
      "DESCRIPTION:Meeting: 2026-10-08T08:00:00Z\\, 李\\nBooked by Ada\\nStill missing: BUDGET\\, TIMELINE",
    );
  });

  it("of an AE stands beside the page, and leads to the site that the configuration names", async () => {
    const site = await published(COMPANY, {...BRIEF, publish: {site_url: "https://handoffs.example.com/co"}});
    expect(site.json<AeData>("ae/eve-tran.json").has_calendar).toBe(true);
    const lines = unfold(site.text("coming/ae/eve-tran.ics"));
    expect(lines.filter((line) => line.startsWith("URL:"))).toEqual([
      "URL:https://handoffs.example.com/co/pages/brief.html?handoff=h12",
      "URL:https://handoffs.example.com/co/pages/brief.html?handoff=h11",
    ]);
  });

  it("has an event that ends when the brief is due, of an identity that stays, stamped with the time of the data", () => {
    const lines = unfold(write(meeting));
    expect(lines).toEqual(expect.arrayContaining([
      "UID:chain%3Am%2C1-prepare@baton", "DTSTAMP:20261005T060000Z", "DTSTART:20261006T163000Z", "DTEND:20261006T170000Z",
    ])); // prettier-ignore
    expect(unfold(write({...meeting, meeting_at: "2026-10-09T08:00:00Z"}))).toContain("UID:chain%3Am%2C1-prepare@baton");
  });

  it("puts what is overdue at the time of the data, and leaves out what waits for others", () => {
    const late = {...meeting, tasks: [{...meeting.tasks[0]!, due_at: "2026-10-01T17:00:00Z"}]};
    const others = {...meeting, tasks: [meeting.tasks[1]!]};
    const lines = unfold(write(late, others));
    expect(lines.filter((line) => line === "BEGIN:VEVENT")).toHaveLength(1);
    expect(lines).toContain("DTSTART:20261005T060000Z");
  });
});

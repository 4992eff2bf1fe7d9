// @vitest-environment jsdom
import {afterEach, describe, expect, it, vi} from "vitest";
import type {CubeRow, DocumentationData, FeedbackData, FunnelData} from "../../pipeline/contract/datasets.js";
import {ChangeList} from "../../src/components/company/change-list.js";
import {pickMonth} from "../../src/components/funnel/cube-month.js";
import {describeLeak} from "../../src/components/funnel/steps.js";
import {filterFunnel, findCube} from "../../src/components/funnel/cube.js";
import {DocumentationPage} from "../../src/components/company/documentation-page.js";
import {FeedbackPage} from "../../src/components/company/feedback-page.js";
import {forgetLoaded} from "../../src/components/frame/load.js";
import {FunnelPage} from "../../src/components/funnel/funnel-page.js";
import {LossList} from "../../src/components/company/loss-list.js";
import {OverviewPage} from "../../src/components/company/overview-page.js";
import {spread} from "../../src/components/chart/answer-bars.js";
import {BarList} from "../../src/components/chart/bar-list.js";
import {tellRounded} from "../../src/components/base/rounded.js";
import {findSpan} from "../../src/components/funnel/steps.js";
import {Unseen} from "../../src/components/frame/unseen.js";
import {measureShare} from "../../src/components/base/wilson.js";
import {FunnelBars} from "../../src/components/funnel/funnel-bars.js";
import {COMPANY, FUNNEL, makeManifest, makeRow, TEAM} from "./fixtures.js";

const text = (node: Node | null) => node!.textContent!.replace(/\s+/g, " ").trim();
const manifest = makeManifest();

describe("the overview", () => {
  it("opens with meetings due and held, how surely, and what briefs leave out most", () => {
    expect(text(OverviewPage(COMPANY, manifest).querySelector(".finding p"))).toBe(
      "Of 212 meetings due in September 2025, 163 were held (77 %, 72–81 %). Over all handoffs “Budget” is what briefs leave out most.",
    );
  });
  it("says what unknown outcomes could mean at worst and best", () => {
    const data = {...COMPANY, lead: {...COMPANY.lead!, unknown: 8}, show_rate_bounds: {worst: 163 / 220, best: 171 / 220}};
    expect(text(OverviewPage(data, manifest).querySelector(".also"))).toContain(
      "Of 8 more meetings nobody recorded whether they were held: with them the show rate would lie between 74 % and 78 %.",
    );
  });
  it("without a period that holds enough says so, and gives no share", () => {
    const finding = OverviewPage({...COMPANY, lead: null}, manifest).querySelector(".finding p");
    expect(text(finding)).toBe("No period yet has 5 meetings whose outcome is known.");
  });
  it("counts apart what is in no rate, and leaves out what there is none of", () => {
    const page = OverviewPage({...COMPANY, counts: {...COMPANY.counts, our_side: 3, canceled: 7, put_off: 1}}, manifest);
    expect(text(page)).toContain(
      "In no rate, counted apart: 28 still ahead, 7 cancelled, 1 put off and not booked again, 3 missed or cancelled by our own side.",
    );
  });
  it("tells a change with where, from what to what, interval and n; five at most", () => {
    const row = makeRow({scope: "segment", scope_id: "SMB", scope_name: "SMB", maturity: "provisional", in_flight: 4});
    const list = ChangeList({...COMPANY, changes: Array.from({length: 7}, () => row)}, manifest); // prettier-ignore
    expect(list.querySelectorAll("li").length).toBe(5);
    expect(text(list.querySelector("li"))).toBe(
      "Meeting show rate, segment SMB up from 71 % to 77 % 72–81 % · 212 meetings · provisional, 4 in flight",
    );
    // A headline that changed by itself need not stand out of all that was compared.
    const none = (is_change_signal: boolean) => text(ChangeList({changes: [], headlines: COMPANY.headlines.map((headline) => ({...headline, is_change_signal}))}, manifest)); // prettier-ignore
    expect(none(false)).toBe("Nothing changed by more than noise since the period before.");
    expect(none(true)).toContain("nothing stands out beyond chance; a headline that changed did so looked at alone.");
    expect(text(ChangeList({changes: [], headlines: []}, manifest))).toBe("No headline has two periods to compare yet.");
  });
  it("names what it cannot see: exports not supplied, numbers without their data, exports older than the rest", () => {
    const seen = text(
      Unseen({...manifest, sources: [{entity: "feedback", label: "AE feedback", files: 1, rows: 9, exported_at: "2025-09-21T04:00:00Z"}]}), // prettier-ignore
    );
    expect(seen).toContain("No export of “AE feedback”: it would show what AEs think of the handoffs.");
    expect(seen).toContain("Speed to lead cannot be computed: leads have no created_at.");
    expect(seen).toContain("AE feedback was exported on 21 Sept 2025, 10 days before the newest data");
    // What is all there and equally old is not called fresh.
    const all = {
      ...manifest,
      missing: [],
      absent_metrics: [],
      sources: [],
      has_people_history: true,
      targets_confirmed: true,
      stale_at: manifest.as_of,
    };
    expect(text(Unseen(all, Date.parse(manifest.as_of) + 56 * 86_400_000))).toMatch(
      /each within 7 days of the newest. The newest itself is of \d+ \w+ \d{4}\./,
    );
  });
});

it("an overview without handoffs opens with the funnel there is, and names what is not seen in a few lines", () => {
  const missing = ["calls", "leads", "disputes", "handoffs", "feedback", "contacts", "activities"].map((entity) => ({entity, label: entity, brings: ""})); // prettier-ignore
  const page = OverviewPage(
    {...COMPANY, headlines: [], runs: [], lead: null, losses: [], counts: {...COMPANY.counts, handoffs: 0}},
    makeManifest({missing}),
  );
  expect(text(page.querySelector(".finding"))).toMatch(/^Most are lost on the way to “Meeting held”, over all time/);
  const lines = [...page.querySelectorAll(".lines")].map((list) => [...list.children].map((line) => text(line).split(":")[0]));
  expect(lines[0]!.slice(0, 2)).toEqual(["No export of “handoffs”", "No export of “feedback”"]);
  expect(lines.map((list) => list.length)).toEqual([5, 3]);
});

describe("why handoffs stopped", () => {
  const losses = [
    {cause: "no_show", reason: "", label: "The prospect did not come", count: 40, owner: "sdr"},
    {cause: "rejected", reason: "no budget", label: "The AE rejected it", count: 30, owner: "buyer"},
    {cause: "rejected", reason: "", label: "The AE rejected it", count: 20, owner: "sdr"},
    {cause: "not_explained", reason: "", label: "Not explained", count: 10, owner: "nobody"},
  ] as const;
  const list = LossList(losses, makeManifest(), {caption: "Losses"})!;
  it("stands by cause, the largest first, with the reasons as detail", () => {
    const lines = [...list.querySelectorAll(".losses > li > .loss")].map((line) => text(line));
    expect(lines).toEqual(["The AE rejected it 5050 %", "The prospect did not come 4040 %", "Not explained 1010 %"]);
    const reasons = [...list.querySelectorAll("details .loss")].map((line) => text(line));
    expect(reasons).toEqual(["no budget 3030 %", "no reason given 2020 %"]);
  });
  it("says of how many nobody recorded why", () => {
    expect(text(list)).toContain("For 10 % nobody recorded why.");
  });
  it("is laid where it can be mended, most first", () => {
    expect(text(list.querySelector("p.owners"))).toBe(
      "Who can act is not who is to blame. Those who can act next time: SDR 60 % (60, of them 40 “The prospect did not come”); the buyer 30 % (30); nobody we know of 10 % (10).",
    );
  });
});

describe("the funnel of a choice", () => {
  const cell = (values: Partial<CubeRow>): CubeRow => ({
    month: "2025-09-01", team: "emea", source: "inbound", motion: "", segment: "", region: "", metric: "show_rate",
    numerator: 0, denominator: 0, in_flight: 0, ...values,
  }); // prettier-ignore
  const rows = [
    cell({metric: "stage:booked", numerator: 10}),
    cell({metric: "stage:held", numerator: 7}),
    cell({numerator: 6, denominator: 8}),
    cell({month: "2025-08-01", numerator: 1, denominator: 2}),
    cell({team: "apac", numerator: 90, denominator: 100}),
  ];
  const groups = ["emea", "apac"].map((id, index) => ({number: index + 1, id, name: id.toUpperCase(), stages: FUNNEL}));
  const whole: FunnelData = {
    all: FUNNEL,
    by: [{dimension: "team", label: "Team", groups}],
    cohorts: ["2025-08-01", "2025-09-01"].map((month) => ({month, stages: FUNNEL})),
  };

  it("adds counts and never averages shares: 6 of 8 and 1 of 2 are 7 of 10", () => {
    const {all} = filterFunnel(whole, rows, {team: "emea"}, manifest);
    expect(all.map(({count}) => count)).toEqual([10, 7]);
    expect(all[1]!.conversion).toMatchObject({numerator: 7, denominator: 10, value: 0.7});
    expect(all[1]!.median_days).toBeNull();
  });
  it("follows months and the other groups of the choice", () => {
    const {by, cohorts} = filterFunnel(whole, rows, {team: "emea"}, manifest);
    expect(by[0]!.groups.map(({id}) => id)).toEqual(["emea"]);
    expect(cohorts.map(({stages}) => stages[1]!.conversion!.value)).toEqual([0.5, 0.75]);
  });
  it("of one month and team has that month's stages: all who came into them, beside the share of those who had time", () => {
    const kept = pickMonth(whole, rows, {period: "2025-09", team: "emea"}, manifest);
    expect(kept.all.map(({count, conversion}) => [count, conversion?.numerator])).toEqual([[10, undefined], [7, 6]]); // prettier-ignore
    expect(kept.by[0]!.groups.map(({id, stages}) => [id, stages[1]!.conversion!.value])).toEqual([["emea", 0.75]]);
  });
  it("comes out of one file, that of the dimension with the most values", () => {
    const sources = {
      dimension: "source" as const,
      label: "Source",
      groups: [{number: 1, id: "event", name: "event", stages: FUNNEL}],
    };
    const by = [sources, ...whole.by];
    expect(findCube({by}, {source: "event", team: "apac", period: "2025-09"})).toBe("cube/team-2.arrow");
    expect(findCube({by}, {source: "event", team: ""})).toBe("cube/source-1.arrow");
    expect(findCube({by}, {period: "2025-09"})).toBe("cube/2025-09.arrow");
    expect(findCube({by}, {source: ""})).toBeNull();
  });
  it("leaves out stages whose records never name the dimension, instead of a zero", () => {
    expect(filterFunnel(whole, rows, {motion: "enterprise"}, manifest).all).toEqual([]);
  });
  it("has Wilson's interval at 90 %", () => {
    // The limits are where 0.7 lies z standard errors away; roots of (0.7 - p)² = z² p (1 - p) / 10, by the quadratic formula.
    const {lower, upper} = measureShare(7, 10)!;
    expect([lower, upper].map((limit) => limit.toFixed(4))).toEqual(["0.4417", "0.8731"]);
    expect(measureShare(0, 0)).toBeNull();
  });
});

describe("the overview of one source", () => {
  afterEach(() => (vi.unstubAllGlobals(), forgetLoaded(), history.replaceState(null, "", "/")));
  it("shows its numbers and funnel, and that of everybody once the choice is dropped", async () => {
    history.replaceState(null, "", "/?source=event&segment=smb");
    const headlines = [{metric: "show_rate", latest: makeRow({scope: "source", scope_id: "event", value: 0.5}), is_change_signal: null, months: [], trailing: null}]; // prettier-ignore
    const narrowed = {dimension: "source", label: "Source", groups: [{id: "event", name: "event", headlines, funnel: FUNNEL}]};
    const own = makeManifest({holds: ["cube"]});
    vi.stubGlobal("fetch", (url: string) => Promise.resolve(Response.json(String(url).includes("manifest") ? own : narrowed)));
    const page = OverviewPage(COMPANY, own);
    await vi.waitFor(() => expect(text(page.querySelector(".finding .also"))).toContain("Only source “event”: its numbers"));
    expect(text(page.querySelector(".metrics .value"))).toContain("50 %");
    expect(text(page)).not.toContain("What changed more than noise");
    const select = page.querySelector("select")!;
    select.value = "";
    select.dispatchEvent(new Event("change"));
    // The segment asked for besides is tried then, and dropped, since the data do not know it.
    await vi.waitFor(() => expect(text(page)).toContain("What changed more than noise"));
    expect(location.search).toBe("");
    expect(text(page)).toContain("Nothing is known of segment “smb” here");
    expect(text(page)).not.toContain("Nothing is known of source");
  });
});

it("a step of the funnel that too few have come to tells no share", () => {
  const few = FUNNEL.map((stage) => (stage.conversion ? {...stage, conversion: {...stage.conversion, denominator: 2, numerator: 2}} : stage)); // prettier-ignore
  const steps = (stages: typeof FUNNEL) => [...FunnelBars(stages, makeManifest(), {caption: "Funnel"}).querySelectorAll(".step")].map(text); // prettier-ignore
  expect(steps(FUNNEL)[0]).toContain("77 % of 212 meetings");
  expect(steps(few)[0]).toContain("too few, 2 meetings");
  expect(steps(few)[0]).not.toContain("%");
});

describe("the funnel page", () => {
  afterEach(() => (vi.unstubAllGlobals(), forgetLoaded(), history.replaceState(null, "", "/")));
  const data: FunnelData = {
    all: FUNNEL,
    by: [{dimension: "team", label: "Team", groups: [{number: 1, id: "emea", name: "EMEA", stages: FUNNEL}]}],
    cohorts: [{month: "2025-09-01", stages: FUNNEL}],
  };
  it("says that leads are left out of where most are lost, where their steps are drawn too", () => {
    const share = (numerator: number) => ({...FUNNEL[1]!.conversion!, numerator, denominator: 500, value: numerator / 500});
    const stages = [
      {...FUNNEL[0]!, stage: "lead" as const, label: "Lead engaged"},
      {...FUNNEL[1]!, stage: "booked" as const, label: "Meeting booked", conversion: share(200)},
      {...FUNNEL[1]!, conversion: share(300)},
    ];
    expect(describeLeak(stages, manifest)).toMatch(
      /^Once booked, most are lost on the way to “Meeting held”, over all time: 200 of 500 .*against a target/,
    );
  });
  it("says where most are lost before it draws", () => {
    expect(text(FunnelPage(data, manifest)!.querySelector(".finding p"))).toBe(
      "Most are lost on the way to “Meeting held”, over all time: 49 of 212 meetings did not get there; 77 % did (72–81 %), against a target of 75 %.",
    );
  });
  it("sets the target beside the latest period alone where the page judges the step by that", () => {
    const latest = makeRow({metric: "show_rate", period: "month", value: 0.6, lower: 0.5, upper: 0.7, n: 40, denominator: 40, target: 0.75}); // prettier-ignore
    const bars = FunnelBars(FUNNEL, manifest, {caption: "Funnel", judged: [latest]});
    expect(text(bars.querySelector(".conclude"))).toBe(
      "Most are lost on the way to “Meeting held”, over all time: 49 of 212 meetings did not get there; 77 % did (72–81 %). What is judged is the latest: 60 % in September 2025 (50–70 %), against a target of 75 %.",
    );
    // Of a person all time may be what is judged: then nothing else is.
    expect(describeLeak(FUNNEL, manifest, {judged: [{...latest, period: "all"}]})).toMatch(
      /77\s% did .*against a target of 75\s%\.$/,
    );
  });
  it("keeps a choice in the address, drops what the data do not know, and says when its counts do not come", async () => {
    history.replaceState(null, "", "/?team=nobody");
    vi.stubGlobal("fetch", (url: string) =>
      Promise.resolve(String(url).includes("manifest") ? Response.json(makeManifest()) : new Response("", {status: 500})),
    );
    const page = FunnelPage(data, manifest)!;
    expect(location.search).toBe("");
    expect(text(page.querySelector(".unknown-filters"))).toBe(
      "Nothing is known of team “nobody” here: this is shown without that choice.",
    );
    const select = page.querySelector<HTMLSelectElement>(".filters select")!;
    select.value = "emea";
    select.dispatchEvent(new Event("change"));
    expect(location.search).toBe("?team=emea");
    expect(page.querySelector(".unknown-filters")).toBeNull();
    await vi.waitFor(() => expect(text(page)).toContain("cube/team-1.arrow did not answer"));
  });
  it("of one month shows its meetings alone, and needs no counts for it where all teams are asked for", async () => {
    history.replaceState(null, "", "/?period=2025-08&source=event");
    const august = FUNNEL.map((stage) => ({...stage, count: stage.count - 10}));
    const page = FunnelPage(
      {...data, cohorts: [{month: "2025-08-01", stages: august}, ...data.cohorts]},
      makeManifest({holds: []}),
    )!;
    expect(text(page.querySelector(".funnel .count"))).toBe(String(FUNNEL[0]!.count - 10));
    expect(text(page.querySelector(".finding .also"))).toMatch(/^Only meetings of August 2025, from booked on\.(?! Median)/);
    HTMLDialogElement.prototype.showModal = () => {};
    page.querySelectorAll<HTMLElement>(".funnel .count button")[1]!.click();
    expect(text(document.querySelector("dialog h2"))).toBe("Meeting held, meetings of August 2025");
    expect(text(document.querySelector("dialog .explain-value"))).toBe(String(FUNNEL[1]!.count - 10));
    document.querySelector("dialog")!.remove();
    // What this site cannot narrow by stays in the address, for a page that can, and for the line that says so.
    expect(location.search).toBe("?period=2025-08&source=event");
    expect([...page.querySelectorAll<HTMLOptionElement>(".filters option")].map((option) => option.value)).toEqual([
      "",
      "2025-09",
      "2025-08",
    ]);
  });
  it("gives each group its share, interval and n", () => {
    const cells = [...FunnelPage(data, manifest)!.querySelectorAll(".step-cell")].map((cell) => text(cell));
    expect(cells[0]).toContain("77 %72–81 %n 212");
  });
  it("of columns with little between them draws a scale that tells them apart", () => {
    expect(findSpan([makeRow({lower: 0.72, upper: 0.81, target: 0.75})])).toEqual([0.7, 0.9]);
    expect(findSpan([])).toEqual([0, 1]);
  });
});

describe("the documentation page", () => {
  const data: DocumentationData = {
    headlines: [],
    fields: [
      {field: "primary_pain", filled: 38, not_disclosed: 1, missing: 1, months: [{month: "2025-09-01", filled: 39, judged: 40}]},
      {field: "budget", filled: 10, not_disclosed: 2, missing: 28, months: [{month: "2025-09-01", filled: 12, judged: 40}]},
      {field: "competition", filled: 1, not_disclosed: 0, missing: 39, months: []},
    ],
    heat: TEAM.heat,
    handoffs: 40,
    judged_late: 10,
    added_later: [{field: "budget", count: 3}],
    checklists: [],
  };
  const page = DocumentationPage(data, manifest)!;
  it("says what is missing most and how many briefs were judged late", () => {
    expect(text(page.querySelector(".finding p"))).toBe("Missing most, over all handoffs: Budget (70 %), Primary pain (3 %).");
    expect(text(page.querySelector(".also"))).toContain(
      "10 of 40 briefs (25 %) could be read only as exported after the meeting",
    );
  });
  it("lists the required fields, what is missing most first, with trend, interval and n", () => {
    const rows = [...page.querySelectorAll(".data-table tbody tr")].map((row) => text(row));
    expect(rows.length).toBe(2);
    expect(rows[0]).toBe("BudgetNeed Budget: 30 % (20 % to 43 %) of 40 handoffs 30 %20–43 %5 %70 %2840");
  });
  it("shows apart what was filled only after the meeting", () => {
    expect(text(page)).toContain("3 fields were filled only once the meeting had begun.");
  });
  it("without briefs says what would bring it to life", () => {
    const absent_metrics = [
      {metric: "documentation_completeness", label: "Documentation completeness", why: "The Handoff Brief"},
    ];
    expect(text(DocumentationPage({...data, fields: [], heat: []}, makeManifest({absent_metrics})))).toBe(
      "Nothing to show yet. Documentation completeness cannot be computed: The Handoff Brief",
    );
  });
});

describe("the feedback page", () => {
  const metrics = [...manifest.metrics, {...manifest.metrics[0]!, name: "feedback_response_rate", label: "Feedback response rate", counted: "meetings held", window: "2 business days"}]; // prettier-ignore
  const own = makeManifest({metrics});
  const response = makeRow({metric: "feedback_response_rate", numerator: 9, denominator: 10, value: 0.9, lower: 0.65, upper: 0.98, target: 0.9}); // prettier-ignore
  const data: FeedbackData = {
    headlines: [{metric: "feedback_response_rate", latest: response, is_change_signal: null, months: [], trailing: null}],
    accuracy: [],
    accuracy_months: [],
    valued: [{context: "timeline", count: 6}],
    valued_answers: 8,
    ratings: Array.from({length: 10}, (_, index) => ({score: index + 1, count: index === 6 ? 3 : index === 8 ? 1 : 0})),
    advance: [{answer: "yes", count: 12, advanced: 6, decided: 10}],
    response: [{...response, scope: "ae", scope_id: "p9", scope_name: "Cleo Diaz", status: "not_separable", slug: "cleo-diaz"}],
    themes: {comments: 0, themes: []},
    words: [
      {handoff_id: "h1", account: "Alder", sdr: "Ada Berg", sdr_slug: "ada-berg", ae: "Cleo Diaz", meeting_at: "2025-09-02T10:00:00Z", missing: "Who signs?", helpful: null}, // prettier-ignore
      {handoff_id: "h2", account: "<b>Birch</b>", sdr: "Bo Chen", sdr_slug: null, ae: "Cleo Diaz", meeting_at: "2025-09-01T10:00:00Z", missing: null, helpful: "The notes"}, // prettier-ignore
    ],
  };
  const page = FeedbackPage(data, own)!;
  it("opens with how many answered in time, of how many, and what helped most", () => {
    expect(text(page.querySelector(".finding p"))).toBe(
      "In September 2025, AEs answered within 2 business days after 90 % of 10 meetings held (65–98 %; target 90 %).",
    );
    expect(text(page.querySelector(".also"))).toContain("named in 75 % of 8 answers");
  });
  it("says of the ratings the share of 8 or more and the middle one", () => {
    expect(text(page)).toContain("Of 4 ratings, 25 % are 8 or more; the middle one is 7.");
  });
  it("holds forecasts against what came, of those whose time is over", () => {
    expect(text(page)).toContain("yes1210Opportunity came: 60 % (35 % to 81 %) of 10 answers 60 %35–81 %");
  });
  it("finds words by any part of a row and shows them as text", () => {
    const find = page.querySelector<HTMLInputElement>("input[type=search]")!;
    find.value = "signs";
    find.dispatchEvent(new Event("input"));
    const table = find.closest(".data-table")!;
    expect([...table.querySelectorAll("tbody tr")].map((row) => text(row))).toEqual([expect.stringContaining("Who signs?")]);
    expect(page.querySelector("tbody b")).toBeNull();
  });
  it("never says how an AE rates: names stand with their response alone", () => {
    const sections = [...page.querySelectorAll("section")].filter((section) => text(section).includes("Cleo Diaz"));
    expect(sections.map((section) => text(section.querySelector("h2")))).toEqual(["Who answers in time", "In the AEs’ words"]);
    expect(text(sections[0]!)).not.toMatch(/rating|quality/i);
  });
  it("without any answer says which export would bring it to life", () => {
    expect(text(FeedbackPage({...data, headlines: [], response: [], words: []}, own))).toContain("This needs AE feedback");
  });
});

it("shares of a whole are called rounded where they do not add up as they are written, and only there", () => {
  const note = "Shares are rounded; together they need not make a whole.";
  expect([tellRounded([1, 1, 1]), tellRounded([3, 1], [2, 0]), tellRounded([0, 0]), tellRounded([428, 64, 8])]).toEqual([note, "", "", note]); // prettier-ignore
  const list = (counts: number[], total?: number) =>
    text(BarList(counts.map((count, index) => ({label: String(index), count})), {caption: "Why", ...(total && {total})})); // prettier-ignore
  expect(list([1, 1, 1])).toContain(note);
  // Several answers of one person are no parts of a whole.
  expect(list([1, 1, 1], 2)).not.toContain(note);
});

it("labels of thin slices stand apart", () => {
  expect(spread([{y: 0.5}, {y: 0.97}, {y: 0.99}], 0.1).map(({y}) => y.toFixed(2))).toEqual(["0.99", "0.89", "0.50"]);
});

import {existsSync, mkdtempSync, readFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {parseConfig} from "../../pipeline/config.js";
import {escapeHtml} from "../../pipeline/sheet/escape-html.js";
import {exportDay} from "../../pipeline/sheet/export-day.js";
import {readDay} from "../../pipeline/sheet/read-day.js";
import {writeDay} from "../../pipeline/sheet/write-day.js";
import {given, type Cells, type Given} from "../models/given.js";

const BERLIN = {
  timezone: "Europe/Berlin",
  brief: [{field: "annual_revenue"}, {field: "contact_email", required: false}, {field: "pain_primary"}, {field: "budget"}],
};
const meeting = (handoff_id: string, meeting_at: string, more: Cells = {}): Cells => ({
  handoff_id,
  meeting_at,
  ae_id: "p-eve",
  contact_id: "c1",
  duration_minutes: 45,
  meeting_status: "scheduled",
  ...more,
});
const COMPANY: Given = {
  people: [
    {person_id: "p-eve", name: "Eve Tran", role: "ae"},
    {person_id: "sdr", name: "Ada Osei", role: "sdr"},
  ],
  accounts: [{account_id: "acme", name: "Acme", country: "Germany", annual_revenue: 1200000}],
  contacts: [{contact_id: "c1", account_id: "acme", name: "Pat Buyer", title: "CFO", email: "pat@acme.example.com", phone: "+49 555 0199"}],
  territories: [{territory: "DACH", country: "Germany", ae_id: "p-eve", context: "Works councils"}],
}; // prettier-ignore
const open = (handoffs: Cells[], more: Given = {}) => given({...COMPANY, handoffs, ...more}, BERLIN);
const configOf = (more: object = {}) =>
  parseConfig(JSON.stringify({company: "Test", ...BERLIN, ...more}), "/test/baton.config.yaml");
const CONFIG = configOf();
const sheet = async (handoffs: Cells[], config = CONFIG) =>
  writeDay(await readDay(await open(handoffs), config, "p-eve", "2026-10-06"));

describe("the AE's day", () => {
  test("has the meetings of that local day, soonest first, and none that will not take place", async () => {
    const db = await open([
      // Half past midnight on the 6th in Berlin.
      meeting("night", "2026-10-05 22:30:00"),
      meeting("noon", "2026-10-06 10:00:00"),
      meeting("early", "2026-10-06 06:00:00", {duration_minutes: null}),
      meeting("gone", "2026-10-06 08:00:00", {meeting_status: "canceled", canceled_at: "2026-10-01 08:00:00"}),
      meeting("other's", "2026-10-06 08:00:00", {ae_id: "p-gus"}),
      meeting("next-day", "2026-10-06 22:30:00"),
    ]);
    const day = await readDay(db, CONFIG, "eve-tran", "2026-10-06");
    expect(day.meetings.map(({brief, starts, ends}) => [brief.handoff_id, starts, ends])).toEqual([
      ["night", "00:30", "01:15"],
      ["early", "08:00", null],
      ["noon", "12:00", "12:45"],
    ]);
    expect(day).toMatchObject({ae: "Eve Tran", company: "Test", as_of: "2026-10-05 08:00"});
    const routing = {territory: "DACH", context: "Works councils"};
    expect(day.meetings[0]!.brief).toMatchObject({routing, sdr: "Ada Osei", contact: {title: "CFO"}});
  });
  test("is the day of the data unless one is named, and may be free", async () => {
    const day = await readDay(await open([]), CONFIG, "p-eve");
    expect(day.date).toBe("2026-10-05");
    expect(writeDay(day)).toContain("No meeting is planned for this day.");
    const later = await readDay(
      await open([meeting("h", "2026-10-08 22:30:00"), meeting("x", "2026-10-01 10:00:00")]),
      CONFIG,
      "p-eve",
    );
    expect(writeDay(later)).toContain("No meeting is planned for this day. The next day with one is Friday, 9 October 2026.");
  });
  test("knows who asks for nobody", async () => {
    await expect(readDay(await open([]), CONFIG, "p-eva")).rejects.toThrow(
      /no AE "p-eva"; did you mean p-eve\?\n.*p-eve \(Eve Tran\)/,
    );
  });
});

describe("the sheet", () => {
  const at = "2026-10-06 10:00:00";
  test("says what is known, what was asked and not told, and what is still to be asked", async () => {
    const html = await sheet([meeting("h", at, {pain_primary: "Forecasts are off", budget: "would not say"})]);
    expect(html).toContain("<dt><bdi>Primary pain</bdi></dt><dd><bdi>Forecasts are off</bdi> <i>(vague)</i></dd>");
    expect(html).toContain("<dd><bdi>would not say</bdi> <i>(asked, not told)</i></dd>");
    expect(html).toContain("<dt><bdi>Annual revenue</bdi></dt><dd><bdi>1.2\u00a0M\u00a0$</bdi></dd>");
    // The pain says nothing to act on, and that is asked for as well.
    expect(html).toContain("<li><b><bdi>Primary pain</bdi></b> <i>vague</i> <bdi>What does not work today, and what does that cost you?</bdi></li>");
    const blank = await sheet([meeting("h", at, {budget: "tbd", pain_primary: "They lose 20 contracts a year"})]);
    expect(blank).toContain("<li><b><bdi>Budget</bdi></b> <i>missing</i> <bdi>Is money set aside, and if not, how is it found?</bdi></li>");
    expect(blank).not.toContain("<b><bdi>Primary pain</bdi></b>");
    const full = await sheet([meeting("h", at, {budget: "50k", pain_primary: "They lose 20 contracts a year"})]);
    expect(full).toContain("Every required field is filled.");
    const past = await sheet([meeting("h", at, {meeting_at: "2026-10-05 22:30:00", meeting_status: "held", pain_primary: "Slow"})]);
    expect(past).toContain("Open when the meeting began");
    expect(past).not.toContain("Is money set aside");
  }); // prettier-ignore
  test("opens with the three lines that matter, and ends with what of the checklists is not met", async () => {
    const html = await sheet([meeting("h", at, {pain_primary: "They lose 20 contracts a year", budget: "would not say"})]);
    expect(html).toContain("<dt><bdi>Why</bdi></dt><dd><bdi>They lose 20 contracts a year.</bdi></dd>");
    expect(html).toContain("<dd><bdi>Budget: asked, not told: “would not say”</bdi></dd>");
    expect(html).toMatch(/<h3>Qualification: \d+ of 16 met<\/h3>/);
    expect(html).toContain("<li><bdi>Invitation accepted</bdi> <i>not known</i></li>");
  });
  test("shows the contact's details where the configuration lets them out", async () => {
    const html = await sheet([meeting("h", at)], configOf({publish: {contact_details: true}}));
    expect(html).toContain("<bdi>pat@acme.example.com</bdi> · <bdi>+49 555 0199</bdi>");
  });
  test("shows hostile text as text and follows no address but the web's", async () => {
    const evil = `<script>alert(1)</script><img src=x onerror="alert(1)">`;
    const db = await open([
      meeting("a", at, {meeting_link: "javascript:alert(1)"}),
      meeting("b", at, {budget: evil, meeting_link: `https://meet.example.com/?a=1&b="><script>`}),
    ]);
    const day = await readDay(db, CONFIG, "p-eve", "2026-10-06");
    const criteria = [{checklist: "readiness" as const, criterion: "c", label: evil, group: "", letter: null, looks_for: null}];
    const meetings = day.meetings.map(({brief, ...one}) => ({...one, brief: {...brief, account: {name: evil}, contact: {name: evil}, routing: {verdict: "kept", context: evil}, related: [{account: evil}], criteria: "n", saw: [evil]}})); // prettier-ignore
    const brief_fields = day.brief_fields.map((info) => ({...info, label: evil, section_label: evil, ask: evil}));
    const html = writeDay({...day, ae: evil, company: evil, meetings, brief_fields, criteria});
    expect(html).not.toMatch(/<script|<img|javascript:/);
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=&quot;alert(1)&quot;&gt;");
    expect(html).toContain('href="https://meet.example.com/?a=1&amp;b=&quot;&gt;&lt;script&gt;"');
    expect(html.match(/href=/g)).toHaveLength(1);
  });
  test("holds neither the contact's e-mail nor telephone, in fields or in texts", async () => {
    const html = await sheet([meeting("h", at, {pain_primary: "Call +49 555 0199 or write to pat@acme.example.com"})]);
    expect(html).toContain("Call … or write to …@…");
    expect(html).not.toMatch(/acme\.example\.com|0199/);
  });
  test("needs nothing else: no script, nothing fetched; a text too long for a sheet is cut, and told to be", async () => {
    const html = await sheet([meeting("h", at, {pain_primary: `Pain ${"🙂".repeat(2000)}`})]);
    expect(html).not.toMatch(/<(script|link|img|iframe)\b|@import|url\(/);
    expect(html).toContain(`Pain ${"🙂".repeat(1495)} … 505 more characters in the CRM`);
  });
  test("is written beside the build, and an impossible day is refused", async () => {
    const folder = mkdtempSync(join(tmpdir(), "baton-day-"));
    const db = await open([meeting("h", at, {budget: "50k"})]);
    const {path, meetings} = await exportDay(db, CONFIG, {ae: "p-eve", date: "2026-10-06"}, join(folder, "day"));
    expect([path, meetings]).toEqual([join(folder, "day", "eve-tran-2026-10-06.html"), 1]);
    expect(readFileSync(path, "utf8")).toContain("<title>Eve Tran, Tuesday, 6 October 2026</title>");
    await expect(exportDay(db, CONFIG, {ae: "p-eve", date: "2026-02-30"}, folder)).rejects.toThrow(/"2026-02-30" is no day/);
    expect(existsSync(join(folder, "eve-tran-2026-02-30.html"))).toBe(false);
    // Or where --out says: a file, or a folder that is there; a free day names the next that is not.
    const own = await exportDay(db, CONFIG, {ae: "p-eve", out: join(folder, "mine.html")}, join(folder, "day"));
    expect(own).toEqual({path: join(folder, "mine.html"), date: "2026-10-05", meetings: 0, next: "2026-10-06"});
    expect((await exportDay(db, CONFIG, {ae: "p-eve", out: folder}, "x")).path).toBe(join(folder, "eve-tran-2026-10-05.html"));
  });
});

test("escaped text stands in elements and attributes, and turns nobody's direction", () => {
  expect(escapeHtml(`a & b < c > d " e ' f`)).toBe("a &amp; b &lt; c &gt; d &quot; e &#39; f");
  expect(escapeHtml("a\u0000b\u202Ec\u2066d\ud800e\u0085")).toBe("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFD");
  expect(escapeHtml("line\r\nnext\ttab\rend")).toBe("line\nnext\ttab\nend");
  expect(escapeHtml("שלום 🙂")).toBe("שלום 🙂");
});

import {beforeAll, describe, expect, it, test} from "vitest";
import {parseConfig} from "../../pipeline/config.js";
import type {AeData, BriefDocument, BriefIndex, BriefShard, ComingData} from "../../pipeline/contract/datasets.js";
import {bucketOf} from "../../pipeline/publish/brief/bucket.js";
import {listBriefFields} from "../../pipeline/publish/manifest.js";
import {bucketOf as bucketOfPage} from "../../src/components/base/bucket.js";
import type {Given} from "../models/given.js";
import {COMPANY} from "./company.js";
import {published, type Published} from "./published.js";

const BRIEF = {
  brief: [
    {field: "contact_email"},
    {field: "pain_primary", required: true},
    {field: "budget", required: true},
    {field: "timeline", required: false},
    {field: "champion", required: true},
  ],
};

/** The brief of a handoff by way of the index, as a page finds it. */
function readBrief(site: Published, id: string): BriefDocument {
  const index = site.json<BriefIndex>(`briefs/index/${bucketOf(id)}.json`);
  return site.json<BriefShard>(`briefs/${index[id]}.json`).briefs.find(({handoff_id}) => handoff_id === id)!;
}
const listShards = (site: Published) => site.files.filter((path) => /^briefs\/(?!index\/)/.test(path));

describe("the file of the index that a handoff stands in", () => {
  it("is the same for pipeline and page, whatever the id is made of", () => {
    const ids = [
      "h1",
      "0061x00000AbCdE",
      "chain:m-1",
      "ü😀",
      "",
      "a".repeat(500),
      ...Array.from({length: 500}, (_, n) => `h${n}`),
    ];
    expect(ids.map(bucketOfPage)).toEqual(ids.map(bucketOf));
    expect(ids.every((id) => /^[0-9a-f]{2}$/.test(bucketOf(id)))).toBe(true);
  });

  it("holds no more than its share of many handoffs", () => {
    const counts = new Map<string, number>();
    for (let n = 0; n < 25_600; n++) counts.set(bucketOf(`h${n}`), (counts.get(bucketOf(`h${n}`)) ?? 0) + 1);
    expect(counts.size).toBe(256);
    expect(Math.max(...counts.values())).toBeLessThan(200);
  });
});

describe("the briefs of a company", () => {
  let site: Published;
  beforeAll(async () => {
    site = await published(
      {
        ...COMPANY,
        activities: [
          {activity_id: "t1", contact_id: "c1", actor_id: "p-ada", channel: "email", direction: "out", occurred_at: "2026-08-10 10:00:00", subject: "Mail me at pat@acme.example.com"},
          {activity_id: "t2", contact_id: "c1", channel: "email", direction: "in", occurred_at: "2026-08-12 10:00:00"},
          {activity_id: "t3", contact_id: "c1", actor_id: "p-bo", channel: "call", direction: "out", occurred_at: "2026-08-13 10:00:00", outcome: "connected"},
          {activity_id: "t4", contact_id: "c1", actor_id: "p-eve", channel: "call", direction: "out", occurred_at: "2026-09-20 10:00:00"},
        ],
        stakeholders: [
          {handoff_id: "h1", contact_id: "c1", name: "Pat Buyer", title: "CFO", role: "economic_buyer", agreed_to_meet: true},
          {opportunity_id: "o1", name: "Not shown", role: "champion"},
        ],
        calls: [
          {call_id: "k1", handoff_id: "h1", started_at: "2026-09-01 10:00:00", duration_seconds: 1500, url: "https://calls.example.com/k1"},
          {call_id: "k2", handoff_id: "h1", started_at: "2026-09-01 11:00:00", url: "javascript:alert(1)"},
        ],
        product_signals: [
          {account_id: "acme", week: "2026-08-24", seats: 9, active_users: 4, pql_at: "2026-08-25 10:00:00"},
          {account_id: "acme", week: "2026-09-07", seats: 10, active_users: 8},
        ],
      },
      BRIEF,
    );
  }); // prettier-ignore

  it("are there for every handoff, also those that were cancelled, missed by us, or of unknown outcome", () => {
    const ids = Array.from({length: 12}, (_, n) => `h${n + 1}`);
    expect(ids.map((id) => [id, readBrief(site, id).outcome])).toEqual([
      ["h1", "held"], ["h2", "held"], ["h3", "held"], ["h4", "held"], ["h5", "held"], ["h6", "no_show"], ["h7", "canceled"], ["h8", "our_side"],
      ["h9", "unknown"], ["h10", "held"], ["h11", "pending"], ["h12", "pending"],
    ]); // prettier-ignore
    expect(readBrief(site, "h7").fields).toBe("mMMmM");
  });

  it("lie in files that never mix two pairs of SDR and AE", () => {
    expect(listShards(site)).toEqual(["briefs/ada-osei/eve-tran-1.json", "briefs/ada-osei/eve-tran-2.json", "briefs/bo-lind/eve-tran-1.json"]); // prettier-ignore
    for (const path of listShards(site)) {
      const {briefs} = site.json<BriefShard>(path);
      const pairs = new Set(briefs.map(({sdr_slug, ae_slug}) => `${sdr_slug}/${ae_slug}`));
      expect([...pairs]).toEqual([path.slice("briefs/".length, -"-1.json".length)]);
      expect(briefs.length).toBeLessThanOrEqual(6);
    }
  });

  it("say how each field stood, in capitals where it is required, and nothing that is not known", () => {
    const brief = readBrief(site, "h1");
    expect([brief.fields, brief.values]).toEqual(["fMFnM", {budget: "50k", timeline: "would not say"}]);
    expect(brief.completeness).toEqual({required: 3, filled: 1, is_judged_late: true});
    expect(site.text("briefs/ada-osei/eve-tran-1.json")).not.toContain("null");
  });

  it("tell of touches before the meeting only, ours and theirs apart, colleagues without a name", () => {
    const brief = readBrief(site, "h1");
    expect(brief.touches!.map(({channel, ours, theirs}) => [channel, ours, theirs])).toEqual([["call", 1, 0], ["email", 1, 1]]); // prettier-ignore
    expect(brief.events!.map(({at, by, is_theirs}) => [at.slice(0, 10), by, is_theirs])).toEqual([
      ["2026-08-13", "other", false],
      ["2026-08-12", "other", true],
      ["2026-08-10", "sdr", false],
    ]);
    expect(brief.event_count).toBe(3);
    expect(site.text("briefs/ada-osei/eve-tran-1.json")).not.toContain("Bo Lind");
  });

  it("have who decides, the account's weeks up to the meeting, and calls with addresses that lead to a page", () => {
    const brief = readBrief(site, "h1");
    expect(brief.people).toEqual([
      {role: "economic_buyer", name: "Pat Buyer", title: "CFO", agreed_to_meet: true, is_contact: true},
    ]);
    expect([brief.usage!.map(({week}) => week), brief.pql_at]).toEqual([["2026-08-24"], "2026-08-25T10:00:00Z"]);
    expect(brief.calls!.map(({id, url, minutes}) => [id, url, minutes])).toEqual([["k2", undefined, undefined], ["k1", "https://calls.example.com/k1", 25]]); // prettier-ignore
  });

  it("end with what became of the handoff and what the AE answered", () => {
    expect(readBrief(site, "h1").after).toMatchObject({sql_at: "2026-09-03T10:00:00Z", quality_score: 9, helpful: "Crisp notes"});
    expect(readBrief(site, "h2").after).toMatchObject({rejection_reason: "No need", missing: "No budget named"});
  });

  it("keep a contact's e-mail and number back, and an address wherever it was written, unless the configuration lets them out", async () => {
    const notes = {handoff_id: "h1", sdr_id: "p-ada", ae_id: "p-eve", contact_id: "c1", meeting_at: "2026-09-01 10:00:00", meeting_status: "held", budget: "Call 555-0199 or write to pat@acme.example.com"}; // prettier-ignore
    const given: Given = {...COMPANY, handoffs: [notes], feedback: []};
    const closed = await published(given, BRIEF);
    for (const path of closed.files) expect(closed.text(path), path).not.toMatch(/acme\.example\.com|555-0199/);
    expect(readBrief(closed, "h1").values).toEqual({budget: "Call … or write to …@…"});
    expect(readBrief(closed, "h1").fields[0]).toBe("f");
    // Even then in a file of its own, which nobody but the AE gets.
    const open = await published(given, {...BRIEF, publish: {contact_details: true}});
    const path = "contacts/eve-tran.json";
    for (const other of open.files.filter((each) => each !== path))
      expect(open.text(other), other).not.toMatch(/acme\.example\.com|555-0199/);
    expect(open.json(path)).toEqual({h1: {email: "pat@acme.example.com", phone: "555-0199"}});
  });
});

test("the manifest says which fields are the SDR's to tell, of those that the template has", () => {
  const config = parseConfig(JSON.stringify({company: "Test"}), "/test/baton.config.yaml");
  const ours = listBriefFields(config).flatMap(({field, is_ours}) => (is_ours ? [field] : []));
  expect(ours).toEqual(["company_fit", "first_contact", "our_attendees", "meeting_link", "next_steps", "focus_area", "personality", "case_study", "talking_points"]); // prettier-ignore
});

describe("earlier meetings at the same account", () => {
  const at = (day: string, id: string, more: object = {}) => ({handoff_id: id, sdr_id: "p-ada", ae_id: "p-eve", account_id: "acme", contact_id: "c1", meeting_at: `${day} 10:00:00`, meeting_status: "held", ...more}); // prettier-ignore
  const WORDS = {pain_primary: "Renewals slip by weeks", budget: "150k set aside, ask pat@acme.example.com or 555-0199", champion: "Kim Vale, COO"}; // prettier-ignore
  const publish = (handoffs: object[], config: object = BRIEF) =>
    published({...COMPANY, handoffs, feedback: []} as Given, config);
  const coming = at("2026-10-07", "new", {meeting_status: "scheduled", champion: "Lou Ray, CIO"});

  it("are told newest first, at most three, and what the newest brief of the pair said of what is missing now", async () => {
    const site = await publish([
      at("2026-09-01", "h1", {budget: "10k", sql_at: "2026-09-03 10:00:00"}),
      at("2026-09-08", "h2", {...WORDS, accepted_at: "2026-09-08 12:00:00"}),
      at("2026-09-15", "h3", {meeting_status: "no_show"}),
      at("2026-09-22", "h4", {meeting_status: "canceled", canceled_at: "2026-09-20 10:00:00"}),
      at("2026-09-29", "h5", {account_id: "other", contact_id: null, budget: "not here"}),
      coming,
    ]);
    const {earlier, said} = readBrief(site, "new");
    const ours = {is_same_ae: true, is_same_sdr: true};
    expect(earlier).toEqual([
      {at: "2026-09-22T10:00:00Z", outcome: "canceled", handoff_id: "h4", ...ours},
      {at: "2026-09-15T10:00:00Z", outcome: "no_show", handoff_id: "h3", ...ours},
      {at: "2026-09-08T10:00:00Z", outcome: "held", handoff_id: "h2", ...ours},
    ]);
    const of = {at: "2026-09-08T10:00:00Z", handoff_id: "h2"};
    expect(said).toEqual({
      pain_primary: {text: "Renewals slip by weeks", ...of},
      budget: {text: "150k set aside, ask …@… or …", ...of},
      champion: {text: "Kim Vale, COO", ...of},
    });
    expect(readBrief(site, "h2").earlier).toEqual([{at: "2026-09-01T10:00:00Z", outcome: "held", handoff_id: "h1", is_sql: true, ...ours}]); // prettier-ignore
    expect(readBrief(site, "h1")).not.toHaveProperty("earlier");
    expect(readBrief(site, "h5")).not.toHaveProperty("earlier");
  });

  it("of another SDR, AE or team give a day and an outcome, and neither who, nor which, nor a word", async () => {
    const others = [
      at("2026-09-08", "h2", {...WORDS, sdr_id: "p-bo"}),
      at("2026-09-09", "h3", {...WORDS, sdr_id: "p-bo", ae_id: "p-ann"}),
      at("2026-09-10", "h4", {...WORDS, ae_id: null}),
    ];
    const site = await publish([...others, coming]);
    const {earlier, said} = readBrief(site, "new");
    expect(earlier).toEqual([
      {at: "2026-09-10T10:00:00Z", outcome: "held"},
      {at: "2026-09-09T10:00:00Z", outcome: "held", is_same_ae: false},
      {at: "2026-09-08T10:00:00Z", outcome: "held", is_same_ae: true},
    ]);
    expect(said).toBeUndefined();
    const index = site.json<BriefIndex>(`briefs/index/${bucketOf("new")}.json`);
    expect(site.text(`briefs/${index["new"]}.json`)).not.toMatch(/h2|h3|h4|Renewals|150k|Kim Vale|Bo Lind|bo-lind/);
  });

  it("are told of a coming meeting's line by the newest that is over: its day, what it came to, and whether the AE is the same", async () => {
    const site = await publish([
      at("2026-09-08", "h2", {...WORDS, sdr_id: "p-bo", meeting_status: "no_show"}),
      at("2026-09-01", "h1", WORDS),
      at("2026-10-06", "h3", {meeting_status: "scheduled", sdr_id: "p-bo"}),
      coming,
      at("2026-10-08", "alone", {meeting_status: "scheduled", account_id: "other", contact_id: null}),
    ]);
    const before = {at: "2026-09-08T10:00:00Z", outcome: "no_show", is_same_ae: true};
    const [line, other] = site.json<ComingData>("coming/sdr/ada-osei.json").meetings;
    expect(line!.before).toEqual(before);
    expect(other).not.toHaveProperty("before");
    expect(site.json<AeData>("ae/eve-tran.json").coming.map((meeting) => meeting.before)).toEqual([before, before, undefined]);
    // Neither whose it was, nor which.
    expect(site.text("coming/sdr/ada-osei.json")).not.toMatch(/h2|Renewals|bo-lind|Bo Lind/);
  });

  it("are quoted to the AE's own side whoever booked them, and no other AE's", async () => {
    const site = await publish([at("2026-09-08", "h2", {...WORDS, sdr_id: "p-bo"}), at("2026-09-09", "h3", {...WORDS, ae_id: "p-ann", budget: "Not Eve's"}), coming]); // prettier-ignore
    const {earlier} = site.json<AeData>("ae/eve-tran.json");
    expect(Object.keys(earlier)).toEqual(["new"]);
    expect(earlier["new"]!.earlier).toEqual([
      {at: "2026-09-09T10:00:00Z", outcome: "held", is_same_ae: false},
      {at: "2026-09-08T10:00:00Z", outcome: "held", is_same_ae: true, handoff_id: "h2", is_same_sdr: false},
    ]);
    expect(earlier["new"]!.said!["budget"]).toEqual({text: "150k set aside, ask …@… or …", at: "2026-09-08T10:00:00Z", handoff_id: "h2"}); // prettier-ignore
    expect(site.text("ae/eve-tran.json")).not.toMatch(/Not Eve's|h3/);
  });
});

describe("briefs of odd exports", () => {
  const meeting = (id: string, more: object = {}) => ({handoff_id: id, sdr_id: "p-ada", meeting_at: "2026-09-01 10:00:00", meeting_status: "held", ...more}); // prettier-ignore
  const shardOf = async (handoffs: object[], config: object = BRIEF) =>
    published({people: COMPANY.people!, handoffs} as Given, config);

  it("keep script tags, right-to-left text and emoji as text", async () => {
    const texts = {pain_primary: "x <3 y \"},{\"a\":null,\" \\ \u0007", budget: "ميزانية 💶 ‮evil", champion: "Pat & Co."}; // prettier-ignore
    const {values} = readBrief(await shardOf([meeting("h1", texts)]), "h1");
    expect(values).toEqual(texts);
  });

  it("carry no more of a text than ten pages, and say how long it was", async () => {
    const text = "A pain of many words. ".repeat(9500);
    const lines = Array.from({length: 10_000}, (_, n) => `line ${n}`).join("\n");
    const site = await shardOf([
      meeting("h1", {pain_primary: text, budget: lines}),
      meeting("h2", {meeting_at: "2026-09-02 10:00:00"}),
    ]);
    const brief = readBrief(site, "h1");
    expect([brief.values!["pain_primary"]!.length, brief.cut]).toEqual([
      20_000,
      {pain_primary: text.trim().length, budget: lines.length},
    ]);
    for (const path of listShards(site)) expect(site.text(path).length, path).toBeLessThan(100_000);
  });

  it("stay small also where many texts are long, and never end within a sign", async () => {
    const fields = ["pain_primary", "pain_secondary", "budget", "timeline", "champion", "limitations", "current_solution"];
    const brief = {brief: fields.map((field) => ({field}))};
    const site = await shardOf([meeting("h1", Object.fromEntries(fields.map((field) => [field, "😀".repeat(30_000)])))], brief);
    expect(Math.max(...listShards(site).map((path) => site.text(path).length))).toBeLessThan(100_000);
    const {values, cut} = readBrief(site, "h1");
    expect(Object.values(values!).every((text) => text.length > 1000 && !/[\ud800-\udbff]$/.test(text))).toBe(true);
    expect(Object.keys(cut!)).toEqual(fields);
  });

  it("take several rows of one handoff for one brief", async () => {
    const site = await shardOf([meeting("h1", {meeting_id: "m1", meeting_status: "rescheduled", budget: "10k"}), meeting("h1", {meeting_id: "m2", meeting_at: "2026-09-08 10:00:00", champion: "Pat"})]); // prettier-ignore
    expect(site.json<BriefShard>(listShards(site)[0]!).briefs.map(({handoff_id}) => handoff_id)).toEqual(["h1"]);
    const {meeting: card} = readBrief(site, "h1");
    expect(card.slots!.map(({status}) => status)).toEqual(["rescheduled", "held"]);
  });

  it("are there without an AE, an account, a contact or a brief, apart from everybody who has a name", async () => {
    const site = await shardOf([
      meeting("h1", {account_id: null}),
      meeting("h2", {ae_id: "p-eve", meeting_at: "2026-09-02 10:00:00"}),
    ]);
    expect(listShards(site)).toEqual(["briefs/ada-osei/_none-1.json", "briefs/ada-osei/eve-tran-1.json"]);
    expect(readBrief(site, "h1")).toMatchObject({account: {}, contact: {}, fields: "mMMmM"});
    expect(readBrief(site, "h1").values).toBeUndefined();
  });

  it("are found by ids that mean something to a program", async () => {
    const ids = ["__proto__", "constructor", "7"];
    const site = await shardOf(ids.map((id, n) => meeting(id, {meeting_at: `2026-09-0${n + 1} 10:00:00`})));
    expect(ids.map((id) => readBrief(site, id)?.handoff_id)).toEqual(ids);
  });

  it("of one pair are cut into files in the order in which they were booked", async () => {
    const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);
    const handoffs = Array.from({length: 30}, (_, n) =>
      meeting(`h${n}`, {meeting_at: `${day(n)} 10:00:00`, pain_primary: `Pain ${n} `.repeat(400)}),
    );
    const site = await shardOf(handoffs);
    const shards = listShards(site);
    expect(shards.length).toBeGreaterThan(1);
    const numbered = shards.toSorted((a, b) => Number(a.match(/(\d+)\.json/)![1]) - Number(b.match(/(\d+)\.json/)![1]));
    const read = numbered.flatMap((path) => site.json<BriefShard>(path).briefs.map(({handoff_id}) => handoff_id));
    expect(read).toEqual(handoffs.map(({handoff_id}) => handoff_id));
  });
});

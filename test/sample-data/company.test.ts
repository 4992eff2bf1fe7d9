import {readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {ENTITIES, ENTITY_NAMES} from "../../pipeline/contract/entities.js";
import {group, mean, readTable, SAMPLE, share, type Row} from "./tables.js";

const EXPORTED_AT = "2026-10-01T04:00:00Z";
const tables = Object.fromEntries(ENTITY_NAMES.map((name) => [name, readTable(name)])) as Record<string, Row[]>;
const {people = [], handoffs = [], feedback = [], leads = [], opportunities = []} = tables;
const truth = JSON.parse(readFileSync(join(SAMPLE, "truth/truth.json"), "utf8")) as {
  sdrs: {id: string; habit: string; started_on: string; focus: {agreed_on: string; worked: boolean | null} | null}[];
  aes: {id: string; severity: number}[];
};
/** The row that carries the brief: the last of each handoff. */
const lastRows = [...group(handoffs, "handoff_id").values()].map((rows) => rows.at(-1)!);
const habitOf = (name: string) => truth.sdrs.find(({habit}) => habit === name)!;
const isFilled = (text: string | undefined): boolean =>
  !["", "tbd", "n/a", "?", "unknown", "-"].includes((text ?? "").toLowerCase());

describe("the size of the company", () => {
  it("is 24 SDRs, 14 AEs and 5 teams at the export, with 18 months of about 5,000 handoffs", () => {
    const now = [...group(people, "person_id").values()].map((rows) => rows.at(-1)!).filter((row) => row.ended_on === "");
    expect(now.filter(({role}) => role === "sdr")).toHaveLength(24);
    expect(now.filter(({role}) => role === "ae")).toHaveLength(14);
    expect(new Set(now.map(({team}) => team).filter(Boolean)).size).toBe(5);
    expect(lastRows.length).toBeGreaterThan(4800);
    expect(lastRows.length).toBeLessThan(5200);
    const months = new Set(handoffs.map((row) => row.meeting_at!.slice(0, 7)).filter(Boolean));
    expect([...months].filter((month) => month <= "2026-09")).toHaveLength(18);
  });

  it("has people whose team, manager or role changed, who left or were away", () => {
    const histories = [...group(people, "person_id").values()].filter((rows) => rows.length > 1);
    const changed = (column: string) => histories.filter((rows) => new Set(rows.map((row) => row[column])).size > 1).length;
    expect([changed("team") >= 3, changed("role"), changed("manager_id") > 3]).toEqual([true, 1, true]);
    expect(people.some((row) => row.role === "sdr" && row.ended_on !== "")).toBe(true);
    expect(people.some((row) => row.absent_from !== "" && row.absent_to! > row.absent_from!)).toBe(true);
  });
});

describe("the cells", () => {
  it("are whole minutes in UTC wherever they are times, but for the listed dirt", () => {
    const odd = ENTITY_NAMES.flatMap((name) =>
      ENTITIES[name].columns
        .filter(({type}) => type === "time")
        .flatMap((column) => tables[name]!.map((row) => row[column.name]!)),
    ).filter((cell) => cell !== "" && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:00Z$/.test(cell));
    expect(odd).toEqual(["last week"]);
  });

  it("know nothing later than the export but slots and expected closings", () => {
    const late = ENTITY_NAMES.flatMap((name) =>
      ENTITIES[name].columns
        .filter(({past}) => past)
        .flatMap((column) =>
          tables[name]! // A closing lies in the past only once it has happened.
            .filter((row) => column.past === true || row.is_closed === "true" || row.is_won === "true")
            .filter((row) => row[column.name]! > EXPORTED_AT && row[column.name] !== "last week")
            .map(() => `${name}.${column.name}`),
        ),
    );
    expect(late).toEqual([]);
  });

  it("refer to rows that exist, but for the listed orphans", () => {
    const ids = new Map(
      ENTITY_NAMES.map((name) => [name, new Set(tables[name]!.map((row) => row[ENTITIES[name].columns[0]!.name]!))]),
    );
    const orphans = ENTITY_NAMES.flatMap((name) =>
      ENTITIES[name].columns
        .filter(({references}) => references)
        .flatMap((column) =>
          tables[name]!.map((row) => row[column.name]!).filter((id) => id !== "" && !ids.get(column.references!)!.has(id)),
        ),
    );
    expect(orphans.sort()).toEqual(["a9998", "a9999", "h9999", "p999"]);
  });

  it("name nobody's real address", () => {
    const cells = [...people, ...tables.contacts!].flatMap((row) => [row.email, row.phone]).filter(Boolean) as string[];
    expect(cells.filter((cell) => !/@[a-z0-9.-]*example\.com$/.test(cell) && !/^555-01\d\d$/.test(cell))).toEqual([]);
  });
});

describe("what happens to handoffs", () => {
  const heldIn = (month: string) => lastRows.filter((row) => row.meeting_status === "held" && row.meeting_at!.startsWith(month));
  const noShowIn = (month: string) =>
    lastRows.filter((row) => row.meeting_status === "no_show" && row.no_show_by !== "us" && row.meeting_at!.startsWith(month));
  const rating = (month: string) => {
    const ids = new Set(heldIn(month).map((row) => row.handoff_id));
    return mean(feedback.filter((row) => ids.has(row.handoff_id) && row.quality_score).map((row) => Number(row.quality_score)));
  };

  it("looks like the seed document's dashboard at the end: more shows and SQLs, better ratings", () => {
    const shown = (month: string) => heldIn(month).length / (heldIn(month).length + noShowIn(month).length);
    expect(shown("2026-09")).toBeGreaterThan(shown("2026-08"));
    const sql = share(heldIn("2026-08"), (row) => row.sql_at !== "");
    expect(sql > 0.3 && sql < 0.45).toBe(true);
    expect([rating("2026-08"), rating("2026-09")].map((value) => Math.round(value))).toEqual([7, 8]);
  });

  it("is quieter in August and December", () => {
    const booked = (month: string) => handoffs.filter((row) => row.booked_at!.startsWith(month)).length;
    expect(booked("2025-08")).toBeLessThan(0.85 * booked("2025-09"));
    expect(booked("2025-12")).toBeLessThan(0.85 * booked("2025-11"));
  });

  it("comes in order: booked, met, decided, sold", () => {
    const ordered = lastRows.filter((row) => row.meeting_at !== "" && row.meeting_status === "held");
    const broken = ordered.filter((row) => {
      const times = [row.booked_at, row.meeting_at, row.accepted_at, row.sql_at].filter(Boolean) as string[];
      return times.join() !== [...times].sort().join();
    });
    expect(broken).toEqual([]);
    const deals = new Map(opportunities.map((row) => [row.opportunity_id, row]));
    const early = lastRows.filter(
      (row) => row.opportunity_id !== "" && deals.get(row.opportunity_id!)!.created_at! < row.sql_at!,
    );
    expect(early).toHaveLength(1);
  });

  it("takes some chains through several slots, each later than the one before", () => {
    const chains = [...group(handoffs, "handoff_id").values()].filter((rows) => rows.length > 1);
    expect(chains.length).toBeGreaterThan(500);
    expect(
      chains.filter((rows) =>
        rows.some((row, index) => index > 0 && row.meeting_at !== "" && row.meeting_at! <= rows[index - 1]!.meeting_at!),
      ),
    ).toEqual([]);
    expect(
      chains.filter((rows) =>
        rows.slice(0, -1).some((row) => !["rescheduled", "canceled", "no_show"].includes(row.meeting_status!)),
      ),
    ).toEqual([]);
  });

  it("leaves meetings to come, with briefs that are partly filled", () => {
    const coming = lastRows.filter((row) => row.meeting_at! > EXPORTED_AT && row.meeting_status === "scheduled");
    expect(coming.length).toBeGreaterThan(40);
    const filled = coming.map(
      (row) => ["pain_primary", "budget", "champion", "next_steps"].filter((field) => row[field] !== "").length,
    );
    expect(filled.some((count) => count > 0 && count < 4)).toBe(true);
  });
});

describe("the habits", () => {
  it("show in the exports: a planted field is filled far less often than elsewhere", () => {
    for (const {id, habit, focus} of truth.sdrs.filter((sdr) => sdr.habit.startsWith("field:"))) {
      const field = habit.slice("field:".length);
      const before = lastRows.filter((row) => row.meeting_status === "held" && (!focus || row.booked_at! < focus.agreed_on));
      const own = share(
        before.filter((row) => row.sdr_id === id),
        (row) => isFilled(row[field]),
      );
      const others = share(
        before.filter((row) => row.sdr_id !== id),
        (row) => isFilled(row[field]),
      );
      expect(own, habit).toBeLessThan(0.6 * others);
    }
  });

  it("go away after a focus that worked and stay after the one that did not", () => {
    const filledAround = (habit: string, field: string) => {
      const sdr = habitOf(habit);
      const own = lastRows.filter((row) => row.sdr_id === sdr.id && row.meeting_at! < EXPORTED_AT);
      const [before, after] = [
        own.filter((row) => row.booked_at! < sdr.focus!.agreed_on),
        own.filter((row) => row.booked_at! > sdr.focus!.agreed_on),
      ];
      return share(after, (row) => row[field] !== "") - share(before, (row) => row[field] !== "");
    };
    expect(filledAround("no_confirmation", "confirmation_sent_at")).toBeGreaterThan(0.4);
    expect(filledAround("field:champion", "champion")).toBeGreaterThan(0.3);
    expect(Math.abs(filledAround("field:next_steps", "next_steps"))).toBeLessThan(0.15);
  });

  it("let one SDR be slow to reach out, and starters begin with few handoffs", () => {
    const hours = (id: string) =>
      leads
        .filter((row) => row.sdr_id === id && row.first_touch_at! > row.created_at!)
        .map((row) => (Date.parse(row.first_touch_at!) - Date.parse(row.created_at!)) / 3.6e6)
        .sort((a, b) => a - b);
    const median = (list: number[]) => list[Math.floor(list.length / 2)]!;
    const slow = habitOf("slow_first_touch").id;
    expect(median(hours(slow))).toBeGreaterThan(2 * median(hours(truth.sdrs.find(({habit}) => habit === "none")!.id)));
    const starters = truth.sdrs.filter(({started_on}) => started_on > "2026-03");
    expect(starters).toHaveLength(4);
    expect(starters.every(({id}) => lastRows.filter((row) => row.sdr_id === id).length < 100)).toBe(true);
  });

  it("make a harsh AE rate more than a point below the others, and a kind one above", () => {
    const rated = (id: string) =>
      mean(feedback.filter((row) => row.ae_id === id && row.quality_score).map((row) => Number(row.quality_score)));
    const overall = mean(feedback.filter((row) => row.quality_score).map((row) => Number(row.quality_score)));
    const bySeverity = [...truth.aes].sort((a, b) => a.severity - b.severity);
    expect(rated(bySeverity[0]!.id)).toBeLessThan(overall - 0.8);
    expect(rated(bySeverity.at(-1)!.id)).toBeGreaterThan(overall + 0.7);
  });
});

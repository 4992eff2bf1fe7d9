import {beforeAll, describe, expect, it} from "vitest";
import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {CompanyData, HealthData, MetricRow} from "../../pipeline/contract/datasets.js";
import {readMetricRows} from "../../pipeline/metrics/index.js";
import {expectToAddUp} from "../publish/adds-up.js";
import {addUp, canonicalFolder, monthOf, readMembers, type Member} from "../reference/metrics.js";
import {openSample, sampleConfig as config} from "../sample.js";

const zone = config.timezone;
let data: string;
let rows: MetricRow[];
let members: Record<string, Member[]>;

beforeAll(async () => {
  const {db, data: folder} = await openSample();
  data = folder;
  rows = await readMetricRows(db, {});
  members = readMembers(canonicalFolder, {
    zone,
    asOf: Date.parse(config.sources[0]!.exported_at!),
    rescheduleDays: 14,
    lateCancelHours: 24,
    businessDays: 2,
    closes: config.business_hours.end,
    holidays: new Set(config.holidays),
  });
});

const SCOPES = {
  company: () => "",
  sdr: (member: Member) => member.sdr,
  ae: (member: Member) => member.ae,
  source: (member: Member) => member.source,
} as const;
const PERIODS = {all: () => "", month: (member: Member) => monthOf(member.datedAt, zone)} as const;

describe("the sample company's metrics", () => {
  const compared = [
    "show_rate",
    "first_slot_show_rate",
    "meeting_to_sql_rate",
    "sql_to_opportunity_rate",
    "meeting_to_opportunity_rate",
    "opportunity_to_win_rate",
    "handoff_quality_score",
    "feedback_response_rate",
    "acceptance_rate",
    "qualification_accuracy",
    "partially_qualified_rate",
    "advance_forecast_accuracy",
    "meeting_booking_rate",
    "lead_qualification_rate",
  ];

  it.each(compared)("%s equals a second, plain reading of its definition, by scope and month", (metric) => {
    for (const [scope, ownerOf] of Object.entries(SCOPES)) {
      for (const [period, periodOf] of Object.entries(PERIODS)) {
        const expected = addUp(
          members[metric]!.filter((member) => scope === "company" || ownerOf(member) !== ""),
          (member) => `${ownerOf(member)} ${periodOf(member)}`,
        );
        const found = rows.filter((row) => row.metric === metric && row.scope === scope && row.period === period);
        expect(
          Object.fromEntries(found.map((row) => [`${row.scope_id} ${row.period_start}`, pick(row)])),
          `${scope} by ${period}`,
        ).toEqual(
          Object.fromEntries(
            [...expected].map(([key, sum]) => [
              key,
              {...sum, numerator: sum.denominator > 0 ? sum.numerator : expect.anything()},
            ]),
          ),
        );
      }
    }
  });

  it("adds up: SDRs to the company, months to all time", () => {
    for (const metric of ["show_rate", "meeting_to_sql_rate", "documentation_completeness"]) {
      const total = (scope: string, period: string) =>
        rows
          .filter((row) => row.metric === metric && row.scope === scope && row.period === period)
          .reduce((sum, row) => sum + row.denominator!, 0);
      expect(total("sdr", "all")).toBe(total("company", "all"));
      expect(total("company", "month")).toBe(total("company", "all"));
    }
  });

  it("holds no NaN and no Infinity, and every interval holds its value", () => {
    const numbers = (row: MetricRow) => [
      row.numerator,
      row.denominator,
      row.value,
      row.lower,
      row.upper,
      row.previous_value,
      row.target,
    ];
    expect(rows.filter((row) => numbers(row).some((number) => number !== null && !Number.isFinite(number)))).toEqual([]);
    expect(
      rows.filter(({value, lower, upper}) => lower !== null && !(lower <= value! + 1e-12 && value! <= upper! + 1e-12)),
    ).toEqual([]);
  });
});

function pick({numerator, denominator, in_flight}: MetricRow) {
  return {numerator: numerator ?? 0, denominator: denominator ?? 0, in_flight};
}

it("every row of the sample company is accounted for, from the exports to what its funnel counts", () => {
  const read = <T>(path: string) => JSON.parse(readFileSync(join(data, path), "utf8")) as T;
  const {bridge} = read<HealthData>("health.json");
  expectToAddUp(bridge, read<CompanyData>("company.json"));
  expect(bridge.map(({entity, steps}) => [entity, steps[0]!.count, steps.at(-1)!.count])).toEqual([
    ["leads", 8913, 8692],
    ["handoffs", 5947, 4963],
    ["opportunities", 746, 746],
  ]);
});

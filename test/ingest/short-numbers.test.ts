import {expect, test} from "vitest";
import {csv, ingestFiles} from "./given-files.js";

const cells = async (file: string, header: string, column: string, texts: readonly string[]) => {
  const {db} = await ingestFiles({[file]: csv(header, ...texts.map((text, index) => `k${index + 1},"${text}"`))});
  const entity = file.replace(".csv", "");
  const rows = await db.rows<Record<string, string | null>>(`select ${column} from raw.${entity} order by _line`);
  const [reason] = await db.rows<{reason: string}>("select reason from raw.rejects where effect = 'cell'");
  return {values: rows.map((row) => (row[column] == null ? null : Number(row[column]))), reason: reason?.reason};
};
const amounts = async (...texts: string[]) => (await cells("opportunities.csv", "opportunity_id,amount", "amount", texts)).values;

test("amounts in thousands and millions, as they are written in a hurry", async () => {
  expect(await amounts("$1.2M", "350k", "$2,300", "USD 1.5 million", "2.3m", "€1bn", "17")).toEqual([
    1_200_000, 350_000, 2300, 1_500_000, 2_300_000, 1_000_000_000, 17,
  ]); // prettier-ignore
  expect(await amounts("1,2 Mio. €", "350 Tsd. EUR", "500 T€", "1,5 Mrd. €", "12.500,00 €", "2 Milliarden")).toEqual([
    1_200_000, 350_000, 500_000, 1_500_000_000, 12_500, 2_000_000_000,
  ]); // prettier-ignore
  expect((await cells("accounts.csv", "account_id,employees", "employees", ["1.2k", "300"])).values).toEqual([1200, 300]);
});

test("what is no amount stays none", async () => {
  expect(await amounts("5 x", "k", "12 months")).toEqual([null, null, null]);
});

test("lengths of calls and meetings", async () => {
  const texts = ["31m 12s", "00:31:12", "1h 5m", "PT2M", "90", "12:30", "45 min"];
  expect((await cells("calls.csv", "call_id,duration_seconds", "duration_seconds", texts)).values).toEqual([
    1872, 1872, 3900, 120, 90, 750, 2700,
  ]);
});

test("minutes: what could be hours or minutes is blank and says so", async () => {
  const rows = ["31m 12s", "1 Std. 30 Min.", "1:00:00", "45", "0:45"].map(
    (text, index) => `h${index},s,a,x,2026-03-02T10:00,${text}`,
  );
  const {db} = await ingestFiles({
    "handoffs.csv": csv("handoff_id,sdr_id,ae_id,account_id,meeting_at,duration_minutes", ...rows),
  });
  const found = await db.rows<{m: number | null}>("select duration_minutes::double as m from raw.handoffs order by _line");
  expect(found.map(({m}) => m)).toEqual([31.2, 90, 60, 45, null]);
  expect(await db.rows("select reason from raw.rejects where effect = 'cell'")).toEqual([
    {reason: "could be hours and minutes or minutes and seconds: write 0:45:00 or 45 min"},
  ]);
});

/** Companies at the ends of what there is: names that are long or in other scripts, one SDR or hundreds, shares of all or none, money of none or of billions. */
import Papa from "papaparse";

const SCRIPTS = [
  "Maximiliane-Theodora von Hohenstein-Württemberg zu Oberschönau", // 62 letters
  "عبد الرحمن بن محمد آل سعود الهاشمي",
  "欧阳诗韵·李明轩",
  "श्रीनिवासन वेंकटरमण अय्यर",
  "Ngọc Trâm Nguyễn-Đặng",
];
const COMPANIES = [
  "Rheinisch-Westfälische Gesellschaft für Anlagenbau & Co. KGaA", // 61 letters
  "شركة الخليج للصناعات الثقيلة المحدودة",
  "深圳市华远精密机械制造有限公司",
  "भारतीय विद्युत उपकरण निगम लिमिटेड",
  "Ω",
];
/** Months with handoffs: none in July. */
const MONTHS = ["2026-04", "2026-05", "2026-06", "2026-08", "2026-09"];
const at = <T>(list: readonly T[], n: number) => list[n % list.length]!;

/**
 * Exports as CSV, by file, for so many SDRs: every meeting was held and every brief names a budget; half of the deals are worth nothing, the others ten
 * billion yen; the last SDR is a team of one.
 */
export function makeOddExports(sdrs: number): Record<string, string> {
  const ids = Array.from({length: sdrs}, (_, n) => n);
  const aes = Math.max(1, Math.round(sdrs / 10));
  const name = (n: number, kind: string) =>
    n < SCRIPTS.length ? SCRIPTS[n]! : `${kind} ${n} ${at(["Ito", "Okafor", "Lindqvist"], n)}`;
  const people = [
    ...ids.map((n) => ({person_id: `s${n}`, name: name(n, "Kei"), role: "sdr", team: n === sdrs - 1 ? "東京営業部" : `Team ${Math.floor(n / 20)}`, manager_id: `m${Math.floor(n / 20)}`})),
    ...ids.slice(0, aes).map((n) => ({person_id: `a${n}`, name: n === 0 ? at(SCRIPTS, 1) + " II" : `Rin ${n} Ae`, role: "ae", team: "Closing", manager_id: "m0"})),
    ...ids.slice(0, Math.ceil(sdrs / 20)).map((n) => ({person_id: `m${n}`, name: `Manager ${n}`, role: "manager", team: "", manager_id: ""})),
  ]; // prettier-ignore
  const handoffs = ids.flatMap((n) =>
    MONTHS.slice(0, n < 20 ? MONTHS.length : 1 + (n % 2)).map((month, k) => {
      const day = String(3 + (n % 20)).padStart(2, "0");
      const id = `h${n}-${k}`;
      return {
        handoff_id: id, sdr_id: `s${n}`, ae_id: `a${n % aes}`, account_id: `c${n % 40}`, opportunity_id: `o${n}-${k}`, source: at(["inbound", "event", "Außendienst-Veranstaltungen in Österreich"], n), motion: "sales_led",
        segment: at(["大企業", "smb"], n), booked_at: `${month}-01T09:00:00Z`, meeting_at: `${month}-${day}T09:00:00Z`, meeting_status: "held", accepted_at: `${month}-${day}T12:00:00Z`, sql_at: n % 3 ? `${month}-${day}T15:00:00Z` : "",
        budget: "¥10,000,000,000 を予算化済み", pain_primary: at(["契約更新が手作業", "تجديد العقود يدوي", "अनुबंध हाथ से"], n),
      };
    }),
  ); // prettier-ignore
  const ahead = {handoff_id: "ahead", sdr_id: "s0", ae_id: "a0", account_id: "c0", opportunity_id: "", source: "inbound", motion: "sales_led", segment: "smb", booked_at: "2026-09-28T09:00:00Z", meeting_at: "2026-10-06T09:00:00Z", meeting_status: "scheduled", accepted_at: "", sql_at: "", budget: "", pain_primary: ""}; // prettier-ignore
  const files = {
    people,
    accounts: Array.from({length: 40}, (_, n) => ({account_id: `c${n}`, name: n < COMPANIES.length ? COMPANIES[n]! : `Account ${n}`})),
    handoffs: [...handoffs, ahead],
    opportunities: handoffs.map(({opportunity_id, account_id, sdr_id, ae_id, meeting_at}, n) => ({opportunity_id, account_id, sdr_id, owner_id: ae_id, amount: n % 2 ? 10_000_000_000 : 0, currency: "JPY", created_at: meeting_at, closed_at: "2026-09-29T09:00:00Z", is_closed: 1, is_won: n % 4 < 2 ? 1 : 0})),
    feedback: handoffs.filter((_, n) => n % 2 === 0).map(({handoff_id, ae_id}, n) => ({feedback_id: `f${n}`, handoff_id, ae_id, submitted_at: "2026-09-29T09:00:00Z", quality_score: 10, qualification_accuracy: "full", missing: n % 3 ? "" : at(["予算の承認者が不明", "لم يذكر صاحب القرار", "Wer unterschreibt?"], n)})),
  }; // prettier-ignore
  return Object.fromEntries(
    Object.entries(files).map(([entity, rows]) => [`${entity}.csv`, Papa.unparse(rows as object[], {quotes: true})]),
  );
}

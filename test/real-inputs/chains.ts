/** Meeting rows that name no handoff, put into chains by the rule of the definitions, one prospect after another. */
import {instant, type Cells} from "../reference/read.js";

const OPEN = ["rescheduled", "canceled", "no_show"];

/**
 * The rows with a `handoff_id`. `prospectOf` says which rows are of one SDR and one prospect. A row joins the latest chain of
 * its prospect whose last slot was rescheduled, cancelled or missed at most `days` before the row was booked.
 */
export function nameHandoffs(rows: readonly Cells[], prospectOf: (row: Cells) => string, zone: string, days: number): Cells[] {
  const at = (row: Cells) => instant(row.meeting_at, zone)!;
  const bookedAt = (row: Cells) => instant(row.booked_at, zone) ?? at(row);
  const chains = new Map<string, Cells[][]>();
  const inOrder = [...rows].sort(
    (a, b) => at(a) - at(b) || bookedAt(a) - bookedAt(b) || (a.meeting_id! < b.meeting_id! ? -1 : 1),
  );
  for (const row of inOrder) {
    const own = chains.get(prospectOf(row)) ?? [];
    chains.set(prospectOf(row), own);
    const followed = own
      .filter((chain) => OPEN.includes(chain.at(-1)!.meeting_status!) && bookedAt(row) <= at(chain.at(-1)!) + days * 86_400_000)
      .sort((a, b) => at(a.at(-1)!) - at(b.at(-1)!))
      .at(-1);
    if (followed) followed.push(row);
    else own.push([row]);
  }
  return [...chains.values()].flat().flatMap((chain) => chain.map((row) => ({...row, handoff_id: chain[0]!.meeting_id!})));
}

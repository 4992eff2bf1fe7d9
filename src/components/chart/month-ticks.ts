import * as Plot from "@observablehq/plot";

/** Below this width Plot's own choice may come down to a single year. */
const NARROW = 480;
/** Room for the name of a month, with air beside it, in pixels. */
const LABEL = 64;

/**
 * The options of a time axis: on a narrow picture the first, the last and as many months between as have room, each year named once; else
 * as many ticks as have room, chosen by Plot.
 * @param days what is drawn, oldest first
 * @param width of the whole picture, in pixels
 * @param inner of the part between its margins
 * @param most of the ticks that Plot chooses
 */
export function monthTicks(days: readonly Date[], width: number, inner: number, most: number): Plot.ScaleOptions {
  const months = width < NARROW ? listMonths(days) : [];
  if (months.length < 2) return {ticks: Math.max(2, Math.min(most, Math.floor(width / 90)))};
  const count = Math.min(months.length, Math.max(3, Math.floor(inner / LABEL) + 1));
  const ticks = Array.from({length: count}, (_, index) => months[Math.round((index * (months.length - 1)) / (count - 1))]!);
  const name = Plot.formatMonth("en-US", "short");
  const tickFormat = (day: Date, index: number) =>
    index > 0 && ticks[index - 1]!.getUTCFullYear() === day.getUTCFullYear()
      ? name(day.getUTCMonth())
      : `${name(day.getUTCMonth())}\n${day.getUTCFullYear()}`;
  return {ticks, tickFormat};
}

/** The first days of months from the first day drawn to the last. */
function listMonths(days: readonly Date[]): Date[] {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return [];
  const months: Date[] = [];
  for (let month = first.getUTCMonth(); ; month++) {
    const day = new Date(Date.UTC(first.getUTCFullYear(), month, 1));
    if (day > last) return months;
    if (day >= first) months.push(day);
  }
}

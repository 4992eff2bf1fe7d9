import type {Manifest} from "../../../pipeline/contract/datasets.js";
import {formatClock, formatTime, formatWeekday} from "./format.js";
import {make} from "./make.js";
import {dateFormat} from "../words/made-once.js";
import {say} from "../words/words.js";

type Site = Pick<Manifest, "timezone">;

/** The zone that the reader's browser is set to; empty where it does not say. */
export const findOwnZone = (): string => dateFormat({}).resolvedOptions().timeZone ?? "";

/** An instant by the reader's own clock, "04:00", with its day where that is another one; empty where that clock says what the company's says. */
export function tellOwnTime(instant: string, {timezone: zone}: Site, own = findOwnZone()): string {
  if (!own || own === zone || !isZone(own) || formatTime(instant, {zone}) === formatTime(instant, {zone: own})) return "";
  const [day, time] = [formatWeekday(instant, {zone: own}), formatClock(instant, {zone: own})];
  return day === formatWeekday(instant, {zone}) ? time : `${day}, ${time}`;
}

/**
 * What stands beside a time in the company's zone for a reader whose clock shows another: " Berlin · 04:00 your time"; null for all others. On paper
 * the company's time stands alone, since nobody knows where it is read.
 */
export function OwnTime(instant: string, manifest: Site, own?: string): HTMLElement | null {
  const when = tellOwnTime(instant, manifest, own);
  if (!when) return null;
  const dot = make("span", {"aria-hidden": "true"}, " · ");
  return make("span", {class: "own-time on-screen"}, ` ${namePlace(manifest.timezone)}`, dot, make("span", {class: "whole"}, say("own_time", {when}))); // prettier-ignore
}

/** The same within a sentence or a list that has named the zone: " (04:00 your time)". */
export function OwnTimeWithin(instant: string, manifest: Site, own?: string): HTMLElement | null {
  const when = tellOwnTime(instant, manifest, own);
  return when ? make("span", {class: "own-time on-screen"}, ` (${say("own_time", {when})})`) : null;
}

/** A sentence that tells of an instant as `formatTime` does, with the reader's own time behind it. */
export function withOwnTime(text: string, instant: string | undefined, manifest: Site, own?: string): Node | string {
  const beside = instant ? OwnTimeWithin(instant, manifest, own) : null;
  const told = formatTime(instant, {zone: manifest.timezone});
  const start = text.indexOf(told);
  if (!beside || start < 0) return text;
  return make("span", {}, text.slice(0, start + told.length), beside, text.slice(start + told.length));
}

/** A zone by its place: "Berlin" of "Europe/Berlin"; what names no place stays as it is. */
const namePlace = (zone: string): string => (zone.startsWith("Etc/") ? zone : zone.split("/").at(-1)!.replaceAll("_", " "));

function isZone(zone: string): boolean {
  try {
    return Boolean(dateFormat({timeZone: zone}));
  } catch {
    return false;
  }
}

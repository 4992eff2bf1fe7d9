import {make} from "./make.js";

/** What stands behind a number, in small print: each item whole, so that a line never breaks within one. */
export function Details(items: readonly (string | Node)[]): HTMLElement {
  const whole = items.flatMap((item, index) => [index ? " · " : "", make("span", {class: "whole"}, item)]);
  return make("span", {class: "muted small"}, ...whole);
}

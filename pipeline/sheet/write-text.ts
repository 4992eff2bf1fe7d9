import {escapeHtml} from "./escape-html.js";

/** Each text keeps its own direction of writing and turns nobody else's. */
export const text = (value: string): string => `<bdi>${escapeHtml(value)}</bdi>`;

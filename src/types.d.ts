/** Packages without types of their own, as far as components use them. */
declare module "htl" {
  export function html(strings: TemplateStringsArray, ...values: unknown[]): HTMLElement;
  export function svg(strings: TemplateStringsArray, ...values: unknown[]): SVGElement;
}
declare module "@observablehq/inputs" {
  export interface InputElement<T> extends HTMLElement {
    value: T;
  }
  export function select<T>(choices: Iterable<T> | Map<string, T>, options?: Record<string, unknown>): InputElement<T>;
  export function search<T>(data: Iterable<T>, options?: Record<string, unknown>): InputElement<T[]>;
}

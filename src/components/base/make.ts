/**
 * Elements made by hand, for what a page holds by the hundred: a template is parsed anew each time that it is used, which takes ten times as long. Whatever stands
 * on a page once is better read as a template.
 */
type Attributes = Readonly<Record<string, string | number | null | undefined>>;
type Content = Node | string | number | null | undefined;

/** An HTML element; an attribute or content that is null is left out. */
export const make = <K extends keyof HTMLElementTagNameMap>(name: K, attributes: Attributes = {}, ...content: Content[]): HTMLElementTagNameMap[K] =>
  fill(document.createElement(name), attributes, content); // prettier-ignore

/** An element of a drawing. */
export const draw = <K extends keyof SVGElementTagNameMap>(name: K, attributes: Attributes = {}, ...content: Content[]): SVGElementTagNameMap[K] =>
  fill(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, content); // prettier-ignore

function fill<E extends Element>(element: E, attributes: Attributes, content: readonly Content[]): E {
  for (const [name, value] of Object.entries(attributes)) if (value != null) element.setAttribute(name, String(value));
  for (const each of content) if (each != null) element.append(typeof each === "number" ? String(each) : each);
  return element;
}

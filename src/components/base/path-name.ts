import {make} from "./make.js";

/** A file's path, which a narrow column breaks between its parts and never within a name. */
export function PathName(path: string): HTMLElement {
  return make("span", {class: "path"}, ...path.split(/(?<=[/_])/).flatMap((part) => [part, make("wbr")]));
}

import {openPanel} from "./explain-panel.js";
import type {Asked} from "./explain-panel.js";
import {make} from "../base/make.js";

/**
 * A number that can be asked about: a button that looks like the number and opens the one panel that explains it. The question is
 * put together only when it is asked.
 * @param content the number as it is shown, with its mark where it has one
 */
export function Explained(content: Node | string, ask: () => Asked): HTMLElement {
  const open = (event: Event) => {
    // A number may stand in something else that opens.
    event.preventDefault();
    event.stopPropagation();
    openPanel(ask());
  };
  const button = make("button", {type: "button", class: "explained", "aria-haspopup": "dialog"}, content);
  button.addEventListener("click", open);
  return button;
}

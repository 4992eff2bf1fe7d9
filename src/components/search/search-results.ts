import {html} from "htl";
import {THING_KINDS} from "./search-things.js";
import type {Thing} from "./search-things.js";
import {say, startSentence} from "../words/words.js";

export interface Results {
  list: HTMLElement;
  /** Draws what was found, and keeps the one that the arrows stand on where it is still there. */
  show(things: readonly Thing[], input: HTMLInputElement): void;
  /** Arrow keys move among the results, Enter follows the one they stand on. */
  move(event: KeyboardEvent, input: HTMLInputElement): void;
}

/** What was found, by kind, as options that are links: they can be opened in another window, too. The focus stays in the field. */
export function SearchResults(): Results {
  const list = html`<div
    id="search-results"
    class="search-results"
    role="listbox"
    aria-label=${say("search_results")}
    hidden
  ></div>`;
  const options = () => [...list.querySelectorAll<HTMLAnchorElement>("[role=option]")];
  let active = "";

  function stand(input: HTMLInputElement, option: HTMLAnchorElement | undefined): void {
    active = option?.href ?? "";
    for (const each of options()) each.setAttribute("aria-selected", String(each === option));
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
    option?.scrollIntoView?.({block: "nearest"});
  }

  return {
    list,
    show(things, input) {
      let number = 0;
      list.replaceChildren(
        ...THING_KINDS.flatMap((kind) => {
          const own = things.filter((thing) => thing.kind === kind);
          if (!own.length) return [];
          return html`<div role="group" aria-labelledby=${`search-${kind}`}>
            <div id=${`search-${kind}`} class="search-kind" role="presentation">${startSentence(say(`search_${kind}`))}</div>
            ${own.map((thing) => Option(thing, `search-option-${++number}`))}
          </div>`;
        }),
      );
      list.hidden = number === 0;
      input.setAttribute("aria-expanded", String(number > 0));
      stand(input, options().find(({href}) => href === active) ?? options()[0]);
    },
    move(event, input) {
      const all = options();
      const at = all.findIndex(({href}) => href === active);
      if (event.key === "ArrowDown") stand(input, all[(at + 1) % all.length]);
      else if (event.key === "ArrowUp") stand(input, all.at(at - 1));
      else if (event.key === "Enter") all[at]?.click();
      else return;
      event.preventDefault();
    },
  };
}

function Option({name, detail, href}: Thing, id: string): HTMLElement {
  return html`<a role="option" aria-selected="false" id=${id} href=${href} tabindex="-1"
    ><span class="search-name" dir="auto">${name}</span> <span class="muted small" dir="auto">${detail}</span></a
  >`;
}

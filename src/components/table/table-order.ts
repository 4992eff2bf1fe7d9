import {html} from "htl";
import type {Column} from "./data-table.js";
import {make} from "../base/make.js";
import {say} from "../words/words.js";
import type {Order} from "./sort.js";

export interface OrderChoice {
  node: HTMLElement;
  /** Says which order is in force, whoever chose it. */
  show(order: Order | undefined): void;
}

/** The orders of a table as a list to choose from: where rows are lists of cells, its heads are not there to press. */
export function OrderChoice<T>(
  columns: readonly Column<T>[],
  initial: Order | undefined,
  onChoose: (order: Order | undefined) => void,
): OrderChoice {
  const orders = columns
    .filter(({isFixed}) => !isFixed)
    .flatMap(({key, label}) => [
      {key, label, descending: false},
      {key, label, descending: true},
    ]);
  const given = initial ? [] : [make("option", {value: ""}, say("order_given"))];
  const options = orders.map(({label, descending}, place) =>
    make("option", {value: place}, say(descending ? "order_descending" : "order_ascending", {column: label})),
  );
  const select = make("select", {}, ...given, ...options);
  select.addEventListener("change", () => {
    const chosen = select.value === "" ? undefined : orders[Number(select.value)];
    onChoose(chosen && {key: chosen.key, descending: chosen.descending});
  });
  return {
    node: html`<label class="order-choice for-stack">${say("order_by")} ${select}</label>`,
    show(order) {
      const place = orders.findIndex(({key, descending}) => key === order?.key && descending === order.descending);
      select.value = place < 0 ? "" : String(place);
    },
  };
}

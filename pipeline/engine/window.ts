import {AGGREGATES, orderable, type AggregateCall, type OrderKey} from "./rules/aggregates.js";
import {microsOf} from "./cast.js";
import {CannotCarry, type Node} from "./tree.js";
import {BIGINT, isInstant} from "./types.js";
import type {Value} from "./value.js";
import {orderKey} from "./expression.js";

const RANKS = ["row_number", "rank", "dense_rank"];
/** What their rules write is more than a call, and has no place for a window. */
const OF_GROUPS = ["list", "array_agg", "string_agg", "first", "arbitrary", "stddev_samp", "var_samp"];
const NEIGHBOURS = ["lag", "lead", "first_value", "last_value"];

/** ORDER BY of a window or a query. */
export const writeOrder = (keys: readonly OrderKey[]): string =>
  keys
    .map(
      ({value, isDescending, isNullsFirst}) =>
        `${orderable(value)}${isDescending ? " DESC" : ""} NULLS ${isNullsFirst ? "FIRST" : "LAST"}`,
    )
    .join(", ");

/** A window function with its partition, order and frame. */
export function window(node: Node, go: (node: Node) => Value): Value {
  const name = (node.function_name as string).toLowerCase();
  const keys = (node.orders as Node[]).map((key) => orderKey(key, go));
  const isRange = /RANGE/.test(`${node.start as string}${node.end as string}`) && Boolean(node.start_expr ?? node.end_expr);
  const ordered = isRange ? keys.map(asNumber) : keys;
  const partition = (node.partitions as Node[]).map((part) => go(part).sql);
  const isFrameless = RANKS.includes(name) || name === "lag" || name === "lead";
  const over = [
    partition.length > 0 ? `PARTITION BY ${partition.join(", ")}` : "",
    ordered.length > 0 ? `ORDER BY ${writeOrder(ordered)}` : "",
    isFrameless || keys.length === 0 ? "" : frame(node, go),
  ];
  const {sql, type} = called(name, node, go);
  const text = `${sql} OVER (${over.filter(Boolean).join(" ")})`;
  return {sql: type === BIGINT ? `toInt64(${text})` : text, type};
}

function called(name: string, node: Node, go: (node: Node) => Value): Value {
  const args = (node.children as Node[]).map(go);
  if (node.ignore_nulls || node.distinct) throw new CannotCarry(`${name} over a window with IGNORE NULLS or DISTINCT`);
  if (RANKS.includes(name)) return {sql: `${name}()`, type: BIGINT};
  if (NEIGHBOURS.includes(name)) {
    const more = [node.offset_expr, node.default_expr].filter(Boolean).map((other) => go(other as Node).sql);
    const own = name.endsWith("value") ? `${name}_respect_nulls` : name;
    return {sql: `${own}(${[args[0]!.sql, ...more].join(", ")})`, type: args[0]!.type};
  }
  const rule = AGGREGATES[name];
  if (!rule || OF_GROUPS.includes(name)) throw new CannotCarry(`no rule knows ${name} over a window`);
  const filter = node.filter_expr ? `ifNull(${go(node.filter_expr as Node).sql}, false)` : undefined;
  const given: AggregateCall = {
    name, args, isDistinct: false, filter, order: [],
    refuse: (why) => {
      throw new CannotCarry(why);
    },
  }; // prettier-ignore
  const {sql, type} = rule(given);
  // The rule of count turns its result into a signed number, which must stand around the window.
  return name.startsWith("count") ? {sql: sql.slice("toInt64(".length, -1), type: BIGINT} : {sql, type};
}

/** ClickHouse measures ranges in numbers that are never null. */
function asNumber(key: OrderKey): OrderKey {
  const {value} = key;
  const sql = isInstant(value.type) ? microsOf(value) : value.sql;
  return {...key, value: {sql: `assumeNotNull(${sql})`, type: BIGINT}};
}

function frame(node: Node, go: (node: Node) => Value): string {
  const side = (word: string, bound: Node | null): string => {
    if (word === "UNBOUNDED_PRECEDING" || word === "UNBOUNDED_FOLLOWING") return word.replace("_", " ");
    if (word.startsWith("CURRENT_ROW")) return "CURRENT ROW";
    const direction = word.includes("PRECEDING") ? "PRECEDING" : "FOLLOWING";
    const value = bound && go(bound);
    const size = value && value.constant;
    if (typeof size !== "number") throw new CannotCarry("a frame whose width is no constant");
    return `${size} ${direction}`;
  };
  const unit = /_ROWS/.test(`${node.start as string}${node.end as string}`) ? "ROWS" : "RANGE";
  return `${unit} BETWEEN ${side(node.start as string, node.start_expr as Node | null)} AND ${side(node.end as string, node.end_expr as Node | null)}`;
}

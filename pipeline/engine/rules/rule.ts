import type {Node} from "../tree.js";
import type {Type} from "../types.js";
import type {Value} from "../value.js";

/** A call of a function: its arguments carried over, and what else a rule may need. */
export interface Call {
  name: string;
  node: Node;
  args: readonly Value[];
  /** The lambda at a place among the arguments, for elements of a type: its ClickHouse text, and the type of what it returns. */
  lambda(place: number, element: Type): {sql: string; type: Type};
  /** The literal at a place. */
  literal(place: number): string;
  /** What a value is, where it is the same for all rows: a literal, or a cell of a table of one row. */
  constant(value: Value): string | number | undefined;
  /** Refuses the call, with the reason. */
  refuse(why: string): never;
}

/** How a DuckDB function is written for ClickHouse. */
export type Rule = (call: Call) => Value;
export type Rules = Readonly<Record<string, Rule>>;

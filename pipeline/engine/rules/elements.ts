import {CannotCarry} from "../tree.js";
import type {Value} from "../value.js";
import type {Call} from "./rule.js";

/** A field of a struct by its name. */
export function field(value: Value, name: string): Value {
  const fields = value.type.kind === "struct" ? value.type.fields : [];
  const place = fields.findIndex(([other]) => other.toLowerCase() === name.toLowerCase());
  if (place < 0) throw new CannotCarry(`no field ${name} is known here`);
  return {sql: `tupleElement(${value.sql}, ${place + 1})`, type: fields[place]![1]};
}

/** An element by its place from 1, null outside; a field by its name. */
export const elementAt = ([of, place]: readonly Value[], given: Pick<Call, "refuse">): Value => {
  if (of!.type.kind === "struct" && typeof place!.constant === "string") return field(of!, place!.constant);
  const type = of!.type.kind === "list" ? of!.type.of : given.refuse(`an element of ${of!.type.kind}`);
  if (type.kind === "list") return {sql: `arrayElement(${of!.sql}, ifNull(${place!.sql}, 0))`, type};
  return {sql: `arrayElementOrNull(${of!.sql}, ${place!.sql})`, type};
};

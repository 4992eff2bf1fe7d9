import {asText} from "../cast.js";
import {TEXT} from "../types.js";
import {quoteLiteral, type Value} from "../value.js";
import type {Call, Rule} from "./rule.js";

/** A whole number with a comma between each three digits. */
const thousands = (whole: string, value = whole): string =>
  `if(isNull(${value}), NULL, concat(if(startsWith(toString(${value}), '-'), '-', ''), arrayStringConcat(arrayMap(x -> reverse(x), arrayReverse(extractAll(reverse(toString(abs(ifNull(${whole}, 0)))), '[0-9]{1,3}'))), ',')))`;

/** The power of ten of a number; of none and of nought, 0. */
const powerOf = (value: string): string => `toInt32(floor(log10(ifNull(nullIf(abs(${value}), 0), 1))))`;

/** A number to so many significant digits, without noughts at the end; with an exponent where it would have more than those, or begin with four noughts. */
function significant(value: string, digits: number): string {
  const rounded = `round(${value}, ${digits - 1} - ${powerOf(value)})`;
  const power = powerOf(rounded);
  const exponent = `concat(if(${power} < 0, '-', '+'), leftPad(toString(abs(${power})), 2, '0'))`;
  return `if(${power} BETWEEN -4 AND ${digits - 1}, toString(${rounded}), concat(toString(round(${rounded} / pow(10, ${power}), ${digits - 1})), 'e', ${exponent}))`;
}

function piece(spec: string, value: Value, given: Call): string {
  if (spec === "") return asText(value);
  if (spec === ":,")
    return value.type.kind === "int" ? thousands(value.sql) : given.refuse(`format {${spec}} of ${value.type.kind}`);
  const [, places] = /^:,\.(\d+)f$/.exec(spec) ?? [];
  if (places === "0") return thousands(`toInt64(roundBankers(${value.sql}))`, value.sql);
  const [, digits] = /^:\.(\d+)g$/.exec(spec) ?? [];
  if (digits) return significant(value.sql, Number(digits));
  const [, fixed] = /^:\.(\d+)f$/.exec(spec) ?? [];
  if (fixed) return `toDecimalString(round(${value.sql}, ${fixed}), ${fixed})`;
  const [, width] = /^:0(\d+)d?$/.exec(spec) ?? [];
  if (width) return `leftPad(toString(${value.sql}), ${width}, '0')`;
  return given.refuse(`format {${spec}}`);
}

/** `format('{} of {}', a, b)`: its parts put together; ClickHouse's own knows no formats of numbers. */
export const format: Rule = (given) => {
  let place = 1;
  const parts = given
    .literal(0)
    .split(/(\{[^}]*\})/)
    .filter((part) => part !== "")
    .map((part) => (part.startsWith("{") ? piece(part.slice(1, -1), given.args[place++]!, given) : quoteLiteral(part)));
  return {sql: `concat('', ${parts.join(", ")})`, type: TEXT};
};

import {asText} from "../cast.js";
import {TEXT} from "../types.js";
import {quoteLiteral, type Value} from "../value.js";
import type {Call, Rule} from "./rule.js";

/** A whole number with a comma between each three digits. */
const thousands = (whole: string): string =>
  `if(isNull(${whole}), NULL, concat(if(${whole} < 0, '-', ''), arrayStringConcat(arrayMap(x -> reverse(x), arrayReverse(extractAll(reverse(toString(abs(ifNull(${whole}, 0)))), '[0-9]{1,3}'))), ',')))`;

/** A number to so many significant digits, without noughts at the end. */
const significant = (value: string, digits: number): string =>
  `toString(if(${value} = 0, ${value}, round(${value}, greatest(0, ${digits - 1} - toInt32(floor(log10(abs(${value}))))))))`;

function piece(spec: string, value: Value, given: Call): string {
  if (spec === "") return asText(value);
  if (spec === ":,")
    return value.type.kind === "int" ? thousands(value.sql) : given.refuse(`format {${spec}} of ${value.type.kind}`);
  const [, places] = /^:,\.(\d+)f$/.exec(spec) ?? [];
  if (places === "0") return thousands(`toInt64(roundBankers(${value.sql}))`);
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

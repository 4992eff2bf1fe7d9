import {asText} from "../cast.js";
import {TEXT} from "../types.js";
import {quoteLiteral, type Value} from "../value.js";
import type {Call, Rule} from "./rule.js";

/** The text of a whole number with a comma between each three digits. */
const thousands = (text: string): string =>
  `if(isNull(${text}), NULL, concat(if(startsWith(${text}, '-'), '-', ''), arrayStringConcat(arrayMap(x -> reverse(x), arrayReverse(extractAll(reverse(ifNull(${text}, '')), '[0-9]{1,3}'))), ',')))`;

function piece(spec: string, value: Value, given: Call): string {
  if (spec === "") return asText(value);
  if (spec === ":,")
    return value.type.kind === "int" ? thousands(asText(value)) : given.refuse(`format {${spec}} of ${value.type.kind}`);
  if (spec === ":,.0f") return thousands(`printf('%.0f', ${value.sql})`);
  // Both engines have these from the same library.
  const [, plain] = /^:(\.\d+[fg]|0\d+d?)$/.exec(spec) ?? [];
  if (!plain) return given.refuse(`format {${spec}}`);
  return `printf('%${/\d$/.test(plain) ? `${plain}d` : plain}', ${value.sql})`;
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

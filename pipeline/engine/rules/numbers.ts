import {BIGINT, BOOL, commonType, FLOAT, INTEGER, isInstant, SPAN, type Type} from "../types.js";
import {call, type Value} from "../value.js";
import {microsOf, settle} from "../cast.js";
import type {Call, Rule, Rules} from "./rule.js";

const numberType = (a: Type, b: Type): Type => {
  const type = commonType(a, b);
  return type.kind === "bool" || type.kind === "null" ? INTEGER : type.kind === "text" ? FLOAT : type;
};

/** Adding and taking away: of numbers, of days and whole numbers, of instants and intervals. */
const add =
  (sign: "+" | "-"): Rule =>
  ({args, refuse}) => {
    const [a, b] = args as [Value, Value?];
    if (!b)
      return sign === "+"
        ? a
        : {sql: `(-${a.sql})`, type: a.type, constant: typeof a.constant === "number" ? -a.constant : undefined};
    if (a.type.kind === "interval" && b.type.kind === "interval") refuse("two intervals together");
    if (b.type.kind === "interval" && isInstant(a.type)) return shift(a, sign, b);
    if (a.type.kind === "interval" && isInstant(b.type) && sign === "+") return shift(b, sign, a);
    if (a.type.kind === "date" && b.type.kind === "date" && sign === "-")
      return {sql: `intDiv(${microsOf(a)} - ${microsOf(b)}, toInt64(86400000000))`, type: BIGINT};
    if (a.type.kind === "date" && (b.type.kind === "int" || b.type.kind === "null"))
      return {sql: call(sign === "+" ? "addDays" : "subtractDays", a.sql, b.sql), type: a.type};
    if (isInstant(a.type) && isInstant(b.type) && sign === "-") return {sql: `(${microsOf(a)} - ${microsOf(b)})`, type: SPAN};
    if (isInstant(a.type) || isInstant(b.type)) refuse(`${a.type.kind} ${sign} ${b.type.kind}`);
    return {sql: `(${a.sql} ${sign} ${b.sql})`, type: numberType(a.type, b.type)};
  };

/** A day moved by an interval is an instant. */
function shift(at: Value, sign: string, by: Value): Value {
  const from = at.type.kind === "date" ? `toDateTime64(${at.sql}, 6, 'UTC')` : at.sql;
  return {sql: `(${from} ${sign} ${by.sql})`, type: at.type.kind === "zoned" ? at.type : {kind: "timestamp"}};
}

const multiply: Rule = ({args: [a, b], refuse}) => {
  if (b!.type.kind === "interval") {
    const size = typeof b!.constant === "number" ? b!.constant : refuse("an interval of no fixed length, several times");
    return {
      sql: `toIntervalMicrosecond(toInt64(${a!.sql} * ${size}))`,
      type: b!.type,
      constant: typeof a!.constant === "number" ? a!.constant * size : undefined,
    };
  }
  return {
    sql: `(${a!.sql} * ${b!.sql})`,
    type: numberType(a!.type, b!.type),
    constant: typeof a!.constant === "number" && typeof b!.constant === "number" ? a!.constant * b!.constant : undefined,
  };
};

/** Extremes leave nulls out in both (`least_greatest_legacy_null_behavior` off); an ENUM's order is that of its words. */
const extreme =
  (name: string): Rule =>
  ({args, refuse}) => {
    const type = args.map((arg) => arg.type).reduce(commonType);
    if (type.kind === "enum" || type.kind === "list") refuse(`${name} of ${type.kind}`);
    return {sql: args.length === 1 ? args[0]!.sql : call(name, ...args.map((arg) => settle(arg, type))), type};
  };

const plain =
  (name: string, type: (a: Type, b?: Type) => Type = () => FLOAT): Rule =>
  ({args}) => ({sql: call(name, ...args.map(({sql}) => sql)), type: type(args[0]!.type, args[1]?.type)});

const whole = (a: Type, b: Type = a): Type => numberType(a, b);
const same = (a: Type): Type => a;

/** Whole division by nothing is null in DuckDB, and an error in ClickHouse. */
const divideWhole: Rule = ({args: [a, b]}) => {
  const type = numberType(a!.type, b!.type);
  if (type.kind === "int") return {sql: call("intDivOrNull", a!.sql, b!.sql), type};
  return {sql: `floor(${a!.sql} / ${b!.sql})`, type};
};

function round({args: [a, places]}: Call): Value {
  // Away from zero at the half, where ClickHouse rounds doubles to even.
  if (!places) return {sql: `if(${a!.sql} < 0, ceil(${a!.sql} - 0.5), floor(${a!.sql} + 0.5))`, type: a!.type};
  const by = `pow(10, ${places.sql})`;
  return {sql: `(if(${a!.sql} < 0, ceil(${a!.sql} * ${by} - 0.5), floor(${a!.sql} * ${by} + 0.5)) / ${by})`, type: a!.type};
}

export const NUMBERS: Rules = {
  "+": add("+"),
  "-": add("-"),
  "*": multiply,
  "/": ({args: [a, b]}) => ({sql: `(${a!.sql} / ${b!.sql})`, type: FLOAT}),
  "//": divideWhole,
  divide: divideWhole,
  "%": ({args: [a, b]}) => ({sql: call("moduloOrNull", a!.sql, b!.sql), type: numberType(a!.type, b!.type)}),
  "**": plain("pow"),
  "^": plain("pow"),
  pow: plain("pow"),
  power: plain("pow"),
  "&": plain("bitAnd", whole),
  "|": plain("bitOr", whole),
  xor: plain("bitXor", whole),
  "<<": plain("bitShiftLeft", whole),
  ">>": plain("bitShiftRight", whole),
  bit_count: ({args: [a]}) => ({sql: `toInt64(bitCount(${a!.sql}))`, type: BIGINT}),
  abs: plain("abs", same),
  sign: plain("sign", () => INTEGER),
  floor: plain("floor", same),
  ceil: plain("ceil", same),
  ceiling: plain("ceil", same),
  trunc: ({args: [a]}) => ({
    sql: call("trunc", a!.sql),
    type: a!.type,
    constant: typeof a!.constant === "number" ? Math.trunc(a!.constant) : undefined,
  }),
  round,
  sqrt: plain("sqrt"),
  ln: plain("log"),
  exp: plain("exp"),
  isnan: plain("isNaN", () => BOOL),
  isfinite: plain("isFinite", () => BOOL),
  greatest: extreme("greatest"),
  least: extreme("least"),
};

import {castTo, microsOf} from "../cast.js";
import {BIGINT, TIMESTAMP, isInstant} from "../types.js";
import type {Rule} from "./rule.js";

/** Whole numbers, or instants a fixed time apart, both ends among them. */
export const series: Rule = ({args: [from, to, by], refuse}) => {
  if (!isInstant(from!.type)) {
    const of = `range(ifNull(toInt64(${from!.sql}), 0), ifNull(toInt64(${to!.sql}) + 1, 0))`;
    const sql = `if(isNull(${from!.sql}) OR isNull(${to!.sql}), [], ${of})`;
    return by ? refuse("a series of numbers with a step") : {sql, type: {kind: "list", of: BIGINT, empty: "either"}};
  }
  const step = typeof by?.constant === "number" ? by.constant : refuse("a series of instants whose step is no literal");
  const [start, end] = [castTo(from!, TIMESTAMP), castTo(to!, TIMESTAMP)].map(microsOf) as [string, string];
  const count = `ifNull(toInt64(floor((${end} - ${start}) / ${step})) + 1, 0)`;
  const at = `fromUnixTimestamp64Micro(toInt64(${start} + step * ${step}), 'UTC')`;
  return {sql: `arrayMap(step -> ${at}, range(greatest(0, ${count})))`, type: {kind: "list", of: TIMESTAMP, empty: "either"}};
};

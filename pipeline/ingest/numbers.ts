import type {Column} from "../contract/entities.js";

/** How numbers are written: bare, or with signs and thousands and this decimal mark. */
export type NumberStyle = "plain" | "." | ",";

/** SQL text of the number in cell `x`, bare with a decimal point; null when it holds none or lies outside the column's bounds. */
export function convertNumber(x: string, style: NumberStyle, column: Column): string {
  const isScaled = style !== "plain" && SCALED.has(column.name);
  const bare =
    style === "plain" ? x : strip(isScaled ? dropScale(x) : column.max === undefined ? x : dropWhole(x, column.max), style);
  const number =
    style === "plain"
      ? `try_cast(${bare} as double)`
      : `(try_cast(${bare} as double) / case when contains(${x}, '%') then 100 else 1 end)`;
  const scaled = isScaled ? `case when regexp_matches(${x}, '${SCALE}') then round(${number} * ${writeScale(x)}, 2) else ${number} end` : undefined; // prettier-ignore
  return writeNumber(x, scaled ? `(${scaled})` : number, style, column);
}

function writeNumber(x: string, number: string, style: NumberStyle, column: Column): string {
  const [min, max] = [column.min ?? -1e300, column.max ?? 1e300];
  const whole = column.type === "integer" ? ` and ${number} = floor(${number}) and abs(${number}) < 9e15` : "";
  const text =
    column.type === "integer"
      ? `(${number})::bigint::varchar`
      : style === "plain"
        ? `case when regexp_full_match(${x}, '-?[0-9]+(\\.[0-9]+)?') then ${x} else (${number})::varchar end`
        : `(${number})::varchar`;
  // The bounds also keep out NaN and infinity, which DuckDB reads as numbers.
  return `case when ${number} between ${min} and ${max}${whole} and not contains(${x}, '_') then ${text} end`;
}

/** Columns whose numbers may be written in thousands or millions: 350k, $1.2M, 1,2 Mio. €. */
const SCALED: ReadonlySet<string> = new Set(["amount", "annual_revenue", "spend", "employees"]);
// "T€" and "TEUR" are thousands of euros.
const SCALE =
  "(?i)([0-9])[ \\x{00a0}\\x{202f}]*(k|tsd|thousand|t(?:€|eur)|mm?|mn|mio|millions?|millionen|bn?|mrd|billions?|milliarden?)[.]?[ \\x{00a0}\\x{202f}]*([€$£]|[a-z]{3})?$";
const dropScale = (x: string) => `regexp_replace(${x}, '${SCALE}', '\\1 \\3')`;

function writeScale(x: string): string {
  const word = `left(lower(regexp_extract(${x}, '${SCALE}', 2)), 2)`;
  return `case when ${word} = '' then 1 when ${word} in ('k', 'ts', 'th', 't€', 'te') then 1e3 when left(${word}, 1) = 'b' or ${word} = 'mr' or lower(${x}) like '%milliard%' then 1e9 else 1e6 end`;
}

/** "8/10" and "8 out of 10" are 8 where 10 is the most. */
const dropWhole = (x: string, max: number) => `regexp_replace(${x}, '\\s*(/|out of|of|von|sur)\\s*${max}$', '')`;

/** Takes off currency, blanks and thousands; null when what is left is not grouped as the style has it. */
function strip(x: string, mark: "." | ","): string {
  const group = mark === "." ? "," : ".";
  const signed = `regexp_replace(regexp_replace(${x}, '(^-?|\\b)(US|CA|AU|NZ|HK|SG|C|A|R|S)[$]|[\\s\\x{00a0}\\x{202f}''’%$€£¥₹₽₩₺₪₫฿]|\\b[A-Z]{3}\\b|\\b(kr|Kč|zł|Ft|lei|Fr|Rs)\\b[.]?', '', 'g'), '^\\((.*)\\)$', '-\\1')`;
  // By threes; or by twos before the last three, as India writes. So 950,00 is no 95,000.
  const pattern = `[+-]?([0-9]+|[0-9]{1,3}(\\${group}[0-9]{3})+|[0-9]{1,2}(\\${group}[0-9]{2})*\\${group}[0-9]{3})(\\${mark}[0-9]*)?`;
  const bare = mark === "." ? `replace(${signed}, ',', '')` : `replace(replace(${signed}, '.', ''), ',', '.')`;
  return `case when regexp_full_match(${signed}, '${pattern}') then ${bare} end`;
}

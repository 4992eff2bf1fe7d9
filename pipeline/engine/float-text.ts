/**
 * A double as DuckDB writes it: as many digits as tell it from its neighbours; a whole number keeps its ".0", and one of 1e16 and more, or
 * below 0.0001, has an exponent of two digits. ClickHouse finds the same digits, and writes exponents elsewhere and otherwise.
 */
export function floatAsText(sql: string): string {
  const [plain, size] = [`toString(${sql})`, `toString(abs(${sql}))`];
  const digits = `replaceRegexpOne(replaceRegexpAll(replaceRegexpOne(${size}, 'e.*$', ''), '^0\\\\.0*|\\\\.', ''), '(.)0+$', '\\\\1')`;
  const power = `multiIf(position(${size}, 'e') > 0, toInt32OrZero(replaceOne(extract(${size}, 'e(.*)'), '+', '')),
    abs(${sql}) >= 1, toInt32(length(extract(${size}, '^[0-9]+'))) - 1, -1 - toInt32(length(extract(${size}, '^0\\\\.(0*)'))))`;
  const mantissa = `concat(substring(${digits}, 1, 1), if(length(${digits}) > 1, '.', ''), substring(${digits}, 2))`;
  const exponent = `concat(if(${power} < 0, '-', '+'), leftPad(toString(abs(${power})), 2, '0'))`;
  return `multiIf(isNull(${sql}), NULL, NOT isFinite(${sql}), ${plain}, ${sql} = trunc(${sql}) AND abs(${sql}) < 1e16, concat(${plain}, '.0'),
    abs(${sql}) >= 1e-4 AND abs(${sql}) < 1e16, ${plain}, concat(if(${sql} < 0, '-', ''), ${mantissa}, 'e', ${exponent}))`;
}

import type {EntityName} from "../contract/entities.js";
import {quoteText} from "../db.js";
import type {MappedColumn} from "./types.js";

/** Which column's cells may carry the sign of the entity's currency. */
const MONEY: Partial<Record<EntityName, string>> = {opportunities: "amount", accounts: "annual_revenue"};

/** Signs of one currency each, longer ones first. What several countries write (¥, kr, Fr, Rs, lei) says nothing. */
// prettier-ignore
const SIGNS: readonly [string, string][] = [
  ["US$", "USD"], ["CA$", "CAD"], ["AU$", "AUD"], ["NZ$", "NZD"], ["HK$", "HKD"], ["SG$", "SGD"], ["R$", "BRL"], ["C$", "CAD"],
  ["A$", "AUD"], ["S$", "SGD"], ["€", "EUR"], ["£", "GBP"], ["₹", "INR"], ["₩", "KRW"], ["₽", "RUB"], ["₺", "TRY"], ["₪", "ILS"],
  ["₫", "VND"], ["฿", "THB"], ["Kč", "CZK"], ["zł", "PLN"], ["Ft", "HUF"],
];

/**
 * The currency of a file that has no column for it, from its amounts: `EUR 1,234.50`, `$5`. A bare dollar is the US one, unless the
 * company's own currency is another dollar: then it is left open, which means that one.
 */
export function deriveCurrency(entity: EntityName, columns: readonly MappedColumn[], own: string): MappedColumn[] {
  const money = columns.find(({column}) => column === MONEY[entity]);
  if (!money || columns.some(({column}) => column === "currency")) return [];
  return [{column: "currency", sql: writeCurrency(money.sql, own), headers: money.headers, how: "derived"}];
}

/** Whether the currency is read from amounts; a file whose amounts show none says nothing of currencies. */
export function isReadFromAmounts(
  {column, headers}: MappedColumn,
  entity: EntityName,
  columns: readonly MappedColumn[],
): boolean {
  const money = columns.find((candidate) => candidate.column === MONEY[entity]);
  return column === "currency" && money !== undefined && headers.length > 0 && headers.join() === money.headers.join();
}

function writeCurrency(x: string, own: string): string {
  const codes = Intl.supportedValuesOf("currency").map(quoteText).join(", ");
  const code = `regexp_extract(${x}, '\\b[A-Z]{3}\\b')`;
  const signs = [...SIGNS, ...(isOtherDollar(own) ? [] : [["$", "USD"] as const])];
  const cases = signs.map(([sign, currency]) => `when contains(${x}, ${quoteText(sign)}) then ${quoteText(currency)}`);
  return `(case when not regexp_matches(${x}, '[0-9]') or regexp_full_match(${x}, '[-0-9., ]*') then null when ${code} in (${codes}) then ${code} ${cases.join(" ")} end)`;
}

function isOtherDollar(currency: string): boolean {
  if (currency === "USD") return false;
  const parts = new Intl.NumberFormat("en", {style: "currency", currency, currencyDisplay: "narrowSymbol"}).formatToParts(1);
  return parts.some(({type, value}) => type === "currency" && value === "$");
}

import type {Database} from "../db.js";
import {Z90} from "../stats/normal.js";

const Z = String(Z90);
const Z2 = String(Z90 * Z90);

/**
 * The intervals of `pipeline/stats` as SQL, for hundreds of thousands of rows at once; tests hold the two against each
 * other. What has no closed form (t quantiles, ranks of medians) is looked up in tables that `pipeline/stats` fills.
 */
const MACROS = `
create or replace temp macro wilson_centre(p, n) as p + ${Z2} / (2 * n);
create or replace temp macro wilson_half(p, n) as ${Z} * sqrt(greatest(0, p * (1 - p)) / n + ${Z2} / (4.0 * n * n));
create or replace temp macro wilson_lower(y, n) as case
  when coalesce(n, 0) = 0 then null
  when y = 0 then 0
  else greatest(0, (wilson_centre(y / n, n) - wilson_half(y / n, n)) / (1 + ${Z2} / n))
end;
create or replace temp macro wilson_upper(y, n) as case
  when coalesce(n, 0) = 0 then null
  when y = n then 1
  else least(1, (wilson_centre(y / n, n) + wilson_half(y / n, n)) / (1 + ${Z2} / n))
end;
create or replace temp macro clustered_half(n, x, y, xx, xy, yy) as
  ${Z} * sqrt(greatest(0, yy - 2 * (y / x) * xy + (y / x) * (y / x) * xx) * n / (n - 1)) / x;
create or replace temp macro sample_variance(n, y, yy) as greatest(0, yy - y * y / n) / (n - 1);
create or replace temp macro difference_lower(p, p_lower, q, q_upper) as p - q - sqrt((p - p_lower) ** 2 + (q_upper - q) ** 2);
create or replace temp macro difference_upper(p, p_upper, q, q_lower) as p - q + sqrt((p_upper - p) ** 2 + (q - q_lower) ** 2);
`;

/** Defines the macros on this connection. */
export async function defineMacros(db: Database): Promise<void> {
  for (const macro of MACROS.split(/;\n/)) if (macro.trim()) await db.run(macro);
}

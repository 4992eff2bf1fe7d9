// grain: one row per handoff that a variant of the brief is for
// key: handoff_id
// why: an enterprise deal needs other things of its brief than a product-led one
// reads: intermediate.int_handoff_scopes, staging.stg_accounts, staging.stg_product_signals, config.brief_variants
import {VARIANT_FACTS} from "../../contract/brief-variants.js";
import type {Database} from "../../db.js";
import {quoteText} from "../../db.js";
import {UserError} from "../../errors.js";

/** Facts that rules may name, one row a handoff. */
const FACTS = `select scopes.handoff_id, scopes.motion, scopes.source, scopes.segment, scopes.region, scopes.team,
    accounts.industry, accounts.employees, accounts.annual_revenue, accounts.country,
    scopes.account_id in (select account_id from staging.stg_product_signals) as has_product_signals
  from intermediate.int_handoff_scopes as scopes
  left join staging.stg_accounts as accounts on accounts.account_id = scopes.account_id`;

/**
 * The first variant whose rule holds.
 * @throws UserError naming the rule that does not work: an unknown column, or no condition.
 */
export async function write(db: Database): Promise<string> {
  const variants = await db.rows<{variant: string; rule: string; position: number}>(
    "select * from config.brief_variants order by position",
  );
  if (variants.length === 0) return "select null::text as handoff_id, null::text as variant where false";
  for (const {rule, position} of variants) {
    try {
      await db.rows(`select count(*) filter ((${rule})) as n from (${FACTS})`);
    } catch (error) {
      const message = ((error as Error).cause as Error | undefined)?.message ?? (error as Error).message;
      throw new UserError(
        `brief_variants[${position - 1}].when: ${rule}\n  does not work: ${message.split("\n")[0]!.trim()}\n  → name ${VARIANT_FACTS.join(", ")}`,
        2,
      );
    }
  }
  const whens = variants.map(({variant, rule}) => `when (${rule}) then ${quoteText(variant)}`);
  return `select handoff_id, variant from (select handoff_id, case ${whens.join(" ")} end as variant from (${FACTS})) where variant is not null`;
}

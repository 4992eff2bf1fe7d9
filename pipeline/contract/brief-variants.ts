/**
 * Variants of the brief for a sales motion: which handoffs they are for, and what they ask for beyond the template. Off unless the
 * configuration names them under `brief_variants`; it may also write its own.
 */
export interface BriefVariant {
  variant: string;
  label: string;
  /** DuckDB condition over the facts of a handoff; the first variant whose rule holds counts. */
  rule: string;
  required: readonly string[];
  /** No longer required. */
  optional: readonly string[];
  /** Field: its weight in this variant. */
  weights: Readonly<Record<string, number>>;
  /** Field: what in the exports stands for it where the brief leaves it out. */
  evidence: Readonly<Record<string, Evidence>>;
}

/** `product_signals`: the account's newest week by the meeting; `related_accounts`: what the AE has in the same country or domain. */
export const EVIDENCE = ["product_signals", "related_accounts"] as const;
export type Evidence = (typeof EVIDENCE)[number];

/** Columns that a variant's rule may name. */
export const VARIANT_FACTS = [
  "motion",
  "source",
  "segment",
  "region",
  "team",
  "industry",
  "employees",
  "annual_revenue",
  "country",
  "has_product_signals",
] as const;

/** Rule: the motion goes by this name, however it is spelled ("Product-led", "MID MARKET"): only letters and digits count. */
export const isMotion = (name: string): string =>
  `regexp_replace(lower(motion), '[^\\p{L}\\p{N}]+', '', 'g') = '${name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "")}'`;

export const BRIEF_VARIANTS: readonly BriefVariant[] = [
  {
    variant: "enterprise",
    label: "Enterprise",
    rule: isMotion("enterprise"),
    required: ["champion", "economic_buyer", "access_status"],
    optional: [],
    weights: {},
    evidence: {},
  },
  {
    variant: "product_led",
    label: "Product-led",
    rule: isMotion("product_led"),
    required: ["usage_summary"],
    optional: [],
    weights: {},
    evidence: {usage_summary: "product_signals"},
  },
  {
    variant: "mid_market",
    label: "Mid-market territory",
    rule: isMotion("mid_market"),
    required: ["regional_context", "related_accounts"],
    optional: [],
    weights: {},
    evidence: {related_accounts: "related_accounts"},
  },
];

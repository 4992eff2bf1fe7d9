/** Who a published site is for: each audience has a tree of its own, and sees what lies in it. */

/** In the order that trees are listed in. */
export const AUDIENCE_KINDS = ["revops", "exec", "team", "sdr", "ae_team", "ae"] as const;
export type AudienceKind = (typeof AUDIENCE_KINDS)[number];

/** Parts that a tree may lack without a source being missing; pages ask the manifest before they ask for a file. */
export type TreePart = "cube" | "turns" | "contacts" | "lists";

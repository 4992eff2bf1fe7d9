/** The shape of a behaviour's entry. */

/** From what a behaviour is counted. All conditions are SQL. */
export type Counted =
  /** A field of the brief: of the briefs that ask for it and hold no copy or placeholder there, those in which it is filled. */
  | {from: "fields"; field: string}
  /** Criteria of the checklists: all met; or `not_failed`: none that is known is not met. */
  | {from: "criteria"; criteria: readonly string[]; rule: "met" | "not_failed"}
  /**
   * Rows of a mart: `handoffs` has `briefs` (`has_copy`, `has_placeholder`) and `pains` (`is_filled`, `is_vague`) beside it.
   * `present`: condition on the whole mart without which nothing is counted, since nothing would be known.
   */
  | {from: "handoffs" | "leads"; eligible: string; done: string; dated_by: string; present: string}
  /** Of the comments on something missing, those after which the SDR's next brief has it. */
  | {from: "answers"};

export interface Behaviour {
  behaviour: string;
  label: string;
  /** What was there where it was not done, of a label that names what is not: counted so, it needs no turning round in the reader's head. */
  lapse?: string;
  counted: Counted;
  /** Column whose mix is allowed for when people are compared. */
  mix: "motion" | "source" | null;
  /** Themes of AEs' comments that ask for it. */
  themes: readonly string[];
  /**
   * What goes with SQL: a line of `marts.associations` or of `marts.practices`. `is_of_another`: it is what is known of another behaviour,
   * which weighs in the choice of a focus and is told of none but that one.
   */
  association: (({field: string} | {practice: string}) & {is_of_another?: true}) | null;
  /** How much it matters beside a required field, which is 1. */
  weight: number;
  /** The exports tell of some handoffs only; the others are taken to be alike, not to be without it. */
  is_partly_known: boolean;
  /** What to do about it in the next calls. */
  practice: string;
}

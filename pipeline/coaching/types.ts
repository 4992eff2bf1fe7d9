/** What one SDR did of a behaviour over the weeks looked back on. */
export interface Tally {
  sdr_id: string;
  behaviour: string;
  eligible: number;
  done: number;
  /** Of `eligible`, how many colleagues with the same mix and tenure would have done. */
  expected: number;
}

/** What AEs wrote was missing in one SDR's handoffs, over the same weeks. */
export interface CommentCount {
  sdr_id: string;
  theme: string;
  comments: number;
}

/** Difference in the share of SQLs that goes with a behaviour, with its 90 % interval. */
export interface Association {
  behaviour: string;
  difference: number;
  lower: number;
  upper: number;
}

/** The parts of the catalogue's entry that ranking needs. */
export interface Ranked {
  behaviour: string;
  themes: readonly string[];
  weight: number;
  is_partly_known: boolean;
}

/** A behaviour of an SDR with everything that its score was made of. */
export interface Candidate {
  behaviour: string;
  themes: readonly string[];
  eligible: number;
  done: number;
  /** Shrunk share, with its 90 % interval. */
  value: number;
  lower: number;
  upper: number;
  /** Upper quartile of the colleagues, at this SDR's mix and tenure; of the team, or of the company where the team is too small or has just changed. */
  quartile: number;
  quartile_of: "team" | "company";
  people: number;
  gap: number;
  /** Cases per handoff, at most 1. */
  occurrence: number;
  /** Association with SQL in shares, with its 90 % interval; null where it is not known. */
  association: number | null;
  association_lower: number | null;
  association_upper: number | null;
  /** Comments of its themes, of all comments; the share that the others' comments have. */
  comments: number;
  commented: number;
  others_share: number | null;
  /** Chance that the gap is larger than the margin. */
  sure: number;
  score: number;
  stands_out: boolean;
}

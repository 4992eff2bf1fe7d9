/** What was agreed in a 1:1: a line of the commitments, days as `YYYY-MM-DD`. */
export interface Commitment {
  sdr_id: string;
  behaviour: string;
  agreed_on: string;
  review_on: string | null;
  note: string | null;
  status: "open" | "done" | "dismissed";
}

import {encodeArrow} from "../../pipeline/publish/arrow.js";
import {makeManifest} from "../components/fixtures.js";

/** Members of one metric: two of September, one of them held, and one of May. */
function makeFacts(metric: string): Uint8Array {
  const same = (value: string) => ({text: [value, value, value]});
  return encodeArrow(
    {
      metric: same(metric),
      record_id: {text: ["h1", "h2", "h0"]},
      account: {text: ["Acme", "Zenith", "Old"]},
      ae: same("Cleo Diaz"),
      sdr: same("Ada Berg"),
      dated_at: {text: ["2025-09-24T08:00:00Z", "2025-09-02T08:00:00Z", "2025-05-20T08:00:00Z"]},
      is_mature: {truth: [true, true, true]},
      is_disputed: {truth: [false, false, false]},
      numerator: {number: [1, 0, 1]},
      denominator: {number: [1, 1, 1]},
      currency: same(""),
      ...Object.fromEntries(["team", "source", "motion", "segment", "region"].map((name) => [name, same("")])),
    },
    3,
  );
}

/** Two handoffs with all that counts are made of. */
function makeHandoffFacts(): Uint8Array {
  const texts = {
    record_id: ["h1", "h2"], account: ["Acme", "Zenith"], sdr: ["Ada Berg", "Ada Berg"], ae: ["Cleo Diaz", "Cleo Diaz"],
    dated_at: ["2025-09-24T08:00:00Z", "2025-09-02T08:00:00Z"], outcome: ["held", "no_show"], stages: ["bhas", "b"], cause: ["", "no_show"],
    territory: ["DACH", "DACH"], fields: ["fffffffff", "mmmmmmmmm"], practices: ["yyyyyy", "nnnnnn"],
  }; // prettier-ignore
  const empty = ["reason", "decision", "rejected_for", "accuracy", "advance", "advanced", "valued", "qualification", "readiness", "team", "source", "motion", "segment", "region"]; // prettier-ignore
  return encodeArrow(
    {
      ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, {text}])),
      ...Object.fromEntries(empty.map((name) => [name, {text: ["", ""]}])),
      is_disputed: {truth: [false, false]},
      score: {number: [0, 0]},
    },
    2,
  );
}

/** Files behind the numbers of the made-up site, by path below `facts/`. */
export function makeFactFiles(): Record<string, Uint8Array> {
  const show = makeFacts("show_rate");
  return {
    "ada-berg": show,
    "team/emea": show,
    "rater/bo-hale": makeFacts("handoff_quality_score"),
    ...Object.fromEntries(makeManifest().metrics.map(({name}) => [`company/${name}`, makeFacts(name)])),
    "handoffs/ada-berg": makeHandoffFacts(),
    "company/handoffs": makeHandoffFacts(),
  };
}

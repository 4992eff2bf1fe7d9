import type {Manifest, RatersData} from "../../../pipeline/contract/datasets.js";
import {formatSigned} from "../chart/difference-mark.js";
import type {Asked} from "./explain-panel.js";
import {askPlain} from "./explain-plain.js";
import {formatCount, formatDecimal, formatRating, formatShare, NOTHING} from "../base/format.js";
import {say} from "../words/words.js";

type Fit = NonNullable<RatersData["fit"]>;
type Rater = RatersData["raters"][number];

const sd = (value: number): string => formatDecimal(value, 2);

/** What all of the fit's numbers rest on. */
const listGround = ({n, mean}: Fit): Asked["entries"] => [
  [say("members"), `${formatCount(n)} ${say("count_ratings")}`],
  [say("rating_mean"), formatRating(mean)],
];

/** The question about what ratings differ by: shares of their variance. */
export function askVariance(fit: Fit, manifest: Manifest): Asked {
  const {sdr_sd, ae_sd, error_sd} = fit;
  const all = sdr_sd ** 2 + ae_sd ** 2 + error_sd ** 2;
  const part = (value: number) => say("fit_part", {share: formatShare(value ** 2 / all), sd: sd(value)});
  return askPlain(
    {
      title: say("fit_variance"),
      value: say("fit_variance_value", {sdr: formatShare(sdr_sd ** 2 / all), ae: formatShare(ae_sd ** 2 / all)}),
      meaning: say("fit_variance_meaning"),
      formula: say("fit_variance_formula"),
      entries: [[say("sdr"), part(sdr_sd)], [say("ae"), part(ae_sd)], [say("fit_rest"), part(error_sd)], ...listGround(fit)],
    },
    manifest,
  );
}

/** The question about how far two AEs who rate the same SDR agree. */
export function askAgreement(fit: Fit, manifest: Manifest): Asked {
  const {agreement, agreement_lower: lower, agreement_upper: upper, consistency} = fit;
  const format = (value: number | null) => (value === null ? NOTHING : sd(value));
  return askPlain(
    {
      title: say("fit_agreement"),
      value: say("interval_of", {value: format(agreement), lower: format(lower), upper: format(upper)}),
      meaning: say("fit_agreement_meaning"),
      formula: say("fit_agreement_formula"),
      entries: [[say("fit_consistency"), consistency === null ? "" : format(consistency)], ...listGround(fit)],
    },
    manifest,
  );
}

/** The question about groups of SDRs and AEs that share nobody. */
export const askPieces = (fit: Fit, manifest: Manifest): Asked =>
  askPlain(
    {title: say("fit_pieces"), value: formatCount(fit.pieces), meaning: say("fit_pieces_meaning"), entries: listGround(fit)},
    manifest,
  );

/** The question about how many AEs rate higher or lower than the average by more than chance, each with the severity. */
export function askTold(told: readonly Rater[], total: number, manifest: Manifest): Asked {
  const limit = (value: number | null) => (value === null ? NOTHING : formatSigned(value));
  return askPlain(
    {
      title: say("fit_told"),
      value: say("of_n", {part: told.length, n: total}),
      meaning: say("fit_told_meaning"),
      formula: say("count_severity_meaning"),
      entries: told.map(({ae, severity, lower, upper}) => {
        const words = {value: formatSigned(severity), lower: limit(lower), upper: limit(upper)};
        return [ae, say("severity_of", words)] as const;
      }),
    },
    manifest,
  );
}

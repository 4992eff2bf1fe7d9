import {html} from "htl";
import type {Manifest, RatersData} from "../../../pipeline/contract/datasets.js";
import {addressOf} from "../frame/address.js";
import {DataTable} from "../table/data-table.js";
import type {Column} from "../table/data-table.js";
import {DifferenceMark, findReach, formatSigned} from "../chart/difference-mark.js";
import {askAgreement, askPieces, askTold, askVariance} from "../explain/explain-fit.js";
import {askRater} from "../explain/explain-rater.js";
import {Explained} from "../explain/explained.js";
import {Finding} from "../base/finding.js";
import {formatCount, formatDecimal, formatRating, formatShare, NOTHING} from "../base/format.js";
import {Reading} from "../explain/reading.js";
import {Section} from "../frame/section.js";
import {Take} from "../picture/take.js";
import {Sentence} from "../explain/told.js";
import {say} from "../words/words.js";

type Rater = RatersData["raters"][number];

/** How AEs rate: severity, spread, agreement; by name, never by rank. */
export function RatersPage({raters, fit}: RatersData, manifest: Manifest): HTMLElement | null {
  if (!fit || !raters.length) return null;
  return html`<div>
    ${Lead(fit, manifest)}
    ${Section(say("raters"), manifest, () => RaterTable(raters, fit.pieces, manifest), {hint: say("raters_hint")})}
  </div>`;
}

function Lead(fit: NonNullable<RatersData["fit"]>, manifest: Manifest): HTMLElement {
  const {sdr_sd, ae_sd, error_sd, agreement, agreement_lower: lower, agreement_upper: upper, pieces} = fit;
  const all = sdr_sd ** 2 + ae_sd ** 2 + error_sd ** 2;
  const share = (sd: number) => formatShare(sd ** 2 / all);
  return Finding(
    all > 0 &&
      Sentence(say("raters_lead", {sdr: share(sdr_sd), ae: share(ae_sd), rest: share(error_sd)}), [
        () => askVariance(fit, manifest),
      ]),
    agreement !== null &&
      lower !== null &&
      Sentence(
        say("raters_agree", {share: formatDecimal(agreement, 2), lower: formatDecimal(lower, 2), upper: formatDecimal(upper, 2)}),
        [() => askAgreement(fit, manifest)],
      ),
    pieces > 1 && Sentence(say("raters_pieces", {n: formatCount(pieces)}), [() => askPieces(fit, manifest)]),
  );
}

function RaterTable(raters: readonly Rater[], pieces: number, manifest: Manifest): HTMLElement {
  const domain = findReach(raters.map(({severity, lower, upper}) => ({value: severity, lower, upper})));
  const columns: Column<Rater>[] = [
    {key: "ae", label: say("ae"), value: ({ae}) => ae, cell: ({ae, slug}) => (slug ? html`<a href=${addressOf("ae", {ae: slug})}>${ae}</a>` : ae), isName: true},
    {key: "n", label: say("ratings"), value: ({n}) => n, cell: (row) => Explained(formatCount(row.n), () => askRater(row, "mean", manifest)), align: "right"},
    {key: "sdrs", label: say("rated_sdrs"), value: ({sdrs}) => sdrs, cell: ({sdrs}) => formatCount(sdrs), align: "right"},
    {key: "mean", label: say("rating_mean"), value: ({mean}) => mean, cell: (row) => Explained(formatRating(row.mean), () => askRater(row, "mean", manifest)), align: "right"},
    {key: "spread", label: say("rating_spread"), value: ({spread}) => spread, cell: (row) => (row.spread === null ? NOTHING : Explained(formatDecimal(row.spread), () => askRater(row, "spread", manifest))), align: "right"},
    {key: "severity", label: say("severity"), value: ({severity}) => severity, cell: (row) => SeverityCell(row, domain, manifest)},
    {key: "lower", label: "from", value: ({lower}) => lower, isHidden: true},
    {key: "upper", label: "to", value: ({upper}) => upper, isHidden: true},
    ...(pieces > 1 ? [{key: "piece", label: say("rater_group"), value: ({piece}: Rater) => piece, align: "right" as const}] : []),
  ]; // prettier-ignore
  const told = raters.filter(({lower, upper}) => lower !== null && upper !== null && (lower > 0 || upper < 0));
  const figure = html`<div>
    ${Reading(say("read_raters", {n: told.length, total: raters.length}), say("read_raters_not"), [() => askTold(told, raters.length, manifest)])}
    ${DataTable(raters, columns, {caption: say("raters"), file: "raters"})}
  </div>`;
  return Take(figure, say("raters"));
}

function SeverityCell(row: Rater, domain: number, manifest: Manifest): HTMLElement {
  const {ae, severity, lower, upper, n} = row;
  const limit = (value: number | null) => (value === null ? NOTHING : formatSigned(value));
  const words = {value: formatSigned(severity), lower: limit(lower), upper: limit(upper)};
  return html`<span class="mark-cell"
    >${DifferenceMark({value: severity, lower, upper}, {label: say("severity_label", {ae, ...words, n: formatCount(n)}), domain})}<span
      class="small"
      >${Explained(say("severity_of", words), () => askRater(row, "severity", manifest))}</span
    ></span
  >`;
}

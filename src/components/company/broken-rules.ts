import {html} from "htl";
import type {Manifest, RoutingData} from "../../../pipeline/contract/datasets.js";
import {addressOf} from "../frame/address.js";
import {DataTable} from "../table/data-table.js";
import type {Column} from "../table/data-table.js";
import {askRow} from "../explain/explain.js";
import type {Asked} from "../explain/explain-panel.js";
import {addEntries, askPlain} from "../explain/explain-plain.js";
import {askBroken} from "../explain/explain-routing.js";
import {Explained} from "../explain/explained.js";
import {formatCount, formatDay, formatShareOf} from "../base/format.js";
import {handoffColumn} from "../table/handoff-column.js";
import {None} from "../health/health-tables.js";
import {makePlainRow} from "../table/plain-row.js";
import {Reading} from "../explain/reading.js";
import {ShareMark} from "../chart/share-mark.js";
import {Take} from "../picture/take.js";
import {Sentence} from "../explain/told.js";
import {measureShare} from "../base/wilson.js";
import {say} from "../words/words.js";

type Broken = RoutingData["broken"][number];
type BySdr = RoutingData["broken_by_sdr"][number];

const SdrLink = ({sdr, sdr_slug}: {sdr: string | null; sdr_slug: string | null}) =>
  sdr && sdr_slug ? html`<a href=${addressOf("sdr", {sdr: sdr_slug})}>${sdr}</a>` : sdr;

/** Handoffs that went to an AE outside the rotation, with the AE whom the rule would have named. */
export function BrokenRules({broken, verdicts}: RoutingData, manifest: Manifest): HTMLElement {
  if (!broken.length) return None("broken_none");
  const columns: Column<Broken>[] = [
    handoffColumn(),
    {
      key: "routed_at",
      label: say("assigned"),
      value: ({routed_at}) => routed_at,
      cell: ({routed_at}) => html`<span class="whole">${formatDay(routed_at, {zone: manifest.timezone, year: true})}</span>`,
    },
    {key: "ae", label: say("went_to"), value: ({ae}) => ae},
    {
      key: "expected",
      label: say("next_in_turn"),
      value: ({expected}) => expected,
      cell: ({expected, rotation}) => html`<span title=${say("rotation_of", {names: rotation.join(", ")})}>${expected}</span>`,
    },
    {
      key: "territory",
      label: say("territory"),
      value: ({territory}) => territory,
      cell: ({territory, rule}) => html`<span>${territory}<span class="sub">${rule}</span></span>`,
    },
    {key: "sdr", label: say("sdr"), value: ({sdr}) => sdr, cell: SdrLink},
    {key: "rotation", label: say("rotation_of", {names: ""}).replace(/:\s*$/, ""), value: ({rotation}) => rotation.join(", "), isHidden: true}, // prettier-ignore
  ];
  return html`<div>
    <p class="muted small">
      ${Sentence(say("broken_hint", {n: formatCount(verdicts.broken)}), [() => askBroken(verdicts, manifest)])}
    </p>
    ${DataTable(broken, columns, {caption: say("broken_rules"), file: "broken-rules", limit: 10})}
  </div>`;
}

/** Fewest handoffs past the rule for somebody to be named: one or two happen to anybody. */
const FEWEST = 5;

/** SDRs whose handoffs kept the rule clearly less often than the company's: their whole interval lies below it. */
export function findStandouts(rows: readonly BySdr[], {verdicts: {kept, broken}}: Pick<RoutingData, "verdicts">): BySdr[] {
  const all = kept / (kept + broken);
  return rows.filter((row) => row.with_rule - row.kept >= FEWEST && (measureShare(row.kept, row.with_rule)?.upper ?? 1) < all);
}

/** The question about one SDR's share: the metric of the same name, of that person. */
function askKept({sdr, sdr_slug, kept, with_rule: n}: BySdr, manifest: Manifest): Asked {
  const metric = manifest.metrics.find(({name}) => name === "routing_kept_rate")!;
  const values = measureShare(kept, n) ?? {value: null, lower: null, upper: null};
  const whose = {scope: "sdr", scope_id: sdr ?? "", scope_name: sdr ?? ""} as const;
  const row = makePlainRow({metric: metric.name, ...whose, numerator: kept, denominator: n, ...values});
  return askRow(metric, row, manifest, {place: {of: "sdr", slug: sdr_slug ?? ""}});
}

/** The question about whose handoffs went past the rule clearly more often: each with the own share, beside the company's. */
function askStandouts(marked: readonly BySdr[], {kept, broken}: RoutingData["verdicts"], manifest: Manifest): Asked {
  return askPlain(
    {
      title: say("broken_by"),
      value: formatCount(marked.length),
      meaning: say("standouts_meaning", {least: FEWEST}),
      entries: [
        [say("standouts_all"), formatShareOf(kept, kept + broken)],
        ...marked.map((row) => [row.sdr, formatShareOf(row.kept, row.with_rule)] as const),
      ],
    },
    manifest,
  );
}

/** How often each SDR's handoffs kept the rule, of the SDRs with one that did not. */
export function BrokenBySdr({broken_by_sdr: rows, verdicts}: RoutingData, manifest: Manifest): HTMLElement {
  const counted = say("counted_handoffs");
  const marked = new Set(findStandouts(rows, {verdicts}));
  const columns: Column<BySdr>[] = [
    {key: "sdr", label: say("sdr"), value: ({sdr}) => sdr, cell: SdrLink, isName: true},
    {
      key: "share",
      label: say("rule_kept_share"),
      value: ({kept, with_rule: n}) => (n < manifest.min_n ? null : kept / n),
      cell: (row) => {
        const options = {label: say("rule_kept_share"), counted, ask: () => askKept(row, manifest)};
        return ShareMark({numerator: row.kept, denominator: row.with_rule}, options, manifest);
      },
    },
    {
      key: "past",
      label: say("went_past"),
      value: ({kept, with_rule: n}) => n - kept,
      cell: (row) => {
        const {kept, with_rule: n} = row;
        const past = say("turns_of", {handoffs: formatCount(n - kept), chances: formatCount(n)});
        const text = Explained(past, () => addEntries(askKept(row, manifest), [say("went_past"), formatCount(n - kept)]));
        return marked.has(row) ? html`<span>${text}<span class="sub">${say("broken_by_mark")}</span></span>` : text;
      },
      align: "right",
    },
  ];
  const figure = html`<div>
    <p class="conclude">
      ${marked.size ? Sentence(say("broken_by_lead", {n: formatCount(marked.size)}), [() => askStandouts([...marked], verdicts, manifest)]) : say("broken_by_even")}
    </p>
    ${Reading("", say("read_kept_not"))}
    ${DataTable(rows, columns, {caption: say("broken_by"), file: "rules-by-sdr", filter: false, limit: 30})}
  </div>`;
  return Take(figure, say("broken_by"));
}

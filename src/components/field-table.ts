import {html} from "htl";
import type {BriefFieldInfo, DocumentationData, Manifest} from "../../pipeline/contract/datasets.js";
import {DataTable} from "./data-table.js";
import type {Column} from "./data-table.js";
import {DotInterval} from "./dot-interval.js";
import {formatCount, formatShare} from "./format.js";
import {describeRun} from "./metric-table.js";
import {Sparkline} from "./sparkline.js";
import {toRow} from "./steps.js";
import {measureShare} from "./wilson.js";
import {say} from "./words.js";

type Field = DocumentationData["fields"][number];

/** A field with what is known of it and how often it was judged. */
export interface KnownField extends Field {
  info: BriefFieldInfo;
  judged: number;
}

/** Fields that were judged, what is missing most first. */
export function listFields(
  {fields}: Pick<DocumentationData, "fields">,
  {brief_fields}: Pick<Manifest, "brief_fields">,
): KnownField[] {
  return fields
    .flatMap((field) => {
      const info = brief_fields.find((known) => known.field === field.field);
      const judged = field.filled + field.not_disclosed + field.missing;
      return info && judged > 0 ? [{...field, info, judged}] : [];
    })
    .sort((a, b) => b.missing / b.judged - a.missing / a.judged);
}

/** Fields one by one: how often filled, as trend and value with interval, how often asked and not told, how often missing. */
export function FieldTable(fields: readonly KnownField[], manifest: Manifest, {caption}: {caption: string}): HTMLElement {
  const required = fields.filter(({info}) => info.required);
  const hasBoth = required.length > 0 && required.length < fields.length;
  const place = html`<div></div>`;
  const draw = (shown: readonly KnownField[]) =>
    place.replaceChildren(DataTable(shown, listColumns(manifest), {caption, file: "brief-fields", filter: false}));
  const onchange = (event: Event) => draw((event.target as HTMLInputElement).checked ? fields : required);
  draw(hasBoth ? required : fields);
  return html`<div>
    ${
      hasBoth
        ? html`<label class="switch"
            ><input type="checkbox" ${{onchange}} /> ${say("heat_all", {n: formatCount(fields.length)})}</label
          >`
        : null
    }
    ${place}
  </div>`;
}

function listColumns(manifest: Manifest): Column<KnownField>[] {
  const share = (part: number, {judged}: KnownField) => formatShare(part / judged, judged);
  return [
    {key: "field", label: say("field"), value: ({info}) => info.label, isName: true},
    {key: "section", label: say("section"), value: ({info}) => info.section_label},
    {key: "trend", label: say("months_12"), value: () => null, cell: Trend},
    {
      key: "filled",
      label: say("filled_share"),
      value: (field) => (field.filled + field.not_disclosed) / field.judged,
      cell: (field) => FilledCell(field, manifest),
    },
    {
      key: "not_disclosed",
      label: say("not_disclosed"),
      value: ({not_disclosed}) => not_disclosed,
      cell: (field) => share(field.not_disclosed, field),
      align: "right",
    },
    {
      key: "missing",
      label: say("missing_share"),
      value: ({missing, judged}) => missing / judged,
      cell: (field) => share(field.missing, field),
      align: "right",
    },
    {
      key: "missing_n",
      label: say("missing_count"),
      value: ({missing}) => missing,
      cell: ({missing}) => formatCount(missing),
      align: "right",
    },
    {key: "n", label: say("members"), value: ({judged}) => judged, cell: ({judged}) => formatCount(judged), align: "right"},
  ];
}

function FilledCell({filled, not_disclosed, judged, info}: KnownField, manifest: Manifest): Node {
  const numerator = filled + not_disclosed;
  const measured = measureShare(numerator, judged) ?? {value: null, lower: null, upper: null};
  const row = toRow({metric: "", numerator, denominator: judged, in_flight: 0, ...measured}, manifest);
  return html`<span class="mark-cell"
    >${DotInterval(row, {unit: "share", label: info.label, counted: say("counted_handoffs")})}<span class="small"
      >${row.maturity === "too_few" ? say("status_too_few") : formatShare(row.value, judged)}</span
    ></span
  >`;
}

function Trend({months, info}: KnownField): Node {
  const points = months.map(({month, filled, judged}) => ({month, value: judged ? filled / judged : null}));
  return Sparkline(points, {label: describeRun(points, {label: info.label, unit: "share"})});
}

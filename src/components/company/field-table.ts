import {html} from "htl";
import type {BriefFieldInfo, DocumentationData, Manifest} from "../../../pipeline/contract/datasets.js";
import {DataTable} from "../table/data-table.js";
import type {Column} from "../table/data-table.js";
import {askField} from "../explain/explain-fields.js";
import type {FieldQuestion} from "../explain/explain-fields.js";
import {Explained} from "../explain/explained.js";
import {formatCount, formatShare, NOTHING} from "../base/format.js";
import {describeRun} from "../table/metric-table.js";
import {Reading} from "../explain/reading.js";
import {ShareMark} from "../chart/share-mark.js";
import {Sparkline} from "../chart/sparkline.js";
import {Take} from "../picture/take.js";
import {say} from "../words/words.js";

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
    place.replaceChildren(DataTable(shown, listColumns(shown, manifest), {caption, file: "brief-fields", filter: false}));
  const onchange = (event: Event) => draw((event.target as HTMLInputElement).checked ? fields : required);
  draw(hasBoth ? required : fields);
  const [most] = hasBoth ? required : fields;
  const conclude =
    most && most.missing > 0
      ? say("read_heat", {field: most.info.label, missing: formatCount(most.missing), n: formatCount(most.judged)})
      : say("read_heat_none");
  const figure = html`<div>
    ${Reading(conclude, say("read_fields_not"), [most && (() => askField(most.info, {counts: {part: most.missing, judged: most.judged}, what: "missing"}, manifest))])}
    ${
      hasBoth
        ? html`<label class="switch"
            ><input type="checkbox" ${{onchange}} /> ${say("heat_all", {n: formatCount(fields.length)})}</label
          >`
        : null
    }
    ${place}
  </div>`;
  return Take(figure, caption);
}

function listColumns(fields: readonly KnownField[], manifest: Manifest): Column<KnownField>[] {
  const range = findRange(fields);
  const ask = (field: KnownField, what: FieldQuestion["what"], part: number) => () =>
    askField(field.info, {counts: {part, judged: field.judged}, what}, manifest);
  const share = (field: KnownField, what: "missing" | "not_disclosed") =>
    field[what] ? Explained(formatShare(field[what] / field.judged, field.judged), ask(field, what, field[what])) : NOTHING;
  return [
    {key: "field", label: say("field"), value: ({info}) => info.label, isName: true},
    {key: "section", label: say("section"), value: ({info}) => info.section_label},
    {key: "trend", label: say("months_12"), value: () => null, cell: (field) => Trend(field, range), isFixed: true},
    {
      key: "filled",
      label: say("filled_share"),
      value: (field) => (field.filled + field.not_disclosed) / field.judged,
      cell: (field) => {
        const part = field.filled + field.not_disclosed;
        const options = {label: field.info.label, counted: say("counted_handoffs"), ask: ask(field, "filled", part)};
        return ShareMark({numerator: part, denominator: field.judged}, options, manifest);
      },
    },
    {
      key: "not_disclosed",
      label: say("not_disclosed"),
      hint: say("not_disclosed_hint"),
      value: ({not_disclosed}) => not_disclosed,
      cell: (field) => share(field, "not_disclosed"),
      align: "right",
    },
    {
      key: "missing",
      label: say("missing_share"),
      value: ({missing, judged}) => missing / judged,
      cell: (field) => share(field, "missing"),
      align: "right",
    },
    {
      key: "missing_n",
      label: say("missing_count"),
      value: ({missing}) => missing,
      cell: (field) => Explained(formatCount(field.missing), ask(field, "missing", field.missing)),
      align: "right",
    },
    {key: "n", label: say("members"), value: ({judged}) => judged, cell: ({judged}) => formatCount(judged), align: "right"},
  ];
}

function Trend({months, info}: KnownField, domain: readonly [number, number]): Node {
  const points = months.map(({month, filled, judged}) => ({month, value: judged ? filled / judged : null}));
  return Sparkline(points, {domain, dotAt: null, label: describeRun(points, {label: info.label, unit: "share"})});
}

/** The scale that all trends share, so that a field that is always filled shows as a level line at the top. */
function findRange(fields: readonly KnownField[]): readonly [number, number] {
  const shares = fields.flatMap(({months}) => months.flatMap(({filled, judged}) => (judged ? [filled / judged] : [])));
  return [Math.min(1, ...shares), 1];
}

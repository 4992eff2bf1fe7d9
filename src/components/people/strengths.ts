import type {BriefFieldInfo, FieldCell, Manifest, MetricInfo, SdrData} from "../../../pipeline/contract/datasets.js";
import {askValued} from "../explain/explain-answers.js";
import {askField} from "../explain/explain-fields.js";
import {askRow} from "../explain/explain.js";
import type {Asked} from "../explain/explain-panel.js";
import {addEntries} from "../explain/explain-plain.js";
import type {Place} from "../explain/facts.js";
import {countMembers, formatCount, formatInterval, formatMetric, formatRow, formatShare} from "../base/format.js";
import {namePeriod} from "../company/overview-lead.js";
import {hasBriefs} from "../brief/required.js";
import {measureShare} from "../base/wilson.js";
import {nameContext} from "../base/name-context.js";
import {say} from "../words/words.js";

/** Something that goes well, with the question about its numbers. */
export interface Praise {
  text: string;
  ask: () => Asked;
}

const MOST = 4;
/** Whether AEs answer, and in time, is not an SDR's doing. */
const OTHERS_DOING = new Set(["feedback_response_rate", "acceptance_rate"]);

/**
 * What goes well, a sentence each, surest first: numbers above target, changes for the better that are more than noise, fields
 * filled more surely than colleagues do; where none can be told, what AEs valued and which field is seldom left out.
 */
export function listStrengths(sdr: SdrData, manifest: Manifest): Praise[] {
  const place: Place = {of: "sdr", slug: sdr.slug};
  const metricOf = new Map(manifest.metrics.map((metric) => [metric.name, metric]));
  const cells = sdr.cells.filter(({metric}) => !OTHERS_DOING.has(metric));
  const sure = [
    ...aboveTarget(cells, metricOf, manifest, place),
    ...changedForBetter(cells, metricOf, manifest, place),
    ...(hasBriefs(manifest) ? betterFields(sdr, manifest) : []),
  ];
  if (sure.length) return sure.slice(0, MOST);
  const n = sdr.valued_answers;
  const valued = n >= manifest.min_n ? sdr.valued[0] : undefined;
  return [
    ...(valued
      ? [
          {
            text: say("good_valued", {
              context: nameContext(valued.context),
              count: formatCount(valued.count),
              n: formatCount(n),
              share: formatShare(valued.count / n, n),
            }),
            ask: () => askValued({...valued, answers: n, place}, manifest),
          },
        ]
      : []),
    ...(hasBriefs(manifest) ? fullestField(sdr, manifest) : []),
  ];
}

type Metrics = Map<string, MetricInfo>;

function aboveTarget(cells: SdrData["cells"], metricOf: Metrics, manifest: Manifest, place: Place): Praise[] {
  return cells.flatMap((row) => {
    const info = metricOf.get(row.metric);
    if (!info || row.status !== "above_target" || row.maturity === "too_few") return [];
    const n = countMembers(row);
    const format = (value: number | null) => formatMetric(value, info, {n, currency: row.currency});
    const interval = formatInterval(row, info, {n, currency: row.currency});
    const text = say("good_target", {
      label: info.label,
      value: formatRow(row, info),
      interval,
      n: formatCount(n),
      counted: info.counted,
      target: format(row.target),
      when: namePeriod(row),
    });
    return [{text, ask: () => askRow(info, row, manifest, {place})}];
  });
}

function changedForBetter(cells: SdrData["cells"], metricOf: Metrics, manifest: Manifest, place: Place): Praise[] {
  return cells.flatMap((row) => {
    const info = metricOf.get(row.metric);
    if (!info || row.period !== "trailing_90d" || row.maturity === "too_few") return [];
    if (!row.is_change_signal || row.value === null || row.previous_value === null) return [];
    if (row.value > row.previous_value !== (info.direction === "up")) return [];
    const before = formatMetric(row.previous_value, info, {n: countMembers(row), currency: row.currency});
    const text = say("good_change", {label: info.label, before, value: formatRow(row, info)});
    return [{text, ask: () => askRow(info, row, manifest, {place})}];
  });
}

/** The required field whose lower limit lies highest above what the rest of the team does, or of a small team the company. */
function betterFields({fields, team_fields, team_fields_of: of, slug}: SdrData, manifest: Manifest): Praise[] {
  const {brief_fields, min_n} = manifest;
  const better = brief_fields.flatMap((info) => {
    const {field, required} = info;
    const [own, others] = [fields, team_fields].map((cells) => cells.find((cell) => cell.field === field)).map(count);
    if (!required || !own || !others || own.n < min_n || others.n < min_n) return [];
    const lower = measureShare(own.filled, own.n)!.lower;
    const theirs = measureShare(others.filled, others.n)!;
    return lower > theirs.upper ? [{info, own, lead: lower - theirs.value, theirs: theirs.value}] : [];
  });
  const best = better.sort((a, b) => b.lead - a.lead)[0];
  if (!best) return [];
  const {info, own, theirs} = best;
  const share = formatShare(own.filled / own.n, own.n);
  const interval = formatInterval(measureShare(own.filled, own.n)!, {unit: "share"}, {n: own.n});
  const [filled, n] = [own.filled, own.n].map(formatCount);
  const text = say(`good_field_${of}`, {label: info.label, filled: filled!, n: n!, share, interval, others: formatShare(theirs)});
  const ask = () => addEntries(askFilled(info, own, slug, manifest), [say(`good_others_${of}`), formatShare(theirs)]);
  return [{text, ask}];
}

/** Of what an SDR writes; company and contact come from the CRM. */
function fullestField({fields, slug}: SdrData, manifest: Manifest): Praise[] {
  const {brief_fields, min_n} = manifest;
  const known = brief_fields.flatMap((info) => {
    const {field, required, section} = info;
    if (section === "account" || section === "contact") return [];
    const own = count(fields.find((cell) => cell.field === field));
    return required && own && own.n >= min_n ? [{info, ...own}] : [];
  });
  const best = known.sort((a, b) => b.filled / b.n - a.filled / a.n)[0];
  if (!best) return [];
  const {info, filled, n} = best;
  const words = {label: info.label, filled: formatCount(filled), n: formatCount(n), share: formatShare(filled / n, n)};
  return [{text: say("good_filled", words), ask: () => askFilled(info, best, slug, manifest)}];
}

/** The question about how often an SDR's briefs have a field. */
const askFilled = (info: BriefFieldInfo, {filled, n}: {filled: number; n: number}, slug: string, manifest: Manifest): Asked =>
  askField(info, {place: {of: "sdr", slug}, counts: {part: filled, judged: n}, what: "filled"}, manifest);

/** What was asked and not told counts as filled. */
function count(cell: FieldCell | undefined): {filled: number; n: number} | undefined {
  return cell && {filled: cell.filled + cell.not_disclosed, n: cell.filled + cell.not_disclosed + cell.missing};
}

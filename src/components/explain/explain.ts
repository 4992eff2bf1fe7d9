import {html} from "htl";
import type {FactRow, Manifest, MetricInfo, PersonCell} from "../../../pipeline/contract/datasets.js";
import {RecordList, nameContribution} from "./fact-list.js";
import type {Column} from "../table/data-table.js";
import type {Asked} from "./explain-panel.js";
import {listSides} from "./explain-sides.js";
import {COMPANY, loadFacts, selectFacts} from "./facts.js";
import type {Place, Span} from "./facts.js";
import {countMembers, formatCount, formatDecimal, formatInterval, formatMetric, formatRow, formatTime} from "../base/format.js";
import {describeHeld, describeOnlyCounted} from "./judged.js";
import {isOfPerson, kindOfFair, nameKind} from "../base/kinds.js";
import type {Kind} from "../base/kinds.js";
import {namePeriod} from "../company/overview-lead.js";
import {nameCounted, say, startSentence} from "../words/words.js";

export interface AskOptions {
  /** Where its records are; those of the company if left out. */
  place?: Place;
  /** Whose number it is, for the title; the row's own name if left out. */
  whose?: string;
  /** The row as the page shows it, where that is not the plain number. */
  shown?: PersonCell;
  /** What kind of number that is; the fair one of a scorecard if left out. */
  kind?: Kind;
  /** The number with the mix allowed for, where a funnel plot has it. */
  mix?: number | null;
  /** The time its records lie in, where that is not the row's period. */
  span?: Span;
  /** What prints it on the command line, where the row itself does not tell; empty where nothing does. */
  command?: string;
  /** Said before the rest, where the number is not the metric itself. */
  meaning?: string;
}

/** The question about a row of a metric: definition, formula, window, what was counted out of what, in flight, time of the data, records. */
export function askRow(
  metric: MetricInfo,
  row: PersonCell,
  manifest: Manifest,
  {
    place = COMPANY,
    whose = row.scope === "company" ? "" : row.scope_name,
    span = row,
    meaning = "",
    command,
    shown = row,
    kind = shown === row ? "plain" : kindOfFair(row),
    mix = null,
  }: AskOptions = {},
): Asked {
  const n = countMembers(row);
  const when = "from_on" in span ? "" : namePeriod(span);
  return {
    title: [metric.label, whose, when, isOfPerson(row) ? nameKind(kind) : ""].filter(Boolean).join(", "),
    value: describeValue(metric, shown),
    came: describeCame(metric, row, shown, kind),
    entries: [
      [say("definition"), [meaning, metric.meaning].filter(Boolean).join(" ")],
      [say("formula"), metric.formula],
      [say("window"), metric.window],
      [say("dated_by"), metric.dated_by],
      [say("numerator"), row.numerator === null ? "" : formatNumerator(row.numerator)],
      [say("denominator"), row.denominator === null ? "" : formatCount(row.denominator)],
      [say("members"), `${formatCount(n)} ${nameCounted(metric.counted, n)}`],
      [startSentence(say("in_flight", {n: ""}).trim()), formatCount(row.in_flight)],
      [startSentence(say("target")), describeOther(row.target, metric, row)],
      [startSentence(say("previous")), describeOther(row.previous_value, metric, row)],
      [say("reading"), describeReading(row)],
      [say("data_time"), formatTime(manifest.as_of, {zone: manifest.timezone, year: true})],
    ],
    sides: {rows: listSides(row, mix), metric},
    list: () => listFacts(metric, row, manifest, {place, span, command: command ?? ("from_on" in span ? "" : writeCommand(row))}),
    glossary: metric.name,
  };
}

/** What a status stands on, where that is not plain from the number. */
function describeReading(row: PersonCell): string {
  if (row.as_counted) return startSentence(describeOnlyCounted(row));
  return row.status === "not_separable" ? say("not_separable_hint") : startSentence(describeHeld(row));
}

const formatNumerator = (value: number): string => formatDecimal(value, Number.isInteger(value) ? 0 : 1);

/** The target or the value before, where there is one. */
function describeOther(value: number | null, metric: MetricInfo, row: PersonCell): string {
  return value === null ? "" : formatMetric(value, metric, {n: countMembers(row), currency: row.currency});
}

function describeValue(metric: MetricInfo, row: PersonCell): string {
  const n = countMembers(row);
  if (row.maturity === "too_few" || row.value === null) return say("status_too_few");
  const interval = formatInterval(row, metric, {n, currency: row.currency});
  return [formatRow(row, metric), interval && `(${interval})`].filter(Boolean).join(" ");
}

/** From what was counted to the number shown, where that is another kind of number. */
function describeCame(metric: MetricInfo, row: PersonCell, shown: PersonCell, kind: Kind): string {
  const {numerator, denominator} = row;
  if (kind === "plain" || row.value === null || shown.maturity === "too_few") return "";
  const words = {plain: formatRow(row, metric), value: formatRow(shown, metric), kind: nameKind(kind)};
  // A mean's ratings and their sum say little.
  if (metric.unit === "score" || numerator === null || denominator === null) return say("came_fair", words);
  return say("came_of", {numerator: formatNumerator(numerator), denominator: formatCount(denominator), ...words});
}

async function listFacts(
  metric: MetricInfo,
  row: PersonCell,
  manifest: Manifest,
  {place, span, command}: Required<Pick<AskOptions, "place" | "span" | "command">>,
): Promise<Node> {
  const loaded = await loadFacts(place, metric.name);
  if (loaded.state !== "ready") return NoList(loaded.state, command, manifest);
  const only = place.of === "company" ? place.only : undefined;
  const {period, period_start} = row;
  const when = "from_on" in span ? {from_on: span.from_on, to_on: span.to_on} : {period, period_start};
  const facts = selectFacts(loaded.data, {metric: metric.name, currency: row.currency, ...when}, manifest, only);
  const hidden: Column<FactRow>[] = [
    {key: "numerator", label: say("numerator"), value: ({numerator}) => numerator, isHidden: true},
    {key: "denominator", label: say("denominator"), value: ({denominator}) => denominator, isHidden: true},
  ];
  return RecordList(facts, {
    manifest,
    record: metric.record,
    counts: (fact) => nameContribution(fact, metric),
    hidden,
    caption: `${say("records")}: ${metric.label}`,
    file: `${"slug" in place ? place.slug : "company"}-${metric.name}`,
    // A velocity is made of several numbers, and no count of members.
    total: metric.kind === "velocity" ? null : countMembers(row) + row.in_flight,
    command,
  });
}

/** Who runs commands: RevOps alone, so that nobody else is shown any. */
const isOperator = ({audience}: Manifest): boolean => audience.kind === "revops";

/** That there is no list here, and what prints it. @param prints what the command prints, where that is more than the list */
export function NoList(state: "absent" | "failed", command: string, manifest: Manifest, prints = say("list_more")): HTMLElement {
  return html`<p class="muted small">
    ${say(state === "absent" ? "list_absent" : "list_failed")}
    ${command && isOperator(manifest) ? html`${prints} <code>${command}</code>` : null}
  </p>`;
}

/** That a number's records are listed by a command alone. */
export function OnCommandLine(command: string, manifest: Manifest): HTMLElement {
  if (!isOperator(manifest)) return NoList("absent", "", manifest);
  return html`<p class="muted small">${say("list_command")} <code>${command}</code></p>`;
}

/** What prints the same with every record and the SQL. */
export function writeCommand({metric, scope, scope_id, period, period_start}: PersonCell): string {
  const when =
    period === "month"
      ? period_start.slice(0, 7)
      : period === "quarter"
        ? `${period_start.slice(0, 4)}-Q${Math.ceil(Number(period_start.slice(5, 7)) / 3)}`
        : period;
  const whose = scope === "company" ? "" : ` --${scope} ${/^[\w.-]+$/.test(scope_id) ? scope_id : `"${scope_id}"`}`;
  return `npm run baton -- explain ${metric}${whose} --period ${when}`;
}
